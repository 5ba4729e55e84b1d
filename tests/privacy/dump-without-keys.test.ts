import { createHash, createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { blindIndex } from '../../server/platform/crypto/index.ts';
import { allowanceOffice, type AllowanceOffice } from '../../server/testing/allowance-office.ts';
import { inventPerson } from '../../server/testing/people.ts';

/** How many numbers are guessed: one of each eight is somebody's here, so that a scheme without a key could not hide. `DUMP_GUESSES=1000000` for the whole programme. */
const guesses = Number(process.env.DUMP_GUESSES ?? 40_000);

/** Everything of a database that could be an index of 16 bytes or more: each cell of bytes, and each run of hex or base64 in a text. */
async function dumped(t: AllowanceOffice): Promise<ReadonlySet<string>> {
  const { rows: columns } = await t.fresh.owner.query<{ asked: string }>(`
    select format('select substring(%I for 16) as cell from %I.%I where octet_length(%I) >= 16', a.attname, n.nspname, c.relname, a.attname) as asked
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and a.atttypid = 'bytea'::regtype and a.attnum > 0 and not a.attisdropped and n.nspname !~ '^pg_'`);
  const cells = new Set<string>();
  for (const { asked } of columns) for (const { cell } of (await t.fresh.owner.query<{ cell: Buffer }>(asked)).rows) cells.add(cell.toString('hex'));
  return cells;
}

/** The text that is indexed of a number of the citizen's kind, as our published source says it. */
const indexed = (number: string): string => `citizen_id\n${number}`;

/** What somebody with the database and our published source, but without the key file, can make of a number or telephone: 16 bytes each. */
function guessesOf(number: string): readonly string[] {
  return [number, indexed(number)].flatMap((text) => {
    const plain = ['sha256', 'sm3'].map((hash) => createHash(hash).update(text, 'utf8').digest());
    const keyed = ['', 'person-number'].map((key) => createHmac('sha256', key).update(text, 'utf8').digest());
    return [...plain, ...keyed].map((digest) => digest.subarray(0, 16).toString('hex'));
  });
}

describe('A dump of the database without the keys (P-02, C-PR-1)', () => {
  let t: AllowanceOffice;
  const people = Array.from({ length: 200 }, (_none, n) => inventPerson('dump', { index: 920_000 + n, today: '2026-11-23', ageFrom: 20, ageTo: 80 }));
  beforeAll(async () => {
    t = await allowanceOffice();
    await t.app.people.makeParties(people.map((one) => ({ name: one.name['zh-CN'], number: one.number, kind: one.kind, phone: one.mobile, assurance: 'verified_at_window' as const })));
  });
  afterAll(() => t.drop());
  const ofPerson = (number: string): Buffer => blindIndex(t.keys, 'person-number', indexed(number));

  test('gives away none of the numbers and telephones in it, however many are guessed; a column indexed without a key would give away each', async () => {
    const cells = await dumped(t);
    expect(cells.size).toBeGreaterThan(people.length * 3);
    const [prefix, births] = ['4499', 36_525];
    let hits = 0;
    for (let n = 0; n < guesses; n += 1) {
      const one = people[Math.floor(n / 8) % people.length];
      const guessed = n % 8 === 0 ? one?.number : n % 8 === 1 ? one?.mobile : `${prefix}${String(n % 100).padStart(2, '0')}${new Date((n % births) * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '')}${String(n % 1_000).padStart(3, '0')}X`;
      hits += guessesOf(guessed ?? '').filter((guess) => cells.has(guess)).length;
    }
    expect(hits).toBe(0);
    // Planted: the same search finds a person whose number was indexed by a mere hash, and finds all of them with the key.
    const first = people[0];
    await t.fresh.owner.query('update people.parties set number_index = substring(sha256($1) for 16) where number_index = $2', [Buffer.from(first?.number ?? ''), ofPerson(first?.number ?? '')]);
    const planted = await dumped(t);
    expect(guessesOf(first?.number ?? '').filter((guess) => planted.has(guess))).toHaveLength(1);
    expect(people.slice(1).every((one) => planted.has(ofPerson(one.number).toString('hex')))).toBe(true);
  });

  test('does not tell that two columns hold the same: equal numbers under two purposes have unequal indexes, in the database too', async () => {
    const { rows } = await t.fresh.owner.query<{ both: number }>(`select count(*)::int as both from people.parties a join people.parties b on a.number_index = b.phone_index`);
    expect(rows).toEqual([{ both: 0 }]);
    const number = people[1]?.number ?? '';
    const indexes = (['person-number', 'organisation-number', 'phone', 'email'] as const).map((purpose) => blindIndex(t.keys, purpose, number).toString('hex'));
    expect(new Set(indexes).size).toBe(4);
  });

  test('holds no number, telephone or name in clear (P-05)', async () => {
    const { rows: tables } = await t.fresh.owner.query<{ asked: string }>(`select format('select t::text as row from %I.%I t', n.nspname, c.relname) as asked from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname in ('people', 'matters', 'platform', 'agency', 'privacy')`);
    const text = (await t.fresh.owner.query<{ row: string }>(tables.map(({ asked }) => asked).join(' union all '))).rows.map(({ row }) => row).join('\n');
    expect(text.length).toBeGreaterThan(10_000);
    for (const one of people) expect([text.includes(one.number), text.includes(one.mobile.replace(/^\+86/, '')), text.includes(Buffer.from(one.number).toString('hex'))]).toEqual([false, false, false]);
  });
});
