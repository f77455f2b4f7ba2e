import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { compile, decider, emitDirect, evaluator, type Policy } from '../../compiler/index.ts';
import { type DirectCode, defineDecider } from '../../runtime/index.ts';
import { projectPolicies } from '../agree/policies.ts';
import { RUNTIME, typeCheck } from './type-check.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const DIRECT = fileURLToPath(new URL('../../runtime/direct/index.ts', import.meta.url));
const policies = projectPolicies();
const [allowance] = policies.filter(({ id }) => id === 'formerTeachersAllowance');

type Part = 'decide' | 'explain';

/** Generated modules bundled with what they import. */
async function bundled(policy: Policy, parts: readonly Part[] = ['decide']): Promise<string> {
  const made = emitDirect(policy);
  const result = await build({
    stdin: { contents: parts.map((part) => `export * from 'decider:${part}';`).join('\n'), resolveDir: ROOT },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'neutral',
    write: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'decider',
        setup(on) {
          on.onResolve({ filter: /^decider:/ }, ({ path }) => ({
            path: path.slice('decider:'.length),
            namespace: 'decider',
          }));
          on.onResolve({ filter: /^bangfu\/runtime\/direct$/ }, () => ({ path: DIRECT }));
          on.onLoad({ filter: /.*/, namespace: 'decider' }, ({ path }) => ({
            contents: made[path as Part].code,
            loader: 'js',
            resolveDir: ROOT,
          }));
        },
      },
    ],
  });
  return result.outputFiles[0]?.text ?? '';
}

/** Part of the table of holidays. */
const LAST_DAYS_OF_2020 = '1230 1231';

function usingWorkdays(): Policy {
  const text = `方案 试 (trial)
主体 人 (person)
  申请日期 (appliedOn): 日期
项目 补 (aid)
  资格 申请日期 + 5 个工作日 在 2024-01-01 前(含)
  金额 100 元
`;
  const { policy, diagnostics } = compile({ path: 'trial.policy', text });
  if (!policy) throw new Error(JSON.stringify(diagnostics));
  return policy;
}

const load = async (text: string): Promise<DirectCode> =>
  import(/* @vite-ignore */ `data:text/javascript;base64,${Buffer.from(text).toString('base64')}`);

describe('generated deciders', () => {
  it('are modules that come to what the functions made in place come to', async () => {
    if (!allowance) throw new Error('no policy');
    const reference = evaluator(allowance);
    const module = defineDecider(await load(await bundled(allowance, ['decide', 'explain'])), reference);
    const inPlace = decider(allowance, reference);
    expect(module.programmes).toEqual(inPlace.programmes);
    const parameters = {
      firstYear: 2019,
      minbanLastDay: '1986-03-27',
      daikeLastDay: '1999-08-31',
      firstDayCounts: true,
    };
    const [one, other] = [module, inPlace].map((made) => made.at('2022-06-15', parameters));
    for (const totalTerms of [0, 1, 37, 59, 60, 61]) {
      const record = one?.read({ sex: 'male', birthDate: '1950-02-28', totalTerms }) ?? {};
      const results = [one, other].map((bound) => bound?.programmes.allowance?.decide(record));
      expect(results[0]?.outcome).toBe('undetermined');
      expect(results[0]).toEqual(results[1]);
      expect(one?.programmes.allowance?.explain(record)).toEqual(
        other?.programmes.allowance?.explain(record),
      );
    }
  });

  it('have declarations that TypeScript accepts', () => {
    const files = policies.flatMap((policy) => {
      const { decide, explain } = emitDirect(policy, { runtime: RUNTIME });
      return [
        [`${policy.id}.direct.d.ts`, decide.types],
        [`${policy.id}.explain.d.ts`, explain.types],
      ] as const;
    });
    expect(typeCheck(new Map(files))).toEqual([]);
  });

  it('are the same text for the same policy', () => {
    for (const policy of policies) expect(emitDirect(policy)).toEqual(emitDirect(policy));
  });

  it('decide notice 15 in less than 8 KB, compressed', async () => {
    if (!allowance) throw new Error('no policy');
    const text = await bundled(allowance);
    expect(gzipSync(text, { level: 9 }).length).toBeLessThan(8 * 1024);
  });

  it('bring the table of holidays only where working days are counted', async () => {
    const isIn = async (policy: Policy) => (await bundled(policy)).includes(LAST_DAYS_OF_2020);
    const [workdays, ...plain] = [usingWorkdays(), ...policies];
    expect(workdays && (await isIn(workdays))).toBe(true);
    for (const policy of plain)
      expect(await isIn(policy)).toBe(emitDirect(policy).decide.code.includes('addWorkdays'));
  });
});

describe('money', () => {
  it('is never minus nothing', () => {
    const text = `方案 试 (trial)
主体 户 (home)
  人口 (heads): 整数 从 -3 至 9
项目 补 (aid)
  资格 人口 低于 9
  金额 0 元 × 人口
`;
    const { policy, diagnostics } = compile({ path: 'trial.policy', text });
    if (!policy) throw new Error(JSON.stringify(diagnostics));
    const aid = decider(policy, evaluator(policy)).at('2024-01-01').programmes.aid;
    expect(aid?.decide({ heads: -3 })).toMatchObject({ outcome: 'eligible', min: 0, max: 0 });
  });
});

describe('wrong bindings', () => {
  it('are told as the evaluator tells them', () => {
    if (!allowance) throw new Error('no policy');
    const reference = evaluator(allowance);
    const made = decider(allowance, reference);
    const wrong = [
      { asOf: '2022-02-30' },
      { asOf: '2022-06-15', parameters: { firstYear: 'soon' } },
      { asOf: '2022-06-15', parameters: { firstYeer: 2019 } },
      { asOf: '2022-06-15', circumstances: { nothing: 1 } },
    ];
    for (const { asOf, parameters, circumstances } of wrong) {
      const tell = (work: () => unknown): unknown => {
        try {
          work();
          return null;
        } catch (error) {
          return error;
        }
      };
      const told = tell(() => made.at(asOf, parameters, circumstances));
      expect(told).not.toBeNull();
      expect(told).toEqual(
        tell(() =>
          reference.bind({
            asOf,
            ...(parameters && { parameters }),
            ...(circumstances && { circumstances }),
          }),
        ),
      );
    }
  });
});
