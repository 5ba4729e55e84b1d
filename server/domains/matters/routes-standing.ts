import type { Localized } from '../../../contract/language.ts';
import * as wire from '../../../contract/standing.ts';
import type { Actor } from '../../kernel/actor.ts';
import type { Graph } from '../../kernel/flow/index.ts';
import type { Id } from '../../kernel/ids.ts';
import { reply, route, type Route } from '../../platform/http/route.ts';
import { partsOf, timersOf } from './evolve-flow.ts';
import { findLimit } from './matter-limit.ts';
import type { Matter } from './matter.ts';
import { matterPermissions } from './policy.ts';
import { readable } from './routes-commands.ts';
import { institutionName, type Context } from './routes-context.ts';
import { dueView } from './routes-dues.ts';
import { historyCsv } from './routes-history-csv.ts';
import { entryOf, historyOf, spanOf, staffIn } from './routes-history.ts';
import { itemNameOf } from './routes-present.ts';
import { readFor } from './routes-read.ts';
import { wayOf } from './standing.ts';
import { partStates } from './standing-views.ts';
import { factsOf, type MatterFile } from './store.ts';

/** Where a matter stands in its process, and its whole history as a table: for staff who may read the file. */
export function standingRoutes(context: Context): readonly Route[] {
  return [
    route(wire.getStanding, matterPermissions.readStanding, async ({ actor, params }) => {
      const found = await readFor(context, actor, params.matterId, 'read_standing');
      if (!found.ok) return found;
      const { file } = found;
      const [staff, parts] = await Promise.all([context.people.staffNames(staffIn(file)), partStates(context.database.handle, file.state)]);
      return reply(standingView({ context, actor, file, staff, parts }));
    }),
    route(wire.getHistoryCsv, matterPermissions.readStanding, async ({ actor, params, query, language }) => {
      const found = await readFor(context, actor, params.matterId, 'take_history');
      if (!found.ok) return found;
      const { file } = found;
      const staff = await context.people.staffNames(staffIn(file));
      return { ok: true, file: historyCsv(historyOf(context, actor, file, staff), query.language ?? language), mediaType: 'text/csv; charset=utf-8', fileName: `${file.state.number}-history.csv`, inline: false };
    }),
  ];
}

interface Looking {
  readonly context: Context;
  readonly actor: Actor;
  readonly file: MatterFile;
  readonly staff: ReadonlyMap<string, string>;
  readonly parts: ReadonlyMap<Id, Matter>;
}

/** The drawing with what is known about the matter's way through it. */
function standingView(it: Looking): wire.Standing {
  const { context, file } = it;
  const { state: matter } = file;
  const { process, processVersion } = matter.item;
  const graph = context.catalogue.graphOf(process, processVersion);
  // A link is called as the item calls it, on the drawing as in the lists.
  const called = new Map(context.catalogue.item(matter.item.taskCode, matter.item.version)?.item.implementation_item.handle_flow.map((one) => [one.element, one.name]));
  const nameOf = (element: string): Localized => called.get(element) ?? context.catalogue.elementName(process, processVersion, element);
  const way = wayOf(graph, context.catalogue.feel, factsOf(file).map((fact, at) => ({ seq: file.facts[at]?.seq ?? 0, fact })));
  return {
    matterId: file.matterId, number: matter.number, seq: file.head.seq, process, processVersion, processName: nameOf(process), bpmn: context.catalogue.bpmnOf(process, processVersion),
    names: namesIn(graph, nameOf), begun: matter.flow !== null, ended: matter.endedAt !== null || matter.flow?.ended === true,
    tokens: matter.endedAt === null ? tokensOf(it, graph, nameOf) : [], flows: [...way.flows], elements: [...way.elements], work: workOf(it, nameOf), differsAt: way.differsAt,
  };
}

/** Names of everything drawn that has one. */
function namesIn(graph: Graph, nameOf: (element: string) => Localized): Record<string, Localized> {
  const ids = Object.values(graph.nodes).flatMap((node) => {
    const borders = 'borders' in node ? (node.borders ?? []) : [];
    return [node.id, ...node.ways.map((way) => way.id), ...borders.flatMap((border) => [border.id, ...border.ways.map((way) => way.id)])];
  });
  return Object.fromEntries(ids.map((id) => [id, nameOf(id)] as const).filter(([id, name]) => name['zh-CN'] !== id));
}

const nothing = { item: null, since: null, unitName: null, person: null, due: null, ringsOn: null, part: null };

/** Every token of the matter now: what waits for somebody, for a day, for news, for a part, for the other branches, and what knows no way. */
function tokensOf(it: Looking, graph: Graph, nameOf: (element: string) => Localized): wire.StandingToken[] {
  const { context, file: { state: matter }, staff } = it;
  const links = matter.links.filter((link) => link.doneAt === null && link.asks === undefined).map((link): wire.StandingToken => {
    const limit = findLimit(matter.limits, `link:${link.linkId}`);
    return {
      ...nothing, id: link.linkId, kind: 'link', element: link.element, name: nameOf(link.element), item: entryOf(link), since: link.openedAt,
      unitName: institutionName(context, link.institution), person: link.claimedBy ? (staff.get(link.claimedBy) ?? '') : null, due: limit ? dueView(context, limit) : null,
    };
  });
  const timers = timersOf(matter).filter((one) => one.state === 'running').map((timer): wire.StandingToken => ({
    ...nothing, id: timer.timerId, kind: 'timer', element: timer.element, name: nameOf(timer.element), since: timer.clock.startedAt, ringsOn: timer.clock.dueOn,
  }));
  const messages = (matter.flow?.pending ?? []).filter((one) => one.kind === 'message').map((one): wire.StandingToken => ({ ...nothing, id: one.id, kind: 'message', element: one.node, name: nameOf(one.node) }));
  const meeting = Object.keys(matter.flow?.arrived ?? {}).map((key): wire.StandingToken => {
    const element = key.slice(key.lastIndexOf('/') + 1);
    return { ...nothing, id: key, kind: graph.nodes[element]?.type === 'exclusive' ? 'unclear' : 'others', element, name: nameOf(element) };
  });
  return [...links, ...timers, ...messages, ...partTokens(it, nameOf), ...meeting];
}

function partTokens({ context, actor, file: { state: matter }, parts }: Looking, nameOf: (element: string) => Localized): wire.StandingToken[] {
  return partsOf(matter).filter((one) => one.endedAt === null).map((part): wire.StandingToken => {
    const own = parts.get(part.matterId);
    const shown = own && readable(context, actor, own) ? { matterId: part.matterId, number: own.number, itemName: itemNameOf(context, own), status: own.status } : null;
    const promised = own && findLimit(own.limits, 'promised');
    return {
      ...nothing, id: part.callId, kind: 'part', element: part.element, name: nameOf(part.element), since: part.openedAt, unitName: own ? institutionName(context, own.handlingInstitution) : null,
      due: promised ? dueView(context, promised) : null, part: shown,
    };
  });
}

/** Every link that was ever opened: where, by whom, how long. */
function workOf({ context, file: { state: matter }, staff }: Looking, nameOf: (element: string) => Localized): wire.StandingWork[] {
  return matter.links.map((link) => {
    const person = link.doneBy ?? link.claimedBy;
    return {
      linkId: link.linkId, element: link.element, name: nameOf(link.element), item: entryOf(link), unitName: institutionName(context, link.institution),
      person: person ? (staff.get(person) ?? '') : null, openedAt: link.openedAt, claimedAt: link.claimedAt, doneAt: link.doneAt, action: link.action,
      took: spanOf(context, link.openedAt, link.doneAt ?? matter.endedAt ?? context.now()),
    };
  });
}
