import { type Texts, textsIn } from '../texts/texts.ts';
import { type Paint, paintFor } from './colour.ts';
import type { Language } from './language.ts';
import { type Sink, sinkTo } from './sink.ts';

/** What a command talks to: results go to `out`, everything said about them to `err`. */
export interface Session {
  readonly language: Language;
  readonly texts: Texts;
  readonly out: Sink;
  readonly err: Sink;
  readonly paintOut: Paint;
  readonly paintErr: Paint;
  /** Whether standard error is a terminal, where progress may be drawn. */
  readonly watched: boolean;
}

export function openSession(language: Language): Session {
  const { stdout, stderr, env } = process;
  return {
    language,
    texts: textsIn(language),
    out: sinkTo(stdout),
    err: sinkTo(stderr),
    paintOut: paintFor(stdout.isTTY === true, env),
    paintErr: paintFor(stderr.isTTY === true, env),
    watched: stderr.isTTY === true,
  };
}
