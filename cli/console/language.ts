export type Language = 'zh' | 'en';

export const languages: readonly Language[] = ['zh', 'en'];

/** `--lang` wherever it stands, so that even a usage error is in the language asked for; else the locale's. */
export function chooseLanguage(
  args: readonly string[],
  environment: { readonly [name: string]: string | undefined },
): Language {
  const asked = askedFor(args);
  return languages.find((language) => language === asked) ?? fromLocale(environment);
}

function askedFor(args: readonly string[]): string | undefined {
  const end = args.indexOf('--');
  const own = end < 0 ? args : args.slice(0, end);
  const at = own.lastIndexOf('--lang');
  const joined = own.findLast((arg) => arg.startsWith('--lang='));
  return at >= 0 ? own[at + 1] : joined?.slice('--lang='.length);
}

function fromLocale(environment: { readonly [name: string]: string | undefined }): Language {
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || systemLocale();
  return locale.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

/** Plural rules are the part of `Intl` that is there at once; a date format takes 15 ms. */
const systemLocale = (): string => new Intl.PluralRules().resolvedOptions().locale;
