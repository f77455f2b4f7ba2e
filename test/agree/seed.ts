/**
 * What generated policies, records and edits are drawn from, printed in the names of the tests. The same in every run of
 * `npm test`, so that a red test is the change's and not the draw's; `npm run agree` and `npm run prove:random` draw anew,
 * and `BANGFU_SEED=…` repeats theirs.
 */
export const seed = Number(process.env.BANGFU_SEED ?? 1_651_524_331);
