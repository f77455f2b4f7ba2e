/** Ctrl-C and the like end the process through `exit`, so that half-written files are taken away. */
export function endCleanlyOnSignals(): void {
  const numbers = { SIGINT: 2, SIGTERM: 15, SIGHUP: 1 } as const;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => process.exit(128 + numbers[signal]));
}
