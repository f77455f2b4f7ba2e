import { gzipSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { decider, emitDirect, evaluator, type Policy } from '../../compiler/index.ts';
import { type DirectCode, defineDecider } from '../../runtime/index.ts';
import { projectPolicies } from '../agree/policies.ts';
import { RUNTIME, typeCheck } from './type-check.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const DIRECT = fileURLToPath(new URL('../../runtime/direct/index.ts', import.meta.url));
const policies = projectPolicies();
const [allowance] = policies.filter(({ id }) => id === 'formerTeachersAllowance');

/** The generated module bundled with what it imports; the table of holidays is left out of what is measured. */
async function bundled(policy: Policy, entry: string, plugins: readonly Plugin[] = []): Promise<string> {
  const { code } = emitDirect(policy);
  const result = await build({
    stdin: { contents: `${entry} from 'decider:it';`, resolveDir: ROOT },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'neutral',
    write: false,
    logLevel: 'silent',
    plugins: [
      ...plugins,
      {
        name: 'decider',
        setup(on) {
          on.onResolve({ filter: /^decider:/ }, ({ path }) => ({ path, namespace: 'decider' }));
          on.onResolve({ filter: /^bangfu\/runtime\/direct$/ }, () => ({ path: DIRECT }));
          on.onLoad({ filter: /.*/, namespace: 'decider' }, () => ({
            contents: code,
            loader: 'js',
            resolveDir: ROOT,
          }));
        },
      },
    ],
  });
  return result.outputFiles[0]?.text ?? '';
}

const withoutCalendar: Plugin = {
  name: 'without the calendar data',
  setup(on) {
    on.onLoad({ filter: /runtime\/calendar\/(china|table|lunar)\.ts$/ }, () => ({
      contents: 'export const chinaCalendar = null; export const calendarTable = null;',
      loader: 'ts',
    }));
  },
};

const load = async (text: string): Promise<DirectCode> =>
  import(/* @vite-ignore */ `data:text/javascript;base64,${Buffer.from(text).toString('base64')}`);

describe('generated deciders', () => {
  it('are modules that come to what the functions made in place come to', async () => {
    if (!allowance) throw new Error('no policy');
    const reference = evaluator(allowance);
    const module = defineDecider(await load(await bundled(allowance, 'export *')), reference);
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
    const files = policies.map(
      (policy) => [`${policy.id}.direct.d.ts`, emitDirect(policy, { runtime: RUNTIME }).types] as const,
    );
    expect(typeCheck(new Map(files))).toEqual([]);
  });

  it('are the same text for the same policy', () => {
    for (const policy of policies) expect(emitDirect(policy)).toEqual(emitDirect(policy));
  });

  it('decide notice 15 in less than 8 KB, compressed, beside the calendar data', async () => {
    if (!allowance) throw new Error('no policy');
    const text = await bundled(allowance, 'export { at }', [withoutCalendar]);
    expect(gzipSync(text, { level: 9 }).length).toBeLessThan(8 * 1024);
  });

  it('bring the table of holidays only where working days are counted', async () => {
    if (!allowance) throw new Error('no policy');
    expect(emitDirect(allowance).code).not.toContain('chinaCalendar');
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
