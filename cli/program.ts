import type { Command } from 'commander';
import { Option } from 'commander';
import type { CommandName } from './commands/names.ts';
import {
  choiceOption,
  percentOption,
  repeatedOption,
  secondsOption,
  SpokenCommand,
} from './console/arguments.ts';
import type { ExitStatus } from './console/failure.ts';
import type { Session } from './console/session.ts';
import type { Texts } from './texts/texts.ts';
import { version } from './version.ts';

/** What a command module exports: it does the work, says everything itself, and gives the exit status. */
interface CommandModule {
  run(session: Session, args: never, options: never): Promise<ExitStatus>;
}

interface Specification {
  /** Positional arguments as commander writes them, with what each is. */
  readonly args: { readonly [flags: string]: string };
  readonly options: readonly Option[];
}

type Specifications<Names extends CommandName> = { readonly [name in Names]: Specification };

/** How to come by the modules of the commands. A bundle that cannot be asked for one leaves it out. */
export type Commands = { readonly [name in CommandName]?: () => Promise<CommandModule> };

/** All commands. `finish` is told the exit status of the one that was run. */
export function buildProgram(
  session: Session,
  commands: Commands,
  finish: (status: ExitStatus) => void,
): Command {
  const { texts } = session;
  const program = new SpokenCommand(texts, 'bangfu');
  program.description(texts.usage.title).version(version, '-V, --version', texts.usage.version);
  // An option after a command is that command's: `format --lang en` translates, `--lang en format` only speaks English.
  program.enablePositionalOptions();
  const specifications: Specifications<CommandName> = {
    ...aboutPolicies(texts),
    ...aboutPeople(texts),
    ...producing(texts),
    ...reviewing(texts),
  };
  for (const [name, specification] of Object.entries(specifications) as [CommandName, Specification][])
    addCommand(program, name, specification, session).action(async (...given: unknown[]) => {
      const load = commands[name];
      if (!load) throw new Error(`the command ${name} is not in this bundle`);
      const { run } = await load();
      // Commander hands over the positional arguments, then the options, then itself.
      finish(await run(session, given.slice(0, -2) as never, given.at(-2) as never));
    });
  return program;
}

function addCommand(
  program: Command,
  name: CommandName,
  { args, options }: Specification,
  session: Session,
): Command {
  const command = program.command(name).description(session.texts.commands[name]);
  for (const [flags, description] of Object.entries(args)) command.argument(flags, description);
  for (const option of options) command.addOption(option);
  return command;
}

function aboutPolicies(texts: Texts): Specifications<'check' | 'format' | 'test' | 'trace'> {
  const { args, options: say } = texts;
  const format = (): Option => choiceOption(texts, '--format <FORMAT>', say.formatFindings, ['text', 'json']);
  return {
    check: {
      args: { '[paths...]': args.paths },
      options: [
        choiceOption(texts, '--format <FORMAT>', say.formatCheckFindings, [
          'text',
          'json',
          'sarif',
          'github',
        ]),
        new Option('--all', say.allFindings),
        new Option('--fix', say.fix),
        new Option('--prove', say.prove),
        secondsOption(texts, '--timeout <SECONDS>', say.timeout),
      ],
    },
    format: {
      args: { '[paths...]': args.paths },
      options: [new Option('--check', say.formatCheck), new Option('--stdout', say.formatStdout)],
    },
    test: {
      args: { '[paths...]': args.policyPaths },
      options: testOptions(texts),
    },
    trace: {
      args: { '[paths...]': args.policyPaths },
      options: [format()],
    },
  };
}

function aboutPeople(texts: Texts): Specifications<'decide' | 'explain' | 'timeline'> {
  const { args, options: say } = texts;
  const format = (description: string, choices: readonly string[]): Option =>
    choiceOption(texts, '--format <FORMAT>', description, choices);
  const shared = (): Option[] => [
    ...bindingOptions(texts),
    repeatedOption('--population <KIND=FILE>', say.others),
    ...dataOptions(texts),
  ];
  return {
    decide: {
      args: { '<policy>': args.policy, '[data]': args.data },
      options: [
        ...shared(),
        new Option('--out <FILE>', say.out),
        format(say.decideFormat, ['table', 'json', 'ndjson', 'csv', 'xlsx', 'parquet']),
        new Option('--brief', say.brief),
      ],
    },
    explain: {
      args: { '<policy>': args.policyOrCode, '[data]': args.oneRecord },
      options: [
        ...shared(),
        new Option('--row <NUMBER>', say.row),
        new Option('--who <ID>', say.who),
        new Option('--register <FILE>', say.register),
        new Option('--events <FILE>', say.eventsFile),
        new Option('--out <FILE>', say.out),
        format(say.explainFormat, ['text', 'letter', 'html', 'docx', 'json', 'ics']),
      ],
    },
    timeline: {
      args: { '<policy>': args.policy, '[events]': args.events },
      options: [
        ...shared(),
        new Option('--applicant <FILE>', say.applicant),
        new Option('--row <NUMBER>', say.row),
        new Option('--ics <FILE>', say.ics),
        format(say.timelineFormat, ['table', 'json']),
      ],
    },
  };
}

function producing(texts: Texts): Specifications<'build' | 'emit' | 'new'> {
  const { args, options: say } = texts;
  return {
    build: {
      args: { '[paths...]': args.policyPaths },
      options: [
        new Option('--out <DIR>', say.outDir).makeOptionMandatory(),
        new Option('--watch', say.watch),
        new Option('--standalone', say.standalone),
      ],
    },
    emit: {
      args: { '<target>': args.target, '<policy>': args.policy },
      options: [
        new Option('--out <FILE>', say.out),
        choiceOption(texts, '--format <FORMAT>', say.formatFindings, ['text', 'json']),
      ],
    },
    new: { args: { '<folder>': args.folder }, options: [] },
  };
}

const testOptions = (texts: Texts): Option[] => [
  choiceOption(texts, '--format <FORMAT>', texts.options.testFormat, ['text', 'json', 'html']),
  new Option('--out <FILE>', texts.options.out),
  new Option('--coverage', texts.options.coverage),
  new Option('--suggest', texts.options.suggest),
  new Option('--mutate', texts.options.mutate),
  new Option('--update', texts.options.updateCases),
  percentOption(texts, '--fail-under <PERCENT>', texts.options.failUnder),
];

function reviewing(texts: Texts): Specifications<'diff' | 'git'> {
  const { args, options: say } = texts;
  return {
    diff: {
      args: { '<old>': args.oldVersion, '[new]': args.newVersion },
      options: [
        choiceOption(texts, '--format <FORMAT>', say.diffFormat, ['text', 'markdown', 'html', 'json']),
        new Option('--out <FILE>', say.out),
        new Option('--fail-on <WHAT>', say.failOn),
        new Option('--beside <PATH>', say.beside),
        repeatedOption('--population <FILE>', say.population),
        repeatedOption('--by <FACT>', say.by),
        new Option('--period <FROM..TO>', say.period),
        new Option('--prove', say.proveDiff),
        secondsOption(texts, '--timeout <SECONDS>', say.timeout),
        ...bindingOptions(texts),
        ...dataOptions(texts),
      ],
    },
    git: {
      args: { '<action>': args.gitAction, '[file]': args.gitFile },
      options: [],
    },
  };
}

const bindingOptions = ({ options: say }: Texts): Option[] => [
  new Option('--as-of <DATE>', say.asOf),
  repeatedOption('--set <NAME=VALUE>', say.set),
  new Option('--parameters <FILE>', say.parameters),
  new Option('--circumstances <FILE>', say.circumstances),
];

const dataOptions = (texts: Texts): Option[] => [
  new Option('--subject <NAME>', texts.options.subject),
  choiceOption(texts, '--input <FORMAT>', texts.options.input, [
    'json',
    'ndjson',
    'yaml',
    'csv',
    'xlsx',
    'parquet',
  ]),
  new Option('--sheet <NAME>', texts.options.sheet),
  new Option('--id <COLUMN>', texts.options.id),
  repeatedOption('--ignore <COLUMN>', texts.options.ignore),
];
