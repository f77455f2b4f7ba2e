import type { TraceCounts, TraceProblem } from '../shapes.ts';
import { list, many } from './lists.ts';

export const reports = {
  check: {
    summary: (files: number, errors: number, warnings: number, kept: number) =>
      `Checked ${many(files, 'policy', 'policies')}: ${many(errors, 'error')}, ${many(warnings, 'warning')}${kept > 0 ? `; ${many(kept, 'defect')} of the notices, each explained` : ''}`,
    keptHint: ' (--all lists them)',
    moreHint: 'bangfu explain CODE shows what a finding means, with an example',
    kept: 'as in the notice',
    fixed: (path: string, count: number) => `${path}: ${many(count, 'finding')} repaired`,
    reason: (reason: string) => `Reason: ${reason}`,
    cites: (cites: readonly string[]) => `cite ${list(cites)}`,
  },
  explainCode: {
    found: 'Found in:',
    mended: 'As it should be:',
    unknown: (code: string) => `There is no finding ${code}; docs/diagnostics.md lists them all.`,
  },
  format: {
    summary: (files: number, changed: number, failed: number) =>
      `${many(files, 'file')}, ${changed} rewritten${failed > 0 ? `, ${failed} left alone for syntax errors` : ''}`,
    checkSummary: (files: number, changed: number, failed: number) =>
      `${many(files, 'file')}, ${changed} not in canonical form${failed > 0 ? `, ${failed} with syntax errors` : ''}`,
  },
  test: {
    noCases: (path: string) => `There is no cases.yaml beside ${path}`,
    passed: 'passed',
    failed: 'failed',
    expected: 'expected',
    found: 'found',
    clauses: (cites: readonly string[]) => (cites.length > 0 ? ` (cite ${list(cites)})` : ''),
    unconfirmed: (count: number) =>
      `${many(count, 'case')} with a computed result that nobody has held against the notice yet (unconfirmed: true)`,
    badInput: 'bad data',
    summary: (cases: number, failed: number) =>
      failed === 0 ? `All ${many(cases, 'case')} passed` : `${many(cases, 'case')}, ${failed} failed`,
  },
  trace: {
    noList: (path: string) => `There is no ${path}: nothing to account for.`,
    clause: 'clause',
    status: 'treatment',
    by: 'encoded by, or why not',
    tested: 'tested by',
    statuses: {
      encoded: 'encoded',
      determination: 'determination',
      notEncoded: 'not encoded',
      unaccounted: 'unaccounted for',
    },
    kinds: {
      exhortation: 'exhortation',
      delegation: 'delegation',
      definition: 'definition',
      duty: 'duty',
      undated: 'undated',
      outside: 'outside this policy',
    },
    defect: 'defect',
    shownAs: 'shown as',
    where: 'at',
    note: 'note',
    shown: {
      unspecified: 'unspecified',
      parameter: 'parameter',
      determination: 'determination',
      assertion: 'assertion',
      comment: 'comment',
      calendarRule: 'calendar rule',
      outside: 'outside',
    },
    inForce: 'in force',
    decidedBy: (who: string) => `determined by ${who}`,
    because: (kind: string, why: string) => `${kind}: ${why}`,
    more: (count: number) => `and ${count} more`,
    problem: (problem: TraceProblem): string => {
      switch (problem.why) {
        case 'unaccounted':
          return `${problem.clause}: neither encoded nor said why not`;
        case 'notCited':
          return `${problem.clause}: listed as encoded, but nothing in the policy cites it`;
        case 'noSuchName':
          return `${problem.clause}: the policy has no "${problem.name}"`;
        case 'notListed':
          return `${problem.clause}: cited on line ${problem.line} of the policy, but not in the clause list`;
        case 'caseNamesUnlisted':
          return `${problem.clause}: named by the case "${problem.case}", but not in the clause list`;
      }
    },
    summary: (n: TraceCounts) =>
      `${many(n.clauses, 'clause')}: ${n.encoded} encoded, ${n.determination} to be determined, ${n.notEncoded} not encoded, ` +
      `${n.unaccounted} unaccounted for; ${n.tested} tested by cases; ${many(n.problems, 'mismatch', 'mismatches')}`,
  },
  timeline: {
    summary: (name: string) => `${name}: due`,
    noDueDates: 'There is no due date that is settled yet; no calendar was written.',
    step: 'step',
    actor: 'by',
    state: 'state',
    due: 'due',
    start: 'start',
    end: 'done',
    next: 'next',
    waitsFor: 'waits for',
    paused: (days: number) => `${days} ${days === 1 ? 'day' : 'days'} not counted`,
    note: 'note',
    states: {
      done: 'done',
      late: 'done late',
      open: 'open',
      overdue: 'overdue',
      waiting: 'waiting',
      undetermined: 'undetermined',
      notApplicable: 'not applicable',
    },
    none: 'This policy has no procedure.',
    clauses: 'clauses',
    warning: (detail: string) => `Note: ${detail}`,
  },
  build: {
    built: (count: number, folder: string) => `Built ${many(count, 'policy', 'policies')} into ${folder}`,
    watching: 'Waiting for changes (Ctrl-C ends)',
    noRuntime: (path: string) => `The runtime is not at ${path}; build bangfu first.`,
    sameName: (name: string, one: string, other: string) =>
      `"${one}" and "${other}" would both become ${name}; put them into different folders.`,
  },
  new: {
    made: (folder: string) => `Made ${folder} with notice.policy, cases.yaml, clauses.yaml, parameters.yaml`,
    next: (folder: string) =>
      `Next:\n  bangfu check ${folder}\n  bangfu test ${folder}\n  bangfu trace ${folder}`,
  },
};
