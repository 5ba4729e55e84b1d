import { createHash } from 'node:crypto';
import type { QueryOf } from '../../../contract/endpoint.ts';
import { say, type Language } from '../../../contract/language.ts';
import { sunshineMessages } from '../../../contract/messages/measures.ts';
import * as wire from '../../../contract/measures.ts';
import { refuse, type Refusal } from '../../kernel/decider.ts';
import { csvOf } from '../../platform/http/csv.ts';
import { reply, route, type Route } from '../../platform/http/route.ts';
import { monthOf, monthsOf, yearOf, type Period } from './periods.ts';
import { measurePermissions } from './policy.ts';
import type { Context } from './routes-context.ts';
import { keptForAMinute } from './routes-kept.ts';
import { gradesByPlace, itemName } from './routes-overview.ts';
import { cityOf, placeByCode, placeView } from './routes-places.ts';
import { smallestShown } from './suppress.ts';
import { sunshineYear, type SunshineYear } from './sunshine.ts';
import { pairScope } from './tally.ts';
import { cellsOfYear, mediansOf, yearsCounted, type Medians } from './views.ts';

type Query = QueryOf<typeof wire.getSunshine>;

/** What of the public page is asked for, judged: real places and a real item. */
interface Asked {
  readonly ok: true;
  readonly period: Period;
  readonly district: string | null;
  readonly institution: string | null;
  readonly item: string | null;
}

function askedOf(context: Context, query: Query): Asked | Refusal {
  const { units, catalogue } = context;
  const period = query.period ?? monthOf(context.today()).slice(0, 4);
  const district = query.district ?? null;
  const kind = district === null ? undefined : units.tree.units.get(district)?.kind;
  if (district !== null && kind !== 'district' && kind !== 'functional_area') return refuse('measures.unknown_place');
  const institution = query.institution ?? null;
  if (institution !== null && (district === null || !units.tree.institutions.has(institution))) return refuse('measures.unknown_place');
  if (query.item !== undefined && !catalogue.item(query.item)) return refuse('measures.unknown_item', { taskCode: query.item });
  return { ok: true, period, district, institution, item: query.item ?? null };
}

interface Line {
  readonly code: string;
  readonly name: wire.Place['name'];
  readonly district: string | null;
  readonly institution: string | null;
  readonly item: string | null;
}

/** The public page: figures of a year kept back as one, kept in memory for a minute. */
export function sunshinePages(context: Context): (query: Query) => Promise<{ ok: true; sunshine: wire.Sunshine } | Refusal> {
  const nowMs = (): number => Date.parse(context.now());
  const years = keptForAMinute<{ year: SunshineYear; years: readonly number[] }>(nowMs);
  const pages = keptForAMinute<wire.Sunshine>(nowMs);
  const { handle } = context.database;
  const yearFor = (year: number) => years(String(year), async () => {
    const [cells, counted] = await Promise.all([cellsOfYear(handle, year), yearsCounted(handle, cityOf(context.units))]);
    return { year: sunshineYear(cells, monthOf(context.today())), years: counted };
  });
  return async (query) => {
    const asked = askedOf(context, query);
    if (!asked.ok) return asked;
    const { period, district, institution, item } = asked;
    const sunshine = await pages([period, district, institution, item].join(' '), async () => pageOf(context, asked, await yearFor(yearOf(period))));
    return { ok: true, sunshine };
  };
}

async function pageOf(context: Context, asked: Asked, { year, years }: { year: SunshineYear; years: readonly number[] }): Promise<wire.Sunshine> {
  const { units } = context;
  const { period, district, institution, item } = asked;
  const here = { district, institution, item };
  const placeName = (institution ?? district) === null ? units.unitName(cityOf(units)) : placeView(units, institution ?? district ?? '').name;
  const places: readonly Line[] =
    district === null ? year.districts.map((code) => ({ ...here, code, name: units.unitName(code), district: code }))
    : institution === null ? year.institutions(district).map((code) => ({ ...here, code, name: placeView(units, code).name, institution: code }))
    : [];
  const items: readonly Line[] = item === null ? year.items(district, institution).map((code) => ({ ...here, code, name: itemName(context, code), item: code })) : [];
  // An item is listed only at the places that have it; so is a place.
  const having = places.filter((line) => item === null || year.items(line.district, line.institution).includes(item));
  const [total, byUnit, byItem] = await Promise.all([rowsOf(context, year, period, [{ ...here, code: 'all', name: placeName }]), rowsOf(context, year, period, having), rowsOf(context, year, period, items)]);
  const known = placeByCode(units, cityOf(units))?.view ?? placeView(units, cityOf(units));
  const content = {
    period, years: [...years], month: monthOf(context.today()), city: known, district: district === null ? null : placeView(units, district), institution: institution === null ? null : placeView(units, institution),
    item: item === null ? null : { taskCode: item, name: itemName(context, item) }, total: total[0] ?? noRow, byUnit: sorted(byUnit), byItem: sorted(byItem),
  };
  return { ...content, version: createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16) };
}

const noRow: wire.SunshineRow = { code: 'all', name: { 'zh-CN': '-', 'zh-HK': '-', en: '-' }, filed: null, inTimePercent: null, medianDays: null, promisedDays: null, satisfiedPercent: null };

/** The largest first; what is kept back stands at the end in the order of its codes, so that the order tells nothing. */
const sorted = (rows: readonly wire.SunshineRow[]): wire.SunshineRow[] => [...rows].sort((a, b) => (b.filed ?? 0) - (a.filed ?? 0) || (a.code < b.code ? -1 : 1));

async function rowsOf(context: Context, year: SunshineYear, period: Period, lines: readonly Line[]): Promise<wire.SunshineRow[]> {
  const [medians, grades] = await Promise.all([mediansFor(context, period, lines), gradesFor(context, period, lines)]);
  return lines.map(({ code, name, district, institution, item }, index): wire.SunshineRow => {
    const cell = year.cell({ district, institution, taskCode: item, period });
    const grade = grades[index];
    const median = cell.showsMedian ? medians[index] : undefined;
    return {
      code, name, filed: cell.filed, inTimePercent: cell.inTimePercent, medianDays: median?.net ?? null, promisedDays: median?.promised ?? null,
      satisfiedPercent: cell.filed !== null && grade && grade.all >= smallestShown ? Math.floor((grade.good * 100) / grade.all) : null,
    };
  });
}

const scopeOf = (context: Context, { district, institution }: Pick<Line, 'district' | 'institution'>): string =>
  district === null ? cityOf(context.units) : institution === null ? district : pairScope(district, institution);

/** Medians of the lines: by place where they share the item, by item where they share the place. */
async function mediansFor(context: Context, period: Period, lines: readonly Line[]): Promise<readonly (Medians | undefined)[]> {
  const [first] = lines;
  if (!first) return [];
  const { handle } = context.database;
  const months = monthsOf(period);
  const samePlace = lines.length > 1 && lines.every((line) => line.district === first.district && line.institution === first.institution);
  if (samePlace) {
    const found = await mediansOf(handle, 'task_code', [scopeOf(context, first)], months);
    return lines.map((line) => found.get(line.item ?? ''));
  }
  const found = await mediansOf(handle, 'scope', lines.map((line) => scopeOf(context, line)), { ...months, ...(first.item === null ? {} : { taskCode: first.item }) });
  return lines.map((line) => found.get(scopeOf(context, line)));
}

/** Grades of the lines. They are known by institution: an institution's own are shown where it lies in the district, a district's are those of its institutions. */
async function gradesFor(context: Context, period: Period, lines: readonly Line[]): Promise<readonly ({ good: number; all: number } | undefined)[]> {
  if (!context.grades || lines.length === 0) return [];
  const months = monthsOf(period);
  const placeOf = (line: Line) => placeView(context.units, line.institution ?? line.district ?? cityOf(context.units));
  const items = [...new Set(lines.map((line) => line.item))];
  const places = [...new Map(lines.map((line) => [placeOf(line).code, placeOf(line)])).values()];
  const byItem = new Map(await Promise.all(items.map(async (item) => [item, await gradesByPlace(context, places, months, item ?? undefined)] as const)));
  return lines.map((line) => byItem.get(line.item)?.get(placeOf(line).code));
}

/** The page as a table: one block for places, one for items, definitions last. UTF-8 with the mark that spreadsheet programs ask for. */
export function tableOf(sunshine: wire.Sunshine, language: Language): Buffer {
  const t = (code: keyof typeof sunshineMessages): string => say(sunshineMessages[code], language);
  const cell = (value: number | null): string | number => value ?? t('sunshine.not_shown');
  const line = (what: string, row: wire.SunshineRow): readonly (string | number)[] =>
    [what, row.code, row.name[language], row.filed ?? t('sunshine.few'), cell(row.inTimePercent), cell(row.medianDays), cell(row.promisedDays), cell(row.satisfiedPercent)];
  const place = [sunshine.city, sunshine.district, sunshine.institution].flatMap((one) => (one ? [one.name[language]] : []));
  const rows: readonly (readonly (string | number)[])[] = [
    [[...place, ...(sunshine.item ? [sunshine.item.name[language]] : []), sunshine.period].join(' · ')],
    ['', '', t('sunshine.place'), t('sunshine.filed'), `${t('sunshine.in_time')} (%)`, t('sunshine.days'), t('sunshine.promised'), `${t('sunshine.satisfied')} (%)`],
    line(t('sunshine.all'), sunshine.total),
    ...sunshine.byUnit.map((row) => line(t(sunshine.district ? 'sunshine.by_institution' : 'sunshine.by_district'), row)),
    ...sunshine.byItem.map((row) => line(t('sunshine.by_item'), row)),
    [], [t('sunshine.few'), t('sunshine.few_note')], [t('sunshine.filed'), t('sunshine.define_filed')], [t('sunshine.in_time'), t('sunshine.define_in_time')], [t('sunshine.days'), t('sunshine.define_days')],
    [t('sunshine.promised'), t('sunshine.define_promised')], [t('sunshine.satisfied'), t('sunshine.define_satisfied')], [t('sunshine.place'), t('sunshine.define_place')],
  ];
  return csvOf(rows);
}

/** The public routes: no sign-in, nothing about anybody. */
export function sunshineRoutes(context: Context): readonly Route[] {
  const page = sunshinePages(context);
  return [
    route(wire.getSunshine, measurePermissions.sunshine, async ({ query }) => {
      const found = await page(query);
      if (!found.ok) return found;
      // The version is the answer's entity tag: who has it already is told so in an empty answer.
      const answer = { ...reply(found.sunshine), version: found.sunshine.version };
      return answer;
    }),
    route(wire.getSunshineTable, measurePermissions.sunshine, async ({ query, language }) => {
      const found = await page(query);
      if (!found.ok) return found;
      const { sunshine } = found;
      return { ok: true, file: tableOf(sunshine, language), mediaType: 'text/csv; charset=utf-8', fileName: `sunshine-${sunshine.institution?.code ?? sunshine.district?.code ?? sunshine.city.code}-${sunshine.period}.csv` };
    }),
  ];
}
