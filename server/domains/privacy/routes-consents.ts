import { createHash } from 'node:crypto';
import * as wire from '../../../contract/consents.ts';
import type { Language } from '../../../contract/language.ts';
import { consentText } from '../../../contract/messages/consents.ts';
import type { Actor } from '../../kernel/actor.ts';
import { addMonths } from '../../kernel/calendar/index.ts';
import { refuse } from '../../kernel/decider.ts';
import type { Id } from '../../kernel/ids.ts';
import { filedMatterId } from '../../platform/ids.ts';
import { reply, route, type Route } from '../../platform/http/route.ts';
import { consentUses, handlingOf, processingVersion } from '../../platform/privacy/processing.ts';
import { retentionRules } from '../../platform/privacy/retention-rules.ts';
import { identify } from '../people/index.ts';
import { endConsent, insertConsent, listConsents } from './consent-store.ts';
import { privacyPermissions } from './policy.ts';
import { todayOf } from './routes-commands.ts';
import type { Surroundings } from './surroundings.ts';

/** SHA-256 (hex) of the words of a consent, in UTF-8. */
export const consentTextHash = (scope: wire.ConsentScope, language: Language): string => createHash('sha256').update(consentText(scope, language), 'utf8').digest('hex');

/** From this age on a person consents himself (PIPL art. 31). */
const consentAge = 14;

const partyOf = (actor: Actor): Id => {
  if (actor.kind !== 'resident') throw new Error(`${actor.kind} reached consents`);
  return actor.partyId;
};

/** What is told before data are asked for, and consents. Taking back asks for nothing more than giving. */
export function consentRoutes(around: Surroundings): readonly Route[] {
  const { handle } = around.database;
  const now = () => around.pipeline.clock.now();
  return [
    route(wire.readProcessing, privacyPermissions.processing, async ({ query }) => reply(processingView(query.taskCode))),
    route(wire.readConsents, privacyPermissions.consents, async ({ actor, language }) => reply(await consentsOf(around, partyOf(actor), language))),
    route(wire.giveConsent, privacyPermissions.consents, async ({ actor, body }) => {
      const partyId = partyOf(actor);
      const use = consentUses.find((one) => one.scope === body.scope);
      if (!use || body.textHash !== consentTextHash(body.scope, body.language)) return refuse('consents.text_changed');
      if (await isUnderAge(around, partyId)) return refuse('consents.guardian_needed');
      const consentId = filedMatterId(partyId, body.commandId, around.pipeline.clock.nowMs());
      await insertConsent(handle, { consentId, partyId, scope: body.scope, sensitive: use.sensitive, textHash: body.textHash, language: body.language, channel: 'portal', at: now() });
      return reply(await consentsOf(around, partyId, body.language));
    }),
    route(wire.withdrawConsent, privacyPermissions.consents, async ({ actor, body, language }) => {
      const partyId = partyOf(actor);
      if (!(await endConsent(handle, partyId, body.scope, now()))) return refuse('consents.none_standing');
      return reply(await consentsOf(around, partyId, language));
    }),
  ];
}

function processingView(taskCode: string | undefined): wire.ProcessingView {
  const { ground, retention } = handlingOf(taskCode);
  const [kept, drafts] = [retentionRules.get(retention), retentionRules.get('drafts')];
  return { version: processingVersion, ground, keptYears: kept?.keep?.amount ?? 0, kept: { source: kept?.source ?? '', verified: kept?.verified ?? false }, draftDays: drafts?.keep?.amount ?? 0 };
}

async function consentsOf(around: Surroundings, partyId: Id, language: Language): Promise<{ uses: wire.ConsentUse[]; past: wire.Consent[] }> {
  const all = await listConsents(around.database.handle, partyId);
  return {
    uses: consentUses.map(({ scope, sensitive }) => ({ scope, sensitive, textHash: consentTextHash(scope, language), standing: all.find((one) => one.scope === scope && one.withdrawnAt === null) ?? null })),
    past: all.filter((one) => one.withdrawnAt !== null),
  };
}

/** Whether the number of the person's paper says that he is under the age of consent. A number that tells no birth says nothing. */
async function isUnderAge(around: Surroundings, partyId: Id): Promise<boolean> {
  const particulars = await around.particulars(partyId);
  if (!particulars) return false;
  const today = todayOf(around);
  const read = identify(particulars.number, { today, subject: 'person' });
  return read.ok && read.birthOn !== undefined && addMonths(read.birthOn, consentAge * 12) > today;
}
