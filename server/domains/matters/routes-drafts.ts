import * as wire from '../../../contract/matters.ts';
import type { Draft, DraftCheck } from '../../../contract/matters.ts';
import type { Actor } from '../../kernel/actor.ts';
import { holdsPost } from '../../kernel/actor.ts';
import { refuse, type InputFault, type Refusal } from '../../kernel/decider.ts';
import type { Handle } from '../../platform/db/database.ts';
import { newId } from '../../platform/ids.ts';
import { reply, route, type Route } from '../../platform/http/route.ts';
import { askedForm, checklist } from '../catalogue/index.ts';
import { changed, emptyDraft, withFile, withoutFile, type DraftContent, type DraftState } from './draft.ts';
import { localDayOf } from '../../kernel/instant.ts';
import { setClock } from './limits.ts';
import { judgeMaterials, mostFiles, withStanding } from './materials.ts';
import { matterPermissions } from './policy.ts';
import { mandateOf } from './routes-agency.ts';
import { dueIfSet } from './routes-dues.ts';
import { earlierAnswers } from './routes-prefill.ts';
import { findItem, institutionName, judgeApplication, keepUpload, placesOf, withAffirmations, type Context, type FoundItem } from './routes-context.ts';
import { readFenced } from './routes-reach.ts';
import { countDrafts, deleteDraft, findDraft, insertDraft, listDrafts, mostDrafts, updateDraft, type KeptDraft } from './store.ts';

/** Drafts: begun, saved right or wrong, given files, checked, thrown away. Filing one is in routes-filing.ts. */
export function draftRoutes(context: Context): readonly Route[] {
  return [...pageRoutes(context), ...fileRoutes(context)];
}

function pageRoutes(context: Context): readonly Route[] {
  const { handle } = context.database;
  const { keys } = context.pipeline;
  const unknownApplicant = applicantJudge(context);
  return [
    route(wire.openDraft, matterPermissions.draft, async ({ actor, body }) => {
      const found = findItem(context, body.taskCode, body.handlingItem);
      if (!found) return refuse('items.unknown');
      const place = draftPlaceOf(actor, body);
      if (!place.ok) return place;
      const principal = place.owner.partyId === null ? undefined : await mandateOf(context, actor, { applicant: place.owner.partyId, organisation: null, taskCode: body.taskCode });
      if (principal && !principal.ok) return principal;
      const stopped = (await unknownApplicant(actor, place.owner.partyId)) ?? (await tooManyDrafts(context, actor));
      if (stopped) return stopped;
      const content = place.content(context);
      // For himself alone: whose answers they are, he is who agreed.
      const earlier = actor.kind === 'resident' && place.owner.partyId === actor.partyId ? await earlierAnswers(context, actor.partyId, found) : null;
      const kept = await insertDraft(handle, keys, {
        draftId: newId(), ...place.owner, taskCode: body.taskCode, handlingItem: body.handlingItem, itemVersion: found.ref.version,
        content: earlier ? { ...content, form: earlier.form, prefilled: { number: earlier.number, fields: earlier.fields } } : content,
      });
      return reply(await draftView(context, kept.draft));
    }),
    route(wire.listDrafts, matterPermissions.draft, async ({ actor }) => {
      if (actor.kind !== 'resident' && actor.kind !== 'staff') return refuse('drafts.unknown');
      const drafts = await readFenced(context, actor, (fenced) => listDrafts(fenced, keys, ownerOf(actor)));
      return reply({ drafts: await Promise.all(drafts.map((draft) => draftView(context, draft))) });
    }),
    route(wire.getDraft, matterPermissions.draft, async ({ actor, params }) => {
      const kept = await readDraft(context, actor, params.draftId);
      return kept.ok ? reply(await draftView(context, kept.kept.draft)) : kept;
    }),
    route(wire.saveDraft, matterPermissions.draft, async ({ actor, params, body }) => {
      const kept = await ownDraft(context, actor, params.draftId);
      if (!kept.ok) return kept;
      if (kept.kept.draft.version !== body.version) return refuse('drafts.changed_elsewhere');
      const unknown = unknownFields(context, kept.kept.draft, body.form);
      if (unknown.length > 0) return refuse('input.malformed', {}, unknown);
      return saved(context, kept.kept, inSituation(context, kept.kept.draft, changed(kept.kept.draft.content, body)));
    }),
    route(wire.checkDraft, matterPermissions.draft, async ({ actor, params }) => {
      const kept = await readDraft(context, actor, params.draftId);
      return kept.ok ? reply(await checkOf(context, actor, kept.kept.draft)) : kept;
    }),
    route(wire.discardDraft, matterPermissions.draft, async ({ actor, params }) => {
      const kept = await ownDraft(context, actor, params.draftId);
      if (!kept.ok) return kept;
      // The row first: whoever files in the same moment either has the draft with all its files, or has none.
      if (!(await deleteDraft(handle, kept.kept.draft))) return refuse('drafts.changed_elsewhere');
      for (const file of kept.kept.draft.content.materials.flatMap((material) => material.files)) await context.vault.remove(file.fileId, kept.kept.dataKey);
      return { ok: true };
    }),
  ];
}

function fileRoutes(context: Context): readonly Route[] {
  return [
    route(wire.attachFile, matterPermissions.draft, async ({ actor, params, upload }) => {
      const kept = await ownDraft(context, actor, params.draftId);
      if (!kept.ok) return kept;
      const found = findItem(context, kept.kept.draft.taskCode, kept.kept.draft.handlingItem);
      if (!found?.handling.materials.some((material) => material.material_code === params.materialCode)) return refuse('matter.material_not_asked');
      if (kept.kept.draft.content.materials.flatMap((material) => material.files).length >= mostFiles) return refuse('matter.too_many_files', { most: mostFiles });
      const stored = await keepUpload(context, await upload(), kept.kept.dataKey);
      if (!stored.ok) return stored;
      const { fileId, mediaType, sizeBytes, name } = stored.file;
      return saved(context, kept.kept, withFile(kept.kept.draft.content, params.materialCode, { fileId, mediaType, sizeBytes, name }));
    }),
    route(wire.removeFile, matterPermissions.draft, async ({ actor, params }) => {
      const kept = await ownDraft(context, actor, params.draftId);
      if (!kept.ok) return kept;
      const content = withoutFile(kept.kept.draft.content, params.materialCode, params.fileId);
      const answer = await saved(context, kept.kept, content);
      const stillUsed = content.materials.some((material) => material.files.some((file) => file.fileId === params.fileId));
      if (answer.ok && !stillUsed) await context.vault.remove(params.fileId, kept.kept.dataKey);
      return answer;
    }),
    route(wire.getDraftFile, matterPermissions.draft, async ({ actor, params }) => {
      const kept = await readDraft(context, actor, params.draftId);
      if (!kept.ok) return kept;
      const file = kept.kept.draft.content.materials.flatMap((material) => material.files).find((one) => one.fileId === params.fileId);
      if (!file) return refuse('matter.file_unknown');
      const read = await context.vault.readForDisplay(file.fileId, kept.kept.dataKey, file.mediaType as Parameters<typeof context.vault.readForDisplay>[2]);
      return read.ok ? { ok: true, file: read.bytes, mediaType: file.mediaType, fileName: file.name, inline: true } : read;
    }),
  ];
}

type Opened = { ok: true; owner: Pick<DraftState, 'ownerParty' | 'ownerStaff' | 'partyId' | 'hall' | 'channel'>; content: (context: Context) => DraftContent } | Refusal;

/** A resident begins for himself, or for whom he holds a mandate; a clerk for the person standing at a window of a hall where he holds the post. The place starts as the hall's own community. */
function draftPlaceOf(actor: Actor, body: { partyId?: string; hall?: string }): Opened {
  if (actor.kind === 'resident') return { ok: true, owner: { ownerParty: actor.partyId, ownerStaff: null, partyId: body.partyId ?? actor.partyId, hall: null, channel: 'online' }, content: () => emptyDraft };
  if (actor.kind !== 'staff' || body.hall === undefined || body.partyId === undefined || !holdsPost(actor, body.hall, ['window_clerk'])) return refuse('drafts.unknown');
  const { hall, partyId } = body;
  return {
    ok: true, owner: { ownerParty: null, ownerStaff: actor.staffId, partyId, hall, channel: 'window' },
    content: (context) => {
      const unit = context.units.institution(hall)?.unit ?? '';
      return { ...emptyDraft, areaUnit: unit.length === 12 ? unit : null };
    },
  };
}

/** Applicants seen to exist are remembered up to here, so that a busy window does not ask again at each filing; parties are never taken away. */
const mostRemembered = 20_000;

/** Judges whom a clerk names: somebody nobody has registered would leave a matter without a person. */
export function applicantJudge(context: Context): (actor: Actor, partyId: string | null) => Promise<Refusal | undefined> {
  const known = new Set<string>();
  return async (actor, partyId) => {
    if (actor.kind !== 'staff' || partyId === null || known.has(partyId)) return undefined;
    if (!(await context.people.parties([partyId])).has(partyId)) return refuse('matter.applicant_unknown', {}, [{ pointer: '/partyId', code: 'matter.applicant_unknown', params: {} }]);
    if (known.size >= mostRemembered) known.clear();
    known.add(partyId);
    return undefined;
  };
}

/** Drafts are listed to 50; one more would be a draft that nobody finds again, and a disk without an end. */
async function tooManyDrafts(context: Context, actor: Actor): Promise<Refusal | undefined> {
  if (actor.kind !== 'resident' && actor.kind !== 'staff') return undefined;
  const open = await countDrafts(context.database.handle, ownerOf(actor));
  return open < mostDrafts ? undefined : refuse('drafts.too_many', { most: mostDrafts });
}

const ownerOf = (actor: Extract<Actor, { kind: 'resident' | 'staff' }>): { party: string } | { staff: string } => (actor.kind === 'resident' ? { party: actor.partyId } : { staff: actor.staffId });

/** The caller's own draft, to be looked at: read behind the second fence. */
const readDraft = (context: Context, actor: Actor, draftId: string): ReturnType<typeof ownDraft> => readFenced(context, actor, (handle) => ownDraft(context, actor, draftId, handle));

/** The caller's own draft; another's looks like none, and so does one of a hall where a clerk no longer holds his post. */
export async function ownDraft(context: Context, actor: Actor, draftId: string, handle: Handle = context.database.handle): Promise<{ ok: true; kept: KeptDraft } | Refusal<'drafts.unknown'>> {
  const kept = await findDraft(handle, context.pipeline.keys, draftId);
  const mine = kept && ((actor.kind === 'resident' && kept.draft.ownerParty === actor.partyId) || (actor.kind === 'staff' && kept.draft.ownerStaff === actor.staffId && holdsPost(actor, kept.draft.hall ?? '', ['window_clerk'])));
  return kept && mine ? { ok: true, kept: { ...kept, draft: withoutDropped(context, kept.draft) } } : refuse('drafts.unknown');
}

/** What a newer version of the item no longer asks goes from the draft: nobody could answer for it any more. */
function withoutDropped(context: Context, draft: DraftState): DraftState {
  const asked = findItem(context, draft.taskCode, draft.handlingItem)?.handling.form.schema.properties;
  const { form } = draft.content;
  return asked && Object.keys(form).some((name) => !Object.hasOwn(asked, name)) ? { ...draft, content: { ...draft.content, form: Object.fromEntries(Object.entries(form).filter(([name]) => Object.hasOwn(asked, name))) } } : draft;
}

async function saved(context: Context, kept: KeptDraft, content: DraftContent): Promise<{ ok: true; reply: Draft } | Refusal> {
  const next = await updateDraft(context.database.handle, kept, content);
  return next ? reply(await draftView(context, next.draft)) : refuse('drafts.changed_elsewhere');
}

/** Of a bundle (一件事) only what the situation answers bring in is kept: what was typed for an item that is no longer in the case is nobody's. */
function inSituation(context: Context, draft: DraftState, content: DraftContent): DraftContent {
  const found = findItem(context, draft.taskCode, draft.handlingItem);
  if (!found?.item.bundle) return content;
  const { properties } = askedForm(found.handling, content.answers).schema;
  return { ...content, form: Object.fromEntries(Object.entries(content.form).filter(([name]) => Object.hasOwn(properties, name))) };
}

/** Fields that the form does not have: refused, never ignored. */
function unknownFields(context: Context, draft: DraftState, form: Readonly<Record<string, unknown>> | undefined): readonly InputFault[] {
  const known = findItem(context, draft.taskCode, draft.handlingItem)?.handling.form.schema.properties ?? {};
  return Object.keys(form ?? {}).filter((name) => !Object.hasOwn(known, name)).map((name) => ({ pointer: `/form/${name}`, code: 'input.unknown_field', params: {} }));
}

async function draftView(context: Context, draft: DraftState): Promise<Draft> {
  const found = findItem(context, draft.taskCode, draft.handlingItem);
  const parties = await context.people.parties(draft.partyId ? [draft.partyId] : []);
  const plain = (text: string) => ({ 'zh-CN': text, 'zh-HK': text, en: text });
  return {
    draftId: draft.draftId, version: draft.version, taskCode: draft.taskCode, handlingItem: draft.handlingItem, itemName: found?.item.catalog_item.task_name ?? plain(draft.taskCode),
    handlingItemName: found?.handling.name ?? plain(draft.handlingItem), channel: draft.channel, party: (draft.partyId && parties.get(draft.partyId)) || null, organisation: draft.content.organisation,
    areaUnit: draft.content.areaUnit, answers: { ...draft.content.answers }, form: { ...draft.content.form },
    materials: draft.content.materials.map((material) => ({ ...material, files: material.files.map((file) => ({ ...file })) })), savedAt: draft.savedAt,
    prefilled: draft.content.prefilled ? { number: draft.content.prefilled.number, fields: [...draft.content.prefilled.fields] } : null,
  };
}

/** Everything that stands between the draft and its filing, judged as filing judges it, and what filing would start. */
async function checkOf(context: Context, actor: Actor, draft: DraftState): Promise<DraftCheck> {
  const found = findItem(context, draft.taskCode, draft.handlingItem, undefined, draft.content.areaUnit === null ? undefined : { areaUnit: draft.content.areaUnit });
  if (!found) return { problems: [{ pointer: '', code: 'items.unknown', params: {} }], requiredMaterials: [], handlingUnitName: null, acceptingUnitName: null, promised: null, withheld: { promise: null, deferral: null }, usual: usualLengths(context) };
  const { content } = draft;
  const withheld = await standingOfDraft(context, draft);
  const problems: InputFault[] = [];
  const judged = judgeApplication(context, found, content.answers, content.form);
  if ('code' in judged) problems.push({ pointer: '/answers', code: judged.code, params: judged.params });
  else {
    problems.push(...judged.openQuestions.map((question) => ({ pointer: `/answers/${question}`, code: 'input.required', params: {} })), ...judged.formFaults);
    if (judged.notEligible) problems.push({ pointer: `/answers/${judged.notEligible}`, code: 'matter.not_eligible', params: {} });
    const { handedIn } = await withAffirmations(
      context, draft.partyId ?? '', content.materials.map(({ materialCode, form, files }) => ({ code: materialCode, form, files })), Object.fromEntries(content.materials.flatMap((one) => (one.affirmedBy === undefined ? [] : [[one.materialCode, one.affirmedBy]]))),
    );
    problems.push(...judgeMaterials(withStanding(judged.asked, withheld), handedIn, draft.channel).faults);
  }
  if (needsOrganisation(found) && !content.organisation) problems.push({ pointer: '/organisation', code: 'matter.needs_organisation', params: {} });
  const principal = draft.partyId === null ? undefined : await mandateOf(context, actor, { applicant: draft.partyId, organisation: content.organisation, taskCode: draft.taskCode });
  if (principal && !principal.ok) problems.push(...(principal.errors ?? []));
  const places = content.areaUnit === null ? refuse('matter.needs_area') : placesOf(context, found, content.areaUnit, draft.hall);
  if (!places.ok) problems.push({ pointer: '/areaUnit', code: places.code, params: places.params });
  const judgedAnswers = checklist(found.handling, content.answers);
  return {
    problems: problems.map((one) => ({ ...one, params: { ...one.params } })), requiredMaterials: judgedAnswers.ok ? judgedAnswers.checklist.materials : [],
    acceptingUnitName: places.ok ? institutionName(context, places.accepting) : null, handlingUnitName: places.ok ? institutionName(context, places.handling) : null,
    promised: promisedPreview(context, found), withheld, usual: usualLengths(context),
  };
}

/** What the pack of today says of words given: of items that say nothing themselves. */
function usualLengths(context: Context): DraftCheck['usual'] {
  const { deferred, promise_check: check, promise_exclusion: exclusion } = context.law.packOn(localDayOf(context.now())).limits;
  return { deferralDays: deferred.amount, checkDays: check?.amount ?? null, exclusionMonths: exclusion?.amount ?? null };
}

/** What the applicant is not offered. An organisation's record is looked at when the application is filed: its credit code is public, and a draft that told its record would tell it to anybody. */
async function standingOfDraft(context: Context, draft: DraftState): Promise<DraftCheck['withheld']> {
  return draft.partyId === null || draft.content.organisation ? { promise: null, deferral: null } : context.standingOf({ applicant: draft.partyId, filedBy: draft.partyId }, context.now());
}

/** The promised date if the application were accepted now. */
function promisedPreview(context: Context, found: FoundItem): DraftCheck['promised'] {
  const implementation = found.item.implementation_item;
  const clock = setClock(context.calendar.calendar, { amount: implementation.promise_day, unit: implementation.promise_type }, context.now(), context.law.packOn(localDayOf(context.now())).warning);
  return clock.ok ? dueIfSet(context, 'promised', clock.clock) : null;
}

/** Items for organisations only need one. */
export function needsOrganisation(found: FoundItem): boolean {
  return !found.item.implementation_item.server_type.includes('1');
}

