import {
  type Compilation,
  compile,
  formatSource,
  type Language,
  type ReadUsed,
} from '../../compiler/index.ts';

export type Files = Readonly<Record<string, string>>;

export const reading =
  (files: Files): ReadUsed =>
  (path) => {
    const text = files[path];
    return text === undefined ? { problem: 'missing' } : { text };
  };

export function compiled(path: string, files: Files): Compilation {
  return compile({ path, text: files[path] ?? '' }, reading(files));
}

/** `code path:line: what is said`, one line a finding. */
export function findings(path: string, files: Files, language: Language = 'en'): readonly string[] {
  const { diagnostics } = compiled(path, files);
  return diagnostics.map((d) => {
    const line = (files[d.path] ?? '').slice(0, d.span.start).split('\n').length;
    return `${d.code} ${d.path}:${line}: ${d[language].message}`;
  });
}

export function formatted(path: string, files: Files, language: Language): string {
  const { text, diagnostics } = formatSource(
    { path, text: files[path] ?? '' },
    { language, read: reading(files) },
  );
  if (text === null) throw new Error(diagnostics.map((d) => d.en.message).join('\n'));
  return text;
}

export const library = `共用 困难群众类别 (categories)                                       # 各方案共用

单位 学期 (term) = 1/2 年

枚举 特困供养 (tekunKind): 分散供养 (dispersed) | 集中供养 (institutional)

主体 人 (person)
  本地户籍 (localHukou): 是否                                        由 公安机关 认定
  出生日期 (birthDate): 日期
  去世日期 (deathDate): 日期 可无
  任教 (taught): 学期 从 0 至 80

定义 六十日 (sixtyOn) = 出生日期 + 60 周岁
定义 年满六十 (isSixty) = 六十日 在 判定日 前(含) 且 去世日期 不存在   依据 九
定义 教满十年 (taughtTen) = 任教 10 年 以上
`;

export const notice = `方案 例 (example)
  引用 "../shared/categories.policy"

主体 申请人 (person)
  类别 (category): 单选 同 特困供养
    低保 (dibao) | 其他 (other)
  曾享受 (received): 多选 同 特困供养

项目 补贴 (allowance)
  资格 同时满足
    户籍 (hukou): 本地户籍                                           依据 一.1
    年龄 (age): 年满六十                                             依据 一.2
    类别对 (kind): 类别 属于 {分散供养, 低保}                        依据 一.3
    没领过 (fresh): 曾享受 不含 集中供养                             依据 一.4
  金额 每人每月 100 元                                               依据 二
`;

/** The notice with what it uses written into it. */
export const inlined = `方案 例 (example)

枚举 特困供养 (tekunKind): 分散供养 (dispersed) | 集中供养 (institutional)

主体 申请人 (person)
  类别 (category): 单选 同 特困供养
    低保 (dibao) | 其他 (other)
  曾享受 (received): 多选 同 特困供养
  本地户籍 (localHukou): 是否                                        由 公安机关 认定
  出生日期 (birthDate): 日期
  去世日期 (deathDate): 日期 可无

定义 六十日 (sixtyOn) = 出生日期 + 60 周岁
定义 年满六十 (isSixty) = 六十日 在 判定日 前(含) 且 去世日期 不存在   依据 九

项目 补贴 (allowance)
  资格 同时满足
    户籍 (hukou): 本地户籍                                           依据 一.1
    年龄 (age): 年满六十                                             依据 一.2
    类别对 (kind): 类别 属于 {分散供养, 低保}                        依据 一.3
    没领过 (fresh): 曾享受 不含 集中供养                             依据 一.4
  金额 每人每月 100 元                                               依据 二
`;

export const home = 'policies/01-example/notice.policy';
export const shared = 'policies/shared/categories.policy';
export const project: Files = { [home]: notice, [shared]: library };
