import { consentUses } from '../../platform/privacy/processing.ts';
import type { Id } from '../../kernel/ids.ts';
import type { DraftContent } from './draft.ts';
import { judgeFormOf, type Context, type FoundItem } from './routes-context.ts';
import { personalPart } from './routes-present.ts';
import { readMatterFile, UnopenedPart } from './store.ts';
import { mattersOfParties } from './views.ts';

/** Earlier matters that are looked at: what is older is likely to be out of date, and each costs a reading. */
const mostEarlier = 5;

/** What is filled in for somebody who agreed to it: answers he gave in the newest of his own earlier matters that holds any, and its number. */
export type Prefilled = NonNullable<DraftContent['prefilled']> & { readonly form: Readonly<Record<string, unknown>> };

/**
 * Answers of a person's own earlier matter for the fields of a new application, as far as he agrees to that now (PIPL art. 13 no. 1): asked at this moment, so that a consent taken back
 * fills in nothing more. Left out are matters for organisations and those filed for somebody else, and what the form would refuse.
 */
export async function earlierAnswers(context: Context, partyId: Id, found: FoundItem): Promise<Prefilled | null> {
  const agreed = await context.consentsOf(partyId);
  const wanted = consentUses.flatMap((use) => (agreed.has(use.scope) ? use.fields : [])).filter((name) => Object.hasOwn(found.handling.form.schema.properties ?? {}, name));
  if (wanted.length === 0) return null;
  for (const { matterId, number } of await mattersOfParties(context.database.handle, [partyId], mostEarlier)) {
    const given = (await ownForm(context, partyId, matterId)) ?? {};
    const form = withOpening(found, wanted.filter((name) => given[name] !== undefined), given);
    const refused = new Set(judgeFormOf(context, found, form).map((fault) => fault.pointer));
    const sound = withOpening(found, wanted.filter((name) => given[name] !== undefined && !refused.has(`/form/${name}`)), given);
    if (Object.keys(sound).length > 0) return { number, fields: Object.keys(sound), form: sound };
  }
  return null;
}

/** These answers, with those that make the form ask for them (“paid into a bank account” before the number of the account). */
function withOpening(found: FoundItem, names: readonly string[], given: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const asked = found.handling.form.ui.pages.flatMap((page) => page.fields).filter((field) => names.includes(field.name));
  const opening = asked.flatMap(({ when }) => (when && when.any_of.some((value) => value === given[when.field]) ? [when.field] : []));
  return Object.fromEntries([...opening, ...names].map((name) => [name, given[name]]));
}

async function ownForm(context: Context, partyId: Id, matterId: Id): Promise<Readonly<Record<string, unknown>> | undefined> {
  try {
    const file = await readMatterFile(context.database.handle, context.pipeline.keys, matterId);
    if (!file || file.state.partyId !== partyId || file.state.organisationId !== null || file.state.mandateId !== undefined) return undefined;
    const { form } = personalPart(file);
    return form.for_other === true ? undefined : form;
  } catch (fault) {
    // An old record that was altered is told where it is read for its own sake; it must not stand in the way of a new application.
    if (fault instanceof UnopenedPart) return undefined;
    throw fault;
  }
}
