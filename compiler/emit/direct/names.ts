import type { Reason } from '../../../runtime/decision.ts';
import { parseExact, printExact } from '../../../runtime/exact.ts';
import type { Given, Input, Lowered } from '../../lower/index.ts';
import { OpenWriter } from '../../lower/write/open.ts';
import type { Algebra } from '../../lower/write/open/parts.ts';
import { quoted, type Surround } from '../../lower/write/scope.ts';

/** `r.birthDate`, or `r['…']` for a name that is none in JavaScript; what every object has by itself is not given. */
export function member(of: string, name: string): string {
  if (name in Object.prototype)
    return `(Object.hasOwn(${of},${quoted(name)})?${of}[${quoted(name)}]:undefined)`;
  return /^[A-Za-z_$][\w$]*$/.test(name) ? `${of}.${name}` : `${of}[${quoted(name)}]`;
}

interface KnownPart {
  readonly min?: string;
  readonly max?: string;
  readonly options?: readonly string[];
  readonly mayBeAbsent?: boolean;
}

/** A constant for a value of which only so much is known. */
export function unknownCode(
  reason: Reason | null,
  { min, max, options, mayBeAbsent }: KnownPart,
  around: Surround,
): string {
  const end = (text: string) => {
    const value = parseExact(text);
    return value === null || typeof value === 'number'
      ? `${value}`
      : around.op('exact', quoted(printExact(value)));
  };
  const parts = [
    ...(min === undefined ? [] : [`min:${end(min)}`]),
    ...(max === undefined ? [] : [`max:${end(max)}`]),
    ...(options === undefined ? [] : [`options:${JSON.stringify(options)}`]),
    ...(mayBeAbsent ? ['mayBeAbsent:true'] : []),
  ];
  const known = parts.length === 0 ? [] : [`{${parts.join(',')}}`];
  return around.constant(around.op('unknownOf', reason ? `[${JSON.stringify(reason)}]` : '[]', ...known));
}

/** What stands for a fact that is left out; why it is open only where reasons are asked for. */
export const unknownInput = ({ unknown }: Input, around: Surround, algebra: Algebra): string => {
  const { reason, ...known } = unknown;
  return unknownCode(algebra === 'reasons' ? reason : null, known, around);
};

/** How a parameter or a circumstance is read where everything is bound: `P` and `C` hold what was given. */
export function givenCode({ from, id }: Given, lowered: Lowered, around: Surround): string {
  const place = member(from === 'parameter' ? 'P' : 'C', id);
  const writer = bindWriter(lowered, around);
  const versions = lowered.versions[id];
  const computed = lowered.computed[id];
  const missing =
    from === 'parameter' ? missingParameter(id, lowered, around) : missingCircumstance(id, lowered, around);
  if (from === 'parameter' && versions) {
    const rows = versions.map((row) => `[()=>${writer.number(row.from)},()=>${writer.value(row.value)}]`);
    return `(${place}===undefined?${around.op('versionOn', 'asOf', `[${rows.join(',')}]`, missing)}:${place})`;
  }
  const otherwise = from === 'circumstance' && computed ? writer.value(computed) : missing;
  return `(${place}===undefined?${otherwise}:${place})`;
}

function missingParameter(id: string, { policy }: Lowered, around: Surround): string {
  const found = policy.parameters.find((one) => one.id === id);
  const { type, determiner: by, min, max } = found ?? {};
  const known: KnownPart = { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
  if (type?.t === 'keyed') {
    const reason =
      by === undefined
        ? `{kind:'parameter',parameter:${quoted(id)},key}`
        : `{kind:'determination',by:${quoted(by)},parameter:${quoted(id)},key}`;
    return around.constant(
      `{keyed:new Map(),missing:(key)=>${keyedCode(reason, { ...known, ...optionsOf(type.of, policy) }, around)}}`,
    );
  }
  const which: Reason =
    by === undefined ? { kind: 'parameter', parameter: id } : { kind: 'determination', by, parameter: id };
  return unknownCode(which, { ...known, ...(type && optionsOf(type, policy)) }, around);
}

/** An unknown value under a key; its reason names the key. */
function keyedCode(reason: string, known: KnownPart, around: Surround): string {
  const { min, max, options } = known;
  const parts = [
    ...(min === undefined ? [] : [`min:${min}`]),
    ...(max === undefined ? [] : [`max:${max}`]),
    ...(options === undefined ? [] : [`options:${JSON.stringify(options)}`]),
  ];
  return around.op('unknownOf', `[${reason}]`, ...(parts.length === 0 ? [] : [`{${parts.join(',')}}`]));
}

function missingCircumstance(id: string, { policy }: Lowered, around: Surround): string {
  const found = policy.circumstances.find((one) => one.id === id);
  const { type, determiner: by, optional, min, max } = found ?? {};
  const reason: Reason =
    by === undefined ? { kind: 'missing', fact: id } : { kind: 'determination', by, fact: id };
  return unknownCode(
    reason,
    {
      ...(min !== undefined && { min }),
      ...(max !== undefined && { max }),
      ...(type && optionsOf(type, policy)),
      mayBeAbsent: optional === true || type?.t === 'set',
    },
    around,
  );
}

function optionsOf(type: Given['type'], { enums }: Lowered['policy']): KnownPart {
  if (type.t === 'rate') return optionsOf(type.of, { enums } as Lowered['policy']);
  const found = type.t === 'enum' || type.t === 'set' ? enums.find(({ id }) => id === type.enum) : undefined;
  if (!found) return type.t === 'set' ? { mayBeAbsent: true } : {};
  const options = [...found.options, ...(found.open ? ['other'] : [])];
  return { options, ...(type.t === 'set' && { mayBeAbsent: true }) };
}

/** Writes what is bound: with reasons, since explanations give them. */
export function bindWriter(lowered: Lowered, around: Surround): OpenWriter {
  return new OpenWriter(around, 'reasons', {
    fact: () => {
      throw new RangeError('nothing of a record is bound');
    },
    local: () => {
      throw new RangeError('nothing of a record is bound');
    },
    given: (given) => givenCode(given, lowered, around),
    range: () => undefined,
  });
}
