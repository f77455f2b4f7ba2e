import type { Finding, Verdict } from '../../compiler/index.ts';
import type { Session } from '../console/session.ts';
import { casesOf } from './case.ts';
import { unaskedText } from './outside.ts';
import { fails, type Proved } from './run.ts';
import { beyondText, questionText, shownOf } from './words.ts';

const MARKS: { readonly [verdict in Verdict]: string } = {
  proved: '✓',
  refuted: '✗',
  open: '○',
  notAnalysed: '—',
  undecided: '?',
  fault: '‼',
};

/** One line a question, its records and reasons below it, then a summary. */
export function proofText(all: readonly Proved[], session: Session): string {
  const { prove } = session.texts;
  const parts = all.flatMap((proved) => [
    proved.source.path,
    ...proved.findings.map((f) => findingText(f, proved, session)),
    ...unaskedText(proved, session.texts),
  ]);
  const counts = new Map<Verdict, number>();
  for (const { verdict } of all.flatMap(({ findings }) => findings))
    counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  const bad = all.some((proved) => proved.findings.some((finding) => fails(finding, proved.beside)));
  const lists = Math.max(0, ...all.flatMap(({ findings }) => findings.map((finding) => finding.lists ?? 0)));
  return [
    ...parts,
    prove.scope(lists),
    session.paintOut(bad ? 'red' : 'green', prove.summary(counts)),
    '',
  ].join('\n');
}

function findingText(finding: Finding, proved: Proved, session: Session): string {
  const { texts, paintOut } = session;
  const { prove } = texts;
  const { beside } = proved;
  const { verdict, question, records, reasons, tried } = finding;
  const bad = fails(finding, beside);
  const word = prove.verdict(verdict, {
    vacuous: finding.vacuous === true,
    expected: beside.expected.has(question.id),
    seconds: proved.seconds,
  });
  const head = `${MARKS[verdict]} ${word}`;
  const place = paintOut('dim', prove.place(question.origin.line, question.origin.cites));
  const about = questionText(question, beside.names, texts);
  const lines = [`  ${bad ? paintOut('red', head) : head}  ${about}${place}`];
  const add = (text: string, depth = 4): void => void lines.push(`${' '.repeat(depth)}${text}`);
  for (const reason of reasons) add(beside.names.voice.words.reason(reason, beside.names.voice.nameOf));
  for (const why of beyondText(finding, texts)) add(why);
  if (tried !== undefined) add(prove.tried(tried));
  if (finding.detail !== undefined) add(finding.detail);
  for (const [at, record] of records.entries()) {
    const shown = shownOf(record, beside.names, texts);
    add(prove.record(records.length > 1 ? at + 1 : 0, shown.length));
    for (const { name, value } of shown) add(`${name}  ${value}`, 6);
  }
  if (verdict === 'refuted' && records.length > 0)
    lines.push(
      paintOut('dim', `    ${prove.asCase}`),
      ...casesOf(finding, proved, texts)
        .trimEnd()
        .split('\n')
        .map((l) => `    ${l}`),
    );
  return lines.join('\n');
}
