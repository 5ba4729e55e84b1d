import type { Endpoint } from './endpoint.ts';
import * as account from './account.ts';
import * as absences from './absences.ts';
import * as accessLog from './access-log.ts';
import * as agency from './agency.ts';
import * as backoffices from './backoffices.ts';
import * as calendar from './calendar.ts';
import * as catalogueAdmin from './catalogue-admin.ts';
import * as cityIdentity from './city-identity.ts';
import * as evaluations from './evaluations.ts';
import * as handling from './handling.ts';
import * as items from './items.ts';
import * as keyChanges from './key-changes.ts';
import * as law from './law.ts';
import * as ledger from './ledger.ts';
import * as live from './live.ts';
import * as matters from './matters.ts';
import * as measures from './measures.ts';
import * as operations from './operations.ts';
import * as people from './people.ts';
import * as consents from './consents.ts';
import * as privacy from './privacy.ts';
import * as promises from './promises.ts';
import * as staffChanges from './staff-changes.ts';
import * as standing from './standing.ts';
import * as supervision from './supervision.ts';
import * as units from './units.ts';

const isEndpoint = (value: unknown): value is Endpoint => typeof value === 'object' && value !== null && 'path' in value && 'method' in value && 'id' in value;

/** Every endpoint of the contract, in the order of its files: what the document, the client and the tests of both go through. */
export const endpoints: readonly Endpoint[] = [units, items, people, agency, staffChanges, keyChanges, account, cityIdentity, absences, matters, handling, promises, standing, calendar, law, live, supervision, measures, evaluations, catalogueAdmin, backoffices, privacy, consents, ledger, accessLog, operations].flatMap((module) => Object.values(module as Record<string, unknown>).filter(isEndpoint));
