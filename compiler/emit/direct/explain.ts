import type { Line, LoweredAmount, LoweredSubject, Straight } from '../../lower/index.ts';
import type { OpenWriter } from '../../lower/write/open.ts';
import { quoted, type Surround } from '../../lower/write/scope.ts';
import { openFrame, rootsOf, twice } from './functions.ts';

/** `e0(r)`: the rules, tier and amounts of a record with what keeps each open, as `explained` puts them together. */
export function explainCode(
  programme: Straight,
  index: number,
  subject: LoweredSubject,
  around: Surround,
): string {
  return twice(openFrame(subject, around, 'reasons'), ({ write, top, facts, pin }) => {
    const { tier } = programme;
    const read = tier ? `const q=${write.tableRead(tier.table)};` : '';
    if (tier) pin(tier.table.id, 'q');
    const excluded = programme.excluded.map((line) => lineCode(line, write, around));
    const eligible = lineCode(programme.eligible, write, around);
    const table = tier ? ['q', tierCites(tier, around)] : ['null', 'null'];
    const amounts = programme.amounts.map((amount) => amountCode(amount, write, around));
    const call = around.op(
      'explained',
      eligible,
      `[${excluded.join(',')}]`,
      ...table,
      `()=>[${amounts.join(',')}]`,
    );
    return `const e${index}=(r)=>{\n${top()}${facts(rootsOf(programme, true))}\n${read}return ${call};};`;
  });
}

function lineCode(line: Line, write: OpenWriter, around: Surround): string {
  const { shape } = line;
  switch (shape.k) {
    case 'condition':
      return around.op('condition', metaCode(line, around), write.truth(line.truth));
    case 'group': {
      const lines = `[${shape.lines.map((one) => lineCode(one, write, around)).join(',')}]`;
      const n = shape.n === undefined ? [] : [`${shape.n}`];
      return around.op('group', metaCode(line, around), quoted(shape.op), lines, ...n);
    }
    case 'guard':
      return around.op(
        'guarded',
        write.truth(shape.when),
        lineCode(shape.line, write, around),
        `${shape.neutral}`,
      );
    case 'except': {
      const by = shape.by.map(({ id, truth }) => `{id:${quoted(id)},truth:${write.truth(truth)}}`);
      return around.op(
        'excepted',
        lineCode(shape.line, write, around),
        `[${by.join(',')}]`,
        `${shape.neutral}`,
      );
    }
  }
}

function metaCode({ id, cites, reads, benefit }: Line, around: Surround): string {
  const more = benefit ? `,benefit:${JSON.stringify(benefit)}` : '';
  return around.constant(
    `{id:${quoted(id)},cites:${JSON.stringify(cites)},reads:${JSON.stringify(reads)}${more}}`,
  );
}

function tierCites({ cites }: NonNullable<Straight['tier']>, around: Surround): string {
  return around.constant(JSON.stringify(cites));
}

function amountCode(amount: LoweredAmount, write: OpenWriter, around: Surround): string {
  const { id, cites, per, fromTier, base, when, cap, floor, from, to, monthly } = amount;
  const meta = around.constant(
    `{id:${quoted(id)},cites:${JSON.stringify(cites)},per:${JSON.stringify(per)},fromTier:${fromTier},monthly:${monthly}}`,
  );
  const parts = [
    `meta:${meta}`,
    `base:${write.value(base)}`,
    ...(when ? [`when:${write.truth(when)}`] : []),
    ...(cap ? [`cap:${write.value(cap)}`] : []),
    ...(floor ? [`floor:${write.value(floor)}`] : []),
    ...(from ? [`from:${write.value(from)}`] : []),
    ...(to ? [`to:${write.value(to)}`] : []),
  ];
  return `{${parts.join(',')}}`;
}
