import type { TruthName } from '../../../runtime/decision.ts';
import type { Id } from '../../../runtime/types.ts';
import { spanEnds } from '../../ir/children.ts';
import type { Expr, Origin, TableRow } from '../../ir/expressions.ts';
import { isLine } from '../../ir/lines.ts';
import { nodesOf } from '../../ir/nodes.ts';
import type { Amount, Duty, Hole, Policy, Programme, Stage, Step } from '../../ir/policy.ts';
import { Possible } from '../../ir/possible.ts';
import { nameOf, wording } from '../../ir/wording.ts';
import type { Item, ItemKind } from './item.ts';

const WORKING_TRUTHS: readonly TruthName[] = ['yes', 'no'];

/** Everything in a policy that cases can try, in the order of the file. */
export function inventory(policy: Policy): readonly Item[] {
  const maker = new Maker(policy);
  const items = [
    ...policy.programmes.flatMap((programme) => maker.programme(programme)),
    ...policy.procedures.flatMap(({ steps }) => steps.map((step) => maker.step(step))),
    ...policy.duties.map((duty) => maker.duty(duty)),
    ...maker.conditions(),
  ];
  return items.filter(({ wanted }) => wanted.length > 0).sort((a, b) => a.line - b.line);
}

interface Located {
  readonly id: Id;
  readonly origin: Origin;
}

class Maker {
  readonly #policy: Policy;
  readonly #possible: Possible;

  constructor(policy: Policy) {
    this.#policy = policy;
    this.#possible = new Possible(policy);
  }

  programme(programme: Programme): readonly Item[] {
    const outcomes = this.#possible.outcomes(programme.eligible, programme.excluded);
    const named = { yes: 'eligible', no: 'ineligible', unknown: 'undetermined' } as const;
    const { routes, grants, amounts, deadlines, documents, select } = programme;
    return [
      this.#item(
        'programme',
        programme,
        outcomes.map((truth) => named[truth]),
      ),
      ...routes.flatMap(({ items }) =>
        items.map((item) => this.#item('route', item, this.#possible.ofLine(item.when))),
      ),
      ...grants.map((grant) =>
        this.#item('grant', grant, grantResults(grant.when && this.#possible.truths(grant.when), outcomes)),
      ),
      ...amounts.map((amount) => this.#item('amount', amount, amountResults(amount, outcomes))),
      ...(documents?.items ?? []).map((item) => this.#item('document', item, ['submitted', 'notSubmitted'])),
      ...deadlines.map((item) => this.#item('deadline', item, ['met', 'missed', 'open'])),
      ...(select ?? []).map((stage) => this.#item('stage', stage, stageResults(stage))),
    ];
  }

  step(step: Step): Item {
    const applies = step.when ? this.#possible.truths(step.when) : ['yes' as const];
    const limits = step.due.map(({ span }) => spanEnds(span).some((end) => end.k === 'hole'));
    const dated = limits.includes(false) || step.during !== undefined;
    // While one of its last days is open, nobody can say that it was done in time.
    const open = limits.includes(true);
    const wanted = [
      ...(applies.includes('yes')
        ? [
            ...(open ? [] : ['done', 'open']),
            ...(dated ? ['late', 'overdue'] : []),
            ...(step.needs ? ['waiting'] : []),
          ]
        : []),
      ...(applies.includes('no') ? ['notApplicable'] : []),
      ...(open || applies.every((truth) => truth === 'unknown') ? ['undetermined'] : []),
    ];
    return this.#item('step', step, wanted);
  }

  duty(duty: Duty): Item {
    const must = this.#possible.ofLine(duty.must);
    const applies = duty.when ? this.#possible.truths(duty.when) : ['yes' as const];
    const settled = [...(must.includes('yes') ? ['met'] : []), ...(must.includes('no') ? ['breached'] : [])];
    const timed = duty.due.length > 0 || duty.every !== undefined;
    const wanted = applies.includes('yes')
      ? [...settled, ...(settled.includes('breached') && timed ? ['notDue'] : [])]
      : [];
    const excusable =
      applies.includes('no') || duty.excused.some((e) => this.#possible.truths(e).includes('yes'));
    return this.#item('duty', duty, [
      ...wanted,
      ...(must.includes('unknown') || wanted.length === 0 ? ['undetermined'] : []),
      ...(excusable ? ['notApplicable'] : []),
    ]);
  }

  /** Rules, rows and branches wherever they stand; assertions are about cases and not tried by them. */
  conditions(): readonly Item[] {
    const { assertions, transitions, ...rest } = this.#policy;
    // Items of 分流 and duties are named as the rule in them: one thing, counted once.
    const named = new Set([
      ...rest.programmes.flatMap(({ routes }) => routes.flatMap(({ items }) => items.map(({ id }) => id))),
      ...rest.duties.map(({ id }) => id),
    ]);
    const items = new Map<string, Item>();
    const add = (item: Item): void => {
      if (!items.has(item.id)) items.set(item.id, item);
    };
    for (const { body } of rest.definitions) if (body.type.t === 'bool') add(this.#rule(body));
    for (const e of nodesOf(rest)) {
      if (e.k === 'rule' && !named.has(e.id)) add(this.#rule(e));
      if (e.k === 'table') for (const row of e.rows) add(this.#row(row));
      for (const branch of branchesOf(e)) add(this.#branch(branch));
    }
    for (const { shares } of rest.programmes) for (const row of shares?.rows ?? []) add(this.#row(row));
    for (const when of this.#ownersConditions()) add(this.#branch(when));
    return [...items.values()];
  }

  /** `当` of things that are no expressions themselves. */
  #ownersConditions(): readonly Expr[] {
    const { programmes, procedures, duties } = this.#policy;
    const owners = [
      ...programmes.flatMap((one) => [
        ...one.amounts,
        ...one.grants,
        ...one.deadlines,
        ...(one.documents?.items ?? []),
      ]),
      ...procedures.flatMap(({ steps }) => steps),
      ...duties,
    ];
    const stages = programmes.flatMap(({ select }) => select ?? []);
    return [...owners.map(({ when }) => when), ...stages.flatMap(({ only, must }) => [only, must])].filter(
      (e) => e !== undefined,
    );
  }

  #rule(e: Expr): Item {
    return this.#item('rule', e, this.#possible.ofLine(e), e.k === 'rule' ? undefined : e);
  }

  #row(row: Pick<TableRow, 'id' | 'origin' | 'cases'>): Item {
    return this.#item('row', row, ['taken'], row.cases.find((test) => test !== null) ?? undefined);
  }

  #branch(e: Expr): Item {
    return this.#item('branch', e, this.#working(e), e);
  }

  /** Both ways; open only where it cannot be otherwise. */
  #working(e: Expr): readonly TruthName[] {
    const possible = this.#possible.truths(e);
    const settled = WORKING_TRUTHS.filter((truth) => possible.includes(truth));
    return settled.length > 0 ? settled : possible;
  }

  #item(kind: ItemKind, { id, origin }: Located, wanted: readonly string[], words?: Expr): Item {
    const { names } = this.#policy;
    const text = (lang: 'zh' | 'en'): string => {
      const named = kind !== 'branch' && names[id] !== undefined;
      return named || words === undefined ? nameOf(names, id, lang) : wording(words, names, lang) || id;
    };
    return {
      kind,
      id,
      line: origin.line,
      cites: origin.cites,
      text: { zh: text('zh'), en: text('en') },
      wanted,
    };
  }
}

/** The conditions on which an expression turns and that are not lines of their own. */
function branchesOf(e: Expr): readonly Expr[] {
  switch (e.k) {
    case 'if':
      return [e.c];
    case 'guard':
      return [e.when];
    case 'except':
      return e.by.filter((by) => !isLine(by));
    case 'all':
    case 'any':
    case 'atLeast':
      return e.parts.filter((part) => !isLine(part)).map(bare);
    case 'aggregate':
      return [e.source.where, e.test]
        .filter((test) => test !== undefined)
        .filter((test) => !isGroup(test))
        .map(bare);
    default:
      return [];
  }
}

const isGroup = (e: Expr): boolean => e.k === 'all' || e.k === 'any' || e.k === 'atLeast';

const bare = (e: Expr): Expr => (e.k === 'not' ? bare(e.a) : e);

function amountResults({ cap, floor }: Amount, outcomes: readonly TruthName[]): readonly string[] {
  if (!outcomes.includes('yes')) return [];
  return [
    'paid',
    ...(cap && cap.k !== 'hole' ? ['capped', 'uncapped'] : []),
    ...(floor && floor.k !== 'hole' ? ['floored', 'unfloored'] : []),
  ];
}

/** Who is not eligible is told of no benefit, so that one without a `当` is never refused. */
function grantResults(
  when: readonly TruthName[] = ['yes'],
  outcomes: readonly TruthName[] = [],
): readonly TruthName[] {
  const offered = outcomes.includes('yes');
  return [
    ...(offered && when.includes('yes') ? (['yes'] as const) : []),
    ...(offered && when.includes('no') ? (['no'] as const) : []),
  ];
}

/** Without an order nobody is sure to be left out, except for failing `须`. */
function stageResults({ order, must, only, refill, limits }: Stage): readonly string[] {
  const ordered = !('k' in order);
  const limited = limits.some((limit) => limit.k !== 'hole');
  return [
    ...(limited ? ['in'] : []),
    ...((ordered && limited) || must ? ['out'] : []),
    'undetermined',
    ...(ordered && limited ? ['tie'] : []),
    ...(must && ordered && !isHole(refill) ? ['refill'] : []),
    ...(only ? ['notInPool'] : []),
  ];
}

const isHole = (value: boolean | Hole): value is Hole => typeof value === 'object';
