import type { Request } from './request.ts';

/** By this line, which a reader does not see, the comment of an earlier run is found again. */
const mark = '<!-- bangfu diff -->';

/** The platform did not take it; `status` is that of its answer, `null` where there was none. */
export class Refused extends Error {
  override readonly name = 'Refused';
  constructor(
    readonly status: number | null,
    readonly said: string,
  ) {
    super(said);
  }
}

/** What a comment says: the mark, then the report, cut at the end of a line with `rest` where the platform takes no more. */
export function commentText(report: string, longest: number, rest: string): string {
  const whole = `${mark}\n${report}`;
  if (whole.length <= longest) return whole;
  const room = longest - rest.length - 2;
  return `${whole.slice(0, whole.lastIndexOf('\n', room))}\n\n${rest}`;
}

/** Replaces the comment of an earlier run, or writes one. Throws `Refused`. */
export async function post(request: Request, body: string): Promise<'new' | 'replaced'> {
  const earlier = await earlierComment(request);
  if (earlier === null) await call(request, 'POST', request.comments, body);
  else await call(request, request.replaceBy, request.comment(earlier), body);
  return earlier === null ? 'new' : 'replaced';
}

interface Comment {
  readonly id: number;
  readonly body: string | null;
}

const perPage = 100;

async function earlierComment(request: Request): Promise<number | null> {
  for (let page = 1; ; page++) {
    const comments = (await call(
      request,
      'GET',
      `${request.comments}?per_page=${perPage}&page=${page}`,
    )) as readonly Comment[];
    const found = comments.find(({ body }) => body?.startsWith(mark));
    if (found) return found.id;
    if (comments.length < perPage) return null;
  }
}

async function call({ headers }: Request, method: string, url: string, body?: string): Promise<unknown> {
  const content = body === undefined ? {} : { body: JSON.stringify({ body }) };
  const answer = await fetch(url, {
    method,
    headers: { ...headers, 'content-type': 'application/json' },
    ...content,
  }).catch((error: unknown) => {
    throw new Refused(null, error instanceof Error ? String(error.cause ?? error.message) : String(error));
  });
  const text = await answer.text();
  if (!answer.ok) throw new Refused(answer.status, text.slice(0, 200));
  return text === '' ? null : JSON.parse(text);
}
