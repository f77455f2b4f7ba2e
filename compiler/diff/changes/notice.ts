import type { Name } from '../../../runtime/types.ts';
import type { Policy } from '../../ir/policy.ts';
import type { Change } from '../change.ts';
import { change, clauseChange, type Place, settingChange, type Versions } from '../versions.ts';
import { label, same, side, text } from '../words.ts';
import { spanChange } from './spans.ts';

/** What is said of the notice as a whole. */
export function noticeChanges(v: Versions): readonly Change[] {
  const here: Place = { at: v.after.id, owner: v.after.id, words: label(v.after, v.after.id) };
  const name = (policy: Policy) => label(policy, policy.id);
  const source = (policy: Policy) => (policy.source === undefined ? null : same(policy.source));
  const term = (policy: Policy) => policy.inForce && { origin: policy.inForce.origin, span: policy.inForce };
  const [a, b] = [v.before.inForce, v.after.inForce];
  return [
    ...(v.before.id === v.after.id
      ? []
      : settingChange('noticeRenamed', here, name(v.before), name(v.after))),
    ...settingChange('sourceChanged', here, source(v.before), source(v.after)),
    ...spanChange('inForceChanged', v, here, term(v.before), term(v.after)),
    ...(a && b ? clauseChange(here, a.origin, b.origin) : []),
  ];
}

/** The same id under another label in one of the languages. */
export function labelChanges(v: Versions): readonly Change[] {
  return Object.entries(v.before.names).flatMap(([id, name]) => {
    const now = v.after.names[id];
    if (!now || made(id) || !differs(name, now)) return [];
    const place: Place = { at: id, owner: id, words: same('') };
    const words = (one: Name) => text(one.zh ?? one.en ?? id, one.zh ?? one.en ?? id);
    return [change('labelChanged', place, side(words(name)), side(words(now)))];
  });
}

/** Names that the compiler makes of what a line says change with it, and are told there. */
const made = (id: string): boolean => /\.\d+$|[ ,<>"]/.test(id);
const differs = (a: Name, b: Name): boolean => a.zh !== b.zh && a.zh !== undefined && b.zh !== undefined;
