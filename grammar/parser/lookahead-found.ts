import { getLookaheadPaths, type ILookaheadStrategy, LLkLookaheadStrategy } from 'chevrotain';
import { LineParser } from './lines.ts';

type Options<Method extends keyof ILookaheadStrategy> = Parameters<
  NonNullable<ILookaheadStrategy[Method]>
>[0];

/** Names of the next one or two tokens. */
type Path = readonly string[];

/** Notes the ways on that chevrotain finds for each place. */
class Noting extends LLkLookaheadStrategy {
  readonly found: { [place: string]: readonly (readonly Path[])[] } = {};

  override buildLookaheadForAlternation(options: Options<'buildLookaheadForAlternation'>) {
    this.#note({ ...options, prodType: 'Alternation' });
    return super.buildLookaheadForAlternation(options);
  }

  override buildLookaheadForOptional(options: Options<'buildLookaheadForOptional'>) {
    this.#note(options);
    return super.buildLookaheadForOptional(options);
  }

  #note({
    prodOccurrence: occurrence,
    ...options
  }: {
    readonly prodOccurrence: number;
    readonly rule: Options<'buildLookaheadForOptional'>['rule'];
    readonly prodType: Parameters<typeof getLookaheadPaths>[0]['prodType'];
    readonly maxLookahead: number;
  }): void {
    const { rule, prodType } = options;
    const alternatives = getLookaheadPaths({ ...options, occurrence });
    const wanted = prodType === 'Alternation' ? alternatives : alternatives.slice(0, 1);
    const named = wanted.map((paths) => paths.map((path) => path.map(({ name }) => name)));
    this.found[`${rule.name} ${prodType} ${occurrence}`] = named;
  }
}

/** What `lookahead-table.ts` must hold, found out by chevrotain's analysis of the grammar: the paths of each alternative by place. */
export function foundLookahead(): { readonly [place: string]: readonly (readonly Path[])[] } {
  const lookaheadStrategy = new Noting({ maxLookahead: 2 });
  new LineParser({ skipValidations: true, lookaheadStrategy });
  return lookaheadStrategy.found;
}
