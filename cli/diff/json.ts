import { type Change, changeKinds, describeChange, policyVersion } from '../../compiler/index.ts';
import type {
  ChangeEntry,
  DiffDocument,
  PolicyDiff,
  PopulationEntry,
  SideEntry,
  VersionEntry,
} from './document.ts';
import { proofJson } from './proof/json.ts';
import type { PolicyReport, Side } from './report.ts';

/** The report as data, in both languages; its schema is docs/diff.schema.json. */
export function reportJson(reports: readonly PolicyReport[]): string {
  const report: DiffDocument = { schema: 'bangfu.diff/1', policies: reports.map(policyJson) };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function policyJson({ before, after, state, changes, parts, population, proof }: PolicyReport): PolicyDiff {
  const policy = after?.policy ?? before?.policy;
  return {
    ...(policy ? { policy: policy.id } : {}),
    state,
    before: before && sideJson(before),
    after: after && sideJson(after),
    changes: changes.map(changeJson),
    parts,
    ...(population ? { population: populationJson(population) } : {}),
    ...(proof ? { proof: proofJson(proof) } : {}),
  };
}

function sideJson({ version, diagnostics }: Side): VersionEntry {
  const { policy } = version.compiled;
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  return { path: version.shown, version: policy ? policyVersion(policy) : null, errors };
}

function changeJson(change: Change): ChangeEntry {
  const { kind, at, owner, app, decides, place, by } = change;
  return {
    kind,
    at,
    owner,
    app,
    decides,
    title: changeKinds[kind].title,
    place,
    before: change.before && spanned(change.before),
    after: change.after && spanned(change.after),
    ...(by ? { by } : {}),
    text: { zh: describeChange(change, 'zh'), en: describeChange(change, 'en') },
  };
}

function spanned({ text, origin }: NonNullable<Change['before']>): SideEntry {
  return { text, ...(origin ? { line: origin.line, cites: origin.cites } : {}) };
}

function populationJson({
  path,
  asOf,
  period,
  unread,
  result,
  breakdowns,
  curves,
}: NonNullable<PolicyReport['population']>): PopulationEntry {
  return { path, asOf, period, unread, ...result, breakdowns, curves };
}
