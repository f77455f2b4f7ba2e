/** mulberry32: small, fast, the same everywhere. */
export function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const surnames = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗', '欧阳', '司徒', '上官'];
const given = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英华玉文慧建国春梅雪'];

/** Draws of one seed, the same people at every run; none of them is real. */
export class Chance {
  #random;

  constructor(seed) {
    this.#random = seeded(seed);
  }

  between(low, high) {
    return low + Math.floor(this.#random() * (high - low + 1));
  }

  percent(percent) {
    return this.#random() * 100 < percent;
  }

  pick(items) {
    return items[this.between(0, items.length - 1)];
  }

  name() {
    const first = this.pick(given);
    return this.pick(surnames) + first + (this.percent(70) ? this.pick(given) : '');
  }

  /** One time in so many hundred a cell stays empty: not known. */
  known(value, percentUnknown) {
    return this.percent(percentUnknown) ? '' : value;
  }
}

export const yesNo = (value) => (value ? '是' : '否');
