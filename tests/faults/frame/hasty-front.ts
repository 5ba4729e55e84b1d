import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { City } from './city.ts';
import { call, newAgent } from './http.ts';

/**
 * A planted defect: stands before the city and acknowledges a filing as soon as it has come in, with a receipt of its own making; the city is given it a
 * moment later. It dies with the city, as the memory of a server that answers before it commits would.
 */
export async function hastyFront(city: City): Promise<{ readonly port: number; die(): void }> {
  const agent = newAgent();
  const waiting = new Set<NodeJS.Timeout>();
  const server: Server = createServer((asked, answer) => {
    const parts: Buffer[] = [];
    asked.on('data', (part: Buffer) => parts.push(part));
    asked.on('end', () => {
      const body = JSON.parse(Buffer.concat(parts).toString('utf8')) as object;
      const token = /yimen_session=([^;]+)/.exec(asked.headers.cookie ?? '')?.[1] ?? '';
      const csrfToken = String(asked.headers['x-csrf-token']);
      const timer = setTimeout(() => {
        waiting.delete(timer);
        void call(agent, city, { token, csrfToken }, 'POST', '/api/v1/matters', body);
      }, 150);
      waiting.add(timer);
      answer.writeHead(201, { 'content-type': 'application/json' }).end(JSON.stringify({ matterId: randomUUID(), number: 'none', factHash: randomBytes(32).toString('hex') }));
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    die() {
      for (const timer of waiting) clearTimeout(timer);
      agent.destroy();
      server.closeAllConnections();
      server.close();
    },
  };
}
