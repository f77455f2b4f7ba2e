import { Chance, yesNo } from './random.mjs';

const illness = '省级大病帮扶';
const warmth = '省级送温暖';
const school = '校级送温暖';

/** Lists of aid as drawn up: more than there are places for in two of three, one person on two lists, one list not handed in. */
const lists = [
  ...Array.from({ length: 3 }, () => illness),
  ...Array.from({ length: 2 }, () => warmth),
  ...Array.from({ length: 19 }, () => school),
  `${warmth}；${school}`,
  '',
];

const visits = {
  [illness]: {
    慰问方式: '入户',
    带队人: '学校负责人',
    陪同部门: '党办；校办；工会；马克思主义学院；基础医学院',
  },
  [warmth]: { 慰问方式: '单位', 带队人: '校工会主席', 陪同部门: '工会；保卫处；期刊社' },
  [school]: { 慰问方式: '单位', 带队人: '校工会', 陪同部门: '图书馆；药学院' },
};
const notVisited = { 慰问方式: '', 带队人: '', 陪同部门: '' };

function staffMember(chance, number, list) {
  const visit = visits[list];
  const visited = visit !== undefined && chance.percent(80);
  return {
    编号: `工${String(number).padStart(3, '0')}`,
    姓名: chance.name(),
    帮扶类别: list,
    是否在职: chance.known(yesNo(!chance.percent(10)), 4),
    慰问日期: visited ? `2023-01-${chance.between(10, 25)}` : '无',
    ...(visited ? visit : notVisited),
    慰问物形式: visited ? '慰问金' : '',
  };
}

/** Staff for notice 18: those on the lists and some who are on none. */
export function staffMembers() {
  const chance = new Chance(18);
  const others = Array.from({ length: 14 }, () => '没有');
  return [...lists, ...others].map((list, at) => staffMember(chance, at + 1, list));
}
