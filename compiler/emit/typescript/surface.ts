import type { InterfaceDeclarationStructure, OptionalKind, TypeAliasDeclarationStructure } from 'ts-morph';
import type { FactMeta, Type } from '../../../runtime/types.ts';
import { expressions } from '../../ir/children.ts';
import type { Expr } from '../../ir/expressions.ts';
import { policyMeta } from '../../ir/meta.ts';
import type { Programme } from '../../ir/policy.ts';
import { docs, factComment, nameOf, nameText } from './comments.ts';
import { type InputType, inputType, optionUnion, union } from './input-types.ts';
import { property, quoted, typeName } from './names.ts';
import type { Unit } from './unit.ts';

type Interface = OptionalKind<InterfaceDeclarationStructure>;
type Alias = OptionalKind<TypeAliasDeclarationStructure>;

/** The types of a generated module: what goes in and which names come out. */
export interface Surface {
  readonly aliases: readonly Alias[];
  readonly interfaces: readonly Interface[];
  /** Name of the interface that holds all names of the policy. */
  readonly types: string;
}

export function surfaceOf(unit: Unit): Surface {
  const { policy } = unit;
  const interfaces: Interface[] = [];
  const isLookedAt = policyMeta(policy).populations !== undefined;
  const facts = (name: string, comment: string, list: readonly FactMeta[]) => {
    interfaces.push(...factInterfaces(name, comment, list, unit));
    return name;
  };
  const kinds = policy.subjects.map(({ id, facts: list }) => {
    const name = facts(
      subjectName(id, unit),
      `What is known of one record; leave out what is not known. ${nameText(nameOf(id, unit), id)}.`,
      list,
    );
    if (isLookedAt) identify(interfaces, name, list);
    return `readonly ${property(id)}: ${name}`;
  });
  facts('Circumstances', 'The same for all records of a run.', policy.circumstances);
  interfaces.push(parametersInterface(unit));
  const types = unit.typeNames.of('names of the policy', `${typeName(policy.id)}Types`);
  interfaces.push(namesInterface(types, kinds, unit));
  return {
    aliases: [...policy.enums.map((item) => enumAlias(item, unit)), ...idAliases(unit)],
    interfaces,
    types,
  };
}

/** Where rules look at other records, a record may say what these call it. */
function identify(interfaces: Interface[], name: string, facts: readonly FactMeta[]): void {
  const at = interfaces.findIndex((one) => one.name === name);
  const made = interfaces[at];
  if (!made || facts.some(({ id }) => id === 'id')) return;
  const id = {
    name: 'id',
    isReadonly: true,
    hasQuestionToken: true,
    type: 'string | number',
    docs: docs('What other records call this one.'),
  };
  interfaces[at] = { ...made, properties: [id, ...(made.properties ?? [])] };
}

function subjectName(id: string, unit: Unit): string {
  return unit.typeNames.of(`subject ${id}`, typeName(id));
}

function enumName(id: string, unit: Unit): string {
  return unit.typeNames.of(`enum ${id}`, typeName(id));
}

function enumAlias(item: Unit['policy']['enums'][number], unit: Unit): Alias {
  const options = item.options.map(
    (option) => `${option}: ${nameText(nameOf(`${item.id}.${option}`, unit), option)}`,
  );
  const name = nameText(nameOf(item.id, unit), item.id);
  return {
    isExported: true,
    name: enumName(item.id, unit),
    type: optionUnion(item),
    docs: docs(`${name}. ${options.join('; ')}.`),
  };
}

/** An interface of facts, and one for the records of each list before it. */
function factInterfaces(
  name: string,
  comment: string,
  list: readonly FactMeta[],
  unit: Unit,
): readonly Interface[] {
  const records: Interface[] = [];
  const properties = list.map((fact) => {
    const fields = recordFields(fact.type);
    const record = unit.typeNames.of(`record ${name}.${fact.id}`, `${typeName(fact.id)}Item`);
    if (fields)
      records.push(
        ...factInterfaces(record, `One of ${nameText(nameOf(fact.id, unit), fact.id)}.`, fields, unit),
      );
    return factProperty(fact, record, unit);
  });
  return [...records, { isExported: true, name, docs: docs(comment), properties }];
}

function factProperty(fact: FactMeta, record: string, unit: Unit) {
  const type = valueType(fact.type, record, unit);
  return {
    name: property(fact.id),
    isReadonly: true,
    hasQuestionToken: true,
    type: fact.optional ? `${type} | null` : type,
    docs: docs(factComment(fact, undefined, unit)),
  };
}

function valueType(type: Type, recordName: string, unit: Unit): string {
  const use = (name: InputType) => unit.type(name);
  return inputType(type, {
    enumName: (id) => enumName(id, unit),
    isOpen: (id) => unit.policy.enums.some((one) => one.id === id && one.open),
    recordName,
    use,
  });
}

function recordFields(type: Type): readonly FactMeta[] | null {
  if (type.t === 'record') return type.fields;
  return type.t === 'list' || type.t === 'keyed' ? recordFields(type.of) : null;
}

function parametersInterface(unit: Unit): Interface {
  const properties = unit.policy.parameters.map((parameter) => {
    const fact = { ...parameter, optional: false };
    const { type, ...rest } = factProperty(fact, `${typeName(parameter.id)}Item`, unit);
    return { ...rest, type: `${unit.type('Dated')}<${type}>` };
  });
  return { isExported: true, name: 'Parameters', docs: docs('Bound once for a deployment.'), properties };
}

/** Unions of the ids that decisions carry. */
function idAliases(unit: Unit): readonly Alias[] {
  const { programmes, duties } = unit.policy;
  const rules = [
    ...programmes.flatMap(ruleIds),
    ...duties.flatMap((duty) => within([duty.must, ...duty.excused])),
  ];
  const alias = (name: string, ids: readonly string[], comment: string): Alias => ({
    isExported: true,
    name,
    type: union(ids),
    docs: docs(comment),
  });
  return [
    alias(
      'ProgrammeId',
      programmes.map(({ id }) => id),
      'Programmes that are decided.',
    ),
    alias('RuleId', rules, 'Conditions and exclusions, as decisions report them.'),
    alias('TierRowId', programmes.flatMap(tierIds), 'Rows of the tier tables.'),
  ];
}

function ruleIds({ eligible, excluded }: Programme): readonly string[] {
  return within([eligible, ...excluded]);
}

/** Ids of rules with those of the lines below them. */
function within(roots: readonly Expr[]): readonly string[] {
  const all = roots.flatMap((root) => [
    root.id,
    ...[...expressions(root)].filter((e) => e.k === 'rule').map((e) => e.id),
  ]);
  return [...new Set(all)];
}

function tierIds({ tier }: Programme): readonly string[] {
  return tier?.table.rows.map((row) => row.id) ?? [];
}

function hitIds({ excluded, deadlines }: Programme): readonly string[] {
  const forfeiting = deadlines.filter((item) => item.late === 'forfeit');
  return [...excluded, ...forfeiting].map(({ id }) => id);
}

function namesInterface(name: string, kinds: readonly string[], unit: Unit): Interface {
  const { programmes, procedures, duties } = unit.policy;
  const programme = (p: Programme) =>
    `readonly ${property(p.id)}: { readonly subject: ${quoted(p.subject)}; readonly rules: ${union([...ruleIds(p), ...p.deadlines.map(({ id }) => id)])}; readonly hits: ${union(hitIds(p))}; readonly tiers: ${union(tierIds(p))} }`;
  const procedure = (p: (typeof procedures)[number]) =>
    `readonly ${property(p.id)}: { readonly subject: ${p.subject === undefined ? 'string' : quoted(p.subject)}; readonly steps: ${union(p.steps.map(({ id }) => id))} }`;
  const duty = ({ id, subject }: (typeof duties)[number]) =>
    `readonly ${property(id)}: { readonly subject: ${subject === undefined ? 'string' : quoted(subject)} }`;
  const members = [
    ['subjects', block(kinds)],
    ['parameters', 'Parameters'],
    ['circumstances', 'Circumstances'],
    ['programmes', block(programmes.map(programme))],
    ['procedures', block(procedures.map(procedure))],
    ['duties', block(duties.map(duty))],
  ] as const;
  const properties = members.map(([member, type]) => ({ name: member, isReadonly: true, type }));
  return {
    isExported: true,
    name,
    docs: docs('All names of the policy, for the types of its decisions.'),
    properties,
  };
}

function block(members: readonly string[]): string {
  return members.length === 0
    ? 'Record<never, never>'
    : `{\n${members.map((member) => `  ${member};\n`).join('')}}`;
}
