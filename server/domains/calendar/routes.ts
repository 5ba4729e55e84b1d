import * as wire from '../../../contract/calendar.ts';
import type { Actor } from '../../kernel/actor.ts';
import { refuse, type Refusal } from '../../kernel/decider.ts';
import type { Id } from '../../kernel/ids.ts';
import { localDayOf } from '../../kernel/instant.ts';
import { actorId, runCommand, type ActingActor, type CommandDomain, type Meta } from '../../platform/db/run-command.ts';
import { reply, route, type Route } from '../../platform/http/route.ts';
import { filedMatterId } from '../../platform/ids.ts';
import type { Change, ChangeFact, ChangeTerms } from './change.ts';
import { findChange, listChanges, loadChange, rowsOf } from './changes-store.ts';
import { judge, trimmed, type Law } from './checks.ts';
import { approveChange, proposeChange, rejectChange, withdrawChange, type ChangeDecision } from './decide.ts';
import { evolve } from './evolve.ts';
import { festivals } from './festivals.ts';
import { readNoticeText } from './notice-text.ts';
import { allowedActs, calendarPermissions, mayChange } from './policy.ts';
import { changeRow, changeView, effectView, healthOf, personsOf, yearView } from './routes-present.ts';
import type { Surroundings } from './surroundings.ts';

/** Every route of this domain. */
export function calendarRoutes(around: Surroundings): readonly Route[] {
  return [...readingRoutes(around), ...proposingRoutes(around), ...decidingRoutes(around)];
}

function readingRoutes(around: Surroundings): readonly Route[] {
  const { handle } = around.database;
  return [
    route(wire.getCalendarYear, calendarPermissions.read, async ({ actor, params }) => {
      const { calendar } = around.standing.now();
      if (`${params.year}` < calendar.from.slice(0, 4) || `${params.year}` > calendar.to.slice(0, 4)) return refuse('calendar.year_unknown', { from: Number(calendar.from.slice(0, 4)), to: Number(calendar.to.slice(0, 4)) });
      return reply(yearView(around, params.year, mayChange(actor), localDayOf(around.pipeline.clock.now())));
    }),
    route(wire.getCalendarHealth, calendarPermissions.read, async () => reply(healthOf(around.standing.now().calendar, localDayOf(around.pipeline.clock.now())))),
    route(wire.listCalendarChanges, calendarPermissions.read, async () => {
      const { changes, total } = await listChanges(handle);
      const persons = await personsOf(around, changes.map((change) => change.state));
      const { approved } = around.standing.now();
      return reply({ changes: changes.map((change) => changeRow(change, persons, approved)), total });
    }),
    route(wire.getCalendarChange, calendarPermissions.read, async ({ actor, params }) => {
      const found = await viewOf(around, actor, params.changeId);
      return found.ok ? reply(found.view) : found;
    }),
  ];
}

function proposingRoutes(around: Surroundings): readonly Route[] {
  return [
    route(wire.readCalendarNotice, calendarPermissions.propose, async ({ body }) => {
      const read = readNoticeText(body.text, body.year);
      const found = new Set(read.days.map((day) => day.festival));
      return reply({ ...read, days: [...read.days], faults: [...read.faults], unread: [...read.unread], missing: festivals.filter((festival) => !found.has(festival.code)).map((festival) => festival.name) });
    }),
    route(wire.checkCalendarChange, calendarPermissions.propose, async ({ body }) => {
      const judged = judge(trimmed(body), 'proposed', lawOf(around));
      if (!judged.ok) return reply({ refusal: { code: judged.code, params: judged.params }, faults: (judged.errors ?? []).map((fault) => ({ ...fault })), effect: null });
      return reply({ refusal: null, faults: [], effect: await effectView(around, judged.effect, lawOf(around).today) });
    }),
    route(wire.proposeCalendarChange, calendarPermissions.propose, async ({ actor, body }) => {
      const proposer = acting(actor);
      const changeId = filedMatterId(actorId(proposer), body.commandId, around.pipeline.clock.nowMs());
      await around.standing.refresh();
      return act(around, actor, {
        changeId, commandId: body.commandId, name: 'calendar.propose', body, creates: true,
        decide: (state, meta) => proposeChange(state, body.terms as ChangeTerms, changeId, lawOf(around), meta),
      });
    }),
  ];
}

function decidingRoutes(around: Surroundings): readonly Route[] {
  const decided = (name: string, actor: Actor, changeId: Id, body: { readonly commandId: string; readonly seenSeq: number }, decide: (state: Change, meta: Meta) => ChangeDecision) =>
    act(around, actor, { changeId, commandId: body.commandId, seenSeq: body.seenSeq, name, body, creates: false, decide: (state, meta) => (state ? decide(state, meta) : refuse('calendar.change_unknown')) });
  return [
    route(wire.approveCalendarChange, calendarPermissions.decide, ({ actor, params, body }) =>
      decided('calendar.approve', actor, params.changeId, body, (state, meta) => approveChange(state, params.changeId, lawOf(around), meta))),
    route(wire.rejectCalendarChange, calendarPermissions.decide, ({ actor, params, body }) =>
      decided('calendar.reject', actor, params.changeId, body, (state, meta) => rejectChange(state, body.words, meta))),
    route(wire.withdrawCalendarChange, calendarPermissions.decide, ({ actor, params, body }) =>
      decided('calendar.withdraw', actor, params.changeId, body, (state, meta) => withdrawChange(state, meta))),
  ];
}

function lawOf(around: Surroundings): Law {
  const { base, approved } = around.standing.now();
  return { base, approved, today: localDayOf(around.pipeline.clock.now()) };
}

/** This domain as the pipeline wants it, for one change. Loading reads the calendars anew, so that a command tried again is decided on the newest. */
function commandDomain(around: Surroundings, changeId: Id): CommandDomain<Change, ChangeFact> {
  return {
    writer: around.writer,
    evolve,
    load: async (id, commandId) => {
      const [loaded] = await Promise.all([loadChange(around.database.pool, around.pipeline.keys, id, commandId), around.standing.refresh()]);
      return loaded;
    },
    rule: () => ({ calendar: around.standing.now().calendar.version }),
    rows: (state, _before, head) => rowsOf(changeId, state, head),
    jobs: (_state, facts) => facts.flatMap((fact) =>
      fact.kind === 'change_approved' ? around.whenApproved.map((kind) => ({ kind, payload: { version: fact.content.version, changeId, firstDay: fact.content.firstDay } })) : []),
  };
}

interface Act {
  readonly changeId: Id;
  readonly commandId: Id;
  readonly seenSeq?: number;
  readonly name: string;
  readonly body: unknown;
  readonly creates: boolean;
  readonly decide: (state: Change | null, meta: Meta) => ChangeDecision;
}

async function act(around: Surroundings, actor: Actor, given: Act): Promise<{ ok: true; reply: { change: wire.CalendarChange } } | Refusal> {
  const { creates, seenSeq, ...command } = given;
  const done = await runCommand<Change, ChangeFact, string>(around.pipeline, commandDomain(around, given.changeId), {
    ...command, matterId: given.changeId, actor: acting(actor), institutionOf: () => institutionOf(actor), may: () => mayChange(actor),
    ...(creates ? { creates: {} } : {}), ...(seenSeq === undefined ? {} : { seenSeq }),
  });
  if (!done.ok) return ownWords(done);
  await around.standing.refresh();
  around.wakeJobs();
  const found = await viewOf(around, actor, given.changeId);
  return found.ok ? reply({ change: found.view }) : found;
}

/** The pipeline speaks of matters; here it is a change that is unknown or was changed meanwhile. */
function ownWords(refusal: Refusal): Refusal {
  if (refusal.code === 'matter.unknown') return refuse('calendar.change_unknown');
  return refusal.code === 'matter.changed_meanwhile' ? refuse('calendar.changed_meanwhile') : refusal;
}

/** The institution whose administrator acts. */
function institutionOf(actor: Actor): string | undefined {
  return actor.kind === 'staff' ? actor.posts.find((post) => post.role === 'administrator')?.institution : undefined;
}

function acting(actor: Actor): ActingActor {
  if (actor.kind === 'staff') return actor;
  throw new Error(`${actor.kind} reached a command`);
}

async function viewOf(around: Surroundings, actor: Actor, changeId: Id): Promise<{ ok: true; view: wire.CalendarChange } | Refusal> {
  const found = await findChange(around.database.handle, changeId);
  if (!found) return refuse('calendar.change_unknown');
  return { ok: true, view: await changeView(around, found, [...allowedActs(actor, found.state)], lawOf(around)) };
}
