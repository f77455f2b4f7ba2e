import type { TraceCounts, TraceProblem } from '../shapes.ts';
import { list } from './lists.ts';

export const reports = {
  check: {
    summary: (files: number, errors: number, warnings: number, kept: number) =>
      `检查了 ${files} 个政策文件：${errors} 个错误，${warnings} 个警告${kept > 0 ? `；原文自身的问题 ${kept} 处，已写明原因` : ''}`,
    moreHint: 'bangfu explain 编号：说明一种报错，附例子',
    keptHint: '（--all 列出）',
    kept: '原文如此',
    fixed: (path: string, count: number) => `${path}：改好 ${count} 处`,
    reason: (reason: string) => `原因：${reason}`,
    cites: (cites: readonly string[]) => `依据 ${list(cites)}`,
  },
  explainCode: {
    found: '这样写会报：',
    mended: '应改成：',
    unknown: (code: string) => `没有 ${code} 这个编号；全部编号见 docs/diagnostics.md。`,
  },
  format: {
    summary: (files: number, changed: number, failed: number) =>
      `共 ${files} 个文件，改写 ${changed} 个${failed > 0 ? `，有语法错误未动 ${failed} 个` : ''}`,
    checkSummary: (files: number, changed: number, failed: number) =>
      `共 ${files} 个文件，不规范 ${changed} 个${failed > 0 ? `，有语法错误 ${failed} 个` : ''}`,
  },
  test: {
    noCases: (path: string) => `${path} 旁边没有 cases.yaml`,
    passed: '通过',
    failed: '未通过',
    expected: '应为',
    found: '实为',
    clauses: (cites: readonly string[]) => (cites.length > 0 ? `（依据 ${list(cites)}）` : ''),
    unconfirmed: (count: number) =>
      `其中 ${count} 个案例的应有结果是算出来的，还没有人对照原文确认（unconfirmed: true）`,
    badInput: '数据有误',
    summary: (cases: number, failed: number) =>
      failed === 0 ? `${cases} 个案例全部通过` : `${cases} 个案例，${failed} 个未通过`,
  },
  trace: {
    noList: (path: string) => `没有 ${path}，无从逐条核对。`,
    clause: '条款',
    status: '处理',
    by: '由何写入，或为何不写',
    tested: '检验的案例',
    statuses: { encoded: '已写入', determination: '待认定', notEncoded: '不写入', unaccounted: '没有交代' },
    kinds: {
      exhortation: '号召',
      delegation: '授权',
      definition: '定义',
      duty: '职责',
      undated: '无期限',
      outside: '本政策之外',
    },
    defect: '缺陷',
    shownAs: '表现为',
    where: '所在',
    note: '说明',
    shown: {
      unspecified: '未规定',
      parameter: '参数',
      determination: '待认定',
      assertion: '断言',
      comment: '注释',
      calendarRule: '历法规则',
      outside: '政策之外',
    },
    inForce: '施行',
    decidedBy: (who: string) => `由 ${who} 认定`,
    because: (kind: string, why: string) => `${kind}：${why}`,
    more: (count: number) => `等 ${count + 1} 个`,
    problem: (problem: TraceProblem): string => {
      switch (problem.why) {
        case 'unaccounted':
          return `${problem.clause}：既没有写入，也没有说明为何不写`;
        case 'notCited':
          return `${problem.clause}：说是已写入，但政策里没有一处“依据 ${problem.clause}”`;
        case 'noSuchName':
          return `${problem.clause}：政策里没有“${problem.name}”`;
        case 'notListed':
          return `${problem.clause}：政策第 ${problem.line} 行引用了，条款清单里却没有`;
        case 'caseNamesUnlisted':
          return `${problem.clause}：案例“${problem.case}”引用了，条款清单里却没有`;
      }
    },
    summary: (n: TraceCounts) =>
      `共 ${n.clauses} 条：写入 ${n.encoded}，待认定 ${n.determination}，不写入 ${n.notEncoded}，没有交代 ${n.unaccounted}；` +
      `有案例检验 ${n.tested} 条；不符之处 ${n.problems} 个`,
  },
  timeline: {
    summary: (name: string) => `${name}：期限`,
    noDueDates: '还没有算得出日期的期限，没有写日历文件。',
    step: '步骤',
    actor: '由',
    state: '状态',
    due: '期限',
    start: '开始',
    end: '完成',
    next: '下一步',
    waitsFor: '等待',
    paused: (days: number) => `扣除 ${days} 日`,
    note: '说明',
    states: {
      done: '已完成',
      late: '逾期完成',
      open: '进行中',
      overdue: '已逾期',
      waiting: '未轮到',
      undetermined: '待定',
      notApplicable: '不适用',
    },
    none: '这个政策没有程序。',
    clauses: '依据',
    warning: (detail: string) => `注意：${detail}`,
  },
  build: {
    built: (count: number, folder: string) => `已生成 ${count} 个政策到 ${folder}`,
    watching: '等待政策改动（Ctrl-C 结束）',
    noRuntime: (path: string) => `找不到运行时文件 ${path}，请先构建 bangfu。`,
    sameName: (name: string, one: string, other: string) =>
      `“${one}”和“${other}”都会生成 ${name}，请分到不同的文件夹。`,
  },
  new: {
    made: (folder: string) => `已建好 ${folder}，含 notice.policy、cases.yaml、clauses.yaml、parameters.yaml`,
    next: (folder: string) =>
      `接着可以：\n  bangfu check ${folder}\n  bangfu test ${folder}\n  bangfu trace ${folder}`,
  },
};
