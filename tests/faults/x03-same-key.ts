import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Fault, FaultTools, Size } from './frame/fault.ts';
import { call, type Answer, type Caller } from './frame/http.ts';
import { mattersHold } from './frame/matters-hold.ts';
import { filingBody, newCommandId } from './frame/workload.ts';
import { newGate } from './x02-gate.ts';
import { openOffice, type Office } from './x02-office.ts';

/** Keys, and how often each is sent at once; fewer keys, but at least two, where this machine does not do them in so many seconds. */
const sizes: Readonly<Record<Size, { readonly keys: number; readonly repeats: number; readonly seconds: number }>> = {
  quick: { keys: 2, repeats: 40, seconds: 2 }, gate: { keys: 10, repeats: 200, seconds: 8 }, full: { keys: 500, repeats: 200, seconds: 900 },
};

interface Act {
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** the same act with another body under the same id */
  readonly other: Readonly<Record<string, unknown>>;
  readonly commandId: string;
}

/** Sends the whole request and cuts the line: the server has it, and nobody hears the answer. */
function sendAndCut(port: number, caller: Caller, act: Act): Promise<void> {
  const body = Buffer.from(JSON.stringify(act.body));
  const head = `POST ${act.path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncookie: yimen_session=${caller.token}\r\nx-csrf-token: ${caller.csrfToken}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n`;
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(Buffer.concat([Buffer.from(head), body]), () => socket.destroy()));
    socket.on('error', () => undefined);
    socket.on('close', () => resolve());
  });
}

interface Place {
  readonly ports: readonly number[];
  readonly agent: Agent;
  readonly caller: Caller;
}

/** One act many times at once, some lines cut; whoever was told to come again does. What every answer said. */
async function manyTimes(tools: FaultTools, place: Place, act: Act, repeats: number): Promise<readonly Answer[]> {
  const port = (): number => place.ports[tools.whole(0, place.ports.length - 1)] ?? 0;
  const one = async (): Promise<Answer[]> => {
    if (tools.random() < 0.25) {
      await sendAndCut(port(), place.caller, act);
      return [];
    }
    for (;;) {
      const answer = await call(place.agent, { port: port() }, place.caller, 'POST', act.path, act.body, 60_000);
      if (answer.status !== 503) return [answer];
      await sleep(50);
    }
  };
  const answers = (await Promise.all(Array.from({ length: repeats }, one))).flat();
  return answers.length > 0 ? answers : [await call(place.agent, { port: port() }, place.caller, 'POST', act.path, act.body, 60_000)];
}

/** What an answer says that must be the same for all: the receipt; of an act on a matter that it was done. */
const essence = (answer: Answer): unknown => {
  if (!('body' in answer)) return answer;
  const body = answer.body as { matterId?: string; number?: string; factHash?: string; receivedAt?: string; matter?: { matterId: string; status: string }; code?: string };
  return { status: answer.status, code: body.code, receipt: [body.matterId, body.number, body.factHash, body.receivedAt], matter: body.matter && [body.matter.matterId, body.matter.status] };
};

async function judge(office: Office, place: Place, act: Act, answers: readonly Answer[], facts: number): Promise<string[]> {
  const broken: string[] = [];
  const [first] = answers;
  if (!first || first.status >= 300 || first.status === 0) broken.push(`INV-1: ${act.path}: told ${JSON.stringify(first && essence(first))}`);
  const odd = answers.find((answer) => first && !isDeepStrictEqual(essence(answer), essence(first)));
  if (odd && first) broken.push(`INV-1: ${act.path}: told ${JSON.stringify(essence(first))} and ${JSON.stringify(essence(odd))}`);
  const { rows } = await office.store.owner.query<{ n: string; facts: string }>(
    `select count(*) as n, (select count(*) from platform.facts f where f.matter_id in (select matter_id from platform.commands where command_id = $1) and f.by ->> 'kind' <> 'system') as facts from platform.commands where command_id = $1`, [act.commandId]);
  if (rows[0]?.n !== '1' || Number(rows[0].facts) !== facts) broken.push(`INV-1: ${act.path} is stored ${rows[0]?.n ?? '?'} times with ${rows[0]?.facts ?? '?'} facts of people, not ${facts}`);
  const otherwise = await call(place.agent, { port: place.ports[0] ?? 0 }, place.caller, 'POST', act.path, act.other, 60_000);
  if (otherwise.status !== 409) broken.push(`INV-1: ${act.path} with another body under the same id was answered ${otherwise.status}`);
  return broken;
}

/** A filing, and then the acceptance of what was filed: both with their own key. */
async function actsOfOne(office: Office, tools: FaultTools, place: Place, hall: string, partyId: string, repeats: number): Promise<string[]> {
  const commandId = newCommandId();
  const body = filingBody({ hall }, partyId, commandId) as Readonly<Record<string, unknown>>;
  const file: Act = { path: '/api/v1/matters', commandId, body, other: { ...body, areaUnit: '440303001002' } };
  const receipts = await manyTimes(tools, place, file, repeats);
  const broken = await judge(office, place, file, receipts, 1);
  const matterId = receipts.map((one) => ('body' in one ? (one.body as { matterId?: string }).matterId : undefined)).find((one) => one !== undefined);
  if (matterId === undefined) return broken;
  const acceptId = newCommandId();
  const accept: Act = { path: `/api/v1/matters/${matterId}/accept`, commandId: acceptId, body: { commandId: acceptId, seenSeq: 1 }, other: { commandId: acceptId, seenSeq: 2 } };
  const { rows } = await office.store.owner.query<{ n: string }>('select 1 as n from platform.facts where matter_id = $1', [matterId]);
  const answers = await manyTimes(tools, place, accept, repeats);
  const { rows: after } = await office.store.owner.query<{ n: string }>(`select count(*) as n from platform.facts where matter_id = $1 and kind = 'matter_accepted'`, [matterId]);
  if (after[0]?.n !== '1') broken.push(`INV-4: accepted ${after[0]?.n ?? '?'} times`);
  const { rows: facts } = await office.store.owner.query<{ n: string }>(`select count(*) as n from platform.facts where matter_id = $1 and by ->> 'kind' <> 'system'`, [matterId]);
  return [...broken, ...(rows.length > 0 ? [] : ['INV-1: a receipt without a fact']), ...(await judge(office, place, accept, answers, Number(facts[0]?.n)))];
}

/** */
export const fault: Fault = {
  id: 'X-03', title: 'the same act two hundred times at once, lines cut', needs: [], seconds: { quick: 4, gate: 12, full: 600 },
  async run(size, tools) {
    const gate = newGate();
    const office = await openOffice(tools, gate.around);
    const { clerks: [clerk], parties } = await tools.template();
    if (!clerk) throw new Error('no clerk');
    const ports: number[] = [];
    for (const app of office.apps) {
      await app.http.listen({ host: '127.0.0.1', port: 0 });
      ports.push((app.http.server.address() as AddressInfo).port);
    }
    const agent = new Agent({ keepAlive: true, maxSockets: 100 });
    tools.atEnd(() => agent.destroy());
    const place: Place = { ports, agent, caller: clerk };
    const { keys, repeats, seconds } = sizes[size];
    const broken: string[] = [];
    const started = performance.now();
    let done = 0;
    for (; done < keys && (done < 2 || performance.now() - started < seconds * 1000); done += 2) broken.push(...(await actsOfOne(office, tools, place, clerk.hall, parties[(done / 2) % parties.length] ?? '', repeats)));
    const tookMs = performance.now() - started;
    broken.push(...(await mattersHold(office.store.owner, new Map())));
    gate.planted = 'forgetful';
    const found = (await actsOfOne(office, tools, place, clerk.hall, parties[300] ?? '', 20)).filter((one) => one.startsWith('INV-1'));
    return {
      faults: done * repeats, lost: 0, broken: broken.slice(0, 10), mutantsPlanted: 1, mutantsCaught: found.length > 0 ? 1 : 0, seed: tools.seed,
      figures: { keys: done, repeatsEach: repeats, requestsPerSecond: Math.round((done * repeats * 1000) / tookMs), foundInPlanted: found.length },
    };
  },
};
