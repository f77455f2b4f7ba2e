import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { briefFormats } from '../../cli/brief/encode.ts';
import type { GroupsJob } from '../../cli/brief/groups/decider.ts';
import { groupParts, type OnThreads } from '../../cli/brief/groups/parts.ts';
import type { BriefPart } from '../../cli/brief/part.ts';
import { ParquetFile } from '../../cli/parquet/read/file.ts';
import { planColumns } from '../../cli/read/columns.ts';
import { UnreadableData } from '../../cli/read/record.ts';
import { compile, policyMeta } from '../../compiler/index.ts';
import { writeParquetRegister } from '../../tools/parquet-register.mjs';
import { command, Folder } from './harness.ts';
import { gather } from './read/gather.ts';

const folder = new Folder();
const PATH = fileURLToPath(
  new URL('../../policies/15-former-teachers-allowance/notice.policy', import.meta.url),
);
const { policy } = compile({ path: PATH, text: readFileSync(PATH, 'utf8') });
if (!policy) throw new Error('policy 15 does not compile');
const meta = policyMeta(policy);

/** What `npm run build` put beside the command. */
const worker = pathToFileURL(join(command, '../cli/worker.mjs'));
const GROUPS = 9;

beforeAll(() => {
  if (!existsSync(worker)) throw new Error(`${worker} is not there: run "npm run build" first.`);
  writeParquetRegister(folder.at('people.parquet'), GROUPS * 128 - 5, { group: 128 });
});

function job(name: string, format: GroupsJob['format']): GroupsJob {
  const file = ParquetFile.open(folder.at(name));
  const header = file.fields.map((field) => field.name);
  expect(file.groups).toBe(GROUPS);
  file.close();
  const plan = planColumns(header, meta.subjects[0]?.facts ?? [], meta, { ignore: [] });
  return {
    policy: policy as GroupsJob['policy'],
    binding: { asOf: '2023-06-01' },
    path: folder.at(name),
    plan,
    language: 'en',
    format,
  };
}

const parts = (
  name: string,
  format: GroupsJob['format'],
  on: OnThreads | null,
): Promise<readonly BriefPart[]> => gather(groupParts(job(name, format), GROUPS, on));

describe('row groups on threads', () => {
  test.each(briefFormats)('come out in order and the same to the byte, as %s', async (format) => {
    const alone = await parts('people.parquet', format, null);
    expect(alone.length).toBe(GROUPS);
    expect(await parts('people.parquet', format, { threads: 2, worker })).toEqual(alone);
  });

  test('say what is wrong with the data as one thread does', async () => {
    const bytes = readFileSync(folder.at('people.parquet'));
    bytes.fill(0xff, bytes.length >> 2, bytes.length >> 1);
    folder.write('damaged.parquet', bytes);
    const said = (on: OnThreads | null): Promise<unknown> =>
      parts('damaged.parquet', 'csv', on).then(
        () => 'fine',
        (error: unknown) => (error instanceof UnreadableData ? error.problem : error),
      );
    const alone = await said(null);
    expect(alone).toMatchObject({ why: 'damaged' });
    expect(await said({ threads: 2, worker })).toEqual(alone);
  });
});
