/** An expression of the generated text: a word, or something bracketed that may be broken over lines. */
export type Code = string | Bracketed;

export interface Bracketed {
  readonly open: string;
  readonly items: readonly Code[];
  readonly close: string;
  /** Each item on a line of its own, however short. */
  readonly broken?: true;
}

const WIDTH = 110;

export function call(name: string, ...args: readonly Code[]): Code {
  return { open: `${name}(`, items: args, close: ')' };
}

export function array(items: readonly Code[]): Code {
  return { open: '[', items, close: ']' };
}

/** `{ key: value, … }`; keys must be fit to stand in an object literal. Fields without value are left out. */
export function object(fields: readonly (readonly [string, Code | undefined])[]): Code {
  const items = fields.flatMap(([name, value]) =>
    value === undefined ? [] : [prefixed(`${name}: `, value)],
  );
  return { open: '{', items, close: '}' };
}

export function onLines(code: Code): Code {
  return typeof code === 'string' || code.items.length === 0 ? code : { ...code, broken: true };
}

/** `(c: Case) => body`. Parameters after the last one that the body uses are left out. */
export function arrow(parameters: readonly string[], body: Code): Code {
  const used = parameters.map((parameter) => uses(body, parameter.replace(/:.*/, '')));
  const kept = parameters.slice(0, used.lastIndexOf(true) + 1);
  const named = kept.map((parameter, i) => (used[i] ? parameter : `_${parameter}`));
  return prefixed(`(${named.join(', ')}) => `, wrapObject(body));
}

/** Whether a variable stands in the text, outside of string literals. */
export function uses(code: Code, variable: string): boolean {
  const text = flatten(code).replaceAll(/'(?:[^'\\]|\\.)*'/g, "''");
  return new RegExp(`(?<![\\p{ID_Continue}$.])${variable}(?![\\p{ID_Continue}$:])`, 'u').test(text);
}

export function prefixed(prefix: string, code: Code): Code {
  return typeof code === 'string' ? prefix + code : { ...code, open: prefix + code.open };
}

export function suffixed(code: Code, suffix: string): Code {
  return typeof code === 'string' ? code + suffix : { ...code, close: code.close + suffix };
}

/** Text of an expression that starts at column `column` of a line indented by `depth` levels and is followed by `after` columns. */
export function layout(code: Code, depth = 0, column = depth * 2, after = 1): string {
  if (typeof code === 'string') return code;
  const flat = flatten(code);
  const fits = !isBroken(code) && column + flat.length + after <= WIDTH;
  if (code.items.length === 0 || fits) return flat;
  const only = hugged(code);
  if (only) return code.open + layout(only, depth, column + code.open.length, after + 1) + code.close;
  const margin = '  '.repeat(depth + 1);
  const lines = code.items.map((item) => `${margin}${layout(item, depth + 1)},\n`);
  return `${code.open.trimEnd()}\n${lines.join('')}${'  '.repeat(depth)}${code.close.trimStart()}`;
}

/** A single argument that is itself bracketed stays on the line of its call. */
function hugged(code: Bracketed): Bracketed | null {
  const [only, ...others] = code.items;
  const whole = others.length === 0 && code.broken !== true;
  return whole && typeof only === 'object' && only.items.length > 0 ? only : null;
}

function isBroken(code: Code): boolean {
  return typeof code !== 'string' && (code.broken === true || code.items.some(isBroken));
}

function flatten(code: Code): string {
  if (typeof code === 'string') return code;
  const inside = code.items.map(flatten).join(', ');
  return code.open.endsWith('{') && inside
    ? `${code.open} ${inside} ${code.close}`
    : code.open + inside + code.close;
}

/** An object literal as the body of an arrow function needs brackets. */
export function wrapObject(body: Code): Code {
  if (typeof body === 'string') return body.startsWith('{') ? `(${body})` : body;
  return body.open.startsWith('{') ? { ...body, open: `(${body.open}`, close: `${body.close})` } : body;
}
