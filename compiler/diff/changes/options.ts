import type { EnumMeta } from '../../../runtime/types.ts';
import type { Policy } from '../../ir/policy.ts';
import type { Change } from '../change.ts';
import type { Text } from '../text.ts';
import { change, inside, type Place, type Versions } from '../versions.ts';
import { label, same, side, text } from '../words.ts';

/** Enumerations option by option, and units. One that is new or gone is told with its fact. */
export function optionChanges(v: Versions): readonly Change[] {
  const enums = v.before.enums.flatMap((a) => {
    const b = v.after.enums.find((item) => item.id === v.old.renamed(a.id));
    return b ? enumChanges(v, a, b) : [];
  });
  return [...enums, ...unitChanges(v)];
}

function enumChanges(v: Versions, a: EnumMeta, b: EnumMeta): readonly Change[] {
  const here: Place = { at: b.id, owner: b.id, words: label(v.after, b.id) };
  const option = (policy: Policy, list: EnumMeta, id: string) => side(label(policy, `${list.id}.${id}`));
  const of = (id: string): Place => inside(here, same(''), `${b.id}.${id}`);
  const kept = a.options.filter((id) => b.options.includes(id));
  const now = b.options.filter((id) => a.options.includes(id));
  return [
    ...a.options
      .filter((id) => !b.options.includes(id))
      .map((id) => change('optionRemoved', of(id), option(v.before, a, id), null)),
    ...b.options
      .filter((id) => !a.options.includes(id))
      .map((id) => change('optionAdded', of(id), null, option(v.after, b, id))),
    ...reordered(v, here, a, b, kept.join() !== now.join()),
    ...opened(here, a, b),
  ];
}

/** The order of options decides only where they are ranked. */
function reordered(v: Versions, here: Place, a: EnumMeta, b: EnumMeta, moved: boolean): readonly Change[] {
  const ranked = (a.ordered || b.ordered) && (moved || a.ordered !== b.ordered);
  if (!ranked) return [];
  return [change('optionsReordered', here, side(orderWords(v.before, a)), side(orderWords(v.after, b)))];
}

function orderWords(policy: Policy, list: EnumMeta): Text {
  const joined = (lang: 'zh' | 'en'): string =>
    list.options.map((id) => label(policy, `${list.id}.${id}`)[lang]).join(list.ordered ? ' < ' : ' | ');
  return { zh: joined('zh'), en: joined('en') };
}

function opened(here: Place, a: EnumMeta, b: EnumMeta): readonly Change[] {
  if (a.open === b.open) return [];
  const words = (open: boolean) =>
    side(open ? text('等', 'and others') : text('只有所列', 'only those listed'));
  return [change(b.open ? 'optionsOpened' : 'optionsClosed', here, words(a.open), words(b.open))];
}

function unitChanges(v: Versions): readonly Change[] {
  return v.before.units.flatMap((a) => {
    const b = v.after.units.find((item) => item.id === a.id);
    if (!b || (a.factor === b.factor && a.base === b.base)) return [];
    const words = (policy: Policy, unit: typeof a) => {
      const base = label(policy, unit.base);
      return side({ zh: `${unit.factor} ${base.zh}`, en: `${unit.factor} ${base.en}` });
    };
    return [
      change(
        'unitChanged',
        { at: a.id, owner: a.id, words: label(v.after, a.id) },
        words(v.before, a),
        words(v.after, b),
      ),
    ];
  });
}
