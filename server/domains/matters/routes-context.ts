import type { Readable } from 'node:stream';
import type { Item, HandlingItem } from '../../../contract/catalogue.ts';
import type { ConsentScope } from '../../../contract/consents.ts';
import type { Localized } from '../../../contract/language.ts';
import type { ActingActor, Pipeline } from '../../platform/db/run-command.ts';
import type { BatchWriter } from '../../platform/db/batch-writer.ts';
import type { Database } from '../../platform/db/database.ts';
import type { FactLog } from '../../platform/ledger/log/index.ts';
import type { Vault } from '../../platform/files/index.ts';
import type { DataKey } from '../../platform/crypto/index.ts';
import { derivedId } from '../../platform/ids.ts';
import { refuse, type InputFault, type Refusal } from '../../kernel/decider.ts';
import { localDayOf, type Instant, type LocalDay } from '../../kernel/instant.ts';
import type { Actor, AgencyAct } from '../../kernel/actor.ts';
import type { Id } from '../../kernel/ids.ts';
import type { RulePack } from '../../kernel/limits/index.ts';
import type { Calendars } from '../calendar/index.ts';
import type { Law as LawPacks } from '../law/index.ts';
import { checklist, isInForce, type Catalogue, type Over } from '../catalogue/index.ts';
import { identify, readPhone, type People } from '../people/index.ts';
import type { Units } from '../units/index.ts';
import type { FilingJudgement, ItemLaw, Law, Withheld } from './law.ts';
import { asksForWord, withStanding, type HandedIn } from './materials.ts';
import type { ItemRef, Matter, MatterFact } from './matter.ts';
import { numberSource, type NumberSource } from './store.ts';

/** What the matters domain is built from: the pipeline, its writer, and the doors of the domains it meets. */
export interface MatterDeps {
  readonly database: Database;
  readonly pipeline: Pipeline;
  readonly writer: BatchWriter;
  readonly vault: Vault;
  /** the log that facts get their place in: what signs receipts */
  readonly factLog: Pick<FactLog, 'acceptance' | 'inclusion' | 'chain'>;
  readonly units: Units;
  readonly calendar: Calendars;
  readonly law: LawPacks;
  readonly catalogue: Catalogue;
  readonly people: People;
  readonly publicUrl: string;
  /** Job kinds of other domains that follow from a fact; their rows are written with it. */
  readonly reactions: readonly ((fact: MatterFact) => readonly string[])[];
  /** What an applicant (an organisation, or the person) is not offered now, because of words of his that were broken or missed; the numbers of matters that another person filed are not told whole. */
  readonly standingOf: (who: { readonly applicant: Id; readonly filedBy: Id }, at: Instant) => Promise<{ readonly promise: Withheld | null; readonly deferral: Withheld | null }>;
  /** Takes notice of a reading by staff that was just recorded (C-PR-8). */
  readonly noticeReading: (reading: { readonly matterId: Id; readonly recordId: Id; readonly staffId: Id; readonly partyId: Id }) => Promise<void>;
  /** The uses of his data that a person agrees to, asked at this moment. */
  readonly consentsOf: (partyId: Id) => Promise<ReadonlySet<ConsentScope>>;
  /** The standing mandate under which one may do an act for another in an item, asked at this moment. */
  readonly mandateFor: (wanted: { readonly agent: Id; readonly principal: Id; readonly act: AgencyAct; readonly taskCode: string }) => Promise<Id | undefined>;
  /** Says where something changed, to whoever looks on. */
  readonly publish: (topics: readonly string[]) => void;
  /** Looks for work that a commit just wrote. */
  readonly wakeJobs: () => void;
}

/** The dependencies and what the routes keep between calls. */
export interface Context extends MatterDeps {
  readonly numbers: NumberSource;
  readonly now: () => Instant;
}

/** Builds the context once. */
export function contextOf(deps: MatterDeps): Context {
  return { ...deps, numbers: numberSource(deps.database.pool), now: () => deps.pipeline.clock.now() };
}

/** An item and one of its handling items, of a version. */
export interface FoundItem {
  readonly item: Item;
  readonly handling: HandlingItem;
  readonly ref: ItemRef;
}

/** The item in the version asked for, the one that stands without one; over a place with its district's own values, for a matter with those it was filed under. */
export function findItem(context: Context, taskCode: string, handlingItem: string, version?: number, over?: Over): FoundItem | undefined {
  const found = context.catalogue.item(taskCode, version, over);
  const handling = found?.item.handling_items.find((one) => one.task_handle_item === handlingItem);
  if (!found || !handling) return undefined;
  return {
    item: found.item, handling,
    ref: { taskCode, handlingItem, version: found.version, process: found.item.implementation_item.process, processVersion: found.processVersion, ...(found.override === undefined ? {} : { override: found.override }) },
  };
}

function itemLawOf(found: FoundItem, day: LocalDay): ItemLaw {
  const implementation = found.item.implementation_item;
  return {
    ref: found.ref,
    inForce: isInForce(found.item, day),
    onTheSpot: implementation.project_type === '1',
    joint: implementation.other_dept.length > 0,
    statutory: implementation.anticipate_day === undefined || implementation.anticipate_type === 'on_the_spot' ? null : { amount: implementation.anticipate_day, unit: implementation.anticipate_type },
    promised: { amount: implementation.promise_day, unit: implementation.promise_type },
    linkDays: Object.fromEntries(implementation.handle_flow.flatMap((link) => (link.working_days === undefined ? [] : [[link.element, link.working_days]]))),
    departments: implementation.other_dept,
    deferrals: Object.fromEntries(found.handling.materials.flatMap(({ material_code, deferral }) => (deferral ? [[material_code, { consequence: deferral.consequence, ...(deferral.working_days === undefined ? {} : { workingDays: deferral.working_days }) }]] : []))),
    promiseChecks: Object.fromEntries(found.handling.materials.flatMap(({ material_code, promise }) => (promise?.check_within_days === undefined ? [] : [[material_code, promise.check_within_days]]))),
    ...(found.item.bundle ? { parts: Object.fromEntries(found.item.bundle.parts.map((part) => [part.element, { taskCode: part.task_code, handlingItem: part.task_handle_item, required: part.required }])) } : {}),
  };
}

/** Everything outside the matter that its commands are decided by, over its area and its accepting hall, today. Without `matterId` nothing can be decided that calls another item. */
export function lawFor(context: Context, found: FoundItem, place: { areaUnit: string; acceptingInstitution: string; matterId?: Id }, pack?: RulePack): Law {
  const { dept } = found.item.implementation_item;
  const day = localDayOf(context.now());
  return {
    calendar: context.calendar.calendar,
    pack: pack ?? context.law.packOn(day),
    item: itemLawOf(found, day),
    graph: context.catalogue.graphOf(found.ref.process, found.ref.processVersion),
    feel: context.catalogue.feel,
    institutionFor: (handler) =>
      context.units.handlerOf(handler, { areaUnit: place.areaUnit, deptKind: dept.kind, deptLevel: dept.level, acceptingInstitution: place.acceptingInstitution, day }),
    partId: (callId) => {
      if (place.matterId === undefined) throw new Error(`part ${callId} of a matter without an id`);
      return derivedId(`part ${place.matterId} ${callId}`);
    },
  };
}

/** The law of a matter under way, by the versions it keeps. */
export function lawOfMatter(context: Context, matter: Matter, matterId: Id): Law | Refusal {
  const found = findItem(context, matter.item.taskCode, matter.item.handlingItem, matter.item.version, matter.item);
  return found ? lawFor(context, found, { areaUnit: matter.areaUnit, acceptingInstitution: matter.acceptingInstitution, matterId }, packOf(context, matter)) : refuse('items.unknown');
}

/** The rule pack of the day a matter was received; a matter of the first release does not name it. */
export function packOf(context: Context, matter: Matter): RulePack {
  return (matter.pack === null ? undefined : context.law.packByVersion(matter.pack)) ?? context.law.packOn(localDayOf(matter.receivedAt));
}

/** Judges answers and form against the item, as filing and checking a draft both need it. */
export function judgeApplication(context: Context, found: FoundItem, answers: Readonly<Record<string, string>>, form: Readonly<Record<string, unknown>>): FilingJudgement | Refusal {
  const judged = checklist(found.handling, answers);
  if (!judged.ok) return judged;
  return {
    formFaults: judgeFormOf(context, found, form, answers),
    openQuestions: judged.checklist.openQuestions,
    notEligible: judged.checklist.notEligible?.question ?? null,
    asked: judged.checklist.materials.map((material) => ({
      code: material.material_code, need: material.is_need, source: material.source_type, ownPromise: material.material_type === 'form', promisable: material.promise !== undefined, filledByForm: material.filled_by_form === true,
    })),
  };
}

/** What is wrong with the answers to an item's form, by field; of a bundle the form of these situation answers. */
export function judgeFormOf(context: Context, found: FoundItem, form: Readonly<Record<string, unknown>>, answers: Readonly<Record<string, string>> = {}): readonly InputFault[] {
  const today = localDayOf(context.now());
  const judged = context.catalogue.judgeForm(found.ref.taskCode, found.ref.version, found.ref.handlingItem, form, {
    today,
    identify: (number, subject) => {
      const read = identify(number, { today, subject });
      return read.ok ? { ok: true } : { ok: false, ...read.refusal };
    },
    phone: (text) => readPhone(text).ok,
    communityInForce: (code) => context.units.standing(code, today) === undefined,
  }, answers);
  return judged.ok ? judged.faults : [{ pointer: '', code: judged.code, params: judged.params }];
}

/** Which institutions take and handle an application over an area: the hall where it is filed, else the hall nearest to the area. */
export function placesOf(context: Context, found: FoundItem, areaUnit: string, hall: string | null): { ok: true; accepting: string; handling: string } | Refusal {
  const day = localDayOf(context.now());
  const implementation = found.item.implementation_item;
  const accepting = hall ?? undefined;
  const online = accepting ? undefined : context.units.acceptingHall(areaUnit, implementation.accept_at, day);
  if (online && !online.ok) return online;
  const handling = context.units.handlerOf('department', {
    areaUnit, deptKind: implementation.dept.kind, deptLevel: implementation.dept.level, acceptingInstitution: accepting ?? online?.institution ?? '', day,
  });
  if (!handling.ok) return handling;
  return { ok: true, accepting: accepting ?? online?.institution ?? '', handling: handling.institution };
}

/** The name of an institution; its code where it is not known any more. */
export function institutionName(context: Context, code: string): Localized {
  return context.units.institution(code)?.name ?? { 'zh-CN': code, 'zh-HK': code, en: code };
}

/** Residents and staff make facts; others never pass the routes' permissions. */
export function acting(actor: Actor): ActingActor {
  if (actor.kind === 'resident' || actor.kind === 'staff' || actor.kind === 'system') return actor;
  throw new Error(`${actor.kind} reached a command`);
}

/** Puts an upload into the vault under a data key; what was left unread of a refused one is let go. */
export async function keepUpload(context: Context, upload: { name: string; stream: Readable } | undefined, dataKey: DataKey): ReturnType<Vault['put']> {
  if (!upload) return { ok: false, code: 'files.empty', params: {} };
  const kept = await context.vault.put(upload.stream, { dataKey, declaredName: upload.name });
  if (!kept.ok) upload.stream.resume();
  return kept;
}

/** Names as people write them: spaces and width make no difference. */
const plainName = (name: string): string => name.normalize('NFKC').replaceAll(/[\s·•.]/g, '').toLowerCase();

/** What is handed in, each promise with whether the applicant affirmed it by his own name as it is registered; and the names, to be sealed. */
export async function withAffirmations(
  context: Context, partyId: Id, handedIn: readonly HandedIn[], names: Readonly<Record<string, string>>,
): Promise<{ readonly handedIn: readonly HandedIn[]; readonly affirmed: Readonly<Record<string, string>> }> {
  if (!handedIn.some((one) => one.form === 'promised')) return { handedIn, affirmed: {} };
  const registered = (await context.people.particulars(partyId))?.name;
  const isOwn = (code: string): boolean => registered !== undefined && plainName(names[code] ?? '') === plainName(registered);
  return {
    handedIn: handedIn.map((one) => (one.form === 'promised' ? { ...one, affirmed: isOwn(one.code) } : one)),
    affirmed: Object.fromEntries(handedIn.flatMap((one) => (one.form === 'promised' && isOwn(one.code) ? [[one.code, names[one.code] ?? '']] : []))),
  };
}

/** The judgement with what is not offered to this applicant; asked only where a word of his is asked for. */
export async function judgedWithStanding(context: Context, who: { readonly applicant: Id; readonly filedBy: Id }, judgement: FilingJudgement, handedIn: readonly Pick<HandedIn, 'code' | 'form'>[]): Promise<FilingJudgement> {
  if (!asksForWord(judgement.asked, handedIn)) return judgement;
  return { ...judgement, asked: withStanding(judgement.asked, await context.standingOf(who, context.now())) };
}
