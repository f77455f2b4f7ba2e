import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { examine, type Stated } from '../../compiler/index.ts';
import { fromDisk } from '../policies/reading.ts';

const folders = readdirSync('policies').filter((name) => /^\d\d-/.test(name));

const given = (folder: string): Stated => ({
  parameters: {},
  circumstances: {},
  ...(parse(readFileSync(`policies/${folder}/parameters.yaml`, 'utf8')) as Partial<Stated>),
});

const findings = folders.flatMap((folder) => {
  const path = `policies/${folder}/notice.policy`;
  const text = readFileSync(path, 'utf8');
  return examine({ path, text }, fromDisk, given(folder)).diagnostics.map((one) => ({
    notice: folder.slice(0, 2),
    line: text.slice(0, one.span.start).split('\n').length,
    ...one,
  }));
});

it('leaves no finding of the nineteen notices unexplained', () => {
  expect(
    findings.filter(({ kept }) => kept === undefined).map((one) => `${one.path}:${one.line} ${one.code}`),
  ).toEqual([]);
});

/** Defects of the notices that are of a kind with the analyses: found without being told. */
const defects: readonly (readonly [notice: string, code: string, says: RegExp])[] = [
  ['15', 'BF4023', /核定累计任教学期数 60 学期/],
  ['07', 'BF4031', /2 人.*1 人（取整前 1\.8）/],
  ['14', 'BF4052', /首年-11-25\(含\) 至 次年-01-15/],
  ['15', 'BF4057', /首年-01 起发.*首年-01-21 才施行/],
  ['15', 'BF4062', /“申请” 误期而仍要往下办.*2024-04-15 完成，一个到 2024-04-22/],
  ['14', 'BF4063', /到 次年-01-15 为止.*中间 1 天/],
  ['13', 'BF4013', /安全月活动.*没有一个满足/],
  ['07', 'BF4031', /2 个.*1 个（取整前 1\.7）/],
];

it.each(defects)('notice %s: %s %s', (notice, code, says) => {
  const met = findings.filter(
    (one) => one.notice === notice && one.code === code && says.test(one.zh.message),
  );
  expect(met.map(({ kept }) => typeof kept)).toEqual(['string']);
});
