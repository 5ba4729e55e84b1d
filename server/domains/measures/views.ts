import { sql, type RawBuilder } from 'kysely';
import type { Id } from '../../kernel/ids.ts';
import type { LocalDay } from '../../kernel/instant.ts';
import type { Handle } from '../../platform/db/database.ts';
import type { BaseCell } from './sunshine.ts';
import { countNames, type CountName, type Counts, type Month } from './tally.ts';

/** Months of receipt, both included; perhaps of one item or channel. */
export interface CountFilter {
  readonly from: Month;
  readonly to: Month;
  readonly taskCode?: string | undefined;
  readonly channel?: 'online' | 'window' | undefined;
}

const firstDay = (month: Month): LocalDay => `${month}-01`;

const within = (filter: CountFilter): RawBuilder<unknown> => sql`month between ${firstDay(filter.from)}::date and ${firstDay(filter.to)}::date
  ${filter.taskCode === undefined ? sql`` : sql`and task_code = ${filter.taskCode}`} ${filter.channel === undefined ? sql`` : sql`and channel = ${filter.channel}`}`;

const sums = sql.join(countNames.map((name) => sql`coalesce(sum(${sql.ref(name)}), 0)::int as ${sql.ref(name)}`));

/** No matters at all. */
export const noCounts: Counts = Object.fromEntries(countNames.map((name) => [name, 0])) as unknown as Record<CountName, number>;

/** The counts of scopes, by scope; a scope without any is left out. */
export async function countsOf(handle: Handle, scopes: readonly string[], filter: CountFilter): Promise<ReadonlyMap<string, Counts>> {
  const { rows } = await sql<Counts & { scope: string }>`select scope, ${sums} from measures.counts where scope = any(${scopes}) and ${within(filter)} group by scope order by scope limit 5000`.execute(handle);
  return new Map(rows.map((row) => [row.scope, row]));
}

/** The counts of one scope by item. */
export async function countsByItem(handle: Handle, scope: string, filter: CountFilter): Promise<ReadonlyMap<string, Counts>> {
  const { rows } = await sql<Counts & { task_code: string }>`select task_code, ${sums} from measures.counts where scope = ${scope} and ${within(filter)} group by task_code order by task_code limit 5000`.execute(handle);
  return new Map(rows.map((row) => [row.task_code, row]));
}

/** Medians of working days used and promised; null where nothing was completed. */
export interface Medians {
  readonly net: number | null;
  readonly promised: number | null;
}

/** Exact medians of working days used and promised, by scope or, in one scope, by item; the lower of the two middle ones where their number is even. */
export async function mediansOf(handle: Handle, by: 'scope' | 'task_code', scopes: readonly string[], filter: CountFilter): Promise<ReadonlyMap<string, Medians>> {
  const { rows } = await sql<Medians & { key: string }>`
    with summed as (
      select ${sql.ref(by)} as key, measure, value, sum(n) as n from measures.day_values where scope = any(${scopes}) and ${within(filter)} group by 1, 2, 3 having sum(n) > 0
    ), running as (
      select key, measure, value, sum(n) over (partition by key, measure order by value) as up_to, sum(n) over (partition by key, measure) as whole from summed
    )
    select key, min(value) filter (where measure = 'net' and up_to * 2 >= whole) as net, min(value) filter (where measure = 'promised' and up_to * 2 >= whole) as promised
    from running group by key order by key limit 5000`.execute(handle);
  return new Map(rows.map((row) => [row.key, { net: row.net, promised: row.promised }]));
}

/** Filed and finished by scope on one day. */
export async function todayOf(handle: Handle, scopes: readonly string[], day: LocalDay): Promise<ReadonlyMap<string, { readonly filed: number; readonly finished: number }>> {
  const { rows } = await sql<{ scope: string; filed: number; finished: number }>`select scope, filed, finished from measures.daily where scope = any(${scopes}) and day = ${day}::date order by scope limit 5000`.execute(handle);
  return new Map(rows.map((row) => [row.scope, row]));
}

/** Filed and finished in a scope, day by day; days without any are left out. */
export async function trendOf(handle: Handle, scope: string, from: LocalDay, to: LocalDay): Promise<ReadonlyMap<LocalDay, { readonly filed: number; readonly finished: number }>> {
  const { rows } = await sql<{ day: LocalDay; filed: number; finished: number }>`
    select day, filed, finished from measures.daily where scope = ${scope} and day between ${from}::date and ${to}::date order by day limit 400`.execute(handle);
  return new Map(rows.map((row) => [row.day, row]));
}

/** A link of an institution as the counts have it. */
export interface CountedLink {
  readonly process: string;
  readonly version: number;
  readonly element: string;
  readonly institution: string;
  readonly judged: number;
  readonly late: number;
  readonly timed: number;
  readonly days: number;
}

/** The links most often late in a scope, at most `most`. */
export async function worstLinksOf(handle: Handle, scope: string, filter: CountFilter, most: number): Promise<readonly CountedLink[]> {
  const { rows } = await sql<CountedLink>`
    select process, max(version) as version, element, institution, sum(judged)::int as judged, sum(late)::int as late, sum(timed)::int as timed, sum(days)::int as days
    from measures.link_counts where scope = ${scope} and month between ${firstDay(filter.from)}::date and ${firstDay(filter.to)}::date
    group by process, element, institution having sum(late) > 0 order by sum(late) desc, process, element, institution limit ${most}`.execute(handle);
  return rows;
}

/** A matter behind a figure. */
export interface MeasuredMatterRow {
  readonly matterId: Id;
  readonly number: string;
  readonly status: string;
  readonly channel: 'online' | 'window';
  readonly taskCode: string;
  readonly itemVersion: number;
  readonly areaUnit: string;
  readonly accepting: string;
  readonly handling: string;
  readonly receivedOn: LocalDay;
  readonly endedOn: LocalDay | null;
  readonly visits: number;
  readonly promisedVisits: number;
  readonly netDays: number | null;
  readonly promisedDays: number | null;
  readonly late: readonly string[];
  readonly askedAgain: boolean;
}

/** By which column a place finds its matters. */
export type PlaceColumn = 'district' | 'street' | 'community' | 'accepting_institution' | 'handling_institution';

/** Where the matters of a list are: everywhere (null), or where a column has this code. */
export interface MatterFilter extends CountFilter {
  readonly place: { readonly column: PlaceColumn; readonly code: string } | null;
  /** street of a community: its index finds the community's matters */
  readonly street?: string | undefined;
  /** only matters over these areas */
  readonly areas?: readonly string[] | undefined;
}

/** What of the matters of a figure is asked for. */
export type FigureSide = `${'one_number' | 'one_window' | 'one_net' | 'one_visit' | 'sunshine'}.${'counted' | 'gap'}`;

/** Conditions of the lists; each says the same as the sums of `five.ts`. */
const sidesInSql: Readonly<Record<FigureSide, RawBuilder<unknown>>> = {
  'one_number.counted': sql`one_number`,
  'one_number.gap': sql`not one_number`,
  'one_window.counted': sql`channel = 'window' and general_window`,
  'one_window.gap': sql`channel = 'window' and not general_window`,
  'one_net.counted': sql`channel = 'online'`,
  'one_net.gap': sql`channel = 'window'`,
  'one_visit.counted': sql`visits_judged and visits_kept`,
  'one_visit.gap': sql`visits_judged and not visits_kept`,
  'sunshine.counted': sql`judged and in_time`,
  'sunshine.gap': sql`judged and not in_time`,
};

/** Where a page goes on: after this day and matter, newest first. */
export interface Cursor {
  readonly day: LocalDay;
  readonly matterId: Id;
}

/** The matters on one side of a figure, newest first, from a cursor on, at most `most`. */
export async function mattersBehind(handle: Handle, side: FigureSide, filter: MatterFilter, after: Cursor | null, most: number): Promise<readonly MeasuredMatterRow[]> {
  const { rows } = await sql<MeasuredMatterRow>`
    select matter_id as "matterId", number, status, channel, task_code as "taskCode", item_version as "itemVersion", area_unit as "areaUnit", accepting_institution as accepting,
      handling_institution as handling, received_on as "receivedOn", ended_on as "endedOn", visits, promised_visits as "promisedVisits", net_days as "netDays", promised_days as "promisedDays",
      late, asked_again as "askedAgain"
    from measures.matters
    where seq > 0 and received_on >= ${firstDay(filter.from)}::date and received_on < ${firstDay(filter.to)}::date + interval '1 month'
      and ${filter.place === null ? sql`true` : sql`${sql.ref(filter.place.column)} = ${filter.place.code}`} ${filter.street === undefined ? sql`` : sql`and street = ${filter.street}`}
      ${filter.taskCode === undefined ? sql`` : sql`and task_code = ${filter.taskCode}`} ${filter.channel === undefined ? sql`` : sql`and channel = ${filter.channel}`}
      ${filter.areas === undefined ? sql`` : sql`and area_unit = any(${filter.areas})`}
      and ${sidesInSql[side]} ${after === null ? sql`` : sql`and (received_on, matter_id) < (${after.day}::date, ${after.matterId}::uuid)`}
    order by received_on desc, matter_id desc limit ${most}`.execute(handle);
  return rows;
}

/** The finest public cells of a year, of which all others are sums; bounded by places × items × twelve, never by matters. */
export async function cellsOfYear(handle: Handle, year: number): Promise<readonly BaseCell[]> {
  const { rows } = await sql<BaseCell>`
    select split_part(scope, '/', 1) as district, split_part(scope, '/', 2) as institution, task_code as "taskCode", to_char(month, 'YYYY-MM') as month,
      sum(filed)::int as filed, sum(judged)::int as judged, sum(in_time)::int as "inTime", sum(completed)::int as completed
    from measures.counts where scope like '%/%' and month between make_date(${year}, 1, 1) and make_date(${year}, 12, 1)
    group by scope, task_code, month having sum(filed) > 0 order by scope, task_code, month limit 500000`.execute(handle);
  return rows;
}

/** Years in which anything was filed, the newest first. */
export async function yearsCounted(handle: Handle, city: string): Promise<readonly number[]> {
  const { rows } = await sql<{ year: number }>`select distinct extract(year from month)::int as year from measures.counts where scope = ${city} and filed > 0 order by year desc limit 50`.execute(handle);
  return rows.map((row) => row.year);
}
