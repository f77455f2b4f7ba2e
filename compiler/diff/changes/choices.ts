import type { Choice, ChoiceMember, Policy } from '../../ir/policy.ts';
import type { Change } from '../change.ts';
import type { Text } from '../text.ts';
import {
  change,
  clauseChange,
  expressionChange,
  inside,
  type Place,
  settingChange,
  type Versions,
} from '../versions.ts';
import { label, said, same, side, text } from '../words.ts';

/** `择一`, `不得重复`: which programmes exclude each other, and which of them is paid. */
export function choiceChanges(v: Versions): readonly Change[] {
  const [before, after] = [v.before.choices ?? [], v.after.choices ?? []];
  const twin = (a: Choice): Choice | undefined =>
    after.find(({ id }) => id === v.old.renamed(a.id)) ??
    after.find((b) => !before.some(({ id }) => id === b.id) && sharesMember(v, a, b));
  const pairs = before.map((a) => [a, twin(a)] as const);
  const met = new Set(pairs.map(([, b]) => b));
  return [
    ...pairs.flatMap(([a, b]) => (b ? choiceChange(v, a, b) : [gone(v.before, a)])),
    ...after
      .filter((b) => !met.has(b))
      .map((b) => change('choiceAdded', place(v.after, b), null, whole(v.after, b))),
  ];
}

const place = (policy: Policy, choice: Choice): Place => ({
  at: choice.id,
  owner: choice.id,
  words: label(policy, choice.id),
});
const gone = (policy: Policy, a: Choice): Change =>
  change('choiceRemoved', place(policy, a), whole(policy, a), null);

const idOf = (member: ChoiceMember): string => ('programme' in member ? member.programme : member.benefit);
/** The id of another benefit begins with that of its choice, which comes from the member named first. */
const own = (member: ChoiceMember): string =>
  'programme' in member ? member.programme : `benefit ${member.benefit.split('.').at(-1)}`;

/** The id of a choice comes from its first member. */
function sharesMember(v: Versions, a: Choice, b: Choice): boolean {
  const ids = new Set(b.members.map(own));
  return a.members.some((member) => ids.has(v.old.renamed(own(member))));
}

const BY = {
  highest: text('取高', 'the highest'),
  inOrder: text('依次', 'the first named'),
  unspecified: text('未规定', 'unspecified'),
};

const whole = (policy: Policy, choice: Choice) =>
  side(listed(policy, choice.members, BY[choice.by]), choice.origin);

function listed(policy: Policy, members: readonly ChoiceMember[], by: Text): Text {
  const names = members.map((member) => label(policy, idOf(member)));
  return {
    zh: `${by.zh}：${names.map(({ zh }) => zh).join('、')}`,
    en: `${by.en}: ${names.map(({ en }) => en).join(', ')}`,
  };
}

function choiceChange(v: Versions, a: Choice, b: Choice): readonly Change[] {
  const here = place(v.after, b);
  const now = (member: ChoiceMember): string => v.old.renamed(own(member));
  const twin = (member: ChoiceMember) => b.members.find((other) => own(other) === now(member));
  const known = new Set(a.members.map(now));
  const kept = a.members.filter((member) => twin(member));
  const left = b.members.filter((member) => known.has(own(member)));
  const at = (policy: Policy, member: ChoiceMember): Place =>
    inside(here, label(policy, idOf(member)), idOf(member));
  const origins = { before: a.origin, after: b.origin };
  return [
    ...settingChange('choiceChanged', here, BY[a.by], BY[b.by], origins),
    ...a.members
      .filter((member) => !twin(member))
      .map((member) =>
        change('choiceMemberRemoved', at(v.before, member), memberSide(v.before, a, member), null),
      ),
    ...b.members
      .filter((member) => !known.has(own(member)))
      .map((member) =>
        change('choiceMemberAdded', at(v.after, member), null, memberSide(v.after, b, member)),
      ),
    ...kept.flatMap((member) => memberChange(v, at(v.after, twin(member) ?? member), member, twin(member))),
    ...reordered(v, here, { a, kept: kept.map(now) }, { b, left: left.map(own) }),
    ...clauseChange(here, a.origin, b.origin),
  ];
}

function memberSide(policy: Policy, choice: Choice, member: ChoiceMember) {
  const words = 'programme' in member ? label(policy, member.programme) : said(policy, member.amount);
  return side(words, choice.origin);
}

function memberChange(
  v: Versions,
  here: Place,
  a: ChoiceMember,
  b: ChoiceMember | undefined,
): readonly Change[] {
  if (!b || 'programme' in a || 'programme' in b) return [];
  const source = (member: typeof a): Text | null =>
    member.source === undefined ? null : same(member.source);
  return [
    ...expressionChange('choiceMemberChanged', here, a.amount, b.amount, v),
    ...settingChange('sourceChanged', here, source(a), source(b)),
  ];
}

/** Of equal amounts the first named is paid; where it is not said which one, order means nothing. */
function reordered(
  v: Versions,
  here: Place,
  { a, kept }: { readonly a: Choice; readonly kept: readonly string[] },
  { b, left }: { readonly b: Choice; readonly left: readonly string[] },
): readonly Change[] {
  if (kept.join() === left.join() || (a.by === 'unspecified' && b.by === 'unspecified')) return [];
  return [change('choiceReordered', here, whole(v.before, a), whole(v.after, b))];
}
