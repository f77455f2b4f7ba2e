import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classify, fold, type LineRule, type LineToken, layOut, scan } from '../../grammar/index.ts';
import { failureOf, failureProvider } from '../../grammar/parser/failure.ts';
import { foundLookahead } from '../../grammar/parser/lookahead-found.ts';
import { lookaheadTable } from '../../grammar/parser/lookahead-table.ts';
import { LineParser } from '../../grammar/parser/lines.ts';
import { ReadyParser } from '../../grammar/parser/ready-parser.ts';

const config = { skipValidations: true, errorMessageProvider: failureProvider };
const ready = new ReadyParser(config);
const analysed = new LineParser(config);

const rules: readonly LineRule[] = [
  'blockLine',
  'defineLine',
  'grantsLine',
  'unitLine',
  'parameterLine',
  'factLine',
  'optionLine',
  'textLine',
  'spanLine',
  'bodyLine',
  'orderLine',
  'groupLine',
  'sharesLine',
  'itemLine',
  'bareLine',
  'rowLine',
  'shareRowLine',
  'documentLine',
];

/** What a parser makes of a line: its tree, and why it gave up. */
function outcome(parser: LineParser, rule: LineRule, tokens: readonly LineToken[]): unknown {
  parser.input = [...tokens];
  const tree = parser[rule]();
  return [tree, parser.errors.map((error) => failureOf(error as Parameters<typeof failureOf>[0], undefined))];
}

/** The lines of all policies as the parser gets them. */
const lines: readonly (readonly LineToken[])[] = readdirSync('policies', {
  recursive: true,
  encoding: 'utf8',
})
  .filter((path) => path.endsWith('notice.policy'))
  .flatMap((path) => {
    const text = readFileSync(join('policies', path), 'utf8');
    const scanned = scan(fold(text), 'zh');
    return layOut(text, scanned, 'zh').lines.map(({ tokens }) => classify(tokens, text, 'zh'));
  });

describe('the parser that starts from a table', () => {
  it('has what the analysis of the grammar finds', () => {
    const found = Object.entries(foundLookahead()).map(([place, alternatives]) => [
      place,
      alternatives.map((paths) => paths.map((path) => path.join(' ')).join(', ')),
    ]);
    expect(lookaheadTable).toEqual(Object.fromEntries(found));
  });

  it('reads the lines of the policies as the analysed one does', () => {
    const third = lines.filter((_, i) => i % 3 === 0);
    for (const tokens of third)
      for (const rule of rules) {
        const now = outcome(ready, rule, tokens);
        if (JSON.stringify(now) !== JSON.stringify(outcome(analysed, rule, tokens)))
          expect(now).toEqual(outcome(analysed, rule, tokens));
      }
  });

  it('gives up where the analysed one does, for the same reason', () => {
    const line = fc.constantFrom(...lines);
    const spoilt = fc
      .tuple(line, line, fc.nat(), fc.nat())
      .map(([a, b, i, j]) => [...a.slice(0, i % (a.length + 1)), ...b.slice(j % (b.length + 1))]);
    fc.assert(
      fc.property(spoilt, fc.constantFrom(...rules), (tokens, rule) => {
        expect(outcome(ready, rule, tokens)).toEqual(outcome(analysed, rule, tokens));
      }),
      { numRuns: 1500 },
    );
  });
});
