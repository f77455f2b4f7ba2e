import { list } from './lists.ts';

export const usage = {
  usage: {
    title: 'Bangfu: write an assistance notice as a policy file, check it, decide by it, compile it.',
    headings: {} as { readonly [english: string]: string },
    optionsWord: 'options',
    commandWord: 'command',
    help: 'show help',
    version: 'show the version',
    lang: 'language of what is printed: zh or en (default: the locale)',
    seeHelp: (command: string) => `See: ${command} --help`,
    wrong: (message: string) => `Wrong usage: ${message}`,
    unknownCommand: (name: string, near: string) =>
      `There is no command "${name}"${near ? `; did you mean "${near}"?` : '.'}`,
    unknownOption: (flag: string, near: string) =>
      `There is no option "${flag}"${near ? `; did you mean "${near}"?` : '.'}`,
    missingArgument: (name: string) => `The argument "${name}" is missing.`,
    missingValue: (flags: string) => `The option "${flags}" needs a value.`,
    missingOption: (flags: string) => `The option "${flags}" is required.`,
    excessArguments: (count: string) => `Too many arguments (expected ${count}).`,
    notAChoice: (value: string, option: string, choices: readonly string[]) =>
      `"${option}" cannot be "${value}"; it can be: ${list(choices)}.`,
    conflict: (one: string, other: string) => `"${one}" and "${other}" exclude each other.`,
    needs: (option: string, other: string) => `"${option}" goes with "${other}".`,
    notAPercent: (option: string, value: string) =>
      `"${option}" takes a number from 0 to 100, not "${value}".`,
    notSeconds: (option: string, value: string) =>
      `“${option}” needs a number of seconds above 0; found “${value}”.`,
    stdinTwice: '"-" (standard input) can be used only once.',
    docxNeedsOut: 'DOCX is a binary file: say with --out where to write it.',
    notADate: (option: string, value: string) =>
      `"${option}" needs a date that exists, such as 2025-06-30; found "${value}".`,
    notAPopulation: (text: string): string => `"${text}" should be KIND=FILE`,
    notASetting: (value: string) =>
      `Write "--set" as NAME=VALUE, for example --set year=2024; found "${value}".`,
    registerForOne: '"--register" is for one applicant; of a whole register the ranks are its own.',
    notARow: (value: string) => `"--row" needs a whole number from 1 on; found "${value}".`,
  },
  commands: {
    check: 'check policies: syntax, names, types, gaps',
    format: 'write policies in canonical form; --lang translates between Chinese and English',
    test: 'run the cases in cases.yaml beside each policy',
    decide: 'decide a register by a policy: outcome, tier, amount and grounds for each applicant',
    explain:
      'explain one applicant: every rule, what is missing, what would change it; or a finding by its code',
    timeline: 'list the steps of the procedure with due dates and states',
    build: 'generate TypeScript evaluators and JSON Schema',
    emit: 'print a policy in another form: json-schema or ir',
    new: 'start a policy folder with a working example',
    trace: 'account for each clause of the notice: encoded by which rule, tested by which case, or why not',
    diff: 'compare two versions of policies: what changed, who gains, who loses',
    git: 'make git diff, git log -p and git difftool show policies in words (setup, undo); post the comparison on pull requests (workflow, comment)',
  },
  args: {
    paths: 'policy files or folders (default: this folder); "-" is standard input',
    policyPaths: 'policy files or folders (default: this folder)',
    policy: 'a policy file (.policy), or a folder that holds one policy',
    data: 'applicants: JSON, NDJSON, YAML, CSV, XLSX or Parquet; "-" is standard input; left out: circumstances only',
    policyOrCode:
      'a policy (file or folder), or the code of a finding such as BF4062, which then stands alone',
    oneRecord: 'the applicant’s data; "-" is standard input',
    events: 'dates of what has happened, by step (YAML or JSON); "-" is standard input',
    target: 'json-schema or ir',
    folder: 'the folder to make',
    oldVersion:
      'old version: a file, a folder, REV:path; or a revision alone (against the working tree), REV1..REV2, or REV1...REV2 (from where they parted)',
    gitAction:
      'setup, undo, workflow (writes a review pipeline), comment (posts a report from it), or textconv (for git itself)',
    gitFile: 'platform of workflow (github, gitlab, gitee); report of comment; file of textconv',
    newVersion: 'new version: a file, a folder or REV:path',
  },
  options: {
    formatFindings: 'output: text or json',
    formatCheckFindings: 'output: text, json, sarif (2.1.0) or github (workflow annotations)',
    allFindings: 'list the defects of the notices themselves too, with their reasons',
    fix: 'repair what can safely be repaired, and report the rest',
    prove: 'prove or refute assertions, and look for missing tiers and contradictions, with the solver z3',
    proveDiff: 'prove who fares differently, and that nobody else does (z3)',
    timeout: 'seconds for each question to the solver (default 10)',
    formatCheck: 'change nothing; exit with 1 if a file is not in canonical form',
    formatLang: 'translate into this language (zh or en), keywords and names both',
    formatStdout: 'write to standard output, leave the file as it is',
    testFormat:
      'output format: text, json, or html (with --coverage: the policy on one page, its lines coloured)',
    coverage:
      'list the rules, conditions, rows, steps, duties, selections that no case reaches, with their lines',
    suggest:
      'suggest the cases that are lacking: at and beside each boundary, each condition by itself, each result; computed, to be confirmed',
    mutate:
      'make the policy wrong in one place after another and see whether a case notices; list what none notices, with a case that would where one is found',
    updateCases: 'put the suggested cases at the end of cases.yaml, the rest left as it is',
    failUnder: 'exit with 1 if a policy is under this percentage',
    asOf: 'date decided for, such as 2025-06-30 (default: asOf in parameters.yaml, else today)',
    set: 'give a parameter or circumstance a value; repeatable; for keyed ones NAME.KEY=VALUE',
    parameters: 'parameter file (default: parameters.yaml beside the policy)',
    circumstances: 'circumstances file (YAML or JSON)',
    others: 'all records of another kind, such as pair=pairs.csv; may be repeated',
    out: 'write to this file (it appears when it is complete)',
    outDir: 'write to this folder',
    decideFormat:
      'output: table, json, ndjson, csv, xlsx or parquet (brief; default: by the extension of --out, else table)',
    brief:
      'only what is decided, a line each, the same columns in every format, no reasons (csv, ndjson, parquet; much faster for large registers)',
    subject: 'the kind of record in the data (where the policy has several)',
    input: 'format of the data (default: by its extension)',
    sheet: 'worksheet (default: the first visible one)',
    id: 'column that says who a row is about (default: "编号" or "id")',
    ignore: 'leave this column unread; repeatable',
    row: 'which applicant, where the file holds several (from 1)',
    who: 'which applicant by id, where the file holds several',
    register:
      'the whole register: ranks are known only when all are ranked together (the row with the same id is the applicant)',
    eventsFile: 'dates of what has happened, by step (YAML or JSON file)',
    explainFormat:
      'output: text (rule by rule), json, ics (a calendar of due dates), or a letter as letter (plain text), html or docx (default: by the extension of --out, else text)',
    timelineFormat: 'output: table or json',
    applicant: 'the applicant’s data: some due dates depend on the person',
    ics: 'write the due dates as a calendar file (iCalendar)',
    watch: 'generate again when a policy changes',
    standalone: 'put the runtime beside the output, so that it needs no bangfu package',
    diffFormat: 'output: text, markdown, html, json (default by the extension of --out, else text)',
    failOn:
      'exit status 1 if there is: lose (somebody is worse off), breaking (apps must change), undecided (somebody becomes undetermined); several with commas',
    beside:
      'take both files to lie at this path: files they use, parameters.yaml and cases.yaml are read from there',
    population:
      'decide this register by both versions: who gains, who loses, how much money; KIND=FILE besides for records of other kinds that rules look at',
    by: 'count by each value of this fact as well (such as a city); repeatable',
    period:
      'months whose payments are added up, like 2025-01..2025-12 (default: twelve from the decision date)',
  },
  fault: {
    title: 'a fault of this program, not of your input.',
    report: 'Please report these lines, with the policy file if you can:',
    command: 'command',
    version: 'version',
    error: 'error',
  },
};
