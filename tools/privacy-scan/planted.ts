import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Played } from './play.ts';
import { marksIn, scanDatabase, scanFolder } from './places.ts';
import type { Printed } from './printed.ts';
import { revealsUnlogged } from './reveals.ts';

/** Puts one mark into each kind of place, as a careless change could, and answers where it was not found: then the search proves nothing. */
export async function plantLeaks(played: Played, printed: Printed): Promise<readonly string[]> {
  const [mark] = played.marks;
  if (!mark) return ['anything: nobody was marked'];
  const { owner } = played.office.fresh;
  const missed: string[] = [];
  const planted: readonly (readonly [string, string, unknown])[] = [
    ['a column of text', 'update matters.matters set result_number = $1', mark.text], ['a column of JSON', 'update platform.jobs set payload = $1::jsonb', JSON.stringify({ deep: [{ name: mark.text }] })],
    ['a column of bytes', 'update people.parties set sealed = $1', Buffer.from(`x${mark.text}`)], ['text in base64', 'update matters.matters set result_number = $1', Buffer.from(`ab${mark.text}cd`).toString('base64')],
    ['text in hex', 'update matters.matters set result_number = $1', Buffer.from(mark.text).toString('hex')],
  ];
  for (const [place, statement, value] of planted) {
    await owner.query('begin');
    if (statement.includes('platform.jobs')) await owner.query(`insert into platform.jobs (job_id, matter_id, kind, payload) values (gen_random_uuid(), gen_random_uuid(), 'planted', '{}')`);
    await owner.query(statement, [value]);
    if ((await scanDatabase(owner, [mark])).length === 0) missed.push(place);
    await owner.query('rollback');
  }
  const folder = join(played.office.dataFolder, 'planted');
  mkdirSync(folder);
  writeFileSync(join(folder, 'note.txt'), `log of ${mark.text}`);
  if (scanFolder(folder, [mark]).length === 0) missed.push('a file of the data folder');
  rmSync(folder, { recursive: true });
  process.stderr.write(`planted: ${mark.text}\n`);
  if (marksIn([mark], printed.text()).length === 0) missed.push('what was printed');
  const other = { ...played, reveals: [{ what: 'planted', matterId: '00000000-0000-4000-8000-000000000000', staffId: '00000000-0000-4000-8000-000000000000', recordId: null }] };
  if ((await revealsUnlogged(other)).length === 0) missed.push('a reading without a record');
  return missed;
}
