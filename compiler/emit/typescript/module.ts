import type { Id } from '../../../runtime/types.ts';
import { policyMeta } from '../../ir/meta.ts';
import type { Assertion, Choice, Fact, Policy } from '../../ir/policy.ts';
import { readsOf } from '../../ir/reads.ts';
import { closing } from './closing.ts';
import { array, type Code, object, onLines, prefixed } from './code.ts';
import { commentOf, nameOf, nameText } from './comments.ts';
import { span } from './comparison.ts';
import { type ConstantText, definitionsCode, tableFunction, tierConstant } from './definitions.ts';
import { dutyCode } from './duty.ts';
import { expression } from './expression.ts';
import { tierTableName } from './module-names.ts';
import { identifier, key, quoted } from './names.ts';
import { plain } from './plain.ts';
import { procedureCode } from './procedure.ts';
import { cites, programmeCode } from './programme.ts';
import { type FunctionText, RuleFunctions } from './rules.ts';
import { type Surface, surfaceOf } from './surface.ts';
import { Unit } from './unit.ts';

/** Everything that a generated module says, in the order in which it is written. */
export interface ModuleText {
  readonly surface: Surface;
  readonly operations: readonly string[];
  readonly types: readonly string[];
  readonly constants: readonly ConstantText[];
  readonly functions: readonly FunctionText[];
  /** The metadata and the evaluator. */
  readonly last: readonly (ConstantText & { readonly exported?: true })[];
}

export function moduleText(policy: Policy): ModuleText {
  const unit = new Unit(policy, readsOf(policy), expression);
  const name = unit.names.of('the evaluator', identifier(policy.id));
  const meta = unit.names.of('the metadata', 'meta');
  unit.typeNames.of('circumstances of the policy', 'Circumstances');
  const surface = surfaceOf(unit);
  const programmes = programmeTexts(unit);
  const duties = dutyTexts(unit);
  const body = implementation(policy, meta, { programmes: programmes.codes, duties: duties.codes }, unit);
  const evaluator = prefixed(`${unit.name('typed')}<${surface.types}>(`, unit.op('definePolicy', body));
  const definitions = definitionsCode(unit);
  const tiers = tierConstants(unit);
  const readers = unit.readers.declarations().map(([group, value]) => ({ name: group, comment: '', value }));
  const made = [...unit.constants].map(([constant, value]) => ({ name: constant, comment: '', value }));
  const rules = ruleConstant([...programmes.metas, ...duties.metas], unit);
  const facts = plain(policyMeta(policy));
  return {
    surface,
    constants: [...made, ...readers, ...rules, ...definitions.constants, ...tiers],
    functions: [...definitions.functions, ...programmes.functions, ...duties.functions],
    last: [
      { name: `${meta}: ${unit.type('PolicyMeta')}`, comment: '', value: facts },
      {
        name,
        comment: `${nameText(nameOf(policy.id, unit), policy.id)}, ready to decide.`,
        value: closed(evaluator),
        exported: true,
      },
    ],
    operations: [...unit.operations].sort(),
    types: [...unit.types].sort(),
  };
}

function closed(code: Code): Code {
  return typeof code === 'string' ? `${code})` : { ...code, close: `${code.close})` };
}

function ruleConstant(metas: BlockTexts['metas'], unit: Unit): readonly ConstantText[] {
  if (metas.length === 0) return [];
  const name = unit.names.of('rules of the module', 'rules');
  return [{ name, comment: 'What is fixed about each rule.', value: onLines(object(metas)) }];
}

/** What stands for programmes or duties, with the functions of their rules. */
interface BlockTexts {
  readonly codes: readonly Code[];
  readonly functions: readonly FunctionText[];
  readonly metas: readonly (readonly [string, Code])[];
}

function programmeTexts(unit: Unit): BlockTexts {
  const texts = unit.policy.programmes.map((programme) => {
    const rules = new RuleFunctions(programme.subject, unit);
    const code = programmeCode(programme, rules, unit);
    const { tier, subject, id } = programme;
    const place = { subject, bound: [] };
    const comment = tier ? `Tiers of ${commentOf(id, tier.origin, unit)}` : '';
    const table = tier && tableFunction(tierTableName(id, unit), comment, tier.table, place, unit);
    return { code, functions: [...rules.functions, ...(table ? [table] : [])], metas: rules.metas };
  });
  return joined(texts);
}

function dutyTexts(unit: Unit): BlockTexts {
  const texts = unit.policy.duties.map((duty) => {
    const rules = new RuleFunctions(duty.subject, unit);
    return { code: dutyCode(duty, rules, unit), functions: rules.functions, metas: rules.metas };
  });
  return joined(texts);
}

function joined(texts: readonly (Omit<BlockTexts, 'codes'> & { readonly code: Code })[]): BlockTexts {
  return {
    codes: texts.map(({ code }) => code),
    functions: texts.flatMap(({ functions }) => functions),
    metas: texts.flatMap(({ metas }) => metas),
  };
}

function tierConstants(unit: Unit): readonly ConstantText[] {
  return unit.policy.programmes.flatMap(({ id, tier }) =>
    tier && unit.tiersRead.has(id) ? [tierConstant(id, tier.table, unit)] : [],
  );
}

interface BlockCodes {
  readonly programmes: readonly Code[];
  readonly duties: readonly Code[];
}

function implementation(policy: Policy, meta: string, { programmes, duties }: BlockCodes, unit: Unit): Code {
  const about = closing(undefined, unit);
  const force = policy.inForce;
  const rows = policy.parameters.filter((item) => item.rows.length > 0);
  return object([
    ['meta', meta],
    ['fallbacks', object(fallbacks(policy, unit))],
    ['parameterRows', object(rows.map((item) => [key(item.id), parameterRows(item.rows, unit)]))],
    ['inForce', force && about.run(span(force, about.place, unit))],
    [
      'versionDays',
      policy.transitions.length > 0 ? array(policy.transitions.map(versionDay(unit))) : undefined,
    ],
    ['programmes', array(programmes)],
    ['choices', policy.choices && array(policy.choices.map((choice) => choiceCode(choice, policy, unit)))],
    ['procedures', array(policy.procedures.map((procedure) => procedureCode(procedure, unit)))],
    ['duties', duties.length > 0 ? array(duties) : undefined],
    ['assertions', array(policy.assertions.flatMap((item) => assertionCode(item, unit)))],
  ]);
}

const versionDay =
  (unit: Unit) =>
  ({ subject, day }: Policy['transitions'][number]): Code =>
    object([
      ['subject', subject === undefined ? undefined : quoted(subject)],
      ['day', closing(subject, unit).time(day)],
    ]);

function fallbacks({ circumstances, subjects }: Policy, unit: Unit): readonly (readonly [string, Code])[] {
  const of = (facts: readonly Fact[], subject: Id | undefined) =>
    facts.flatMap(({ id, fallback }) =>
      fallback ? [[key(id), closing(subject, unit).value(fallback)] as const] : [],
    );
  return [...of(circumstances, undefined), ...subjects.flatMap(({ id, facts }) => of(facts, id))];
}

function parameterRows(rows: Policy['parameters'][number]['rows'], unit: Unit): Code {
  const close = closing(undefined, unit);
  return array(
    rows.map(({ from, value }) =>
      object([
        ['from', close.time(from)],
        ['value', close.value(value)],
      ]),
    ),
  );
}

/** What other notices pay is a fact of the kind of record that the programmes are for. */
function choiceCode({ id, origin, by, members }: Choice, policy: Policy, unit: Unit): Code {
  const first = members.flatMap((one) => ('programme' in one ? [one.programme] : []))[0];
  const close = closing(policy.programmes.find((programme) => programme.id === first)?.subject, unit);
  const codes = members.map((one) =>
    'programme' in one
      ? object([['programme', quoted(one.programme)]])
      : object([
          ['benefit', quoted(one.benefit)],
          ['source', one.source === undefined ? undefined : quoted(one.source)],
          ['amount', close.value(one.amount)],
        ]),
  );
  return object([
    ['id', quoted(id)],
    ['cites', cites(origin.cites)],
    ['by', quoted(by)],
    ['members', array(codes)],
  ]);
}

/** Properties of one record; `随 … 不减` speaks of two and is for the analyses to prove. */
function assertionCode({ id, origin, subject, claim }: Assertion, unit: Unit): readonly Code[] {
  if (claim.k === 'monotone') return [];
  const { place, run } = closing(subject, unit);
  const holds =
    claim.k === 'always'
      ? unit.code(claim.that, place)
      : unit.op('guard', unit.code(claim.when, place), unit.code(claim.then, place), 'true');
  return [
    object([
      ['id', quoted(id)],
      ['cites', cites(origin.cites)],
      ['subject', subject === undefined ? undefined : quoted(subject)],
      ['holds', run(holds)],
    ]),
  ];
}
