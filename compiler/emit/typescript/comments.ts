import type { FactMeta, Name, Type } from '../../../runtime/types.ts';
import type { Origin } from '../../ir/expressions.ts';
import type { Unit } from './unit.ts';

/** Where a rule comes from: its name, the line of the policy, the clauses. */
export function commentOf(id: string, origin: Origin, unit: Unit): string {
  const cites = origin.cites.length > 0 ? `; ${origin.cites.join(', ')}` : '';
  const file = origin.file === undefined ? '' : ` of ${origin.file}`;
  return `${nameText(nameOf(id, unit), lastPart(id))}. Line ${origin.line}${file}${cites}.`;
}

/** What a developer must know to give a fact: its name, unit, range, proof and who finds it. */
export function factComment(fact: FactMeta, owner: string | undefined, unit: Unit): string {
  const name =
    (owner === undefined ? undefined : nameOf(`${owner}.${fact.id}`, unit)) ?? nameOf(fact.id, unit);
  const parts = [
    nameText(name, fact.id),
    counted(fact.type, unit),
    rangeText(fact),
    fact.optional ? 'null: there is none' : undefined,
    fact.proof && `凭${fact.proof}`,
    fact.determiner && `由${fact.determiner}认定`,
  ];
  return `${parts.filter(Boolean).join('; ')}.`;
}

export function nameOf(id: string, unit: Unit): Name | undefined {
  return Object.hasOwn(unit.policy.names, id) ? unit.policy.names[id] : undefined;
}

/** `生活困难补助 (allowance)`, or the one name that there is. */
export function nameText(name: Name | undefined, id: string): string {
  if (name?.zh === undefined) return name?.en ?? id;
  return name.en === undefined || name.en === name.zh ? name.zh : `${name.zh} (${name.en})`;
}

function lastPart(id: string): string {
  return id.slice(id.lastIndexOf('.') + 1);
}

function counted(type: Type, unit: Unit): string | undefined {
  if (type.t === 'money') return 'yuan';
  if (type.t === 'rate' || type.t === 'list' || type.t === 'keyed') return counted(type.of, unit);
  return type.t === 'qty' ? `in ${nameText(nameOf(type.unit, unit), type.unit)}` : undefined;
}

function rangeText({ type, min, max }: FactMeta): string | undefined {
  const show = (end: string) => (type.t === 'money' ? yuan(end) : end);
  if (min !== undefined && max !== undefined) return `from ${show(min)} to ${show(max)}`;
  if (min !== undefined) return `at least ${show(min)}`;
  return max === undefined ? undefined : `at most ${show(max)}`;
}

function yuan(fen: string): string {
  if (!/^-?\d+$/.test(fen)) return `${fen} fen`;
  const digits = fen.replace('-', '').padStart(3, '0');
  const cents = digits.slice(-2);
  return `${fen.startsWith('-') ? '-' : ''}${digits.slice(0, -2)}${cents === '00' ? '' : `.${cents}`}`;
}

/** A documentation comment; an end mark inside is broken up. */
export function docs(text: string): string[] {
  return [text.replaceAll('*/', '*\\/')];
}
