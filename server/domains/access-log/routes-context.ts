import type { Localized } from '../../../contract/language.ts';
import { byOf, type Actor, type By } from '../../kernel/actor.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { Database } from '../../platform/db/database.ts';
import type { Tries } from '../../platform/db/tries.ts';
import { newId } from '../../platform/ids.ts';
import type { Evaluations } from '../evaluations/index.ts';
import type { Matters } from '../matters/index.ts';
import type { People } from '../people/index.ts';
import { recordReading } from './store.ts';

/** What the domain is built from. */
export interface AccessLogDeps {
  readonly database: Database;
  readonly now: () => Instant;
  readonly tries: Tries;
  readonly people: Pick<People, 'particulars' | 'staffNames' | 'systemsOf' | 'postsOfStaff' | 'partyIdByNumber' | 'staffIdByLogin' | 'likenessOf'>;
  readonly matters: Pick<Matters, 'facts' | 'mattersOfParties'>;
  readonly evaluations: Pick<Evaluations, 'feedbackOfParty'>;
  readonly institutionName: (code: string) => Localized | undefined;
}

/** A staff actor; every route that asks for one is staff's alone. */
export type StaffActor = Extract<Actor, { kind: 'staff' }>;

/** The caller as staff. */
export function staffOf(actor: Actor): StaffActor {
  if (actor.kind !== 'staff') throw new Error('a staff route was reached without a post');
  return actor;
}

/** Records that somebody looks at or acts on what is about `subjectId`; answers the record's id. */
export async function record(deps: AccessLogDeps, actor: StaffActor, subjectId: Id, act: string, fields: string, outcome = 'done', institution = actor.posts[0]?.institution): Promise<Id> {
  const by: By = byOf(actor, institution);
  const recordId = newId();
  await recordReading(deps.database.handle, { recordId, subjectId, by, act, fields, outcome });
  return recordId;
}

/** Matters and evaluations somebody's log is put together from: more than anybody has. */
const subjectsMost = 2_000;

/** Everything that is about a person: himself, his matters, his evaluations; with the matter each belongs to. */
export async function subjectsOf(deps: AccessLogDeps, partyId: Id): Promise<{ readonly ids: readonly Id[]; readonly matterOf: ReadonlyMap<Id, { readonly matterId: Id; readonly number: string | null }> }> {
  const [matters, feedback] = await Promise.all([deps.matters.mattersOfParties([partyId], subjectsMost), deps.evaluations.feedbackOfParty(partyId, subjectsMost)]);
  const numbers = new Map(matters.map((one) => [one.matterId, one.number]));
  const matterOf = new Map<Id, { readonly matterId: Id; readonly number: string | null }>([
    ...matters.map((one) => [one.matterId, { matterId: one.matterId, number: one.number }] as const),
    ...feedback.map((one) => [one.feedbackId, { matterId: one.matterId, number: numbers.get(one.matterId) ?? null }] as const),
  ]);
  return { ids: [partyId, ...matterOf.keys()], matterOf };
}
