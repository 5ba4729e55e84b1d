/** Drafts and changes of the catalogue: written by one administrator, put before another, decided by him. */
import * as wire from '../../../contract/catalogue-admin.ts';
import type { Actor } from '../../kernel/actor.ts';
import { refuse, type Refusal } from '../../kernel/decider.ts';
import type { Id } from '../../kernel/ids.ts';
import { actorId, runCommand, type ActingActor, type Meta } from '../../platform/db/run-command.ts';
import { reply, route, type Route } from '../../platform/http/route.ts';
import { derivedId, filedMatterId } from '../../platform/ids.ts';
import type { Change, ChangeFact, ChangeSubject } from './change.ts';
import { deleteDraft, digestOf, findChange, findDraft, insertDraft, isDraftChanged, listChanges, loadChange, mostDrafts, releaseDrafts, rowsOf, saveDraft, type Draft } from './changes-store.ts';
import { approveChange, proposeChange, rejectChange, withdrawChange, type ChangeDecision } from './decide.ts';
import { evolve } from './evolve.ts';
import { administerCatalogue, mayChange } from './policy.ts';
import { nothingToPublish } from './publication.ts';
import { changeRow, changeView, draftView, namedBy, personsOf, taskCodeOf } from './routes-change-view.ts';
import type { Context } from './routes-context.ts';
import { judgeContent, type Judged } from './routes-judge.ts';
import { startOf } from './routes-start.ts';

type View = { ok: true; view: wire.CatalogueChange } | Refusal;

/** Reading, drafting, proposing and deciding. */
export function changeRoutes(context: Context): readonly Route[] {
  return [...readingRoutes(context), ...draftRoutes(context), ...decidingRoutes(context)];
}

function readingRoutes(context: Context): readonly Route[] {
  const { handle } = context.database;
  return [
    route(wire.listCatalogueChanges, administerCatalogue, async ({ query }) => {
      const { changes, total } = await listChanges(handle, query);
      const persons = await personsOf(context, changes.flatMap((one) => namedBy(one.state, one.draft?.author)));
      return reply({ changes: changes.map((one) => changeRow(context, one, persons)), total });
    }),
    route(wire.getCatalogueChange, administerCatalogue, async ({ actor, params }) => {
      const found = await viewOf(context, actor, params.changeId);
      return found.ok ? reply(found.view) : found;
    }),
  ];
}

function draftRoutes(context: Context): readonly Route[] {
  const { handle } = context.database;
  return [
    route(wire.openCatalogueChange, administerCatalogue, async ({ actor, body }) => {
      const author = acting(actor);
      const changeId = filedMatterId(actorId(author), body.commandId, context.pipeline.clock.nowMs());
      const start = await startOf(context, body.start);
      if (!start.ok) return start;
      const opened = await insertDraft(handle, { changeId, ...start.draft, origin: 'screen', author: author.staffId });
      return opened ? answer(context, actor, changeId) : refuse('catalogue.too_many_drafts', { most: mostDrafts });
    }),
    route(wire.saveCatalogueChange, administerCatalogue, async ({ actor, params, body }) => {
      const own = await ownDraft(context, actor, params.changeId);
      if (!own.ok) return own;
      const about = aboutOf(own.draft, body.content);
      if (!about.ok) return about;
      const baseVersion = body.rebase ? (await judgeContent(context, body.content)).newestVersion : own.draft.baseVersion;
      const saved = await saveDraft(handle, { changeId: params.changeId, ...about, baseVersion, terms: body.terms, content: body.content, author: acting(actor).staffId, seen: body.seenRevision });
      return saved ? answer(context, actor, params.changeId) : refuse('catalogue.changed_meanwhile');
    }),
    route(wire.discardCatalogueChange, administerCatalogue, async ({ actor, params, body }) => {
      const own = await ownDraft(context, actor, params.changeId);
      if (!own.ok) return own;
      return (await deleteDraft(handle, params.changeId, acting(actor).staffId, body.seenRevision)) ? reply({ discarded: true }) : refuse('catalogue.changed_meanwhile');
    }),
    route(wire.proposeCatalogueChange, administerCatalogue, async ({ actor, params, body }) => {
      const own = await ownDraft(context, actor, params.changeId);
      // Sent twice: the second finds no draft any more, and the proposal of the first.
      if (!own.ok) return own.code === 'catalogue.not_own_draft' ? own : answer(context, actor, params.changeId);
      if (own.draft.revision !== body.seenRevision) return refuse('catalogue.changed_meanwhile');
      const done = await propose(context, acting(actor), own.draft, body.commandId, body);
      return done.ok ? answer(context, actor, params.changeId) : done;
    }),
  ];
}

function decidingRoutes(context: Context): readonly Route[] {
  return [
    route(wire.approveCatalogueChange, administerCatalogue, ({ actor, params, body }) =>
      decided(context, actor, params.changeId, 'catalogue.approve', body, (state, judged, meta) => approveChange(state, judged, meta))),
    route(wire.rejectCatalogueChange, administerCatalogue, ({ actor, params, body }) =>
      decided(context, actor, params.changeId, 'catalogue.reject', body, (state, _judged, meta) => rejectChange(state, body.words, meta))),
    route(wire.withdrawCatalogueChange, administerCatalogue, ({ actor, params, body }) =>
      decided(context, actor, params.changeId, 'catalogue.withdraw', body, (state, _judged, meta) => withdrawChange(state, meta))),
  ];
}

/** Proposes what a release brought beside versions from the screen: by the release itself, so that any administrator may decide. Gives how many there were. */
export async function proposeFromRelease(context: Context): Promise<number> {
  const drafts = await releaseDrafts(context.database.handle);
  for (const draft of drafts) await propose(context, { kind: 'system', job: 'catalogue.release' }, draft, derivedId(`catalogue.release ${draft.changeId}`), {});
  return drafts.length;
}

async function propose(context: Context, actor: ActingActor, draft: Draft, commandId: Id, body: unknown): Promise<{ ok: true } | Refusal> {
  let judged = await judgeContent(context, draft.content, draft.terms.effectiveOn);
  const subject: ChangeSubject = { what: draft.kind, subject: draft.subject, unit: draft.unit, baseVersion: draft.baseVersion, origin: draft.origin, digest: digestOf(draft.content) };
  const done = await runCommand<Change, ChangeFact, string>(context.pipeline, {
    writer: context.writer, evolve, rule: () => ({}),
    load: async (id, command) => {
      judged = await judgedAnew(context, draft.content, draft.terms.effectiveOn);
      return loadChange(context.database.pool, context.pipeline.keys, id, command);
    },
    rows: (state, _before, head) => rowsOf(draft.changeId, draft.content, state, head, nothingToPublish, draft),
    jobs: () => [],
  }, {
    commandId, matterId: draft.changeId, name: 'catalogue.propose_change', actor, body, institutionOf: () => institutionOf(actor), creates: {}, may: () => actor.kind === 'system' || mayChange(actor),
    decide: (state, meta) => proposeChange(state, subject, draft.terms, judged, meta),
    refusalOf: (error) => (isDraftChanged(error) ? refuse('catalogue.changed_meanwhile') : undefined),
  });
  return done.ok ? { ok: true } : ownWords(done);
}

/** The newest catalogue, and the content judged on it. */
async function judgedAnew(context: Context, content: wire.CatalogueContent, effectiveOn: string | null): Promise<Judged> {
  await context.standing.refresh();
  return judgeContent(context, content, effectiveOn);
}

type Decide = (state: Change, judged: Judged, meta: Meta) => ChangeDecision;

async function decided(context: Context, actor: Actor, changeId: Id, name: string, body: { readonly commandId: string; readonly seenRevision: number }, decide: Decide): Promise<{ ok: true; reply: { change: wire.CatalogueChange } } | Refusal> {
  const found = await findChange(context.database.handle, changeId);
  if (!found) return refuse('catalogue.change_unknown');
  const { content } = found;
  let judged: Judged | undefined;
  const done = await runCommand<Change, ChangeFact, string>(context.pipeline, {
    writer: context.writer, evolve, rule: () => ({}),
    load: async (id, command) => {
      judged = await judgedAnew(context, content, found.state.effectiveOn);
      return loadChange(context.database.pool, context.pipeline.keys, id, command);
    },
    rows: (state, before, head) => rowsOf(changeId, content, state, head, state.status === 'approved' && before?.status !== 'approved' ? (judged?.publication ?? nothingToPublish) : nothingToPublish),
    jobs: (_state, facts) => facts.flatMap((fact) => (fact.kind === 'catalogue_change_approved' ? [{ kind: 'catalogue.when_published_tell', payload: {} }] : [])),
  }, {
    commandId: body.commandId, seenSeq: body.seenRevision, matterId: changeId, name, actor: acting(actor), body, institutionOf: () => institutionOf(actor), may: () => mayChange(actor),
    decide: (state, meta) => (state && judged ? decide(state, judged, meta) : refuse('catalogue.change_unknown')),
  });
  if (!done.ok) return ownWords(done);
  await context.standing.refresh();
  context.wakeJobs();
  return answer(context, actor, changeId);
}

/** The pipeline speaks of matters; here it is a change that is unknown or was changed meanwhile. */
function ownWords(refusal: Refusal): Refusal {
  if (refusal.code === 'matter.unknown') return refuse('catalogue.change_unknown');
  return refusal.code === 'matter.changed_meanwhile' ? refuse('catalogue.changed_meanwhile') : refusal;
}

/** A draft of this administrator's own. Every administrator may read it, so it is no secret that it is another's. */
async function ownDraft(context: Context, actor: Actor, changeId: Id): Promise<{ ok: true; draft: Draft } | Refusal> {
  const draft = await findDraft(context.database.handle, changeId);
  if (!draft) return refuse('catalogue.change_unknown');
  return draft.author === acting(actor).staffId ? { ok: true, draft } : refuse('catalogue.not_own_draft');
}

/** What a content is about. A draft keeps its kind; its code may still change while nothing stands under it. */
function aboutOf(draft: Draft, content: wire.CatalogueContent): { ok: true; subject: string; unit: string | null } | Refusal {
  const subject = content.kind === 'process' ? content.processId : taskCodeOf(content);
  const unit = content.kind === 'override' ? content.unit : null;
  const moved = draft.baseVersion !== null && subject !== draft.subject;
  if (content.kind !== draft.kind || unit !== draft.unit || moved || (draft.kind === 'override' && subject !== draft.subject)) return refuse('catalogue.kind_fixed');
  return { ok: true, subject: subject.slice(0, 60), unit };
}

/** The institution whose administrator acts. */
function institutionOf(actor: Actor): string | undefined {
  return actor.kind === 'staff' ? actor.posts.find((post) => post.role === 'administrator')?.institution : undefined;
}

function acting(actor: Actor): Extract<Actor, { kind: 'staff' }> {
  if (actor.kind === 'staff') return actor;
  throw new Error(`${actor.kind} reached a command`);
}

async function viewOf(context: Context, actor: Actor, changeId: Id): Promise<View> {
  const { handle } = context.database;
  const stored = await findChange(handle, changeId);
  if (stored) return { ok: true, view: await changeView(context, actor, stored) };
  const draft = await findDraft(handle, changeId);
  return draft ? { ok: true, view: await draftView(context, actor, draft) } : refuse('catalogue.change_unknown');
}

async function answer(context: Context, actor: Actor, changeId: Id): Promise<{ ok: true; reply: { change: wire.CatalogueChange } } | Refusal> {
  const found = await viewOf(context, actor, changeId);
  return found.ok ? reply({ change: found.view }) : found;
}
