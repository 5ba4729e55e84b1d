import type { HistoryEntry } from '../../../contract/matters.ts';
import type { Localized } from '../../../contract/language.ts';
import type { Actor } from '../../kernel/actor.ts';
import { isCalendarRefusal, workingDaysBetween } from '../../kernel/calendar/index.ts';
import { localDayOf, msOf, type Instant } from '../../kernel/instant.ts';
import type { FactRow } from '../../platform/ledger/chain.ts';
import { partsOf, timersOf } from './evolve-flow.ts';
import type { MatterLimitKind } from './matter-limit.ts';
import type { Link, Matter } from './matter.ts';
import { findItem, institutionName, type Context } from './routes-context.ts';
import type { MatterFile } from './store.ts';

/** What is written to the applicant and may be read by him; an opinion is written for the next in the office. */
const saidToApplicant: readonly string[] = ['correction_requested', 'acceptance_refused', 'terminated'];

type Content = Readonly<Record<string, unknown>>;

/** Staff named in a file: who acted, who has a link, to whom it was handed, for whom somebody stood in. */
export function staffIn(file: MatterFile): string[] {
  const inFacts = file.facts.flatMap((fact) => [...(fact.by.kind === 'staff' ? [fact.by.id] : []), ...['to', 'from', 'standIn', 'staffId'].flatMap((key) => text((fact.content as Content)[key]) ?? [])]);
  return [...new Set([...inFacts, ...file.state.links.flatMap((link) => (link.claimedBy ? [link.claimedBy] : []))])];
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** The history: every fact, with the office it came from; who in the office, the opinions and what each link came to are for staff alone. */
export function historyOf(context: Context, actor: Actor, file: MatterFile, staff: ReadonlyMap<string, string>): HistoryEntry[] {
  const inside = actor.kind !== 'resident';
  return file.facts.map((fact, at) => {
    const sealed = file.sealed.get(fact.seq);
    const words = sealed?.opinion ?? (Array.isArray(sealed?.words) ? (sealed.words as string[]).filter(Boolean).join('；') : sealed?.words);
    const shown = inside || saidToApplicant.includes(fact.kind);
    const content = fact.content as Content;
    const { action, stance, ...params } = shownParams(fact.kind, content);
    const before = file.facts[at - 1];
    const other = text(content.to) ?? text(content.standIn);
    return {
      seq: fact.seq, kind: fact.kind, at: fact.at, byName: inside && fact.by.kind === 'staff' ? (staff.get(fact.by.id) ?? '') : '', byUnitName: fact.by.institution ? institutionName(context, fact.by.institution) : null,
      params: { ...params, ...(inside && action !== undefined ? { action } : {}), ...(inside && stance !== undefined ? { stance } : {}) },
      words: shown && typeof words === 'string' && words !== '' ? words : null, hash: fact.hash,
      after: before ? spanOf(context, before.at, fact.at) : null, took: tookOf(context, file.state, fact, content), about: aboutOf(context, file.state, content),
      otherName: inside && other !== undefined ? (staff.get(other) ?? null) : null, ground: groundOf(fact.kind, content),
    };
  });
}

/** How long between two moments, by the clock and in working days of the newest calendar. */
export function spanOf(context: Pick<Context, 'calendar'>, from: Instant, to: Instant): { minutes: number; workingDays: number | null } {
  const days = workingDaysBetween(context.calendar.calendar, localDayOf(from), localDayOf(to));
  return { minutes: Math.max(0, Math.floor((msOf(to) - msOf(from)) / 60_000)), workingDays: isCalendarRefusal(days) ? null : days };
}

const shownKeys = ['number', 'linkId', 'element', 'action', 'stance', 'outcome', 'ground', 'resultNumber', 'limitId', 'limit', 'dueOn', 'how', 'calendar', 'consequence'] as const;

/** What of a fact's content a sentence may show. */
function shownParams(kind: string, content: Content): Record<string, string> {
  const shown: Record<string, string> = {};
  for (const key of shownKeys) if (typeof content[key] === 'string') shown[key] = content[key];
  const event = content.event as Content | undefined;
  if (event) Object.assign(shown, { event: String(event.type) }, typeof event.outcome === 'string' ? { outcome: event.outcome } : {});
  const act = content.act as Content | undefined;
  if (act) Object.assign(shown, { type: String(act.type) }, typeof act.ground === 'string' ? { ground: act.ground } : {});
  if (kind === 'timer_set' || kind === 'consultation_asked') shown.dueOn = String((content.clock as Content).dueOn);
  if (typeof content.kept === 'boolean') shown.kept = content.kept ? 'kept' : 'broken';
  if (content.unanswered === true) shown.outcome = 'unanswered';
  return shown;
}

/** How long what a fact ends had lasted. */
function tookOf(context: Context, matter: Matter, fact: FactRow, content: Content): HistoryEntry['took'] {
  const event = content.event as Content | undefined;
  const since = (): Instant | undefined => {
    switch (fact.kind) {
      case 'link_completed':
      case 'link_cancelled':
      case 'consultation_answered':
      case 'consultation_recalled':
        return matter.links.find((one) => one.linkId === content.linkId)?.openedAt;
      case 'part_cancelled':
        return partsOf(matter).find((one) => one.callId === content.callId)?.openedAt;
      case 'flow_moved':
        return event?.type === 'part' ? partsOf(matter).find((one) => one.callId === event.callId)?.openedAt : timersOf(matter).find((one) => one.timerId === event?.timerId)?.clock.startedAt;
      case 'matter_accepted':
        return matter.receivedAt;
      case 'matter_completed':
        return matter.acceptedAt ?? undefined;
      default:
        return undefined;
    }
  };
  const from = since();
  return from === undefined ? null : spanOf(context, from, fact.at);
}

/** The link, timer, part or material a fact is about. */
function aboutOf(context: Context, matter: Matter, content: Content): HistoryEntry['about'] {
  const found = findItem(context, matter.item.taskCode, matter.item.handlingItem, matter.item.version, matter.item);
  const event = content.event as Content | undefined;
  const nameOf = (element: string): Localized =>
    found?.item.implementation_item.handle_flow.find((one) => one.element === element)?.name ?? (found ? context.catalogue.elementName(found.ref.process, found.ref.processVersion, element) : same(element));
  const linkId = text(content.linkId) ?? /^link:(.+)$/.exec(text(content.limitId) ?? '')?.[1];
  const link = linkId === undefined ? undefined : matter.links.find((one) => one.linkId === linkId);
  if (link) return { name: withItem(nameOf(link.element), entryOf(link)), unitName: institutionName(context, link.institution) };
  const callId = text(content.callId) ?? text(event?.callId);
  const part = callId === undefined ? undefined : partsOf(matter).find((one) => one.callId === callId);
  if (part) return { name: context.catalogue.item(part.taskCode)?.item.catalog_item.task_name ?? nameOf(part.element), unitName: null };
  const timerId = text(content.timerId) ?? text(event?.timerId);
  const timer = timerId === undefined ? undefined : timersOf(matter).find((one) => one.timerId === timerId);
  const elements = timer ? [timer.element] : Array.isArray(content.elements) ? (content.elements as string[]) : [text(content.element) ?? []].flat();
  if (elements.length > 0) return { name: joined(elements.map(nameOf)), unitName: null };
  const named = Array.isArray(content.materials) ? content.materials : [text(content.material) ?? /^(?:deferred|promise):(.+)$/.exec(text(content.limitId) ?? '')?.[1]];
  const materials = named.flatMap((one) => found?.handling.materials.find((material) => material.material_code === (text(one) ?? (one as { code?: string } | undefined)?.code)) ?? []);
  return materials.length > 0 ? { name: joined(materials.map((one) => one.material_name)), unitName: null } : null;
}

const same = (code: string): Localized => ({ 'zh-CN': code, 'zh-HK': code, en: code });
const withItem = (name: Localized, item: string | null): Localized => (item === null ? name : { 'zh-CN': `${name['zh-CN']}（${item}）`, 'zh-HK': `${name['zh-HK']}（${item}）`, en: `${name.en} (${item})` });

const joined = (names: readonly Localized[]): Localized => ({ 'zh-CN': names.map((one) => one['zh-CN']).join('、'), 'zh-HK': names.map((one) => one['zh-HK']).join('、'), en: names.map((one) => one.en).join(', ') });

/** The entry of a list that a link is for; null where its office says it already, as with a link for each of several departments. */
export const entryOf = (link: Pick<Link, 'item' | 'institution'>): string | null => (link.item === undefined || link.institution.endsWith(`-${String(link.item)}`) ? null : String(link.item));

/** Which limit of docs/law a fact rests on. */
const rules: Readonly<Record<string, string>> = {
  correction_requested: 'L-012', deemed_accepted: 'L-013', terminated: 'L-014', deferred_handed_in: 'L-015', deferred_lapsed: 'L-015', limits_recomputed: 'L-032', decision_made: 'L-001', promise_checked: 'L-016',
};
const limitRules: Readonly<Partial<Record<MatterLimitKind, string>>> = {
  notice: 'L-012', correction: 'L-014', statutory: 'L-001', promised: 'L-002', link: 'L-003', special: 'L-006', deferred: 'L-015', promise_check: 'L-016', service: 'L-020',
};

function groundOf(kind: string, content: Content): HistoryEntry['ground'] {
  const act = content.act as Content | undefined;
  const rule = act ? (act.type === 'extend' ? 'L-004' : 'L-006') : kind === 'limit_passed' ? limitRules[content.limit as MatterLimitKind] : rules[kind];
  const document = text(act?.document) ?? text(content.document);
  return rule === undefined && document === undefined ? null : { rule: rule ?? null, document: document ?? null };
}
