import { type Diagnostic, mended, referenceOf, type SourceFile, type Span } from '../../compiler/index.ts';
import type { Session } from '../console/session.ts';
import type { Loaded } from '../policy/load.ts';
import { version } from '../version.ts';
import { type Finding, findingsOf } from './findings.ts';
import { regionOf, reportPath } from './places.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** A log in the format of OASIS SARIF 2.1.0, for code scanning. What a policy explains is there as accepted. */
export function sarifLog(session: Session, checked: readonly Loaded[]): string {
  const findings = findingsOf(checked);
  const codes = [...new Set(findings.map(({ found }) => found.code))].sort();
  const files = [...new Set(checked.flatMap(({ sources }) => sources.map(({ path }) => uri(path))))];
  const run = {
    tool: { driver: { name: 'bangfu', version, rules: codes.map((code) => rule(code, session)) } },
    columnKind: 'utf16CodeUnits',
    artifacts: files.map((file) => ({ location: { uri: file }, encoding: 'UTF-8' })),
    results: findings.map((each) => result(each, codes, session)),
  };
  return `${JSON.stringify({ $schema: SCHEMA, version: '2.1.0', runs: [run] }, null, 2)}\n`;
}

const uri = (path: string): string => encodeURI(reportPath(path));

function rule(code: string, { language }: Session): object {
  const reference = referenceOf(code);
  if (!reference) return { id: code };
  const { title, severity, bad, message, hint } = reference;
  const said = [message[language], hint[language]];
  return {
    id: code,
    shortDescription: { text: title[language] },
    defaultConfiguration: { level: severity },
    // The page itself: a place for it on the web would be somebody else's to keep.
    help: {
      text: said.join('\n'),
      markdown: [fenced(bad), ...said, fenced(mended(reference))].join('\n\n'),
    },
  };
}

const fenced = (text: string): string => ['```', text.trimEnd(), '```'].join('\n');

function result({ found, sources }: Finding, codes: readonly string[], { language }: Session): object {
  const { message, hint } = found[language];
  return {
    ruleId: found.code,
    ruleIndex: codes.indexOf(found.code),
    level: found.severity,
    message: { text: [message, hint].filter((part) => part !== '').join('\n') },
    locations: [{ physicalLocation: place(found.path, found.span, sources) }],
    ...(found.related.length > 0
      ? {
          relatedLocations: found.related.map((other, id) => ({
            id,
            physicalLocation: place(other.path, other.span, sources),
            message: { text: other[language] },
          })),
        }
      : {}),
    ...(found.fix ? { fixes: [fix(found, sources)] } : {}),
    ...(found.kept === undefined
      ? {}
      : { suppressions: [{ kind: 'inSource', status: 'accepted', justification: found.kept }] }),
    properties: { cites: found.cites ?? [], ...(found.example ? { example: found.example } : {}) },
  };
}

function place(path: string, span: Span, sources: readonly SourceFile[]): object {
  return { artifactLocation: { uri: uri(path) }, region: region(path, span, sources) };
}

function region(path: string, span: Span, sources: readonly SourceFile[]): object {
  const { from, to } = regionOf(path, span, sources);
  return { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column };
}

function fix({ path, fix: edits = [] }: Diagnostic, sources: readonly SourceFile[]): object {
  const replacements = edits.map(({ span, text }) => ({
    deletedRegion: region(path, span, sources),
    insertedContent: { text },
  }));
  return { artifactChanges: [{ artifactLocation: { uri: uri(path) }, replacements }] };
}
