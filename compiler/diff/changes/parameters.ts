import type { Parameter, Policy } from '../../ir/policy.ts';
import type { Change } from '../change.ts';
import type { Text } from '../text.ts';
import { change, expressionChange, matched, type Place, settingChange, type Versions } from '../versions.ts';
import { label, named, said, same, side } from '../words.ts';
import { deployedChanges } from './deployed.ts';
import { typeWords } from './facts.ts';

/** Parameters and the dated values that the policy itself gives them. */
export function parameterChanges(v: Versions): readonly Change[] {
  const { both, removed, added } = matched(v, v.before.parameters, v.after.parameters, (item) => item.id);
  return [
    ...both.flatMap(({ before, after }) => parameterChange(v, before, after)),
    ...removed.map((item) => change('parameterRemoved', place(v.before, item), whole(v.before, item), null)),
    ...added.map((item) =>
      change('parameterAdded', place(v.after, item), null, whole(v.after, item), {
        app: item.rows.length > 0 ? 'compatible' : 'breaking',
      }),
    ),
  ];
}

const place = (policy: Policy, item: Parameter): Place => ({
  at: item.id,
  owner: item.id,
  words: label(policy, item.id),
});
const whole = (policy: Policy, item: Parameter) => side(typeWords(policy, item.type), item.origin);
const words = (value: string | undefined): Text | null => (value === undefined ? null : same(value));

function parameterChange(v: Versions, a: Parameter, b: Parameter): readonly Change[] {
  const here = place(v.after, b);
  const renamed = a.id !== b.id;
  const retyped = v.old.written([a.type, a.min, a.max]) !== v.fresh.written([b.type, b.min, b.max]);
  const origins = { before: a.origin, after: b.origin };
  return [
    ...(renamed
      ? [
          change(
            'parameterRenamed',
            here,
            side(named(v.before, a.id), a.origin),
            side(named(v.after, b.id), b.origin),
          ),
        ]
      : []),
    ...(retyped ? [change('parameterTypeChanged', here, whole(v.before, a), whole(v.after, b))] : []),
    ...settingChange('parameterDeterminerChanged', here, words(a.determiner), words(b.determiner), origins),
    ...valueChanges(v, here, a, b),
    ...deployedChanges(v, here, a, b),
  ];
}

type Row = Parameter['rows'][number];

/** Rows are known by their first day. */
function valueChanges(v: Versions, here: Place, a: Parameter, b: Parameter): readonly Change[] {
  const other = (row: Row, list: readonly Row[], own: Versions['old'], theirs: Versions['old']) =>
    list.find((candidate) => own.written(row.from) === theirs.written(candidate.from));
  return [
    ...a.rows.flatMap((row) => {
      const now = other(row, b.rows, v.old, v.fresh);
      return now
        ? expressionChange('parameterValueChanged', here, row.value, now.value, v)
        : [change('parameterValueRemoved', here, dated(v.before, row), null)];
    }),
    ...b.rows
      .filter((row) => !other(row, a.rows, v.fresh, v.old))
      .map((row) => change('parameterValueAdded', here, null, dated(v.after, row))),
  ];
}

function dated(policy: Policy, row: Row) {
  const [from, value] = [said(policy, row.from), said(policy, row.value)];
  return side({ zh: `自 ${from.zh}: ${value.zh}`, en: `from ${from.en}: ${value.en}` }, row.origin);
}
