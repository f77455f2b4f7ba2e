import type { Id } from '../../../runtime/types.ts';
import type { Expr, Origin } from '../../ir/expressions.ts';
import type { Policy } from '../../ir/policy.ts';
import { known, ofTruth, type Sym, truthOf, UNKNOWN, UNKNOWN_THERE } from '../values/sym.ts';
import type { Num } from '../terms/term.ts';
import { DOUBT, type Truth, TRUE } from '../values/truth.ts';
import { arithmetic, choice, conversion, rounding } from './arithmetic.ts';
import { unbeatenIn } from './choice.ts';
import type { Codes } from './codes.ts';
import { literal } from './constants.ts';
import { calendarCall, shifted } from './dates.ts';
import { aggregate, fieldOf } from './lists.ts';
import { condition, conditional } from './logic.ts';
import { type ProgrammeSym, programmeSym } from './programme.ts';
import type { Env, Outside, OutsideWhy, Scope, World } from './scope.ts';
import { inBands, type TableSym, tableSym } from './tables.ts';

/** The expressions of a policy as terms over the variables of one record. */
export class Encoder implements Scope {
  readonly policy: Policy;
  readonly world: World;
  readonly codes: Codes;
  /** Places outside that were met so far. */
  beyond: Outside[] = [];
  private readonly definitions = new Map<Id, Sym>();
  private readonly programmes = new Map<Id, ProgrammeSym>();
  private readonly tiers = new Map<Id, TableSym>();

  private readonly round: Num;

  /** `round`: the year that is asked about; the year of the decision date if left out. */
  constructor(policy: Policy, world: World, codes: Codes, round: Num = world.asOf.civil.year) {
    this.policy = policy;
    this.world = world;
    this.codes = codes;
    this.round = round;
  }

  inRound(year: Num): Encoder {
    const other = new Encoder(this.policy, this.world, this.codes, year);
    other.beyond = this.beyond;
    return other;
  }

  outside(why: OutsideWhy, origin: Origin): Sym {
    if (!this.beyond.some((one) => one.why === why && one.origin === origin))
      this.beyond.push({ why, origin });
    return UNKNOWN;
  }

  value(e: Expr, env: Env): Sym {
    return e.type.t === 'bool' ? ofTruth(this.truth(e, env)) : this.raw(e, env);
  }

  truth(e: Expr, env: Env): Truth {
    switch (e.k) {
      case 'cmp':
      case 'within':
      case 'member':
      case 'present':
      case 'not':
      case 'all':
      case 'any':
      case 'atLeast':
      case 'guard':
      case 'except':
      case 'rule':
        return condition(e, this, env);
      case 'if':
        return conditional(e, this, env);
      case 'outcome':
        return this.outcome(e);
      default:
        return truthOf(this.raw(e, env));
    }
  }

  /** Every kind of node; one that is not handled does not compile. */
  raw(e: Expr, env: Env): Sym {
    switch (e.k) {
      case 'lit':
        return literal(e.value, e.type, this.codes, this.world);
      case 'fact':
        return (
          this.world.fact(e.of, e.fact) ?? this.outside(e.type.t === 'keyed' ? 'keyedFact' : 'type', e.origin)
        );
      case 'param':
        if (e.more && e.more.length > 0) return this.outside('severalKeys', e.origin);
        return this.world.parameter(e.param, e.key ? this.value(e.key, env) : null);
      case 'def':
        return this.definition(e.def);
      case 'asOf':
        return known({ t: 'date', day: this.world.asOf });
      case 'roundYear':
        return known({ t: 'num', n: this.round });
      case 'period':
        return this.outside('duty', e.origin);
      case 'self':
      case 'ofRecord':
        return this.outside('reference', e.origin);
      case 'bound':
        return env[e.index] ?? UNKNOWN;
      case 'field':
        return fieldOf(this.value(e.of, env), e.field);
      case 'hole':
        return UNKNOWN_THERE;
      case 'stepTime':
        return this.outside('procedure', e.origin);
      case 'tierOf':
        return this.tier(e.programme).value;
      case 'arith':
        return arithmetic(e, this, env);
      case 'round':
        return rounding(e, this, env);
      case 'convert':
        return conversion(e, this, env);
      case 'addPeriod':
        return shifted(e, this, env);
      case 'calendar':
        return calendarCall(e, this, env);
      case 'if':
        return e.type.t === 'bool' ? ofTruth(conditional(e, this, env)) : choice(e, this, env);
      case 'table':
        return tableSym(e, this, env).value;
      case 'bands':
        return inBands(e, this, env);
      case 'aggregate':
        return aggregate(e, this, env);
      case 'cmp':
      case 'within':
      case 'member':
      case 'present':
      case 'not':
      case 'all':
      case 'any':
      case 'atLeast':
      case 'guard':
      case 'except':
      case 'rule':
      case 'outcome':
        return ofTruth(this.truth(e, env));
    }
  }

  /** Worked out once; of a policy without circles. */
  definition(id: Id): Sym {
    const made = this.definitions.get(id);
    if (made) return made;
    const body = this.policy.definitions.find((definition) => definition.id === id)?.body;
    const sym = body ? this.value(body, []) : UNKNOWN;
    this.definitions.set(id, sym);
    return sym;
  }

  tier(programme: Id): TableSym {
    const made = this.tiers.get(programme);
    if (made) return made;
    const table = this.policy.programmes.find(({ id }) => id === programme)?.tier?.table;
    if (!table) throw new RangeError(`${programme} has no tier table`);
    const sym = tableSym(table, this, []);
    this.tiers.set(programme, sym);
    return sym;
  }

  programme(id: Id): ProgrammeSym {
    const made = this.programmes.get(id);
    if (made) return made;
    const programme = this.policy.programmes.find((one) => one.id === id);
    if (!programme) throw new RangeError(`no programme ${id}`);
    const sym = programmeSym(programme, this, (owner) => this.tier(owner));
    this.programmes.set(id, sym);
    return sym;
  }

  /** Whether nothing else of a choice is paid instead. */
  unbeaten(programme: Id): Truth {
    const choice = this.policy.choices?.find(({ members }) =>
      members.some((member) => 'programme' in member && member.programme === programme),
    );
    return choice ? unbeatenIn(choice, programme, this, (id) => this.programme(id)) : TRUE;
  }

  private outcome(e: Extract<Expr, { readonly k: 'outcome' }>): Truth {
    const programme = this.policy.programmes.find(({ id }) => id === e.of);
    const selects = (programme?.select ?? []).length > 0;
    if (programme && (e.state === 'eligible' || (e.state === 'selected' && !selects)))
      return this.programme(e.of).outcome;
    if (e.state === 'selected') {
      this.outside('population', e.origin);
      // Whoever is not eligible is not selected either.
      return programme ? { yes: DOUBT.yes, no: this.programme(e.of).outcome.no } : DOUBT;
    }
    this.outside(e.state === 'met' || e.state === 'breached' ? 'duty' : 'procedure', e.origin);
    return DOUBT;
  }
}
