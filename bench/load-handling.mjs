/**
 * The load generator of handling, in three tasks: `prepare` files and accepts applications; `handle` takes and ends one link after the other over HTTP; `bare` writes the
 * same rows straight to the database. Plain JavaScript: it shares the processors with what it measures, so it must cost little.
 */
import { Agent, request } from 'node:http';
import { randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';

function send(agent, port, session, path, body, good) {
  return new Promise((resolve, reject) => {
    const payload = Buffer.from(JSON.stringify(body));
    const headers = { 'content-type': 'application/json', 'content-length': payload.length, cookie: `yimen_session=${session.token}`, 'x-csrf-token': session.csrfToken };
    const call = request({ agent, port, host: '127.0.0.1', method: 'POST', path, headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part) => { text += part; }).on('end', () => (answer.statusCode === good ? resolve(text) : reject(new Error(`${answer.statusCode} ${text.slice(0, 300)}`))));
    });
    call.on('error', reject);
    call.end(payload);
  });
}

/** Runs `work(n, client)` on every client until the time or the work is over; gives rate and latencies. */
async function measured(clients, until, count, work) {
  const latencies = [];
  const started = performance.now();
  let next = 0;
  await Promise.all(Array.from({ length: clients }, async (_unused, client) => {
    while (performance.now() < until && next < count) {
      const n = next;
      next += 1;
      const at = performance.now();
      await work(n, client);
      latencies.push(performance.now() - at);
    }
  }));
  const took = (performance.now() - started) / 1000;
  latencies.sort((a, b) => a - b);
  const quantile = (q) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * q))] ?? 0;
  return { done: latencies.length, perSecond: latencies.length / took, p50Ms: quantile(0.5), p99Ms: quantile(0.99) };
}

const tasks = {
  prepare({ port, staff, parties, hall, body, count }) {
    const agent = new Agent({ keepAlive: true, maxSockets: 32 });
    return measured(32, Infinity, count, async (n, client) => {
      const session = staff[client % staff.length];
      const application = { ...JSON.parse(body), commandId: randomUUID(), partyId: parties[n % parties.length], hall };
      const { matterId } = JSON.parse(await send(agent, port, session, '/api/v1/matters', application, 201));
      await send(agent, port, session, `/api/v1/matters/${matterId}/accept`, { commandId: randomUUID(), seenSeq: 1 }, 200);
    });
  },
  handle({ port, staff, clients, seconds, waiting }) {
    const agent = new Agent({ keepAlive: true, maxSockets: clients });
    return measured(clients, performance.now() + seconds * 1000, waiting.length, async (n, client) => {
      const session = staff[client % staff.length];
      const { matterId, linkId, seq } = waiting[n];
      const path = `/api/v1/matters/${matterId}/links/${encodeURIComponent(linkId)}`;
      await send(agent, port, session, `${path}/claim`, { commandId: randomUUID(), seenSeq: seq }, 200);
      await send(agent, port, session, `${path}/record-finding`, { commandId: randomUUID(), seenSeq: seq + 1, finding: 'passed', opinion: '材料齐全，内容真实，符合条件。' }, 200);
    });
  },
  async bare({ connection, connections, clients, seconds, templates, waiting }) {
    const pool = new pg.Pool({ ...connection, max: connections });
    const held = await Promise.all(Array.from({ length: Math.min(clients, connections) }, () => pool.connect()));
    for (const client of held) client.release();
    const parts = templates.map((template) => template.split(/("\$seq\d+"|\$hash\d+|\$matter|\$command|\$record|\$job|\$now)/));
    const fill = (entry, matter, hashes, base) => {
      const now = new Date(Date.now() - 5).toISOString();
      return entry.map((part) => {
        if (part === '$now') return now;
        if (part === '$matter') return matter.matterId;
        if (/^\$(command|record|job)$/.test(part)) return randomUUID();
        if (/^"\$seq\d+"$/.test(part)) return String(matter.seq + Number(part.slice(5, -1)) - base);
        if (!/^\$hash\d+$/.test(part)) return part;
        const place = Number(part.slice(5)) - base;
        if (!hashes.has(place)) hashes.set(place, place === 0 ? matter.head : randomBytes(32).toString('hex'));
        return hashes.get(place);
      }).join('');
    };
    // The newest fact before the link was taken: what the template counts from.
    const base = Math.min(...templates[0].match(/\$hash\d+/g).map((mark) => Number(mark.slice(5))));
    const rate = await measured(clients, performance.now() + seconds * 1000, waiting.length, async (n) => {
      const hashes = new Map();
      for (const entry of parts) await pool.query({ name: 'bare', text: 'select matters.append($1::jsonb)', values: [fill(entry, waiting[n], hashes, base)] });
    });
    await pool.end();
    return rate;
  },
};

process.once('message', async ({ task, ...orders }) => {
  const rate = await tasks[task](orders);
  process.send(rate, () => process.exit(0));
});
