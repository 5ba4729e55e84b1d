import type { Id } from '../../kernel/ids.ts';
import type { JobHandler } from '../../platform/jobs/worker.ts';
import type { PromisesDeps } from './routes-context.ts';
import { putWords } from './store.ts';
import { settledWords, settles } from './word.ts';

const recordKind = 'promises.when_settled_record';

/** The job kinds of this domain that a fact of a matter asks for. */
export const promiseReactions = (fact: { readonly kind: string }): readonly string[] => (settles.has(fact.kind) ? [recordKind] : []);

/** The record follows the facts: made anew for a matter after each that settles a word; twice counts once. */
export function promiseJobs(deps: PromisesDeps): Readonly<Record<string, JobHandler>> {
  return { [recordKind]: ({ matterId }) => record(deps, matterId) };
}

async function record(deps: PromisesDeps, matterId: Id): Promise<void> {
  const found = await deps.matter(matterId);
  if (!found) return;
  const { state, facts } = found;
  const { taskCode, handlingItem, version } = state.item;
  await putWords(deps.database.handle, settledWords(facts).map((word) => ({
    ...word, matterId, partyId: state.organisationId ?? state.partyId, filedBy: state.partyId, number: state.number, taskCode, handlingItem, itemVersion: version, institution: state.handlingInstitution,
  })));
}
