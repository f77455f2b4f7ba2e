/** A last day, as an entry of a calendar. */
export interface DueDate {
  /** Stays the same while the rule and the person do: a later version of the entry takes the place of the earlier one. */
  readonly uid: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly summary: string;
  readonly description: string;
}

/**
 * Last days as an iCalendar file (RFC 5545): one all-day event each, no time zone. Everything in it follows from the policy
 * and the events, so that the same state gives the same bytes; the stamp is the date itself. A calendar holds at least one.
 */
export function dueDatesCalendar(dues: readonly DueDate[]): string {
  const head = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//bangfu//timeline//EN', 'CALSCALE:GREGORIAN'];
  const lines = [...head, ...dues.flatMap(event), 'END:VCALENDAR'];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function event({ uid, date, summary, description }: DueDate): readonly string[] {
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

/** A line break of any kind becomes `\n`; other control characters may not stand in a text (RFC 5545 §3.3.11). */
const escaped = (text: string): string =>
  text
    .replaceAll(/[\\;,]/g, '\\$&')
    .replaceAll(/\r\n?|\n/g, '\\n')
    .replaceAll(/(?!\t)\p{Cc}/gu, '');

/** Lines longer than 75 octets go on in the next line after a space; characters stay whole (RFC 5545 §3.1). */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const char of line) {
    const size = Buffer.byteLength(char);
    if (octets + size > 75) {
      parts.push(part);
      [part, octets] = ['', 1];
    }
    part += char;
    octets += size;
  }
  return [...parts, part].join('\r\n ');
}
