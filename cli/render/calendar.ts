import type { ProcedureState } from '../../runtime/decision.ts';
import type { PolicyNames } from '../policy/names.ts';
import type { Texts } from '../texts/texts.ts';

/**
 * Due dates as an iCalendar file (RFC 5545): one all-day event a due date. Everything in it follows from the
 * policy and the events, so that the same timeline gives the same bytes; the stamp is the date itself.
 */
export function dueDatesCalendar(
  procedures: { readonly [id: string]: ProcedureState },
  policy: { readonly id: string; readonly version: string },
  names: PolicyNames,
  texts: Texts,
): string {
  const events = Object.values(procedures).flatMap(({ steps }) =>
    steps.flatMap((step) =>
      step.due.flatMap((due) =>
        due.due === null
          ? []
          : event({
              uid: `${policy.id}.${due.id}@bangfu`,
              date: due.due,
              summary: `${names.label(step.id)}：${texts.timeline.due}`,
              description: [
                ...(due.paused === undefined ? [] : [texts.timeline.paused(due.paused)]),
                ...(due.cites.length > 0 ? [`${texts.timeline.clauses} ${texts.list(due.cites)}`] : []),
              ].join('\n'),
            }),
      ),
    ),
  );
  const head = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//bangfu//timeline//EN', 'CALSCALE:GREGORIAN'];
  return [...head, ...events, 'END:VCALENDAR'].map((line) => `${folded(line)}\r\n`).join('');
}

interface DueEvent {
  readonly uid: string;
  readonly date: string;
  readonly summary: string;
  readonly description: string;
}

function event({ uid, date, summary, description }: DueEvent): readonly string[] {
  const day = date.replaceAll('-', '');
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${day}T000000Z`,
    `DTSTART;VALUE=DATE:${day}`,
    `SUMMARY:${escaped(summary)}`,
    ...(description === '' ? [] : [`DESCRIPTION:${escaped(description)}`]),
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

const escaped = (text: string): string => text.replaceAll(/[\\;,]/g, '\\$&').replaceAll(/\r?\n/g, '\\n');

/** Lines longer than 75 octets go on in the next line after a space; characters stay whole (RFC 5545 §3.1). */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  for (const char of line) {
    if (Buffer.byteLength(part + char) > (parts.length === 0 ? 75 : 74)) {
      parts.push(part);
      part = '';
    }
    part += char;
  }
  return [...parts, part].join('\r\n ');
}
