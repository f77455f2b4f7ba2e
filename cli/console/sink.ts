import type { Writable } from 'node:stream';
import { drained } from './drained.ts';

/** Somewhere text goes. `write` is awaited, so that a slow reader slows the work down instead of filling memory. */
export interface Sink {
  /** Text, or bytes of it in UTF-8. */
  write(text: string | Uint8Array): Promise<void>;
}

/** The reader of our output went away (`| head`): nothing is wrong and nothing more is wanted. */
export class ReaderGone extends Error {
  override readonly name = 'ReaderGone';
}

/** Wraps a stream; waits for it to drain when it is full, and turns a closed pipe into `ReaderGone`. */
export function sinkTo(stream: Writable): Sink {
  let failure: Error | undefined;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    failure = error.code === 'EPIPE' ? new ReaderGone() : error;
  });
  return {
    async write(text) {
      if (failure) throw failure;
      if (!stream.write(text)) await drained(stream);
      if (failure) throw failure;
    },
  };
}

/** Resolves when everything written so far has left the process. */
export function flushed(stream: Writable): Promise<void> {
  return new Promise((done) => {
    if (stream.destroyed || !stream.writable) done();
    else stream.write('', () => done());
  });
}
