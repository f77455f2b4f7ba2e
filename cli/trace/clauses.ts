import type { YamlFile, YamlPath } from '../files/yaml.ts';

export const notEncodedKinds = [
  'exhortation',
  'delegation',
  'definition',
  'duty',
  'undated',
  'outside',
] as const;
export const shownAs = [
  'unspecified',
  'parameter',
  'determination',
  'assertion',
  'comment',
  'calendarRule',
  'outside',
] as const;

/** What `clauses.yaml` says became of one clause of the notice. */
export interface Clause {
  readonly id: string;
  readonly path: YamlPath;
  /** True: cited in the policy. Names: encoded by these. */
  readonly encoded: true | readonly string[] | null;
  readonly determination: string | null;
  readonly notEncoded: { readonly kind: (typeof notEncodedKinds)[number]; readonly why: string } | null;
  readonly note: string | null;
}

/** A defect of the notice and how the policy shows it. */
export interface Defect {
  readonly id: string;
  readonly path: YamlPath;
  readonly shown: (typeof shownAs)[number];
  readonly at: readonly string[];
  readonly note: string | null;
}

export interface ClauseList {
  readonly clauses: readonly Clause[];
  readonly defects: readonly Defect[];
}

export function readClauses(file: YamlFile): ClauseList {
  const top = file.mapping(file.value, []);
  file.onlyKeys(top, ['clauses', 'defects'], []);
  const entries = (key: 'clauses' | 'defects') =>
    Object.entries(file.mapping(top[key], [key])).map(([id, value]) => ({
      id,
      value,
      path: [key, id] as const,
    }));
  return {
    clauses: entries('clauses').map(({ id, value, path }) => readClause(file, id, value, path)),
    defects: entries('defects').map(({ id, value, path }) => readDefect(file, id, value, path)),
  };
}

function readClause(file: YamlFile, id: string, value: unknown, path: YamlPath): Clause {
  const item = file.mapping(value, path);
  file.onlyKeys(item, ['encoded', 'determination', 'notEncoded', 'why', 'note'], path);
  return {
    id,
    path,
    encoded: readEncoded(file, item.encoded, [...path, 'encoded']),
    determination: file.text(item.determination, [...path, 'determination']) ?? null,
    notEncoded: readNotEncoded(file, item.notEncoded, [...path, 'notEncoded']),
    note: file.text(item.note ?? item.why, [...path, 'note']) ?? null,
  };
}

function readEncoded(file: YamlFile, value: unknown, path: YamlPath): Clause['encoded'] {
  if (value === undefined || value === null || value === false) return null;
  return value === true ? true : file.names(value, path);
}

function readNotEncoded(file: YamlFile, value: unknown, path: YamlPath): Clause['notEncoded'] {
  if (value === undefined || value === null) return null;
  const item = file.mapping(value, path);
  file.onlyKeys(item, ['kind', 'why'], path);
  const kind = notEncodedKinds.find((one) => one === item.kind);
  const why = file.text(item.why, [...path, 'why']);
  if (kind === undefined) return file.refuse([...path, 'kind'], file.texts.yaml.oneOf(notEncodedKinds));
  return { kind, why: why ?? file.lacks(path, 'why') };
}

function readDefect(file: YamlFile, id: string, value: unknown, path: YamlPath): Defect {
  const item = file.mapping(value, path);
  file.onlyKeys(item, ['shown', 'at', 'note'], path);
  const shown = shownAs.find((one) => one === item.shown);
  if (shown === undefined) return file.refuse([...path, 'shown'], file.texts.yaml.oneOf(shownAs));
  return {
    id,
    path,
    shown,
    at: file.names(item.at, [...path, 'at']),
    note: file.text(item.note, [...path, 'note']) ?? null,
  };
}
