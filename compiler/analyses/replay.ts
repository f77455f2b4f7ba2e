import { InputErrors } from '../../runtime/input/errors.ts';
import type { Events } from '../../runtime/evaluator.ts';
import type { Id } from '../../runtime/types.ts';
import { evaluator } from '../interpret/index.ts';
import { expressions } from '../ir/children.ts';
import type { Expr } from '../ir/expressions.ts';
import { policyMeta } from '../ir/meta.ts';
import type { Definition, Policy, Programme } from '../ir/policy.ts';
import type { Example } from '../diagnostics/diagnostic.ts';
import type { Replay } from '../possible/index.ts';

/** Asks the reference interpreter: the condition as a programme of its own, decided for the example. */
export function replayIn(policy: Policy): Replay {
  return (subject, condition, example) => {
    const about = subject ?? PROBE;
    const asked = withKind(around(policy, condition, probe(about, condition)), about, condition);
    try {
      const { asOf, parameters, circumstances, facts, events = {} } = example;
      const bound = evaluator(asked, undefined, policyMeta(asked, PROBE)).bind({
        asOf,
        parameters,
        circumstances,
        subject: about,
      });
      return answers[bound.decide(facts, dayOf(events)).programmes[PROBE]?.outcome ?? 'undetermined'];
    } catch (error) {
      // An example that no input could give shows nothing.
      if (error instanceof InputErrors) return 'unknown';
      throw error;
    }
  };
}

const dayOf = (events: Example['facts']): Events =>
  Object.fromEntries(Object.entries(events).map(([step, day]) => [step, String(day)]));

const PROBE = 'probe of an analysis';
/** A notice that decides nobody has no kind of record: a plain one stands in. */
function withKind(policy: Policy, id: Id, { origin }: Expr): Policy {
  if (policy.subjects.some((subject) => subject.id === id)) return policy;
  return { ...policy, subjects: [...policy.subjects, { id, origin, facts: [] }] };
}

const answers = { eligible: 'yes', ineligible: 'no', undetermined: 'unknown' } as const;

/** What the condition asks about programmes, steps and duties needs the whole policy; any other only its definitions. */
function around(policy: Policy, condition: Expr, asked: Programme): Policy {
  const definitions = behind(policy, condition);
  const nodes = [condition, ...definitions.map(({ body }) => body)].flatMap((e) => [...expressions(e)]);
  const reachesOut = nodes.some(({ k }) => k === 'outcome' || k === 'stepTime' || k === 'tierOf');
  if (reachesOut || policy.transitions.length > 0)
    return { ...policy, programmes: [...policy.programmes, asked] };
  const { inForce: _, ...timeless } = policy;
  return {
    ...timeless,
    names: {},
    definitions,
    programmes: [asked],
    procedures: [],
    duties: [],
    assertions: [],
  };
}

/** The definitions that a condition reads, directly or through others, through defaults of facts and values of parameters. */
function behind(policy: Policy, condition: Expr): readonly Definition[] {
  const byId = new Map(policy.definitions.map((definition) => [definition.id, definition]));
  const facts = [...policy.circumstances, ...policy.subjects.flatMap((subject) => subject.facts)];
  const found = new Set<Definition>();
  const follow = (root: Expr): void => {
    for (const e of expressions(root)) {
      const definition = e.k === 'def' ? byId.get(e.def) : undefined;
      if (!definition || found.has(definition)) continue;
      found.add(definition);
      follow(definition.body);
    }
  };
  follow(condition);
  for (const { fallback } of facts) if (fallback) follow(fallback);
  for (const row of policy.parameters.flatMap(({ rows }) => rows)) {
    follow(row.from);
    follow(row.value);
  }
  return [...found];
}

function probe(subject: Id, condition: Expr): Programme {
  const { origin, type } = condition;
  const eligible: Expr = { k: 'rule', body: condition, id: `${PROBE}.eligible`, type, origin };
  return {
    id: PROBE,
    subject,
    origin,
    eligible,
    excluded: [],
    amounts: [],
    grants: [],
    routes: [],
    deadlines: [],
  };
}
