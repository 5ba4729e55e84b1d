import type { Localized } from '../contract/language.ts';
import { accessLogMessages } from '../contract/messages/access-log.ts';
import { agencyMessages } from '../contract/messages/agency.ts';
import { accountMessages } from '../contract/messages/account.ts';
import { backofficeMessages } from '../contract/messages/backoffices.ts';
import { calendarMessages } from '../contract/messages/calendar.ts';
import { calendarActMessages } from '../contract/messages/calendar-acts.ts';
import { catalogueAdminMessages } from '../contract/messages/catalogue-admin.ts';
import { evaluationMessages } from '../contract/messages/evaluations.ts';
import { filesMessages } from '../contract/messages/files.ts';
import { hallMessages } from '../contract/messages/hall-screen.ts';
import { keyChangeMessages } from '../contract/messages/key-changes.ts';
import { ledgerMessages } from '../contract/messages/ledger.ts';
import { liveMessages } from '../contract/messages/live.ts';
import { matterMessages } from '../contract/messages/matters.ts';
import { numbersMessages } from '../contract/messages/numbers.ts';
import { papersMessages } from '../contract/messages/papers.ts';
import { peopleMessages } from '../contract/messages/people.ts';
import { referenceMessages } from '../contract/messages/reference.ts';
import { measureMessages } from '../contract/messages/measures.ts';
import { consentRefusalMessages } from '../contract/messages/consents.ts';
import { privacyMessages } from '../contract/messages/privacy.ts';
import { serverMessages } from '../contract/messages/server.ts';
import { operationsMessages } from '../contract/messages/operations.ts';
import { messageRefusals } from '../contract/messages/sms.ts';
import { staffChangeMessages } from '../contract/messages/staff-changes.ts';
import { supervisionMessages } from '../contract/messages/supervision.ts';
import { unitsMessages } from '../contract/messages/units.ts';
import { agencyRefusals } from './domains/agency/index.ts';
import { accessLogRefusals } from './domains/access-log/index.ts';
import { backofficeRefusals } from './domains/backoffices/index.ts';
import { calendarRefusals } from './domains/calendar/index.ts';
import { itemRefusals } from './domains/catalogue/index.ts';
import { evaluationRefusals } from './domains/evaluations/index.ts';
import { hallRefusals } from './domains/halls/index.ts';
import { matterRefusals } from './domains/matters/index.ts';
import { measureRefusals } from './domains/measures/index.ts';
import { keyChangeRefusals } from './domains/key-changes/index.ts';
import { staffChangeRefusals } from './domains/staff-changes/index.ts';
import { supervisionRefusals } from './domains/supervision/index.ts';
import { peopleRefusals } from './domains/people/index.ts';
import { privacyRefusals } from './domains/privacy/index.ts';
import { unitRefusals } from './domains/units/index.ts';
import { operationsRefusals } from './platform/operations/refusals.ts';
import { ledgerRefusals } from './platform/ledger/log/index.ts';
import { liveRefusals } from './platform/live/index.ts';
import type { ProblemTable } from './platform/http/problem.ts';

const serverStatuses = {
  'input.malformed': 400, 'input.body_too_large': 413, 'session.needed': 401, 'session.csrf': 403, 'session.second_factor_needed': 403, 'route.unknown': 404, 'server.busy': 503, 'server.away': 503, 'server.unsure': 503, 'server.no_room': 503, 'server.fault': 500,
  'files.too_large': 413, 'files.type_not_accepted': 415, 'files.not_found': 404, 'files.storage_low': 507, 'papers.glyph_missing': 409,
} as const;

/** Code → status, over all domains: the one table. What is not in it is 422. */
const statuses = { ...accessLogRefusals, ...unitRefusals, ...agencyRefusals, ...itemRefusals, ...peopleRefusals, ...staffChangeRefusals, ...keyChangeRefusals, ...matterRefusals, ...calendarRefusals, ...liveRefusals, ...hallRefusals, ...evaluationRefusals, ...measureRefusals, ...supervisionRefusals, ...backofficeRefusals, ...privacyRefusals, ...ledgerRefusals, ...operationsRefusals, ...serverStatuses } as const;

const sentences = {
  ...agencyMessages, ...operationsMessages,
  ...accessLogMessages, ...backofficeMessages, ...ledgerMessages, ...privacyMessages, ...consentRefusalMessages,
  ...serverMessages, ...unitsMessages, ...referenceMessages, ...catalogueAdminMessages, ...calendarMessages, ...calendarActMessages, ...liveMessages, ...hallMessages, ...evaluationMessages, ...measureMessages, ...supervisionMessages, ...numbersMessages, ...peopleMessages, ...accountMessages, ...staffChangeMessages, ...keyChangeMessages, ...filesMessages, ...papersMessages, ...messageRefusals, ...matterMessages,
};

/** A refusal code without a sentence does not compile here. */
const everyCodeHasItsSentence: Record<keyof typeof statuses, Localized> = sentences;

/** Every refusal that can leave the server: its status and its sentence in three languages. */
export const problems: ProblemTable = { statuses, sentences: { ...sentences, ...everyCodeHasItsSentence } };
