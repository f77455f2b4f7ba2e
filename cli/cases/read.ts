import type { YamlFile, YamlPath } from '../files/yaml.ts';
import { readSurvivors, readUncoverable, type Survivor, type Uncoverable } from './uncoverable.ts';

type Mapping = { readonly [key: string]: unknown };

/** A record as a difference from the base: `with` replaces facts, `without` makes them unknown. */
export interface Change {
  readonly with: Mapping;
  readonly without: readonly string[];
}

export interface PopulationEntry extends Change {
  readonly id: string;
  readonly copies: number;
}

export interface PolicyCase {
  readonly name: string;
  /** Where it stands in its file, for messages. */
  readonly path: YamlPath;
  readonly clauses: readonly string[];
  readonly asOf: string | undefined;
  readonly subject: string | undefined;
  readonly change: Change;
  readonly parameters: Mapping;
  readonly circumstances: Mapping;
  readonly events: Mapping;
  /** Records of other kinds, by kind, as they are written. */
  readonly populations: Mapping;
  readonly population: readonly PopulationEntry[] | undefined;
  readonly expect: Mapping;
  /** Filled in by `--suggest`, and nobody has held it against the notice yet. */
  readonly unconfirmed: boolean;
}

export interface CasesFile {
  readonly asOf: string | undefined;
  /** Complete records by subject. */
  readonly base: { readonly [subject: string]: Mapping };
  /** Records of other kinds, by kind, where a case gives none of its own. */
  readonly populations: Mapping;
  readonly cases: readonly PolicyCase[];
  readonly uncoverable: readonly Uncoverable[];
  readonly survivors: readonly Survivor[];
}

const caseKeys = [
  'name',
  'clauses',
  'asOf',
  'subject',
  'with',
  'without',
  'parameters',
  'circumstances',
  'events',
  'population',
  'populations',
  'expect',
  'note',
  'unconfirmed',
];

/** Reads `cases.yaml`; anything out of shape is refused with its place. */
export function readCases(file: YamlFile): CasesFile {
  const top = file.mapping(file.value, []);
  file.onlyKeys(top, ['asOf', 'base', 'populations', 'cases', 'uncoverable', 'survivors'], []);
  const base = file.mapping(top.base, ['base']);
  return {
    asOf: file.text(top.asOf, ['asOf']),
    base: Object.fromEntries(
      Object.entries(base).map(([subject, facts]) => [subject, file.mapping(facts, ['base', subject])]),
    ),
    populations: file.mapping(top.populations, ['populations']),
    cases: file.list(top.cases, ['cases']).map((item, at) => readCase(file, item, ['cases', at])),
    uncoverable: file
      .list(top.uncoverable, ['uncoverable'])
      .map((item, at) => readUncoverable(file, item, ['uncoverable', at])),
    survivors: file
      .list(top.survivors, ['survivors'])
      .flatMap((item, at) => readSurvivors(file, item, ['survivors', at])),
  };
}

function readCase(file: YamlFile, value: unknown, path: YamlPath): PolicyCase {
  const item = file.mapping(value, path);
  file.onlyKeys(item, caseKeys, path);
  const mapping = (key: string): Mapping => file.mapping(item[key], [...path, key]);
  return {
    name: file.text(item.name, [...path, 'name']) ?? file.lacks(path, 'name'),
    path,
    clauses: file.names(item.clauses, [...path, 'clauses']),
    asOf: file.text(item.asOf, [...path, 'asOf']),
    subject: file.text(item.subject, [...path, 'subject']),
    change: readChange(file, item, path),
    parameters: mapping('parameters'),
    circumstances: mapping('circumstances'),
    events: mapping('events'),
    populations: mapping('populations'),
    population:
      item.population === undefined
        ? undefined
        : readPopulation(file, item.population, [...path, 'population']),
    expect: mapping('expect'),
    unconfirmed: readFlag(file, item.unconfirmed, [...path, 'unconfirmed']),
  };
}

function readChange(file: YamlFile, item: Mapping, path: YamlPath): Change {
  return {
    with: file.mapping(item.with, [...path, 'with']),
    without: file.names(item.without, [...path, 'without']),
  };
}

function readPopulation(file: YamlFile, value: unknown, path: YamlPath): readonly PopulationEntry[] {
  return file.list(value, path).map((entry, at) => {
    const here = [...path, at];
    const item = file.mapping(entry, here);
    file.onlyKeys(item, ['id', 'copies', 'with', 'without'], here);
    const copies = item.copies ?? 1;
    if (typeof copies !== 'number' || !Number.isSafeInteger(copies) || copies < 1)
      file.refuse([...here, 'copies'], file.texts.yaml.aCount);
    return {
      id: file.text(item.id, [...here, 'id']) ?? String(at + 1),
      copies,
      ...readChange(file, item, here),
    };
  });
}

function readFlag(file: YamlFile, value: unknown, path: YamlPath): boolean {
  if (value === undefined) return false;
  return typeof value === 'boolean' ? value : file.refuse(path, file.texts.yaml.yesOrNo);
}
