import { once } from 'node:events';
import type { Writable } from 'node:stream';

/** Waits until a full stream takes more. One that breaks or closes meanwhile never drains: that ends the wait too. */
export async function drained(stream: Writable): Promise<void> {
  const waiting = new AbortController();
  const { signal } = waiting;
  try {
    await Promise.race([once(stream, 'drain', { signal }), once(stream, 'close', { signal })]);
  } catch {
    // `once` rejects on 'error', which whoever owns the stream listens for.
  } finally {
    waiting.abort();
  }
}
