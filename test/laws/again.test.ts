import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { policyOf } from '../../bench/compile/policy.mjs';
import { type Compilation, examine, Memory, type ReadUsed } from '../../compiler/index.ts';
import { seed } from '../agree/seed.ts';

const root = join(import.meta.dirname, '../..');
const notices = readdirSync(join(root, 'policies'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('notice.policy'))
  .map((path) => ({
    path: join('policies', path),
    text: readFileSync(join(root, 'policies', path), 'utf8'),
  }));
const sources = [...notices, { path: 'synthetic.policy', text: policyOf(200) }];

const read: ReadUsed = (path) => {
  try {
    return { text: readFileSync(join(root, path), 'utf8') };
  } catch {
    return { problem: 'missing' };
  }
};

const whole = ({ policy, diagnostics, sources: files, library }: Compilation) => ({
  policy,
  diagnostics,
  sources: files,
  library,
});

/** A change of a text; the numbers say where and what, whatever its length. */
type Change = (text: string, at: number, to: number) => string;

const lineAt = (text: string, at: number): readonly [number, number] => {
  const start = text.lastIndexOf('\n', at % (text.length + 1)) + 1;
  const end = text.indexOf('\n', start);
  return [start, end < 0 ? text.length : end + 1];
};

const snippets = [
  '1',
  '年',
  ' ',
  '  ',
  '\n',
  '：',
  '(',
  ')',
  '"',
  '#',
  '\t',
  '　',
  '或',
  '项目',
  '定义 甲 = 1\n',
  '# 注\n',
  '且 ',
  '}',
  '   容许 "已知"',
  '   由 县民政局 认定',
  ' (copied)',
];

const changes: { readonly [name: string]: Change } = {
  insert: (text, at, to) => {
    const place = at % (text.length + 1);
    return `${text.slice(0, place)}${snippets[to % snippets.length]}${text.slice(place)}`;
  },
  remove: (text, at, to) => {
    const place = at % (text.length + 1);
    return text.slice(0, place) + text.slice(place + 1 + (to % 3));
  },
  dropLine: (text, at) => {
    const [start, end] = lineAt(text, at);
    return text.slice(0, start) + text.slice(end);
  },
  doubleLine: (text, at) => {
    const [start, end] = lineAt(text, at);
    return text.slice(0, end) + text.slice(start, end) + text.slice(end);
  },
  moveLine: (text, at, to) => {
    const [start, end] = lineAt(text, at);
    const rest = text.slice(0, start) + text.slice(end);
    const [place] = lineAt(rest, to);
    return rest.slice(0, place) + text.slice(start, end) + rest.slice(place);
  },
  /** A name that another line has too, in its place or beside it. */
  rename: (text, at, to) => {
    const names = [...text.matchAll(/\((\w+)\)/g)];
    const [place, other] = [names[at % Math.max(1, names.length)], names[to % Math.max(1, names.length)]];
    return place && other
      ? `${text.slice(0, place.index)}${other[0]}${text.slice(place.index + place[0].length)}`
      : text;
  },
  digit: (text, at, to) => {
    const places = [...text.matchAll(/\d/g)].map(({ index }) => index);
    const place = places[at % Math.max(1, places.length)];
    return place === undefined ? text : `${text.slice(0, place)}${to % 10}${text.slice(place + 1)}`;
  },
};

const change = fc.record({
  kind: fc.constantFrom(...Object.keys(changes)),
  at: fc.nat(),
  to: fc.nat(),
  /** Back to the first text after it, as with an undo. */
  undone: fc.boolean(),
});

describe(`compiling again after a change (seed ${seed})`, () => {
  it('gives what compiling afresh gives, whatever was compiled before', { timeout: 300_000 }, () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...sources),
        fc.array(change, { minLength: 1, maxLength: 6 }),
        (source, edits) => {
          const memory = new Memory();
          let { text } = source;
          const same = () => {
            const file = { path: source.path, text };
            expect(whole(examine(file, read, undefined, memory))).toEqual(whole(examine(file, read)));
          };
          same();
          for (const { kind, at, to, undone } of edits) {
            text = changes[kind]?.(text, at, to) ?? text;
            same();
            if (undone) text = source.text;
          }
          same();
        },
      ),
      { numRuns: 25, seed },
    );
  });

  it('sees a circle, a clause that means nothing and a finding that is kept come and go', () => {
    const memory = new Memory();
    const rounds = [
      ['甲 (first): 工龄 10 年 以上', '乙 (second): 补助 符合'],
      ['甲 (first): 奖励 符合', '乙 (second): 补助 符合'],
      ['甲 (first): 工龄 10 年 以上   由 县民政局', '乙 (second): 补助 符合'],
      ['甲 (first): 工龄 10 年 以上 且 工龄 9 年 以上   容许 "已知"', '乙 (second): 补助 符合'],
      ['甲 (first): 工龄 10 年 以上', '乙 (second): 补助 符合'],
    ];
    const found = rounds.map((lines) => {
      const head = '方案 试 (trial)\n主体 人 (person)\n  工龄 (service): 年 从 0 至 60\n';
      const [aid, bonus] = ['补助 (aid)', '奖励 (bonus)'].map(
        (name, i) => `项目 ${name} 对 人\n  资格 同时满足\n    ${lines[i]}\n`,
      );
      const file = { path: 'trial.policy', text: `${head}${aid}${bonus}` };
      const again = whole(examine(file, read, undefined, memory));
      expect(again).toEqual(whole(examine(file, read)));
      return again.diagnostics.map(({ code, kept }) => (kept === undefined ? code : `${code} kept`)).join();
    });
    expect(found).toEqual(['', 'BF3045', 'BF3044', 'BF4004 kept', '']);
  });

  it('tells blocks without a name apart when one of them goes or comes', () => {
    const head =
      '方案 试 (trial)\n主体 人 (person)\n  工龄 (service): 年 从 0 至 60\n  残疾 (disabled): 是否\n';
    const aid = '项目 补助 (aid) 对 人\n  资格 同时满足\n    甲 (first): 工龄 10 年 以上 且 残疾\n';
    const asserted = (years: number) => `断言\n  凡 补助 符合 则 工龄 ${years} 年 以上\n`;
    const memory = new Memory();
    const rounds = [[3, 4, 5], [4, 5], [2, 4, 5], [4, 2, 5], [5]];
    const found = rounds.map((years) => {
      const file = { path: 'trial.policy', text: `${head}${aid}${years.map(asserted).join('')}` };
      const again = whole(examine(file, read, undefined, memory));
      expect(again).toEqual(whole(examine(file, read)));
      return again.policy?.assertions.length;
    });
    expect(found).toEqual([3, 2, 3, 3, 1]);
  });

  it('tells apart lists that begin with the same line and hold the same entries', () => {
    const head =
      '方案 试 (trial)\n主体 人 (person)\n  工龄 (service): 年 从 0 至 60\n  龄 (age): 年 从 0 至 99\n';
    const list = (...lines: readonly string[]) =>
      `义务 对 人\n${lines.map((line) => `  ${line}\n`).join('')}`;
    const [a, b, c] = ['工龄 1 年 以上', '工龄 2 年 以上', '龄 3 年 以上'];
    const duty = (name: string, what: string | undefined) => `${name}: ${what}`;
    const memory = new Memory();
    const rounds = [
      [list(duty('甲', a), duty('乙', b)), list(duty('丙', a), duty('丁', b))],
      [list(duty('甲', a), duty('乙', c)), list(duty('丙', a), duty('丁', b))],
      [list(duty('甲', a), duty('乙', b)), list(duty('甲', a), duty('乙', b))],
      [list(duty('甲', a), duty('乙', c)), list(duty('甲', a), duty('乙', b))],
      [list(duty('甲', a), duty('乙', c)), list(duty('甲', a), duty('乙', c))],
      [list(duty('甲', a), duty('丁', c)), list(duty('丙', a), duty('乙', c))],
      [list(duty('丙', a), duty('丁', b)), list(duty('甲', a), duty('乙', b))],
    ];
    for (const lists of rounds) {
      const file = { path: 'trial.policy', text: head + lists.join('') };
      expect(whole(examine(file, read, undefined, memory))).toEqual(whole(examine(file, read)));
    }
  });

  it('checks duties again when what holds for all of their block means something else', () => {
    const head =
      '方案 试 (trial)\n主体 人 (person)\n  工龄 (service): 年 从 0 至 60\n  到岗日 (since): 日期\n';
    const defined = (years: number) => `定义 起算日 (start) = 到岗日 + ${years} 年\n`;
    const lines = [
      '期间 自 起算日(含) 至 2030-12-31(含)',
      '甲 (first): 工龄 1 年 以上',
      '乙 (second): 工龄 2 年 以上',
    ];
    const block = `义务 对 人\n${lines.map((line) => `  ${line}\n`).join('')}`;
    const memory = new Memory();
    const found = [3, 4, 3, 5].map((years) => {
      const file = { path: 'trial.policy', text: head + defined(years) + block };
      const again = whole(examine(file, read, undefined, memory));
      expect(again).toEqual(whole(examine(file, read)));
      return again.diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code);
    });
    expect(found).toEqual([[], [], [], []]);
  });

  it('follows the files that are used', () => {
    const using = notices.filter(({ text }) => text.includes('引用'));
    expect(using.length).toBeGreaterThan(0);
    for (const source of using) {
      const memory = new Memory();
      const shared =
        (edit: (text: string) => string): ReadUsed =>
        (path) => {
          const got = read(path);
          return 'text' in got && dirname(path).endsWith('shared') ? { text: edit(got.text) } : got;
        };
      for (const edit of [
        (t: string) => t,
        (t: string) => t.replace('(', ' ('),
        (t: string) => `${t}\n定义`,
        (t: string) => t,
      ])
        expect(whole(examine(source, shared(edit), undefined, memory))).toEqual(
          whole(examine(source, shared(edit))),
        );
    }
  });
});
