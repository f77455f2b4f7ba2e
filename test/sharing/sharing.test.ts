import { describe, expect, it } from 'vitest';
import { evaluator, policyMeta, type Policy, printIr } from '../../compiler/index.ts';
import { compiled, findings, formatted, home, inlined, library, notice, project, shared } from './files.ts';

function policyOf(path: string, files: Readonly<Record<string, string>>): Policy {
  const { policy } = compiled(path, files);
  if (!policy) throw new Error(findings(path, files).join('\n'));
  return policy;
}

const placeless = (policy: Policy): unknown =>
  JSON.parse(JSON.stringify(policy, (key, value) => (key === 'origin' ? value.cites : value)));

describe('a policy that uses another file', () => {
  const used = policyOf(home, project);

  it('is the same policy as with everything in one file', () => {
    const whole = policyOf(home, { [home]: inlined });
    expect(placeless(used)).toEqual(placeless(whole));
    expect(printIr(used)).toBe(printIr(whole));
    expect(policyMeta(used).version).toBe(policyMeta(whole).version);
  });

  it('takes along only what it names', () => {
    expect(used.subjects.map(({ facts }) => facts.map(({ id }) => id))).toEqual([
      ['category', 'received', 'localHukou', 'birthDate', 'deathDate'],
    ]);
    expect(used.definitions.map(({ id }) => id)).toEqual(['sixtyOn', 'isSixty']);
    expect(used.names.person).toEqual({ zh: '申请人', en: 'person' });
  });

  it('knows of each line in which file it stands', () => {
    const { origin } = used.definitions.find(({ id }) => id === 'isSixty') ?? {};
    expect(origin).toMatchObject({ line: 14, file: '../shared/categories.policy', cites: ['九'] });
    expect(library.slice(origin?.span.start, origin?.span.end)).toMatch(/^定义 年满六十/);
    expect(used.programmes[0]?.origin).not.toHaveProperty('file');
  });

  it('has another version when what it uses changes, and none when what it does not use does', () => {
    const version = (text: string): string =>
      policyMeta(policyOf(home, { ...project, [shared]: text })).version;
    const now = policyMeta(used).version;
    expect(version(library.replace('60 周岁', '65 周岁'))).not.toBe(now);
    expect(version(library.replace('10 年', '12 年'))).toBe(now);
  });

  it('decides by facts of both files', () => {
    const facts = {
      localHukou: true,
      birthDate: '1950-01-01',
      deathDate: null,
      category: 'dispersed',
      received: ['dispersed'],
    };
    const bound = evaluator(used).bind({ asOf: '2024-06-01' });
    expect(bound.decide(facts).programmes.allowance?.outcome).toBe('eligible');
    expect(bound.decide({ ...facts, received: ['institutional'] }).programmes.allowance?.outcome).toBe(
      'ineligible',
    );
    expect(bound.decide({ ...facts, category: 'other' }).programmes.allowance?.outcome).toBe('ineligible');
  });
});

describe('translation', () => {
  it.each(['zh', 'en'] as const)('the library may be in either language: %s', (language) => {
    const files = { ...project, [shared]: formatted(shared, project, language) };
    expect(findings(home, files)).toEqual([]);
    expect(policyMeta(policyOf(home, files)).version).toBe(policyMeta(policyOf(home, project)).version);
  });

  it('names of an English library are Chinese in a Chinese policy, and back', () => {
    const english = { ...project, [shared]: formatted(shared, project, 'en') };
    expect(formatted(shared, english, 'zh')).toBe(library);
    expect(formatted(home, english, 'zh')).toBe(notice);
    const translated = formatted(home, english, 'en');
    expect(translated).toContain('category one of {dispersed, dibao}');
    expect(translated).toContain('use "../shared/categories.policy"');
    expect(translated).not.toMatch(/: \p{Script=Han}/u);
    expect(formatted(home, { ...english, [home]: translated }, 'zh')).toBe(notice);
  });

  it('a translated policy means the same', () => {
    const files = { ...project, [home]: formatted(home, project, 'en') };
    expect(placeless(policyOf(home, files))).toEqual(placeless(policyOf(home, project)));
  });
});

describe('a library', () => {
  it('is checked by itself and is no policy', () => {
    const { policy, library: isLibrary, diagnostics } = compiled(shared, project);
    expect([policy, isLibrary, diagnostics]).toEqual([null, true, []]);
  });

  it('may use another one; each file is read once', () => {
    const files = {
      ...project,
      [shared]: library
        .replace(/主体[\s\S]*?\n\n/, '')
        .replace('共用 困难群众类别 (categories)', '$&\n  引用 "people.policy"'),
      'policies/shared/people.policy': `共用 人员 (people)\n\n${/主体[\s\S]*?\n\n/.exec(library)?.[0]}单位 学年 (schoolYear) = 1 年\n`,
      [home]: notice.replace('  引用 "../shared/categories.policy"', '$&\n  引用 "../shared/people.policy"'),
    };
    expect(findings(home, files)).toEqual([]);
    expect(placeless(policyOf(home, files))).toEqual(placeless(policyOf(home, project)));
    expect(compiled(home, files).sources.map(({ path }) => path)).toEqual([
      home,
      shared,
      'policies/shared/people.policy',
    ]);
  });

  it('may declare the only kind of record', () => {
    const text =
      '方案 例 (example)\n  引用 "../shared/categories.policy"\n\n项目 补贴 (allowance)\n  资格 年满六十\n';
    const { subjects } = policyOf(home, { ...project, [home]: text });
    expect(subjects.map(({ id, facts }) => [id, facts.map((fact) => fact.id)])).toEqual([
      ['person', ['birthDate', 'deathDate']],
    ]);
  });
});

describe('findings', () => {
  it('a mistake in the library is found where it stands', () => {
    const files = { ...project, [shared]: library.replace('出生日期 + 60', '出生日子 + 60') };
    expect(findings(home, files)).toEqual([
      `BF2003 ${shared}:13: "出生日子" is not declared; a declared name is needed here.`,
    ]);
    const broken = {
      ...project,
      [shared]: library.replace('定义 六十日 (sixtyOn) =', '定义 六十日 (sixtyOn) = ='),
    };
    expect(findings(home, broken)).toEqual([
      expect.stringMatching(/^BF1\d+ policies\/shared\/categories.policy:13: /),
    ]);
  });

  it('the same fact in both is told with both places', () => {
    const files = { ...project, [home]: notice.replace('  曾享受', '  本地户籍 (hukou): 是否\n  曾享受') };
    const { diagnostics } = compiled(home, files);
    expect(findings(home, files)).toEqual([
      `BF2001 ${home}:7: "本地户籍" is already declared on line 8 of ${shared}; one name has one meaning in its scope.`,
    ]);
    expect(diagnostics[0]?.related).toMatchObject([{ path: shared }]);
  });

  it('a file that is not there', () => {
    expect(findings(home, { [home]: notice })).toEqual([
      `BF2102 ${home}:2: There is no such file: ${shared}.`,
    ]);
  });

  it('a circle of files is printed', () => {
    const files = {
      ...project,
      [shared]: library.replace('共用 困难群众类别 (categories)', '$&\n  引用 "other.policy"'),
      'policies/shared/other.policy': '共用 别的 (other)\n  引用 "categories.policy"\n',
    };
    expect(findings(home, files)).toEqual([
      `BF2104 policies/shared/other.policy:2: These files use each other in a circle: ${shared} → policies/shared/other.policy → ${shared}.`,
    ]);
  });

  it.each([
    ['/etc/x.policy', 'BF2101'],
    ['C:\\x.policy', 'BF2101'],
    ['https://example.org/x.policy', 'BF2101'],
    ['../shared/categories.txt', 'BF2101'],
  ])('no path like %s', (path, code) => {
    const files = { ...project, [home]: notice.replace('../shared/categories.policy', path) };
    expect(findings(home, files)[0]).toMatch(new RegExp(`^${code} `));
  });
});
