import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll } from 'vitest';

interface Stored {
  readonly id: number;
  body: string;
}

/** Keeps comments as the platforms' APIs do: listed by pages, written by POST, replaced by PATCH or PUT. Listens on this machine only. */
export class Comments {
  readonly stored: Stored[] = [];
  readonly asked: string[] = [];
  readonly tokens = new Set<string | undefined>();
  /** Answers every request with this status. */
  refuse: number | null = null;

  async listen(): Promise<string> {
    const server = createServer((request, response) => {
      let text = '';
      request.on('data', (chunk: Buffer) => {
        text += chunk.toString();
      });
      request.on('end', () => {
        const { method = '', url = '', headers } = request;
        this.asked.push(`${method} ${url}`);
        this.tokens.add(headers.authorization ?? headers['private-token']?.toString());
        response.statusCode = this.refuse ?? 200;
        const answer = this.refuse === null ? this.answer(method, new URL(url, 'http://here'), text) : {};
        response.end(JSON.stringify(answer));
      });
    });
    await new Promise<void>((ready) => {
      server.listen(0, '127.0.0.1', ready);
    });
    afterAll(() => server.close());
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  private answer(method: string, { pathname, searchParams }: URL, text: string): unknown {
    if (method === 'GET') {
      const [size, page] = [Number(searchParams.get('per_page')), Number(searchParams.get('page'))];
      return this.stored.slice((page - 1) * size, page * size);
    }
    const { body } = JSON.parse(text) as { readonly body: string };
    if (method === 'POST') return this.stored.push({ id: this.stored.length + 1, body });
    const found = this.stored.find(({ id }) => pathname.endsWith(`/${id}`));
    if (found) found.body = body;
    return found;
  }
}
