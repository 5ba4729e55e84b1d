import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type pg from 'pg';
import type { Mark, Played } from './play.ts';

/** A mark where none may be. */
export interface Leak {
  readonly place: string;
  readonly what: string;
}

/** Marks in a text, each once. */
export function marksIn(marks: readonly Mark[], text: string): readonly string[] {
  return marks.filter((mark) => mark.spellings.some((spelling) => text.includes(spelling))).map((mark) => mark.what);
}

/** Every column of every table, read as text row by row in batches; staff's own names are not marks, and what personal columns may hold in clear is not left out. */
export async function scanDatabase(owner: Pick<pg.Client, 'query'>, marks: readonly Mark[]): Promise<Leak[]> {
  const { rows: tables } = await owner.query<{ t: string; asked: string }>(`
    select format('%I.%I', n.nspname, c.relname) as t, format('select t::text as row from %I.%I t', n.nspname, c.relname) as asked from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'm') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema' order by 1`);
  const leaks: Leak[] = [];
  for (const { t: table, asked } of tables) {
    // bytea as text is hex: what lies in clear bytes is found by its hex spelling.
    const { rows } = await owner.query<{ row: string }>(asked);
    const text = rows.map((row) => row.row).join('\n');
    for (const what of marksIn(marks, text)) leaks.push({ place: `table ${table}`, what });
  }
  return leaks;
}

/** Every file below a folder, as bytes. */
export function scanFolder(folder: string, marks: readonly Mark[]): Leak[] {
  const leaks: Leak[] = [];
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const bytes = readFileSync(file);
    for (const mark of marks) if (mark.spellings.some((spelling) => bytes.includes(spelling))) leaks.push({ place: `file ${relative(folder, file)}`, what: mark.what });
  }
  return leaks;
}

/** Everything: database, data folder, what was printed, short messages, answers to those who may not see. */
export async function scanAll(played: Played, printed: string): Promise<readonly Leak[]> {
  const { office, marks } = played;
  // The number a message goes to is its address; what it says must name nobody.
  const messages = office.sms.map((one) => JSON.stringify({ templateCode: one.templateCode, params: one.params, language: one.language }));
  return [
    ...(await scanDatabase(office.fresh.owner, marks)),
    ...scanFolder(office.dataFolder, marks),
    ...marksIn(marks, printed).map((what) => ({ place: 'what was printed', what })),
    ...marksIn(marks, messages.join('\n')).map((what) => ({ place: 'short messages', what })),
    ...played.refusedAnswers.flatMap(({ what: call, text }) => marksIn(marks, text).map((what) => ({ place: `answer to ${call}`, what }))),
  ];
}

