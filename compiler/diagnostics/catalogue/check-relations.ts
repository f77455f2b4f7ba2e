import { define } from '../diagnostic.ts';
import { eligible } from './samples.ts';
import type { Words } from './samples.ts';

const pairs = `方案 例 (example)

主体 帮扶人 (helper)
  单位 (unit): 文字

主体 结对 (pair)
  参扶人 (by): 帮扶人
  起始日 (from): 日期

项目 补助 (aid) 对 帮扶人
`;

/** Counts over records of a kind, references between records, 本人. */
export const relationDiagnostics = {
  noSelf: define<Record<never, never>>({
    code: 'BF3061',
    severity: 'error',
    zh: {
      title: '这里没有“本人”',
      message: () => '“本人” 是正在判定的那条记录，这里不属于任何主体。',
      hint: () => '在块首用 “对 主体” 写明是哪一类记录，或去掉 “本人”。',
    },
    en: {
      title: 'There is no self here',
      message: () => '"self" is the record being decided, and this belongs to no subject.',
      hint: () => 'Name the kind of record with "for Subject" at the head of the block, or leave self out.',
    },
    bad: `${pairs}  资格 单位 存在\n\n定义 结对数 (count) = 个数 全体 结对 其中 参扶人 为 本人\n`,
    good: `${pairs}  资格 单位 存在\n\n定义 结对数 (count) 对 帮扶人 = 个数 全体 结对 其中 参扶人 为 本人\n`,
  }),
  noSuchKind: define<{ name: string; nearest: string | undefined; kinds: readonly string[] }>({
    code: 'BF3062',
    severity: 'error',
    zh: {
      title: '没有这一类记录',
      message: ({ name }) => `“全体” 后面要写主体的名称，没有名为 “${name}” 的主体。`,
      hint: ({ nearest, kinds }) =>
        nearest === undefined ? `已有的主体：${kinds.join('、')}。` : `是不是 “${nearest}”？`,
    },
    en: {
      title: 'No such kind of record',
      message: ({ name }) =>
        `"population" is followed by the name of a subject; there is none called "${name}".`,
      hint: ({ nearest, kinds }) =>
        nearest === undefined ? `The subjects are: ${kinds.join(', ')}.` : `Did you mean "${nearest}"?`,
    },
    bad: eligible('有 全体 受助日期'),
    good: eligible('有 全体 人'),
  }),
  stateOfOther: define<{ what: string; state: Words }>({
    code: 'BF3063',
    severity: 'error',
    zh: {
      title: '问不到别的记录的这个状态',
      message: ({ what, state }) =>
        `“${what}” 问的是别的记录：只能问它 “符合” 不 “符合”，不能问 “${state.zh}”。`,
      hint: () => '改问 “符合”，或把结果记为那一类记录的一项事实。',
    },
    en: {
      title: 'This state of another record cannot be asked',
      message: ({ what, state }) =>
        `"${what}" asks about another record: only whether it is eligible can be asked, not ${state.en}.`,
      hint: () => 'Ask whether it is eligible, or record the result as a fact of that kind.',
    },
    bad: `${pairs}  资格 单位 存在\n  名额 3 人\n    排序 未规定\n\n项目 结对补助 (pairAid) 对 结对\n  资格 有 全体 帮扶人 其中 补助 入选\n`,
    good: `${pairs}  资格 单位 存在\n\n项目 结对补助 (pairAid) 对 结对\n  资格 有 全体 帮扶人 其中 补助 符合\n`,
  }),
} as const;
