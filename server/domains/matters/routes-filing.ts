import * as wire from '../../../contract/matters.ts';
import { holdsPost, type Actor } from '../../kernel/actor.ts';
import { refuse, type Refusal } from '../../kernel/decider.ts';
import { localDayOf } from '../../kernel/instant.ts';
import type { ChainHead } from '../../platform/ledger/chain.ts';
import { filedMatterId } from '../../platform/ids.ts';
import type { DataKey } from '../../platform/crypto/index.ts';
import { reply, route, type Route } from '../../platform/http/route.ts';
import { actorId, runCommand } from '../../platform/db/run-command.ts';
import { file, type Filing } from './decide.ts';
import type { HandedIn } from './materials.ts';
import type { Matter, MatterFact } from './matter.ts';
import { mandateOf } from './routes-agency.ts';
import { matterPermissions } from './policy.ts';
import { commandDomain, topicsOf } from './routes-commands.ts';
import { acting, findItem, judgeApplication, judgedWithStanding, lawFor, placesOf, withAffirmations, type Context } from './routes-context.ts';
import { applicantJudge, needsOrganisation, ownDraft } from './routes-drafts.ts';
import { receiptView } from './routes-present.ts';
import { firstHash, isDraftChanged, loadMatter } from './store.ts';
import { chosenParts } from '../catalogue/index.ts';

/** Filing 收件: of a draft, or whole in one call. */
export function filingRoutes(context: Context): readonly Route[] {
  const unknownApplicant = applicantJudge(context);
  return [
    route(wire.fileDraft, matterPermissions.file, async ({ actor, params, body }) => {
      const kept = await ownDraft(context, actor, params.draftId);
      if (!kept.ok) return filedBefore(context, actor, params.draftId, body.commandId);
      const { draft, dataKey } = kept.kept;
      if (draft.partyId === null) return refuse('drafts.unknown');
      const materials = draft.content.materials.map(({ materialCode, form, files }): HandedIn => ({
        code: materialCode, form, files: files.map(({ fileId, mediaType, sizeBytes }) => ({ fileId, mediaType, sizeBytes })),
      }));
      const fileNames = Object.fromEntries(draft.content.materials.flatMap((material) => material.files.map((one) => [one.fileId, one.name])));
      const answer = await fileApplication(context, actor, {
        commandId: body.commandId, matterId: draft.draftId, draft: { dataKey, version: draft.version }, body: { draft: draft.draftId, version: draft.version }, taskCode: draft.taskCode, handlingItem: draft.handlingItem,
        partyId: draft.partyId, hall: draft.hall, organisation: draft.content.organisation, areaUnit: draft.content.areaUnit, answers: draft.content.answers, form: draft.content.form, materials, fileNames, names: namesOf(draft.content.materials),
      });
      // Two clicks under two command ids: the slower one gets the receipt of the faster.
      return !answer.ok && answer.code === 'matter.already_filed' ? filedBefore(context, actor, params.draftId, body.commandId) : answer;
    }),
    route(wire.fileMatter, matterPermissions.file, async ({ actor, body }) => {
      const place = applicantOf(actor, body);
      if (!place.ok) return place;
      const unknown = await unknownApplicant(actor, place.partyId);
      if (unknown) return unknown;
      const { commandId, taskCode, handlingItem, organisation, areaUnit, answers, form } = body;
      return fileApplication(context, actor, {
        commandId, matterId: filedMatterId(actorId(acting(actor)), commandId, context.pipeline.clock.nowMs()), body, taskCode, handlingItem, partyId: place.partyId, hall: place.hall,
        organisation: organisation ?? null, areaUnit, answers, form, materials: body.materials.map(({ materialCode, form: how }) => ({ code: materialCode, form: how, files: [] })), fileNames: {}, names: namesOf(body.materials),
      });
    }),
  ];
}

interface Application {
  readonly commandId: string;
  readonly matterId: string;
  /** the draft's: its files are sealed with its key, and it is filed as it was read */
  readonly draft?: { readonly dataKey: DataKey; readonly version: number };
  readonly body: unknown;
  readonly taskCode: string;
  readonly handlingItem: string;
  readonly partyId: string;
  readonly hall: string | null;
  readonly organisation: { readonly creditCode: string; readonly name: string } | null;
  readonly areaUnit: string | null;
  readonly answers: Readonly<Record<string, string>>;
  readonly form: Readonly<Record<string, unknown>>;
  readonly materials: readonly HandedIn[];
  readonly fileNames: Readonly<Record<string, string>>;
  /** by material code: the names promises were affirmed by */
  readonly names: Readonly<Record<string, string>>;
}

const namesOf = (materials: readonly { readonly materialCode: string; readonly affirmedBy?: string }[]): Readonly<Record<string, string>> =>
  Object.fromEntries(materials.flatMap((one) => (one.affirmedBy === undefined ? [] : [[one.materialCode, one.affirmedBy]])));

async function fileApplication(context: Context, actor: Actor, application: Application): Promise<{ ok: true; reply: wire.Receipt } | Refusal> {
  const found = findItem(context, application.taskCode, application.handlingItem, undefined, application.areaUnit === null ? undefined : { areaUnit: application.areaUnit });
  if (!found) return refuse('items.unknown');
  if (application.areaUnit === null) return refuse('matter.needs_area', {}, [{ pointer: '/areaUnit', code: 'matter.needs_area', params: {} }]);
  const judgement = judgeApplication(context, found, application.answers, application.form);
  if ('code' in judgement) return judgement;
  const places = placesOf(context, found, application.areaUnit, application.hall);
  if (!places.ok) return places;
  if (needsOrganisation(found) && !application.organisation) return refuse('matter.needs_organisation', {}, [{ pointer: '/organisation', code: 'matter.needs_organisation', params: {} }]);
  const principal = await mandateOf(context, actor, { applicant: application.partyId, organisation: application.organisation, taskCode: application.taskCode });
  if (!principal.ok) return principal;
  const { organisationId } = principal;
  const unit = context.units.institution(places.accepting)?.unit ?? '';
  const given = await withAffirmations(context, application.partyId, application.materials, application.names);
  const filing: Filing = {
    number: await context.numbers.next(places.accepting, unit, localDayOf(context.now())), channel: application.hall === null ? 'online' : 'window', areaUnit: application.areaUnit,
    acceptingInstitution: places.accepting, handlingInstitution: places.handling, partyId: application.partyId, organisationId, handedIn: given.handedIn,
    particulars: { answers: application.answers, form: application.form, fileNames: application.fileNames, ...(Object.keys(given.affirmed).length > 0 ? { affirmed: given.affirmed } : {}) },
    judgement: await judgedWithStanding(context, { applicant: organisationId ?? application.partyId, filedBy: application.partyId }, judgement, application.materials),
    ...(principal.mandateId === undefined ? {} : { mandateId: principal.mandateId }),
    ...(found.item.bundle ? { parts: chosenParts(found.item.bundle, found.handling.questions, application.answers) } : {}),
  };
  const law = lawFor(context, found, { areaUnit: application.areaUnit, acceptingInstitution: places.accepting, matterId: application.matterId });
  const done = await runCommand<Matter, MatterFact, string>(context.pipeline, commandDomain(context, application.matterId, application.draft?.version), {
    commandId: application.commandId, matterId: application.matterId, name: 'file', actor: acting(actor), institutionOf: () => application.hall ?? undefined, body: application.body,
    creates: application.draft ? { dataKey: application.draft.dataKey } : {}, may: () => true, decide: (state, meta) => file(state, filing, law, meta),
    refusalOf: (error) => (isDraftChanged(error) ? refuse('drafts.changed_elsewhere') : undefined),
  });
  if (!done.ok) return done;
  context.wakeJobs();
  context.publish(topicsOf(done.state));
  return receiptOf(context, application.matterId, done);
}

/** The receipt is of the first fact, also where the matter has gone on since; made after the commit and never before. */
async function receiptOf(context: Context, matterId: string, { state, head }: { readonly state: Matter; readonly head: ChainHead }): Promise<{ ok: true; reply: wire.Receipt }> {
  return reply(receiptView(context, matterId, state, head.seq === 1 ? head.hash : await firstHash(context.database.handle, matterId)));
}

/** The draft is gone because it was filed: the same command, or its second click, gets the receipt again. */
async function filedBefore(context: Context, actor: Actor, matterId: string, commandId: string): Promise<{ ok: true; reply: wire.Receipt } | Refusal> {
  const loaded = await loadMatter(context.database.pool, context.pipeline.keys, matterId, commandId);
  const own = loaded && actor.kind !== 'anonymous' && actor.kind !== 'newcomer' && `${loaded.state.filedBy.kind}:${loaded.state.filedBy.id}` === actorId(actor);
  return loaded && own ? receiptOf(context, matterId, loaded) : refuse('drafts.unknown');
}

function applicantOf(actor: Actor, body: { partyId?: string; hall?: string }): { ok: true; partyId: string; hall: string | null } | Refusal {
  if (actor.kind === 'resident') return { ok: true, partyId: body.partyId ?? actor.partyId, hall: null };
  if (actor.kind !== 'staff' || body.partyId === undefined || body.hall === undefined || !holdsPost(actor, body.hall, ['window_clerk'])) return refuse('matter.unknown');
  return { ok: true, partyId: body.partyId, hall: body.hall };
}
