import { expect, test } from 'vitest';
import { compile, evaluator, policyMeta } from '../../compiler/index.ts';
import { letterText } from '../../runtime/letter/text.ts';
import { writeLetter } from '../../runtime/letter/write.ts';
import { quota } from '../cli/policies.ts';

/** Letters for a whole register, in which two places go to the highest expenses. */
function lettersFor(lang: 'zh' | 'en', expenses: readonly number[]): readonly string[] {
  const { policy } = compile({ path: 'quota.policy', text: quota });
  if (!policy) throw new Error('the policy of this test does not compile');
  const rows = expenses.map((expense) => ({ expense, posted: true }));
  const { decisions } = evaluator(policy).bind({ asOf: '2024-03-01' }).decideAll(rows);
  return decisions.map((decision, index) =>
    letterText(writeLetter(decision, policyMeta(policy), lang, `T${index + 1}`)),
  );
}

test('who wins a place is told so, with the rank and the amount', () => {
  const [first = '', , last = ''] = lettersFor('zh', [300, 200, 100]);
  expect(first).toContain('一、救助：符合条件，已入选');
  expect(first).toMatch(
    /在名额之内，已入选。\n\s+· 名额：在名额内，排第 1 位，名额 2 个，入选的末位为 200（依据 一\.3）。/,
  );
  expect(first).toContain('每人一次性 4,000 元');
  expect(last).toContain('一、救助：符合条件，未入选');
  expect(last).toMatch(
    /未能入选。\n\s+· 名额：在名额外，排第 3 位，名额 2 个，入选的末位为 200（依据 一\.3）。/,
  );
});

test('who wins none is not told of an amount', () => {
  const [first = '', , last = ''] = lettersFor('en', [300, 200, 100]);
  expect(first).toContain('Aid: conditions met, a place won');
  expect(first).toContain('4,000 yuan');
  expect(last).toContain('Aid: conditions met, no place won');
  expect(last).not.toContain('4,000 yuan');
});
