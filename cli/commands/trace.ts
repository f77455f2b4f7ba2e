import type { Policy } from '../../compiler/index.ts';
import { policyMeta } from '../../compiler/index.ts';
import { readCases } from '../cases/read.ts';
import { type ExitStatus, exitStatus, Unusable } from '../console/failure.ts';
import type { Session } from '../console/session.ts';
import { besidePolicy, readOptional } from '../files/policies.ts';
import { YamlFile } from '../files/yaml.ts';
import { loadEach } from '../policy/load.ts';
import { PolicyNames } from '../policy/names.ts';
import { type Account, accountFor } from '../trace/account.ts';
import { readClauses } from '../trace/clauses.ts';
import { traceJson, traceText } from '../trace/report.ts';

export interface TraceOptions {
  readonly format?: 'text' | 'json';
}

interface Traced {
  readonly path: string;
  readonly account: Account;
  readonly names: PolicyNames;
}

/** Clause by clause: what became of each, and what does not fit. A clause unaccounted for is a finding. */
export async function run(
  session: Session,
  [paths]: readonly [readonly string[]],
  options: TraceOptions,
): Promise<ExitStatus> {
  const traced: Traced[] = [];
  let failed = false;
  for await (const loaded of loadEach(paths, session)) {
    if (loaded) traced.push(await traceOne(session, loaded.path, loaded.policy));
    else failed = true;
  }
  const text = options.format === 'json' ? traceJson(traced) : await traceText(traced, session);
  await session.out.write(text);
  return failed || traced.some(({ account }) => account.problems.length > 0)
    ? exitStatus.findings
    : exitStatus.fine;
}

async function traceOne(session: Session, path: string, policy: Policy): Promise<Traced> {
  const { texts, language } = session;
  const listPath = besidePolicy(path, 'clauses.yaml');
  const text = await readOptional(listPath, texts);
  if (text === undefined) throw new Unusable(texts.trace.noList(listPath));
  const casesPath = besidePolicy(path, 'cases.yaml');
  const casesText = await readOptional(casesPath, texts);
  const cases = casesText === undefined ? [] : readCases(new YamlFile(casesPath, casesText, texts)).cases;
  const names = new PolicyNames(policyMeta(policy), language);
  return {
    path,
    names,
    account: accountFor(readClauses(new YamlFile(listPath, text, texts)), policy, names, cases),
  };
}
