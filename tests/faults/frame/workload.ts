import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { sampleDocument } from '../../../server/demo/sample-document.ts';
import type { City, Clerk } from './city.ts';
import { call, multipart, newAgent, type Answer, type Caller } from './http.ts';
import { openJournal, type Entry, type Journal } from './journal.ts';

/** People at work on a city: clerks who file and handle matters, residents who upload. Real HTTP, command ids made by the client, real retries. */
export interface Workload {
  readonly journal: Journal;
  /** acts acknowledged so far */
  acknowledged(): number;
  /** Nothing new is begun until `resume`; what is under way goes on. */
  pause(): void;
  resume(): void;
  /** Everybody ends: an act under way is tried again until it has an answer, at most `mostMs`; what still has none stays unknown. */
  stop(mostMs?: number): Promise<void>;
}

/** How many of whom, and where their journals lie. `port`: another than the city's, of a proxy before it. */
export interface WorkloadOptions {
  readonly clerks: number;
  readonly residents?: number;
  readonly journalFolder: string;
  readonly port?: number;
  /** breath between two acts of one client, in ms: keeps the generators from taking the processors */
  readonly breathMs?: number;
  /** of a hundred matters that a clerk filed he also handles so many, up to a decision */
  readonly handledPercent?: number;
}

/** A UUID version 7 (RFC 9562 §5.7), as a client makes for each act. */
export function newCommandId(): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

const form = { address_line: '黄贝街道黄贝岭村一坊12号301房', moved_in_on: '2026-10-08', home_kind: 'rented', landlord_name: '测试房东', landlord_phone: '13900000000', why_here: 'work', occupation: '厨师', children_with: 1, declaration: true };
/** 居住登记: nine answers, one situation, two materials; filed at a window in one call. */
const application = {
  taskCode: 'YM-07-0003-01', handlingItem: 'YM-07-0003-01-01', areaUnit: '440303001001', answers: { who: 'mainland' }, form,
  materials: [{ materialCode: 'identity_card', form: 'seen_at_window' }, { materialCode: 'lease_or_title', form: 'seen_at_window' }],
};

/** What a clerk files for a person: the body of POST /api/v1/matters. */
export const filingBody = (clerk: Pick<Clerk, 'hall'>, partyId: string, commandId: string): object => ({ ...application, hall: clerk.hall, partyId, commandId });

/** Starts everybody. */
export function startWorkload(city: City, options: WorkloadOptions): Workload {
  const journal = openJournal(options.journalFolder);
  const agent = newAgent(options.clerks + (options.residents ?? 0));
  const state = { running: true, paused: false, retryUntil: Number.POSITIVE_INFINITY, acknowledged: 0 };
  const at = { port: options.port ?? city.port };
  const goesOn = async (): Promise<boolean> => {
    while (state.paused && state.running) await sleep(5);
    if (options.breathMs) await sleep(options.breathMs);
    return state.running;
  };

  /** Sends one act until somebody answers for it. A refusal (4xx) is an answer; 5xx and a lost connection are none. */
  async function act(entry: Entry, send: () => Promise<Answer>): Promise<unknown> {
    for (;;) {
      const answer = await send();
      if (answer.status >= 200 && answer.status < 300 && 'body' in answer) {
        journal.ok(entry, answer.body);
        state.acknowledged += 1;
        return answer.body;
      }
      if (answer.status >= 400 && answer.status < 500 && answer.status !== 408 && answer.status !== 429 && 'body' in answer) {
        journal.fail(entry, String((answer.body as { code?: unknown }).code ?? answer.status));
        return undefined;
      }
      if (performance.now() > state.retryUntil) return undefined;
      await sleep(25);
      journal.again(entry);
    }
  }

  const post = (caller: Caller, path: string, body: object) => (): Promise<Answer> => call(agent, at, caller, 'POST', path, body);

  async function clerkAtWork(client: number): Promise<void> {
    const clerk = city.template.clerks[client % city.template.clerks.length] as Clerk;
    for (let n = client; await goesOn(); n += 1) {
      const partyId = city.template.parties[n % city.template.parties.length] ?? '';
      const commandId = newCommandId();
      const receipt = (await act(journal.invoke({ client, act: 'file', id: commandId, on: undefined }), post(clerk, '/api/v1/matters', filingBody(clerk, partyId, commandId)))) as { matterId: string } | undefined;
      if (!receipt || (n * 37) % 100 >= (options.handledPercent ?? 30) || !state.running) continue;
      await handle(client, clerk, receipt.matterId);
    }
  }

  /** Accepted, taken and granted, each under an id of its own. */
  async function handle(client: number, clerk: Clerk, matterId: string): Promise<void> {
    const step = async (name: string, path: string, seenSeq: number, more: object = {}): Promise<{ matter: { seq: number; links: { linkId: string; allowed: readonly string[] }[] } } | undefined> => {
      const commandId = newCommandId();
      return (await act(journal.invoke({ client, act: name, id: commandId, on: matterId }), post(clerk, `/api/v1/matters/${matterId}${path}`, { commandId, seenSeq, ...more }))) as never;
    };
    const accepted = await step('accept', '/accept', 1);
    const link = accepted?.matter.links.find((one) => one.allowed.includes('claim_link'));
    if (!accepted || !link) return;
    const claimed = await step('claim', `/links/${link.linkId}/claim`, accepted.matter.seq);
    if (claimed && (await goesOn())) await step('decide', `/links/${link.linkId}/propose-decision`, claimed.matter.seq, { outcome: 'granted', opinion: '经审查，符合条件。' });
  }

  /** A draft, and files of different sizes to it, one after the other. */
  async function residentAtWork(client: number): Promise<void> {
    const resident = city.template.residents[client % city.template.residents.length];
    if (!resident) return;
    for (let round = 0; await goesOn(); round += 1) {
      const opened = await call(agent, at, resident, 'POST', '/api/v1/drafts', { taskCode: application.taskCode, handlingItem: application.handlingItem });
      const draftId = opened.status === 201 && 'body' in opened ? (opened.body as { draftId: string }).draftId : undefined;
      if (draftId === undefined) {
        await sleep(25);
        continue;
      }
      for (let n = 0; n < 6 && (await goesOn()); n += 1) {
        const content = Buffer.concat([sampleDocument(['identity card'], `${client}-${round}-${n}`), Buffer.from(`\n%${randomBytes(200 + ((n * 7919) % 60) * 1000).toString('base64')}\n%%EOF\n`)]);
        const id = createHash('sha256').update(content).digest('hex');
        const path = `/api/v1/drafts/${draftId}/materials/identity_card/files`;
        await act(journal.invoke({ client: 1000 + client, act: 'upload', id, on: draftId }), () => call(agent, at, resident, 'POST', path, multipart('identity-card.pdf', 'application/pdf', content)));
      }
    }
  }

  const everybody = [...Array.from({ length: options.clerks }, (_unused, client) => clerkAtWork(client)), ...Array.from({ length: options.residents ?? 0 }, (_unused, client) => residentAtWork(client))];
  // Somebody who cannot go on is told of by `stop`; the others work on until then.
  for (const one of everybody) one.catch(() => undefined);
  return {
    journal,
    acknowledged: () => state.acknowledged,
    pause: () => void (state.paused = true),
    resume: () => void (state.paused = false),
    async stop(mostMs = 10_000) {
      state.retryUntil = performance.now() + mostMs;
      state.running = false;
      await Promise.all(everybody);
      agent.destroy();
      journal.close();
    },
  };
}
