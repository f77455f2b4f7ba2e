import type { Id, Name, Type } from '../../runtime/types.ts';
import type { Statement } from '../ast/statements.ts';
import type { Reporter } from '../diagnostics/diagnostic.ts';
import { IR_VERSION, type Policy, type Programme } from '../ir/policy.ts';
import type { Resolved } from '../resolve/index.ts';
import { idOf } from '../resolve/types.ts';
import { assertions } from './assertions.ts';
import { choices } from './choices.ts';
import { circles } from './circles.ts';
import { Definitions } from './definitions.ts';
import { duties } from './duty.ts';
import { Elaborator } from './elaborate.ts';
import { facts, fallback, parameters, subjects } from './facts.ts';
import type { Scope } from './kit.ts';
import { procedure } from './procedure.ts';
import { programme, sharesOf, tierOf } from './programme.ts';
import { cites } from './clauses.ts';
import { Noted } from './noted.ts';
import type { CheckMemory } from './remembered.ts';
import { dateSpan } from './spans.ts';
import { strayClauses } from './stray.ts';
import { checkTransitions, transitions } from './transition.ts';
import { makeWork, type Range, type Work } from './work.ts';

/**
 * Gives every expression its type and its meaning: syntax becomes the intermediate form.
 * What comes out is complete only when nothing was reported; callers ask the reporter.
 */
export function check(resolved: Resolved, reporter: Reporter, memory?: CheckMemory): Policy {
  const names = new Noted<Id, Name>(resolved.symbols.names);
  const tierTypes = new Noted<Id, Type>();
  const definitions = new Definitions(() => work);
  const kit = new Elaborator(
    resolved,
    reporter,
    (id) => definitions.typeOf(id),
    (id) => work.definitions.get(id)?.subject ?? null,
    (id) => tierTypes.get(id) ?? null,
  );
  const [ranges, optionals] = [new Noted<string, Range>(), new Noted<string, true>()];
  const work: Work = makeWork(kit, names, tierTypes, new Map(), memory, { ranges, optionals });
  const written = { names, tierTypes, ranges, optionals, counters: kit.counters };
  memory?.begin(resolved, written, (id, line) => work.claim(id, line));
  const made = policy(work, definitions, memory);
  circles(made, reporter);
  return made;
}

function policy(work: Work, definitions: Definitions, memory: CheckMemory | undefined): Policy {
  const { notice, symbols, blocks } = work.kit.resolved;
  const circumstances = facts(work, '');
  const subjectList = subjects(work);
  const parameterList = parameters(work);
  for (const entry of symbols.global.values()) if (entry.kind === 'definition') definitions.typeOf(entry.id);
  const programmes = programmesOf(work, blocks('programme'), blocks('shares')[0]);
  const chosen = choices(work, notice.blocks, programmes);
  const procedures = blocks('procedure').map((b) =>
    work.once(`procedure ${b.name ? idOf(b.name) : ''}`, b, () =>
      procedure(work, b, b.name ? idOf(b.name) : '', subjectIfAny(work, b)),
    ),
  );
  const dutyList = notice.blocks
    .filter((b) => b.head === 'duty' || b.head === 'target')
    .flatMap((b, i) => duties(work, b, subjectIfAny(work, b), `duties ${i}`));
  const asserted = blocks('assert').flatMap((b, i) =>
    work.once(`assertions ${i}`, b, () => assertions(work, b, subjectIfAny(work, b))),
  );
  checkTransitions(work);
  strayClauses(work.kit, [notice.header, ...notice.blocks]);
  const header = notice.header.name;
  const id = header ? idOf(header) : 'policy';
  const source = notice.header.children.find((c) => c.head === 'source')?.body;
  const inForce = inForceOf(
    work,
    notice.header.children.find((c) => c.head === 'inForce'),
  );
  if (header) work.name(id, header);
  return {
    ir: IR_VERSION,
    id,
    ...(source?.kind === 'text' ? { source: source.value } : {}),
    names: memory ? memory.sortedOnce(work.names, () => sortedNames(work.names)) : sortedNames(work.names),
    units: [...symbols.units.values()],
    enums: [...symbols.enums.values()].map(({ byName: _, ...rest }) => rest),
    parameters: parameterList,
    circumstances: circumstances.map((f) => fallback(work, f, null)),
    subjects: subjectList.map((s, i) =>
      work.once(`fallbacks ${s.id}`, blocks('subject')[i] ?? notice.header, () => ({
        ...s,
        facts: s.facts.map((f) => fallback(work, f, s.id)),
      })),
    ),
    definitions: [...work.definitions.values()]
      .filter((d) => d !== null)
      .sort((a, b) => work.kit.resolved.compare(a.origin.span.start, b.origin.span.start)),
    programmes,
    ...(chosen.length > 0 ? { choices: chosen } : {}),
    procedures,
    duties: dutyList,
    assertions: asserted,
    ...(inForce ? { inForce } : {}),
    transitions: transitions(work),
  };
}

function sortedNames(names: ReadonlyMap<Id, Name>): Policy['names'] {
  return Object.fromEntries([...names.keys()].sort().map((id) => [id, names.get(id) ?? {}]));
}

/** Tier tables of all programmes come first: rules of one may speak of the tier of another. */
function programmesOf(
  work: Work,
  blocks: readonly Statement[],
  common: Statement | undefined,
): readonly Programme[] {
  const { global, subjects: known } = work.kit.resolved.symbols;
  const scope = (subject: Id): Scope => ({ subject, owner: 'tier', cites: [], binders: [], yearly: false });
  const shares = sharesOf(work, common, 'policy', scope(known[0] ?? ''));
  const entries = blocks.flatMap((block) => {
    const entry = block.name ? global.get(idOf(block.name)) : undefined;
    return entry?.kind === 'programme' && entry.statement === block ? [entry] : [];
  });
  const tiers = entries.map((e) =>
    work.once(`tier ${e.id}`, e.statement, () => tierOf(work, e.statement, e.id, scope(e.subject))),
  );
  return entries.map((e, i) =>
    work.once(`programme ${e.id}`, e.statement, () =>
      programme(work, e.statement, e.id, e.subject, tiers[i], shares),
    ),
  );
}

/** Blocks about nobody's facts (a procedure of the authority, assertions over circumstances) need no subject. */
function subjectIfAny(work: Work, block: Statement): Id | null {
  const { subjects: known } = work.kit.resolved.symbols;
  if (block.subject) return work.kit.resolved.subjectOf(block);
  return known.length === 1 ? (known[0] ?? null) : null;
}

function inForceOf(work: Work, line: Statement | undefined): Policy['inForce'] {
  if (!line?.body) return undefined;
  const scope: Scope = { subject: null, owner: 'inForce', cites: cites(line), binders: [], yearly: false };
  const span = dateSpan(work.kit, line.body, scope);
  return span ? { ...span, origin: work.kit.origin(line.span, cites(line)) } : undefined;
}
