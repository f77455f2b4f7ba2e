import type { Bind, Lowered } from '../../lower/index.ts';
import type { Need } from '../../lower/write/bound.ts';
import type { Surround } from '../../lower/write/scope.ts';
import { bindWriter, givenCode } from './names.ts';

/** Statements that work out what is bound, in the order in which one rests on another. */
export function bindingCode(lowered: Lowered, around: Surround): string {
  // Writing a value may ask for another: those are put before it.
  const written = new Map<number, string>();
  const write = (index: number): void => {
    const bind = lowered.binds[index];
    if (!bind || written.has(index)) return;
    const before = new Set(around.binds);
    const code = bindCode(bind, lowered, around);
    for (const other of around.binds) if (!before.has(other)) write(other);
    written.set(index, `const b${index}=${code};`);
  };
  for (const index of [...around.binds].sort((a, b) => a - b)) write(index);
  const bits = [...around.bits].map((index) => `const t${index}=${around.op('bitsOf', `b${index}`)};`);
  return [...written.values(), ...bits].join('\n');
}

function bindCode(bind: Bind, lowered: Lowered, around: Surround): string {
  if (bind.k === 'given') return givenCode(bind.given, lowered, around);
  const writer = bindWriter(lowered, around);
  if (bind.k === 'value') return writer.value(bind.value);
  const day = bind.steps.reduce((code, step) => {
    if (step.k === 'calendar')
      return writer
        .number({
          holds: 'number',
          at: '',
          k: 'calendar',
          fn: step.fn,
          ofMonth: step.ofMonth,
          args: [variable],
        })
        .replace(VARIABLE, code);
    const n = writer.number(step.n);
    if (step.k === 'shift') return around.op(step.by === 'month' ? 'addMonths' : 'addDays', code, n, "''");
    return around.op(step.sign === 1 ? 'add' : 'subtract', code, n);
  }, 'd');
  const [min, max] = bind.range;
  return around.op(
    'lastDay',
    `(d)=>${day}`,
    writer.number(bind.bound),
    `${bind.inclusive}`,
    `${min}`,
    `${max}`,
  );
}

/** Stands for the value so far. */
const VARIABLE = '-999999999';
const variable = { holds: 'number', at: '', k: 'lit', value: -999_999_999 } as const;

/** Whether what plain values rest on is settled and in range. */
export function readyCode(needs: ReadonlyMap<number, Need>): string {
  const tests = [...needs].map(([index, need]) => {
    if (need === 'truth') return `typeof b${index}==='boolean'`;
    if (need === 'text') return `typeof b${index}==='string'`;
    return `b${index}!==null&&b${index}>=${need[0]}&&b${index}<=${need[1]}`;
  });
  return tests.join('&&') || 'true';
}
