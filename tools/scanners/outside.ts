import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A call that something made because a scanner told it to. */
interface Called {
  readonly url: string;
  readonly date: string;
  readonly ip: string;
  readonly method: string;
  readonly size: number;
  readonly payload: string;
}

/** The place that wapiti asks whether its target was made to call somewhere: a machine on the internet by default, here one of ours on this machine. */
export interface Outside {
  /** with a slash at the end, as wapiti wants it */
  readonly url: string;
  close(): Promise<void>;
}

/** Opens it. Answers in the form of wapiti's own `get_ssrf.php` and `get_xxe.php`: path id → parameter in hex → calls. */
export async function openOutside(): Promise<Outside> {
  const called = new Map<string, Record<string, Record<string, Called[]>>>();
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const [kind = '', session = '', path = '', parameter = '', payload = ''] = url.pathname.split('/').slice(1);
    const key = (of: string, id: string): string => `${of} ${id}`;
    if (/^get_(ssrf|xxe)\.php$/.test(kind)) {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(called.get(key(kind === 'get_ssrf.php' ? 'ssrf' : 'dtd', url.searchParams.get('id') ?? '')) ?? {}));
      return;
    }
    if ((kind === 'ssrf' || kind === 'dtd') && parameter !== '') {
      const ofSession = called.get(key(kind, session)) ?? {};
      const ofPath = (ofSession[path] ??= {});
      (ofPath[parameter] ??= []).push({ url: url.href, date: new Date().toISOString(), ip: request.socket.remoteAddress ?? '', method: request.method ?? '', size: 0, payload });
      called.set(key(kind, session), ofSession);
    }
    response.end('ok');
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close: () => new Promise((done) => server.close(() => done())) };
}
