import { lstat, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readOptional } from '../files/policies.ts';
import { writeWhole } from '../files/atomic.ts';
import type { Texts } from '../texts/texts.ts';
import { git } from './run.ts';

/** Says which driver compares policies. The driver itself stands in the configuration of each clone. */
export const attribute = '*.policy diff=bangfu';

const fileOf = (top: string): string => join(top, '.gitattributes');

/** What the repository says of policies so far: nothing, ours, or another driver. `link`: git does not read such a file. */
export async function attributeState(
  top: string,
  texts: Texts,
): Promise<'none' | 'ours' | 'link' | { readonly other: string }> {
  const entry = await lstat(fileOf(top)).catch(() => null);
  if (entry?.isSymbolicLink()) return 'link';
  const lines = ((await readOptional(fileOf(top), texts)) ?? '').split(/\r?\n/);
  if (lines.includes(attribute)) return 'ours';
  const driver = await driverOf('any.policy', top);
  if (driver === 'unspecified') return 'none';
  return driver === 'bangfu' ? 'ours' : { other: driver };
}

async function driverOf(path: string, top: string): Promise<string> {
  const [, , value = ''] = (await git(['check-attr', '-z', 'diff', '--', path], top)).split('\0');
  return value;
}

/** Policies of the repository that another line gives to another driver, or to none. */
export async function otherwiseCompared(top: string): Promise<readonly string[]> {
  const listed = await git(
    ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--', '*.policy'],
    top,
  );
  const paths = [...new Set(listed.split('\0').filter((path) => path !== ''))];
  const drivers = await Promise.all(paths.map(async (path) => [path, await driverOf(path, top)] as const));
  return drivers.flatMap(([path, driver]) => (driver === 'bangfu' ? [] : [path]));
}

/** Puts our line at the end; whatever stands there stays, byte for byte. */
export async function addAttribute(top: string, texts: Texts): Promise<void> {
  const old = (await readOptional(fileOf(top), texts)) ?? '';
  const end = old.includes('\r\n') ? '\r\n' : '\n';
  const joint = old === '' || old.endsWith('\n') ? '' : end;
  await writeWhole(fileOf(top), `${old}${joint}${attribute}${end}`);
}

/** Takes our line out; a file that held nothing else goes. False where the line was not there. */
export async function removeAttribute(top: string, texts: Texts): Promise<boolean> {
  const old = (await readOptional(fileOf(top), texts)) ?? '';
  const kept = (old.match(/[^\n]*\n|[^\n]+$/g) ?? []).filter((line) => line.trimEnd() !== attribute).join('');
  if (kept === old) return false;
  if (kept === '') await rm(fileOf(top));
  else await writeWhole(fileOf(top), kept);
  return true;
}
