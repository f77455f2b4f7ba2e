import type { Id } from '../../runtime/types.ts';

/** What a programme asks for that no straight line gives. */
export type Obstacle = keyof typeof OBSTACLES;

const OBSTACLES = {
  list: { zh: '它逐项查看一个清单', en: 'it goes through a list' },
  population: { zh: '它查看其他记录', en: 'it looks at other records' },
  procedure: { zh: '它查看程序的进展', en: 'it looks at how a procedure stands' },
  duty: { zh: '它查看义务的履行', en: 'it looks at how a duty stands' },
  selection: { zh: '它查看名额选拔的结果', en: 'it looks at who was selected' },
  deadline: { zh: '它有关系到资格的期限', en: 'it has a deadline that costs the entitlement' },
  choice: { zh: '它与其他待遇择一', en: 'one of several benefits is paid' },
  version: { zh: '记录各按自己那天的参数', en: 'records keep the parameters of a day of their own' },
  keyed: { zh: '它查看按年月填写的事实', en: 'it looks at a fact kept by year or month' },
  condition: { zh: '资格整个附有条件', en: 'its eligibility as a whole stands under a condition' },
} as const;

/** Ends the lowering of one programme; caught where programmes are lowered. */
export class NotStraight extends Error {
  readonly obstacle: { readonly zh: string; readonly en: string; readonly at: Id };

  constructor(obstacle: Obstacle, at: Id) {
    super(OBSTACLES[obstacle].en);
    this.obstacle = { ...OBSTACLES[obstacle], at };
  }
}
