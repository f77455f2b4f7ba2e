import { nearest } from '../../compiler/index.ts';
import { parseDate } from '../../runtime/dates.ts';
import type { Binding, BoundPolicy, Evaluator } from '../../runtime/evaluator.ts';
import { describeInputError, InputErrors } from '../../runtime/input/errors.ts';
import { readText } from '../../runtime/input/text.ts';
import type { Id, PolicyMeta, Type } from '../../runtime/types.ts';
import { Unusable } from '../console/failure.ts';
import type { Session } from '../console/session.ts';
import type { PolicyPlace } from '../files/policies.ts';
import { PolicyNames } from './names.ts';
import { readPopulations } from './populations.ts';
import { readCircumstances, readParameters } from './parameters.ts';

/** Options shared by the commands that decide. */
export interface BindingOptions {
  readonly asOf?: string;
  readonly set?: readonly string[];
  readonly parameters?: string;
  readonly circumstances?: string;
  readonly subject?: string;
}

/** Options of the commands whose rules look at other records. */
export interface OtherRecords {
  /** `KIND=FILE`, any number of them. */
  readonly population?: readonly string[];
}

type Values = { [id: Id]: unknown };

/** One of two versions of a policy: names that it does not know may be the other's and are passed over. */
export interface OneVersion {
  /** Parameters as they are given to it, in place of those beside the policy. */
  readonly parameters: { readonly [name: string]: unknown };
}

/**
 * Binds a policy to date, parameters and circumstances; what does not fit is said and stops the run. Names that the policy
 * does not know are refused.
 */
export async function bindPolicy(
  session: Session,
  place: PolicyPlace,
  evaluator: Evaluator,
  options: BindingOptions,
  others: readonly string[] = [],
  version: OneVersion | null = null,
): Promise<{ readonly bound: BoundPolicy; readonly binding: Binding; readonly subject: Id | undefined }> {
  const subject = subjectOf(evaluator.meta, options.subject, session);
  const gathered = await gather(session, place, evaluator.meta, options, version);
  const binding = version ? knownOnly(gathered, evaluator.meta) : gathered;
  const { populations, placed } = await readPopulations(others, evaluator.meta, session);
  try {
    const whole = { ...binding, populations, ...(subject === undefined ? {} : { subject }) };
    return { bound: evaluator.bind(whole), binding: whole, subject };
  } catch (error) {
    if (!(error instanceof InputErrors)) throw error;
    const lines = error.errors.map((one) => {
      const { at, error: found } = placed(one);
      return `  ${at}${describeInputError(found, session.language)}`;
    });
    throw new Unusable([session.texts.decide.badBinding, ...lines].join('\n'));
  }
}

/** Another version of the policy may have parameters and circumstances that this one lacks. */
function knownOnly(binding: Binding, meta: PolicyMeta): Binding {
  const kept = (values: Binding['parameters'], known: readonly { readonly id: Id }[]): Values =>
    Object.fromEntries(Object.entries(values ?? {}).filter(([id]) => known.some((one) => one.id === id)));
  return {
    ...binding,
    parameters: kept(binding.parameters, meta.parameters),
    circumstances: kept(binding.circumstances, meta.circumstances),
  };
}

async function gather(
  session: Session,
  place: PolicyPlace,
  meta: PolicyMeta,
  options: BindingOptions,
  version: OneVersion | null,
): Promise<Binding> {
  const { texts } = session;
  const file = await readParameters(place, options.parameters, texts);
  if (file) await session.err.write(`${session.paintErr('dim', texts.decide.parametersFrom(file.path))}\n`);
  const circumstances = options.circumstances ? await readCircumstances(options.circumstances, texts) : {};
  const byId = idFinder(meta);
  const values = {
    parameters: byId(
      options.parameters === undefined && version ? version.parameters : (file?.parameters ?? {}),
    ),
    circumstances: { ...byId(file?.circumstances ?? {}), ...byId(circumstances) },
  };
  for (const setting of options.set ?? []) applySetting(setting, values, meta, session);
  return { asOf: await decisionDate(session, options.asOf, file?.asOf), ...values };
}

/** Parameters and circumstances under their ids, so that a value set by one name replaces one under the other. */
function idFinder(meta: PolicyMeta): (values: { readonly [name: string]: unknown }) => Values {
  const names = new PolicyNames(meta, 'zh');
  const ids = [...meta.parameters, ...meta.circumstances].map(({ id }) => id);
  return (values) =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [names.find(name, ids) ?? name, value]));
}

interface Settable {
  readonly id: Id;
  readonly type: Type;
}

/** `NAME=VALUE`, or `NAME.KEY=VALUE` for one key of a keyed parameter. The value is read like a cell of a table. */
function applySetting(
  setting: string,
  values: { readonly parameters: Values; readonly circumstances: Values },
  meta: PolicyMeta,
  session: Session,
): void {
  const equals = setting.indexOf('=');
  if (equals < 1) throw new Unusable(session.texts.usage.notASetting(setting));
  const name = setting.slice(0, equals).trim();
  const text = setting.slice(equals + 1);
  const dot = name.indexOf('.');
  const whole = settable(name, meta);
  const keyed = whole || dot < 0 ? undefined : settable(name.slice(0, dot), meta);
  const found = whole ?? keyed;
  if (!found) throw new Unusable(unknownSetting(name, meta, session));
  const into = meta.parameters.some(({ id }) => id === found.id) ? values.parameters : values.circumstances;
  if (keyed?.type.t !== 'keyed') into[found.id] = settingValue(meta, found.type, text);
  else
    into[found.id] = {
      ...asObject(into[found.id]),
      [name.slice(dot + 1)]: settingValue(meta, keyed.type.of, text),
    };
}

/** Whole numbers as a file of parameters would have them, so that the decision repeats them alike. */
function settingValue(meta: PolicyMeta, type: Type, text: string): unknown {
  const value = readText(meta, type, text);
  const numeric =
    type.t === 'int' || type.t === 'money' || type.t === 'qty' || type.t === 'year' || type.t === 'rate';
  return numeric && typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value;
}

function settable(name: string, meta: PolicyMeta): Settable | undefined {
  const names = new PolicyNames(meta, 'zh');
  return [...meta.parameters, ...meta.circumstances].find(({ id }) => names.means(name, id));
}

const asObject = (value: unknown): object => (typeof value === 'object' && value !== null ? value : {});

function unknownSetting(name: string, meta: PolicyMeta, { texts }: Session): string {
  const all = [...meta.parameters, ...meta.circumstances].flatMap(({ id }) => [id, meta.names[id]?.zh ?? id]);
  return texts.decide.unknownSetting(name, nearest(name, all));
}

async function decisionDate(
  session: Session,
  asked: string | undefined,
  filed: string | undefined,
): Promise<string> {
  const { texts } = session;
  const given = asked ?? filed;
  if (given === undefined) {
    const today = localToday();
    await session.err.write(`${session.paintErr('dim', texts.decide.asOfToday(today))}\n`);
    return today;
  }
  if (!/^\d{4}-\d{2}-\d{2}$/.test(given) || parseDate(given) === null)
    throw new Unusable(texts.usage.notADate(asked === undefined ? 'asOf' : '--as-of', given));
  return given;
}

/** Today where the user is: only the command line may look at the clock. */
export function localToday(): string {
  const now = new Date();
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function subjectOf(meta: PolicyMeta, asked: string | undefined, { texts }: Session): Id | undefined {
  const ids = meta.subjects.map(({ id }) => id);
  if (asked === undefined) {
    if (ids.length > 1) throw new Unusable(texts.decide.noSubjects(ids));
    return ids[0];
  }
  const names = new PolicyNames(meta, 'zh');
  const found = names.find(asked, ids);
  if (found === undefined) throw new Unusable(texts.decide.noSuchSubject(asked, ids));
  return found;
}
