import { figure } from '../figure.ts';
import type { MutationScore } from '../shapes.ts';

export const mutate = {
  mutate: {
    kinds: {
      inclusion: '含不含界线',
      number: '数差一',
      money: '金额差一元',
      date: '日期差一',
      unit: '工作日换成日',
      options: '少一个选项',
      group: '且或互换',
      part: '少一个条件',
      condition: '去掉“当”',
      exception: '去掉例外',
      negation: '是非颠倒',
      choice: '分支互换',
      arithmetic: '加减乘除换掉',
      rounding: '取整方式',
      aggregate: '有无、最大最小互换',
      filter: '去掉筛选',
      rows: '两档互换',
      exclusion: '去掉排除',
      bound: '去掉上下限',
      order: '排序、分组',
      ties: '并列的处理',
      refill: '递补的处理',
      lateness: '逾期的后果',
      item: '少一份材料',
      prerequisite: '去掉前提',
      term: '期限、周期',
    },
    summary: ({ mutants, killed, excused, survived, alike, broken, same, percent }: MutationScore) =>
      `改错 ${mutants} 处，案例发现 ${killed} 处${excused > 0 ? `，写明不必发现 ${excused} 处` : ''}（${percent}%）` +
      `${survived > 0 ? `；没有发现 ${survived} 处，其中 ${alike} 处没有找到判得不同的人` : ''}${broken > 0 ? `；另有 ${broken} 处改得不能运行，不计` : ''}` +
      `${same > 0 ? `；另有 ${same} 处经证明什么也没有改变，不计` : ''}`,
    failing: (path: string, count: number) =>
      `${path}：有 ${count} 个案例没有通过，先用 bangfu test 改好：没有通过的案例发现不了改错`,
    total: (score: MutationScore) =>
      `合计：改错 ${figure(score.mutants)} 处，发现 ${figure(score.killed)} 处${score.excused > 0 ? `，写明不必发现 ${score.excused} 处` : ''}（${score.percent}%）`,
    survivor: (line: number, change: string) => `第 ${line} 行 ${change}`,
    excused: (line: number, change: string, id: string, why: string) =>
      `  第 ${line} 行 ${change}\n    ${id}\n    不必发现：${why}`,
    alike: '没有找到判得不同的人（不等于证明没有）',
    killer: (applicant: string, about: string) => `${applicant}：${about}`,
    needless: (id: string) =>
      `“${id}”写明不必发现，却没有这一处改错，或者已有案例发现，或者经证明什么也没有改变：请删去这一项`,
    under: (wanted: number) => `有政策的改错发现率低于 ${wanted}%，或有多余的说明`,
  },
};
