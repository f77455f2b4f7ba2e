import { define } from '../diagnostic.ts';

/** Findings of the lexer and the parser: one line, one mistake, one message. */
export const syntaxDiagnostics = {
  unreadable: define<{ found: string | null; expected: readonly string[]; rule: string }>({
    code: 'BF1001', severity: 'error',
    zh: { title: '这一行读不懂', message: (p) => `读不懂 ${p.found} ${p.rule} ${p.expected}`, hint: () => '' },
    en: { title: 'The line cannot be read', message: (p) => `cannot read ${p.found} ${p.rule} ${p.expected}`, hint: () => '' },
    bad: '', good: '',
  }),
  noHeader: define({ code: 'BF1002', severity: 'error', zh: { title: '', message: () => '', hint: () => '' }, en: { title: '', message: () => '', hint: () => '' }, bad: '', good: '' }),
  indentBlank: define<{ tab: boolean }>({ code: 'BF1003', severity: 'error', zh: { title: '', message: () => '', hint: () => '' }, en: { title: '', message: () => '', hint: () => '' }, bad: '', good: '' }),
  indentWidth: define<{ found: number; expected: number }>({ code: 'BF1004', severity: 'error', zh: { title: '', message: () => '', hint: () => '' }, en: { title: '', message: () => '', hint: () => '' }, bad: '', good: '' }),
  mixedJunction: define<{ first: string; second: string }>({ code: 'BF1005', severity: 'error', zh: { title: '', message: () => '', hint: () => '' }, en: { title: '', message: () => '', hint: () => '' }, bad: '', good: '' }),
  bareStart: define<{ day: string }>({ code: 'BF1006', severity: 'error', zh: { title: '', message: () => '', hint: () => '' }, en: { title: '', message: () => '', hint: () => '' }, bad: '', good: '' }),
  orderDirection: define<{ key: string }>({ code: 'BF1007', severity: 'error', zh: { title: '', message: () => '', hint: () => '' }, en: { title: '', message: () => '', hint: () => '' }, bad: '', good: '' }),
  clauseTwice: define<{ clause: string }>({ code: 'BF1008', severity: 'error', zh: { title: '', message: () => '', hint: () => '' }, en: { title: '', message: () => '', hint: () => '' }, bad: '', good: '' }),
  misplacedHead: define<{ head: string; homes: readonly string[] }>({ code: 'BF1009', severity: 'error', zh: { title: '', message: (p) => p.head, hint: () => '' }, en: { title: '', message: (p) => p.head, hint: () => '' }, bad: '', good: '' }),
  misplacedItem: define<{ allowed: readonly string[] }>({ code: 'BF1010', severity: 'error', zh: { title: '', message: (p) => p.allowed.join(), hint: () => '' }, en: { title: '', message: (p) => p.allowed.join(), hint: () => '' }, bad: '', good: '' }),
};
