/**
 * The other load generator: writes the same rows with one call of the append function each, straight to the database, over as many connections as the
 * server has. What is left when everything around the write is taken away.
 */
import { randomUUID } from 'node:crypto';
import pg from 'pg';

process.once('message', async ({ connection, connections, clients, seconds, template }) => {
  const pool = new pg.Pool({ ...connection, max: connections });
  const workers = Math.min(clients, connections);
  // Every connection is open before the clock starts.
  const held = await Promise.all(Array.from({ length: workers }, () => pool.connect()));
  for (const client of held) client.release();
  const statement = { name: 'bare', text: 'select matters.append($1::jsonb)' };
  const parts = template.split(/(\$matter|\$command|\$record|\$job\d|\$now)/);
  const fill = () => {
    const ids = new Map();
    const now = new Date(Date.now() - 5).toISOString();
    return parts.map((part) => {
      if (part === '$now') return now;
      if (!/^\$(matter|command|record|job\d)$/.test(part)) return part;
      if (!ids.has(part)) ids.set(part, randomUUID());
      return ids.get(part);
    }).join('');
  };
  const until = performance.now() + seconds * 1000;
  let done = 0;
  const started = performance.now();
  await Promise.all(Array.from({ length: clients }, async () => {
    while (performance.now() < until) {
      await pool.query({ ...statement, values: [fill()] });
      done += 1;
    }
  }));
  const perSecond = done / ((performance.now() - started) / 1000);
  await pool.end();
  process.send({ done, perSecond }, () => process.exit(0));
});
