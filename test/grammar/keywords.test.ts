import { describe, expect, it } from 'vitest';
import {
  entries,
  groups,
  keywordsOf,
  keywordsSpelt,
  reach,
  spelling,
  spellings,
  variants,
} from '../../grammar/index.ts';

/** Words that one language says with others: the English halves, the Chinese bounds after 至今 and the like. */
const onlyIn = {
  zh: [
    'orWithin',
    'reaches',
    'shortOf',
    'bareFrom',
    'satisfying',
    'actedBy',
    'determines',
    'decides',
    'handles',
    'counting',
    'counted',
  ],
  en: ['onOrBefore', 'onOrAfter', 'within', 'ofGroup', 'determinedBy', 'decidedBy', 'handledBy', 'countedBy'],
};

describe('the keywords of both languages', () => {
  it.each(groups)('cover the same ids: %s', (group) => {
    const ids = (language: 'zh' | 'en') =>
      entries(language, group)
        .map(([id]) => id)
        .sort();
    expect(ids('zh')).toEqual(ids('en'));
  });

  it.each(groups)('leave no id without a spelling but those listed: %s', (group) => {
    for (const language of ['zh', 'en'] as const) {
      const unspelt = entries(language, group)
        .filter(([, list]) => list.length === 0)
        .map(([id]) => id);
      expect(unspelt.filter((id) => !onlyIn[language === 'zh' ? 'en' : 'zh'].includes(id))).toEqual([]);
    }
  });

  it.each(['zh', 'en'] as const)('do not spell two hard words alike: %s', (language) => {
    const hard = keywordsOf(language).filter((k) => reach[k.group] === 'hard');
    const doubled = hard.filter((k) =>
      hard.some((other) => other.spelling === k.spelling && other.id !== k.id),
    );
    expect(doubled.map((k) => `${k.group}.${k.id} ${k.spelling}`)).toEqual([]);
  });

  it('have one printed spelling of each head, and no two heads share it', () => {
    for (const language of ['zh', 'en'] as const) {
      const printed = entries(language, 'head').map(([, [first]]) => first);
      expect(new Set(printed).size).toBe(printed.length);
    }
    expect(spelling('zh', 'head', 'programme')).toBe('项目');
    expect(spelling('en', 'word', 'onOrBefore')).toBe('on or before');
  });

  it('are read in 繁體 too', () => {
    expect(variants('资格')).toEqual(['资格', '資格']);
    expect(keywordsSpelt('zh', '主體').map((k) => k.id)).toEqual(['subject']);
    expect(keywordsSpelt('zh', '農曆')).toEqual([]);
    expect(keywordsSpelt('zh', '不得重複').map((k) => k.id)).toEqual(['noDouble']);
  });

  it('have marks and payment labels in both', () => {
    expect(spellings.zh.mark).toEqual({ included: ['含'], excluded: ['不含'] });
    expect(Object.keys(spellings.en.label)).toEqual(Object.keys(spellings.zh.label));
  });
});
