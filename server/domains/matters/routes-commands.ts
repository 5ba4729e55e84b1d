import * as wire from '../../../contract/matters.ts';
import type { MatterView } from '../../../contract/matters.ts';
import type { Actor } from '../../kernel/actor.ts';
import { refuse, type Refusal } from '../../kernel/decider.ts';
import type { DataKey } from '../../platform/crypto/index.ts';
import { safeName } from '../../platform/files/index.ts';
import { reply, route, type Route } from '../../platform/http/route.ts';
import { runCommand, type CommandDomain, type Meta } from '../../platform/db/run-command.ts';
import { acceptMatter, claimLink, completeLink, refuseAcceptance, releaseLink, requestCorrection, supplement, withdraw, type Completion, type MatterDecision } from './decide.ts';
import { evolve } from './evolve.ts';
import type { Law } from './law.ts';
import type { FileRef, Matter, MatterFact } from './matter.ts';
import { mostFiles } from './materials.ts';
import { mayAct, mayHandle, mayRead, matterPermissions } from './policy.ts';
import { acting, findItem, judgeApplication, keepUpload, lawOfMatter, type Context } from './routes-context.ts';
import { matterView, personalPart } from './routes-present.ts';
import { loadMatter, readMatterFile, rowsOf } from './store.ts';
import { isWithin } from '../units/index.ts';

/** This domain as the pipeline wants it, for one matter; filing a draft takes the draft away in the version that was read. */
export function commandDomain(context: Context, matterId: string, draftVersion?: number): CommandDomain<Matter, MatterFact> {
  return {
    writer: context.writer,
    evolve,
    load: (id, commandId) => loadMatter(context.database.pool, context.pipeline.keys, id, commandId),
    rule: (state) => ({ item: state.item.version, process: `${state.item.process}@${state.item.processVersion}`, calendar: state.calendar }),
    rows: (state, before, head) => rowsOf(matterId, state, before, head, draftVersion),
    jobs: (_state, facts) => facts.flatMap((fact) => jobsOf(fact)),
  };
}

/** What follows from a fact: the applicant is told; a completed matter gets its result paper. */
function jobsOf(fact: MatterFact): readonly { kind: string; payload: object }[] {
  switch (fact.kind) {
    case 'matter_filed':
    case 'correction_requested':
    case 'matter_accepted':
    case 'acceptance_refused':
      return [{ kind: 'matters.when_changed_tell', payload: { fact: fact.kind } }];
    case 'matter_completed':
      return [{ kind: 'matters.when_completed_make_result', payload: {} }];
    case 'result_paper_made':
      return [{ kind: 'matters.when_changed_tell', payload: { fact: fact.kind } }];
    default:
      return [];
  }
}

interface Act {
  readonly matterId: string;
  readonly body: { readonly commandId: string; readonly seenSeq: number };
  readonly name: string;
  readonly institutionOf: (matter: Matter) => string | undefined;
  readonly may: (matter: Matter) => boolean;
  readonly decide: (matter: Matter, meta: Meta, law: Law) => MatterDecision;
}

async function perform(context: Context, actor: Actor, act: Act): Promise<{ ok: true; reply: { matter: MatterView } } | Refusal> {
  const done = await runCommand<Matter, MatterFact, string>(context.pipeline, commandDomain(context, act.matterId), {
    commandId: act.body.commandId, matterId: act.matterId, name: act.name, actor: acting(actor), institutionOf: (state) => state ? act.institutionOf(state) : undefined, body: act.body, seenSeq: act.body.seenSeq, may: act.may,
    decide: (state, meta) => {
      if (!state) return refuse('matter.unknown');
      const law = lawOfMatter(context, state);
      return 'code' in law ? law : act.decide(state, meta, law);
    },
  });
  if (!done.ok) return done;
  context.wakeJobs();
  return viewAfter(context, actor, act.matterId);
}

async function viewAfter(context: Context, actor: Actor, matterId: string): Promise<{ ok: true; reply: { matter: MatterView } } | Refusal> {
  const file = await readMatterFile(context.database.handle, context.pipeline.keys, matterId);
  return file ? reply({ matter: await matterView(context, actor, file) }) : refuse('matter.unknown');
}

/** Every act on a matter and on its links. */
export function commandRoutes(context: Context): readonly Route[] {
  const hall = (matter: Matter) => matter.acceptingInstitution;
  const onMatter = (name: 'accept' | 'request_correction' | 'refuse_acceptance' | 'withdraw', actor: Actor, matterId: string, body: Act['body'], decide: Act['decide']) =>
    perform(context, actor, { matterId, body, name, institutionOf: hall, may: (matter) => mayAct(actor, matter, name), decide });
  return [
    route(wire.acceptMatter, matterPermissions.accept, ({ actor, params, body }) => onMatter('accept', actor, params.matterId, body, (matter, meta, law) => acceptMatter(matter, law, meta))),
    route(wire.requestCorrection, matterPermissions.accept, ({ actor, params, body }) =>
      onMatter('request_correction', actor, params.matterId, body, (matter, meta) => {
        const defects = body.defects.map(({ about, code, fault }) => ({ about, code, fault }));
        return requestCorrection(matter, defects, body.defects.map((defect) => defect.words), namesOf(context, matter), meta);
      })),
    route(wire.refuseAcceptance, matterPermissions.accept, ({ actor, params, body }) =>
      onMatter('refuse_acceptance', actor, params.matterId, body, (matter, meta) => refuseAcceptance(matter, body.ground, body.words, meta))),
    route(wire.withdrawMatter, matterPermissions.withdraw, ({ actor, params, body }) => onMatter('withdraw', actor, params.matterId, body, (matter, meta) => withdraw(matter, meta))),
    route(wire.supplementFile, matterPermissions.supplement, async ({ actor, params, upload }) => {
      const file = await readMatterFile(context.database.handle, context.pipeline.keys, params.matterId);
      if (!file || !mayAct(actor, file.state, 'supplement')) return refuse('matter.unknown');
      if (file.state.status !== 'correction_requested') return refuse('matter.not_waiting_for_correction');
      const stored = await keepUpload(context, await upload(), file.dataKey);
      return stored.ok ? reply({ fileId: stored.file.fileId, name: stored.file.name, mediaType: stored.file.mediaType, sizeBytes: stored.file.sizeBytes }) : stored;
    }),
    route(wire.supplementMatter, matterPermissions.supplement, ({ actor, params, body }) => supplementRoute(context, actor, params.matterId, body)),
    ...linkRoutes(context),
  ];
}

/** The materials and fields a correction notice may name: those of the item's version. */
function namesOf(context: Context, matter: Matter): { materials: readonly string[]; fields: readonly string[] } {
  const found = findItem(context, matter.item.taskCode, matter.item.handlingItem, matter.item.version);
  return { materials: found?.handling.materials.map((material) => material.material_code) ?? [], fields: Object.keys(found?.handling.form.schema.properties ?? {}) };
}

/** The answer to a correction notice: files it names must be in the vault under the matter's key. */
async function supplementRoute(context: Context, actor: Actor, matterId: string, body: { commandId: string; seenSeq: number; form: Record<string, unknown>; materials: wire.GivenMaterial[] }) {
  const file = await readMatterFile(context.database.handle, context.pipeline.keys, matterId);
  if (!file || !mayAct(actor, file.state, 'supplement')) return refuse('matter.unknown');
  const found = findItem(context, file.state.item.taskCode, file.state.item.handlingItem, file.state.item.version);
  if (!found) return refuse('items.unknown');
  const judgement = judgeApplication(context, found, personalPart(file).answers, body.form);
  if ('code' in judgement) return judgement;
  const files = await heldFiles(context, file.dataKey, body.materials.flatMap((material) => material.files));
  if (!files.ok) return files;
  const handedIn = body.materials.map((material) => ({ code: material.materialCode, form: material.form, files: material.files.flatMap((one) => files.held.get(one.fileId) ?? []) }));
  const fileNames = Object.fromEntries(body.materials.flatMap((material) => material.files.map((one) => [one.fileId, safeName(one.name)])));
  return perform(context, actor, {
    matterId, body, name: 'supplement', institutionOf: (matter) => matter.acceptingInstitution, may: (matter) => mayAct(actor, matter, 'supplement'),
    decide: (matter, meta, law) => supplement(matter, { handedIn, form: body.form, fileNames, judgement }, actor.kind === 'staff' ? 'window' : 'online', law, meta),
  });
}

/** The files a supplement names, as the vault holds them: their type and size are read there, for a type that the sender chose would be shown to staff as that type. */
async function heldFiles(context: Context, dataKey: DataKey, named: readonly { fileId: string }[]): Promise<{ ok: true; held: ReadonlyMap<string, FileRef> } | Refusal> {
  const held = new Map<string, FileRef>();
  const ids = new Set(named.map((one) => one.fileId));
  if (ids.size > mostFiles) return refuse('matter.too_many_files', { most: mostFiles });
  for (const fileId of ids) {
    const found = await context.vault.describe(fileId, dataKey);
    if (!found.ok) return refuse('matter.file_unknown');
    held.set(fileId, { fileId, mediaType: found.mediaType, sizeBytes: found.sizeBytes });
  }
  return { ok: true, held };
}

function linkRoutes(context: Context): readonly Route[] {
  const linkOf = (matter: Matter, linkId: string) => matter.links.find((link) => link.linkId === linkId);
  const onLink = (actor: Actor, params: { matterId: string; linkId: string }, body: Act['body'], name: string, decide: (staffId: string) => Act['decide']) => {
    if (actor.kind !== 'staff') return Promise.resolve(refuse('matter.unknown'));
    return perform(context, actor, {
      matterId: params.matterId, body, name, institutionOf: (matter) => linkOf(matter, params.linkId)?.institution, may: (matter) => mayHandle(actor, linkOf(matter, params.linkId)), decide: decide(actor.staffId),
    });
  };
  const ending = (act: Completion['act'], action: Completion['action'], opinion: string, linkId: string) => (staffId: string) => (matter: Matter, meta: Meta, law: Law) =>
    completeLink(matter, { linkId, staffId, act, action, opinion }, law, meta);
  return [
    route(wire.claimLink, matterPermissions.handle, ({ actor, params, body }) => onLink(actor, params, body, 'claim_link', (staffId) => (matter, meta) => claimLink(matter, params.linkId, staffId, meta))),
    route(wire.releaseLink, matterPermissions.handle, ({ actor, params, body }) => onLink(actor, params, body, 'release_link', (staffId) => (matter, meta) => releaseLink(matter, params.linkId, staffId, meta))),
    route(wire.recordFinding, matterPermissions.handle, ({ actor, params, body }) => onLink(actor, params, body, 'record_finding', ending('record_finding', body.finding, body.opinion, params.linkId))),
    route(wire.proposeDecision, matterPermissions.handle, ({ actor, params, body }) => onLink(actor, params, body, 'propose_decision', ending('propose_decision', body.outcome, body.opinion, params.linkId))),
    route(wire.approveDecision, matterPermissions.handle, ({ actor, params, body }) => onLink(actor, params, body, 'approve_decision', ending('approve_decision', 'agreed', body.opinion, params.linkId))),
    route(wire.returnDecision, matterPermissions.handle, ({ actor, params, body }) => onLink(actor, params, body, 'return_decision', ending('return_decision', 'returned', body.opinion, params.linkId))),
  ];
}

/** Whether the caller may read the file, as routes and papers ask. */
export const readable = (context: Context, actor: Actor, matter: Matter): boolean => mayRead(actor, matter, (ancestor, unit) => isWithin(context.units.tree, unit, ancestor));
