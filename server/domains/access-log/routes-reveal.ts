import * as wire from '../../../contract/access-log.ts';
import { refuse } from '../../kernel/decider.ts';
import { wholeMinutes, type TryLimit } from '../../kernel/tries.ts';
import { reply, route, type Route } from '../../platform/http/route.ts';
import { mayReveal } from '../matters/index.ts';
import { revealAct } from './entry.ts';
import { accessLogPermissions } from './policy.ts';
import { record, staffOf, type AccessLogDeps } from './routes-context.ts';
import { keepLikeness } from './store.ts';

/** C-PR-3: more than anybody needs in an hour and in a day; who harvests is stopped, and the stop shows among the refusals. */
export const revealsInHour: TryLimit = { name: 'reveals-in-hour', most: 30, seconds: 3_600, restartsAtMost: false };
export const revealsInDay: TryLimit = { name: 'reveals-in-day', most: 100, seconds: 86_400, restartsAtMost: false };

/**
 * 显示: one masked field of one person of a matter one handles. The record is written first; where it cannot be written, the field is not even read.
 * A matter one does not handle and one that is not there look alike.
 */
export const revealRoutes = (deps: AccessLogDeps): readonly Route[] => [
  route(wire.reveal, accessLogPermissions.reveal, async (call) => {
    const actor = staffOf(call.actor);
    const { params, body } = call;
    const matter = (await deps.matters.facts(params.matterId))?.state;
    const institution = matter && mayReveal(actor, matter);
    const act = `${revealAct}${body.purpose}`;
    const fields = `${body.party}.${body.field}`;
    if (!matter || institution === undefined) {
      if (matter) await record(deps, actor, params.matterId, act, fields, 'matter.unknown');
      return refuse('matter.unknown');
    }
    const wait = Math.max(await deps.tries.tooOften(revealsInHour, actor.staffId), await deps.tries.tooOften(revealsInDay, actor.staffId));
    const partyId = body.party === 'applicant' ? matter.partyId : matter.organisationId;
    const refused = wait > 0 ? refuse('access_log.too_many_reveals', { minutes: wholeMinutes(wait) }) : partyId === null ? refuse('access_log.no_such_party') : undefined;
    const recordId = await record(deps, actor, params.matterId, act, fields, refused?.code ?? 'done', institution);
    if (refused || partyId === null) return refused ?? refuse('access_log.no_such_party');
    const person = await deps.people.particulars(partyId);
    if (!person) return refuse('access_log.erased');
    const likeness = await deps.people.likenessOf(actor.staffId, partyId);
    if (likeness) await keepLikeness(deps.database.handle, { matterId: params.matterId, recordId }, likeness);
    return reply({ field: body.field, value: person[body.field], recordId });
  }),
];
