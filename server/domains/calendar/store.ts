/** The statutory calendar in the database: every table of days that ever decided a date stays, under its version. */
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type pg from 'pg';
import type { CalendarFile, DayName } from '../../kernel/calendar/index.ts';
import type { LocalDay } from '../../kernel/instant.ts';
import { canonicalJson } from '../../platform/crypto/index.ts';
import type { Handle } from '../../platform/db/database.ts';
import { isVerified, shapeProblems, type CalendarProblem, type StoredCalendarFile } from './calendar-file.ts';

/** Which stored tables stand now. */
export interface CurrentVersions {
  readonly statutory: string;
  readonly provisional: string | null;
}

const settingName = 'calendar.loaded';
const statutoryName = 'statutory-days.json';

interface NamedFile {
  readonly name: string;
  readonly file: StoredCalendarFile;
  readonly digest: string;
}

/**
 * Adds what `dataFolder`/calendar holds and is not stored yet, in one transaction, as the owner; one query when nothing changed.
 * A file whose content changed under a version already stored is refused: matters rest on it. Give it a new version.
 */
export async function loadCalendar(owner: pg.ClientBase, dataFolder: string): Promise<{ ok: true } | { ok: false; problems: readonly CalendarProblem[] }> {
  const read = await readFolder(join(dataFolder, 'calendar'));
  if (!read.ok) return read;
  const { files } = read;
  // The word before the digests changes when more of a file is stored than before: then every file is read in again, once.
  const digest = createHash('sha256').update(['with notices', ...files.map((one) => one.digest)].join()).digest('hex');
  const before = await owner.query<{ digest: string }>(`select value ->> 'digest' as digest from platform.settings where name = $1`, [settingName]);
  if (before.rows[0]?.digest === digest) return { ok: true };
  const stored = new Map((await owner.query<{ version: string; digest: string }>('select version, digest from calendar.versions')).rows.map((row) => [row.version, row.digest]));
  const problems = files.flatMap(({ name, file, digest: own }): CalendarProblem[] => {
    const known = stored.get(file.version);
    return known === undefined || known === own ? [] : [{ file: name, code: 'calendar.changed_under_its_version', params: { version: file.version } }];
  });
  if (problems.length > 0) return { ok: false, problems };
  const current: CurrentVersions = {
    statutory: files.find((one) => one.name === statutoryName)?.file.version ?? '',
    provisional: files.find((one) => one.name !== statutoryName)?.file.version ?? null,
  };
  await owner.query('begin');
  try {
    await owner.query('select pg_advisory_xact_lock(7311)');
    for (const one of files) await (stored.has(one.file.version) ? insertNotices(owner, one) : insert(owner, one));
    await owner.query(
      `insert into platform.settings (name, value) values ($1, $2)
       on conflict (name) do update set value = excluded.value, set_at = clock_timestamp()`,
      [settingName, JSON.stringify({ digest, ...current })],
    );
    await owner.query('commit');
  } catch (error) {
    await owner.query('rollback');
    throw error;
  }
  return { ok: true };
}

/** The statutory table and the newest provisional year beside it, where there is one. */
async function readFolder(folder: string): Promise<{ ok: true; files: readonly NamedFile[] } | { ok: false; problems: readonly CalendarProblem[] }> {
  const provisional = (await readdir(folder)).filter((name) => /^provisional-\d{4}\.json$/.test(name)).sort().at(-1);
  const files: NamedFile[] = [];
  const problems: CalendarProblem[] = [];
  for (const name of [statutoryName, ...(provisional === undefined ? [] : [provisional])]) {
    const file = parsed(await readFile(join(folder, name), 'utf8'));
    if (!file) problems.push({ file: name, code: 'calendar.unreadable', params: {} });
    else {
      problems.push(...shapeProblems(name, file));
      files.push({ name, file, digest: createHash('sha256').update(canonicalJson(file), 'utf8').digest('hex') });
    }
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, files };
}

function parsed(text: string): StoredCalendarFile | undefined {
  try {
    const value = JSON.parse(text) as StoredCalendarFile | null;
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

async function insert(owner: pg.ClientBase, { file, digest }: NamedFile): Promise<void> {
  const { days, festivals, notices, ...source } = file;
  await owner.query(
    `insert into calendar.versions (version, covers_from, covers_to, provisional_from, source, digest, notices) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (version) do nothing`,
    [file.version, file.from, file.to, file.provisional ? file.from : null, JSON.stringify(source), digest, JSON.stringify(notices ?? {})],
  );
  await owner.query(
    `insert into calendar.days (version, day, kind, name, notice, verified)
     select $1, d."on", d."kind", d."name", d."notice", d."verified"
     from jsonb_to_recordset($2::jsonb) as d("on" date, "kind" text, "name" jsonb, "notice" text, "verified" boolean)
     on conflict (version, day) do nothing`,
    [file.version, JSON.stringify(days.map((day) => ({ ...day, name: festivals[day.festival], verified: isVerified(file, day.notice) })))],
  );
}

/** A table loaded by an older release had its days and not yet the particulars of its notices (migration 0006); they are of the same file, for its digest is the same. */
async function insertNotices(owner: pg.ClientBase, { file }: NamedFile): Promise<void> {
  await owner.query(`update calendar.versions set notices = $2 where version = $1 and notices = '{}'`, [file.version, JSON.stringify(file.notices ?? {})]);
}

/** Which tables stand now; undefined before anything was loaded. */
export async function readCurrentVersions(handle: Handle): Promise<CurrentVersions | undefined> {
  const { rows } = await sql<{ value: CurrentVersions }>`select value from platform.settings where name = ${settingName}`.execute(handle);
  return rows[0]?.value;
}

/** A stored table of days with where its days are ordered. */
export interface LoadedFile extends CalendarFile {
  readonly notices: Readonly<Record<string, LoadedNotice>>;
  /** what a provisional year rests on: the statute */
  readonly authority: { readonly document: string; readonly url: string | null } | null;
}

/** Number, date and address of a notice, as far as they were found. */
export interface LoadedNotice {
  readonly number: string | null;
  readonly issuedOn: LocalDay | null;
  readonly url: string | null;
  readonly verified: boolean;
}

/** Every stored table of days, as the kernel reads calendar files. */
export async function readCalendarFiles(handle: Handle): Promise<readonly LoadedFile[]> {
  type VersionRow = {
    version: string; covers_from: LocalDay; covers_to: LocalDay; provisional_from: LocalDay | null; notices: Record<string, LoadedNotice>; source: { authority?: string; authorityUrl?: string };
  };
  type DayRow = { version: string; day: LocalDay; kind: string; name: DayName; notice: string | null };
  const [versions, days] = await Promise.all([
    sql<VersionRow>`select version, covers_from, covers_to, provisional_from, notices, source from calendar.versions order by version limit 1000`.execute(handle),
    sql<DayRow>`select version, day, kind, name, notice from calendar.days order by version, day limit 100000`.execute(handle),
  ]);
  return versions.rows.map(({ version, covers_from, covers_to, provisional_from, notices, source }): LoadedFile => {
    const own = days.rows.filter((day) => day.version === version);
    return {
      version, from: covers_from, to: covers_to, provisional: provisional_from !== null, notices,
      authority: source.authority === undefined ? null : { document: source.authority, url: source.authorityUrl ?? null },
      // A festival's key in the file is lost and not needed: each day is its own key to its name.
      festivals: Object.fromEntries(own.map((day) => [day.day, day.name])),
      days: own.map((day) => ({ on: day.day, kind: day.kind, festival: day.day, notice: day.notice })),
    };
  });
}
