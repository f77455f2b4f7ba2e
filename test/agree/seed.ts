/** Chosen anew for each run, printed in the names of the tests; `BANGFU_SEED=…` repeats one. */
export const seed = Number(process.env.BANGFU_SEED ?? Math.trunc(Math.random() * 2 ** 31));
