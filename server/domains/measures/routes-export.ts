import type { QueryOf } from '../../../contract/endpoint.ts';
import * as wire from '../../../contract/measures.ts';
import { say, type Language } from '../../../contract/language.ts';
import { partDefinitions, partNames, figureNames, figureSources, sunshineMessages, workbookMessages } from '../../../contract/messages/measures.ts';
import { byOf, type Actor } from '../../kernel/actor.ts';
import { refuse, type Refusal } from '../../kernel/decider.ts';
import { instantOfMs, msOf, type Instant } from '../../kernel/instant.ts';
import { route, type FileAnswer, type Route } from '../../platform/http/route.ts';
import { newId } from '../../platform/ids.ts';
import { measurePermissions } from './policy.ts';
import type { Context } from './routes-context.ts';
import { figureMatters, figuresOf, measuredQuestion, twelveMonths, type Measured } from './routes-five.ts';
import { overviewOf, runningOf } from './routes-overview.ts';
import { workbookOf, type Cell, type Sheet } from './routes-workbook.ts';
import { recordExport } from './store.ts';

/** Most matters in one workbook. */
export const exportBound = 2_000;
const perQuestion = 500;

type Say = (code: keyof typeof workbookMessages, params?: Readonly<Record<string, string | number>>) => string;

/** What every sheet of one workbook shares. */
interface Taking {
  readonly context: Context;
  readonly actor: Extract<Actor, { kind: 'staff' }>;
  readonly language: Language;
  readonly t: Say;
  readonly mark: string;
  readonly question: Measured;
}

type Query = QueryOf<typeof wire.exportMeasures>;

/** The workbooks: figures for all who may see them, matters only for whom they may be listed. */
export function exportRoutes(context: Context): readonly Route[] {
  return [
    route(wire.exportMeasures, measurePermissions.figures, async ({ actor, query, language }) => {
      if (actor.kind !== 'staff') return refuse('measures.unknown_place');
      const { what, side, light, kind, ...asked } = query;
      const overview = what === 'overview' || what === 'running';
      const question = measuredQuestion(context, actor, overview ? { ...asked, ...twelveMonths(context.today()) } : asked);
      if (!question.ok) return question;
      const taking = await takingOf(context, actor, language, question);
      const sheets = await sheetsOf(taking, { what, side, light, kind });
      if (!Array.isArray(sheets)) return sheets as Refusal;
      const place = question.place.view.code;
      await recordExport(context.database.handle, { recordId: newId(), staffId: actor.staffId, by: byOf(actor), fields: [what, side, place, question.head.from, question.head.to, asked.item, asked.channel, light, kind].filter(Boolean).join(' '), at: context.now() });
      return fileOf(workbookOf([...sheets, definitionsSheet(taking)]), `${what}-${place}-${context.today()}.xlsx`);
    }),
  ];
}

const fileOf = (file: Buffer, fileName: string): FileAnswer => ({ ok: true, file, fileName, mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' });

/** `2026-11-23 17:30`, as it is in Shenzhen. */
const localMinute = (at: Instant): string => instantOfMs(msOf(at) + 8 * 3_600_000).slice(0, 16).replace('T', ' ');

async function takingOf(context: Context, actor: Taking['actor'], language: Language, question: Measured): Promise<Taking> {
  const t: Say = (code, params) => say(workbookMessages[code], language, params);
  const name = (await context.people.staffNames([actor.staffId])).get(actor.staffId) ?? actor.staffId;
  const { head } = question;
  return { context, actor, language, t, question, mark: t('mark.taken', { name, at: localMinute(context.now()), place: head.place.name[language], from: head.from, to: head.to }) };
}

async function sheetsOf(taking: Taking, asked: Pick<Query, 'what' | 'side' | 'light' | 'kind'>): Promise<readonly Sheet[] | Refusal> {
  switch (asked.what) {
    case 'overview':
      return overviewSheets(taking);
    case 'five':
      return [await fiveSheet(taking)];
    case 'running':
      return runningSheet(taking, asked);
    case 'one_number':
    case 'one_window':
    case 'one_net':
    case 'one_visit':
    case 'sunshine':
      return mattersSheet(taking, asked.what, asked.side ?? 'gap');
  }
}

async function overviewSheets({ context, actor, language, t, mark, question }: Taking): Promise<readonly Sheet[]> {
  const { self, children, trend, worstLinks, worstItems } = await overviewOf(context, actor, question.place);
  const of = (columns: readonly (keyof typeof workbookMessages)[]): readonly string[] => columns.map((code) => t(code));
  return [
    {
      name: t('sheet.overview'), mark,
      columns: of(['column.place', 'column.green', 'column.yellow', 'column.red', 'column.paused', 'column.filed_today', 'column.finished_today', 'column.filed', 'column.judged', 'column.in_time', 'column.in_time_percent', 'column.median', 'column.promised', 'column.orders_open', 'column.orders_late', 'column.satisfied']),
      rows: [self, ...children].map((row) => [
        row.place.name[language], row.lights.green, row.lights.yellow, row.lights.red, row.lights.paused, row.filedToday, row.finishedToday, row.filed, row.judged, row.inTime, row.inTimePercent, row.medianDays, row.promisedDays,
        row.ordersOpen, row.ordersLate, row.satisfiedPercent,
      ]),
    },
    { name: t('sheet.trend'), mark, columns: of(['column.day', 'column.filed', 'column.finished']), rows: trend.map((day) => [{ day: day.day }, day.filed, day.finished]) },
    { name: t('sheet.links'), mark, columns: of(['column.institution', 'column.link', 'column.judged', 'column.late', 'column.late_percent', 'column.average_days']), rows: worstLinks.map((link) => [link.institution.name[language], link.linkName[language], link.judged, link.late, link.latePercent, link.averageDays]) },
    { name: t('sheet.items'), mark, columns: of(['column.item', 'column.filed', 'column.judged', 'column.late', 'column.late_percent']), rows: worstItems.map((item) => [item.name[language], item.filed, item.judged, item.late, item.latePercent]) },
  ];
}

async function fiveSheet({ context, language, t, mark, question }: Taking): Promise<Sheet> {
  const figures = await figuresOf(context, question);
  return {
    name: t('sheet.five'), mark, columns: [t('column.figure'), t('column.part'), t('column.numerator'), t('column.denominator'), t('column.percent'), t('column.definition')],
    rows: figures.flatMap((figure) => figure.parts.map((part) => [figure.name[language], part.name[language], part.numerator, part.denominator, part.percent, part.definition[language]])),
  };
}

const day = (value: string | null): Cell => (value === null ? null : { day: value });

async function runningSheet({ context, actor, language, t, mark, question }: Taking, asked: Pick<Query, 'light' | 'kind'>): Promise<readonly Sheet[] | Refusal> {
  const found = await runningOf(context, actor, question.place, { ...asked, item: question.filter.taskCode }, exportBound);
  if (!found.ok) return found;
  return [{
    name: t('sheet.running'), mark: found.more ? `${mark} · ${t('mark.cut', { most: exportBound })}` : mark,
    columns: [t('column.light'), t('column.due_on'), t('column.number'), t('column.item'), t('column.limit'), t('column.link'), t('column.institution'), t('column.staff'), t('column.area')],
    rows: found.rows.map((row) => [t(`column.${row.light}`), day(row.dueOn), row.number, row.itemName[language], limitWords(t, row.kind), row.linkName?.[language] ?? null, row.institution.name[language], row.staffName, row.areaName[language]]),
  }];
}

async function mattersSheet({ context, actor, language, t, mark, question }: Taking, figure: wire.FiveFigure, side: 'counted' | 'gap'): Promise<readonly Sheet[] | Refusal> {
  const matters: wire.MeasuredMatter[] = [];
  let cut = false;
  for (let after: string | null = ''; after !== null; ) {
    const [at, matterId] = after.split(' ');
    const found = await figureMatters(context, actor, question, `${figure}.${side}`, at && matterId ? { day: at, matterId } : null, perQuestion);
    if (!found.ok) return found;
    matters.push(...found.matters);
    cut = found.next !== null && matters.length >= exportBound;
    after = cut ? null : found.next;
  }
  return [{
    name: t('sheet.matters'), mark: cut ? `${mark} · ${t('mark.cut', { most: exportBound })}` : mark,
    columns: [
      t('column.number'), t('column.item'), t('column.status'), t('column.channel'), t('column.area'), t('column.accepting'), t('column.handling'), t('column.received_on'), t('column.ended_on'),
      t('column.visits'), t('column.promised_visits'), t('column.net_days'), t('column.promised'), t('column.limits_missed'),
    ],
    rows: matters.slice(0, exportBound).map((row) => [
      row.number, row.itemName[language], t(`status.${row.status}`), t(`channel.${row.channel}`), row.areaName[language], row.acceptingName[language], row.handlingName[language], day(row.receivedOn), day(row.endedOn),
      row.visits, row.promisedVisits, row.netDays, row.promisedDays, row.late.map((kind) => limitWords(t, kind)).join(language === 'en' ? ', ' : '、'),
    ]),
  }];
}

function limitWords(t: Say, kind: string): string {
  const code = `limit.${kind}`;
  return code in workbookMessages ? t(code as keyof typeof workbookMessages) : kind;
}

function definitionsSheet({ language, t, mark }: Taking): Sheet {
  const words: readonly (readonly [string, string, string])[] = wire.figureParts.map((part) => {
    const figure = part.split('.')[0] as wire.FiveFigure;
    return [`${figureNames[figure][language]}: ${partNames[part][language]}`, partDefinitions[part][language], figureSources[figure][language]];
  });
  return {
    name: t('sheet.definitions'), mark, columns: [t('column.term'), t('column.definition'), t('column.source')],
    rows: [...words, [t('column.median'), say(sunshineMessages['sunshine.define_days'], language), ''], [t('column.promised'), say(sunshineMessages['sunshine.define_promised'], language), ''], [t('column.satisfied'), say(sunshineMessages['sunshine.define_satisfied'], language), '']],
  };
}
