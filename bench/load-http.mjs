/**
 * One load generator: files applications over HTTP with a fixed number of clients for a fixed time, each client one after the other over a connection
 * of its own. Reads its orders as JSON from the message its parent sends, answers rates and latencies. Plain JavaScript: it shares the processors
 * with what it measures, so it must cost little.
 */
import { Agent, request } from 'node:http';
import { randomBytes } from 'node:crypto';

/** A UUID version 7, as a client makes for each act. */
function commandId() {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes[6] = (bytes[6] & 0x0f) | 0x70;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

function file(agent, port, clerk, body) {
  return new Promise((resolve, reject) => {
    const payload = Buffer.from(body);
    const headers = { 'content-type': 'application/json', 'content-length': payload.length, cookie: `yimen_session=${clerk.token}`, 'x-csrf-token': clerk.csrfToken };
    const call = request({ agent, port, host: '127.0.0.1', method: 'POST', path: '/api/v1/matters', headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part) => { text += part; }).on('end', () => (answer.statusCode === 201 ? resolve() : reject(new Error(`${answer.statusCode} ${text.slice(0, 300)}`))));
    });
    call.on('error', reject);
    call.end(payload);
  });
}

process.once('message', async ({ port, clients, seconds, clerks, parties, body }) => {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const until = performance.now() + seconds * 1000;
  const latencies = [];
  const [head, middle, tail] = body.split(/"(?:\$command|\$party)"/);
  const started = performance.now();
  await Promise.all(Array.from({ length: clients }, async (_unused, client) => {
    const clerk = clerks[client % clerks.length];
    for (let n = client; performance.now() < until; n += clients) {
      const at = performance.now();
      const text = `${head}"${commandId()}"${middle}"${parties[n % parties.length]}"${tail}`.replace('$hall', clerk.hall);
      await file(agent, port, clerk, text);
      latencies.push(performance.now() - at);
    }
  }));
  const took = (performance.now() - started) / 1000;
  latencies.sort((a, b) => a - b);
  const quantile = (q) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * q))];
  process.send({ done: latencies.length, perSecond: latencies.length / took, p50Ms: quantile(0.5), p99Ms: quantile(0.99) }, () => process.exit(0));
});
