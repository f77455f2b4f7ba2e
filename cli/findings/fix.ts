import { type Diagnostic, type Edit, examine } from '../../compiler/index.ts';
import { systemCode, Unusable } from '../console/failure.ts';
import type { Session } from '../console/session.ts';
import { writeWhole } from '../files/atomic.ts';
import { onDisk } from '../files/policies.ts';
import { readUsed } from '../files/used.ts';
import { readParameters } from '../policy/parameters.ts';
import type { Loaded } from '../policy/load.ts';

/** Repairs may uncover further findings; more rounds than these are none of ours. */
const ROUNDS = 8;

/**
 * Applies the repairs that findings of a file offer. One that does not take its finding away, or brings another, is left
 * out; the file is written once, when all is done.
 */
export async function fixAll(loaded: Loaded, session: Session): Promise<Loaded> {
  const { path } = loaded.source;
  const given =
    path === '-' ? null : await readParameters(onDisk(path, session.texts), undefined, session.texts);
  const look = (text: string): Loaded => {
    const source = { path, text };
    return examine(source, readUsed(path), given ?? undefined);
  };
  let now = loaded;
  let applied = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const better = oneRound(now, look);
    if (better.applied === 0) break;
    applied += better.applied;
    now = better.loaded;
  }
  if (applied === 0) return loaded;
  await writeWhole(path, now.source.text).catch((error: unknown) => {
    throw new Unusable(session.texts.files.unwritable(path, systemCode(error)));
  });
  await session.err.write(`${session.texts.check.fixed(path, applied)}\n`);
  return now;
}

interface Round {
  readonly loaded: Loaded;
  readonly applied: number;
}

/** Each repair by itself, last line first: the places of those before it stay as they are. */
function oneRound(from: Loaded, look: (text: string) => Loaded): Round {
  let now = from;
  let applied = 0;
  let before = Number.POSITIVE_INFINITY;
  for (const one of offers(from).reverse()) {
    const edits = one.fix ?? [];
    if (edits.some(({ span }) => span.end > before)) continue;
    const next = look(edited(now.source.text, edits));
    if (!isBetter(now, next)) continue;
    before = Math.min(...edits.map(({ span }) => span.start));
    now = next;
    applied += 1;
  }
  return { loaded: now, applied };
}

const offers = ({ source, diagnostics }: Loaded): Diagnostic[] =>
  diagnostics.filter(
    ({ path, fix, kept }) => path === source.path && fix !== undefined && kept === undefined,
  );

const isBetter = (was: Loaded, is: Loaded): boolean =>
  open(is, 'error') <= open(was, 'error') && open(is) < open(was);

/** Findings that nothing explains. */
const open = ({ diagnostics }: Loaded, severity?: Diagnostic['severity']): number =>
  diagnostics.filter((one) => one.kept === undefined && (!severity || one.severity === severity)).length;

function edited(text: string, edits: readonly Edit[]): string {
  const last = [...edits].sort((a, b) => b.span.start - a.span.start);
  return last.reduce(
    (now, { span, text: put }) => now.slice(0, span.start) + put + now.slice(span.end),
    text,
  );
}
