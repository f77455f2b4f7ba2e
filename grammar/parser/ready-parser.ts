import type { IParserConfig } from 'chevrotain';
import { LineParser } from './lines.ts';
import { chooser, enterer, placeOf } from './lookahead.ts';
import { lookaheadTable } from './lookahead-table.ts';

type Lookahead = ReturnType<typeof chooser> | ReturnType<typeof enterer>;

/**
 * The parser with what chevrotain would otherwise find out on every start (a third of the time of a small check) read from a
 * table. It takes the place of two methods of chevrotain: what may follow at a place, and the analysis itself, which is done only
 * once a line cannot be read, since its message names what could have stood there. A test holds the table to the analysis.
 */
export class ReadyParser extends LineParser {
  declare private selfAnalysisDone: boolean;
  declare private readonly shortRuleNameToFull: { readonly [key: number]: string };
  readonly #ready = new Map<number, Lookahead>();
  readonly #config: IParserConfig;
  #analysed: LineParser | undefined;

  constructor(config: IParserConfig) {
    super(config);
    this.#config = config;
  }

  override performSelfAnalysis(): void {
    this.selfAnalysisDone = true;
  }

  override getGAstProductions() {
    this.#analysed ??= new LineParser(this.#config);
    return this.#analysed.getGAstProductions();
  }

  getLaFuncFromCache(key: number): Lookahead {
    const known = this.#ready.get(key);
    if (known) return known;
    const place = placeOf(key, this.shortRuleNameToFull);
    const paths = lookaheadTable[place];
    if (!paths) throw new Error(`nothing is known of ${place}: run npm run docs`);
    const made = place.includes(' Alternation ') ? chooser(paths) : enterer(paths);
    this.#ready.set(key, made);
    return made;
  }
}
