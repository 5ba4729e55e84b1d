/**
 * `npm run check:contract`: calls every operation of the contract thousands of times with calls made from its own shapes, right ones and spoiled
 * ones, as everybody from a stranger to an administrator, against the whole application on a real database. No call may end in a fault of ours, and
 * every answer must be one the OpenAPI document tells: the reply's shape, or problem details (RFC 9457) with a code that has a sentence.
 * `--quick` ends within 45 s, `--requests N`, `--seed N`. Last line: one JSON object; exit 1 where anything was found.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import type { TSchema } from 'typebox';
import { Problem } from '../contract/common.ts';
import type { Endpoint } from '../contract/endpoint.ts';
import { endpoints } from '../contract/endpoints.ts';
import { eventStream } from '../contract/live.ts';
import { problems } from '../server/problems.ts';
import { allowanceOffice, answers, bureau, community, form, hall, item, paper, streetOffice, type AllowanceOffice } from '../server/testing/allowance-office.ts';
import type { Answered, Client, Sent } from '../server/testing/app.ts';
import { useTestDatabaseServer } from '../server/testing/database-server.ts';
import { learningPool, type LearningPool } from './contract-fuzz/pool.ts';
import { spoiled, spoilers, valueOf, type Shape, type Spoiler } from './contract-fuzz/shapes.ts';

const args = process.argv.slice(2);
const numberAfter = (name: string, otherwise: number): number => (args.includes(name) ? Number(args[args.indexOf(name) + 1]) : otherwise);
const quick = args.includes('--quick');
const wanted = numberAfter('--requests', quick ? 4_000 : 50_000);
const seed = numberAfter('--seed', Math.floor(Math.random() * 1_000_000));
const stopAt = Date.now() + (quick ? 36_000 : Number.POSITIVE_INFINITY);

const ajv = new Ajv({ strict: false, allErrors: false });
addFormats.default(ajv);
const isProblem = ajv.compile(Problem);
const shapeOfReply = new Map<string, ValidateFunction>(endpoints.flatMap((one) => (one.reply ? [[one.id, ajv.compile(one.reply)] as const] : [])));

/** One finding, with what repeats it. */
interface Finding {
  readonly kind: 'server error' | 'undocumented';
  readonly operation: string;
  readonly who: string;
  readonly status: number;
  readonly why: string;
  readonly sent: string;
}

type Who = Parameters<AllowanceOffice['as']>[0];

/** Everybody who calls: from nobody to each post that there is. */
async function callers(office: AllowanceOffice): Promise<ReadonlyMap<string, Who>> {
  const posts = [['clerk', hall, 'window_clerk'], ['reviewer', streetOffice, 'officer'], ['officer', bureau, 'officer'], ['approver', bureau, 'approver'], ['supervisor', bureau, 'supervisor'], ['administrator', bureau, 'administrator'], ['hall manager', hall, 'hall_manager'], ['security', bureau, 'security_administrator'], ['audit', bureau, 'audit_administrator'],
    // What takes two of them is only ever done where there are two; the second security administrator ends the founding.
    ['other administrator', bureau, 'administrator'], ['other security', bureau, 'security_administrator'], ['third security', bureau, 'security_administrator'], ['other audit', bureau, 'audit_administrator']] as const;
  const staff = await Promise.all(posts.map(async ([name, institution, role]) => [name, { staffId: (await office.staff(`calling-${role}-${name}`, [{ institution, role }])).staffId }] as const));
  const resident = async (): Promise<Who> => ({ partyId: (await office.somebody()).partyId });
  return new Map<string, Who>([['anonymous', 'anonymous'], ['resident', await resident()], ['other resident', await resident()], ...staff]);
}

/** Each of them signed in: anew from time to time, since a generated call may end a session. */
const signedIn = async (office: AllowanceOffice, who: ReadonlyMap<string, Who>): Promise<ReadonlyMap<string, Client>> => new Map(await Promise.all([...who].map(async ([name, one]) => [name, await office.as(one)] as const)));

/** Real matters at several steps, so that generated calls find something to act upon. */
async function play(office: AllowanceOffice, who: ReadonlyMap<string, Who>): Promise<void> {
  await office.completeDraft(await office.as(who.get('resident') ?? 'anonymous'));
  for (let step = 0; step < 4; step += 1) {
    const matterId = await office.filedAtWindow((await office.somebody()).partyId);
    if (step > 0) await office.accepted(matterId);
    if (step > 1) await office.claimed(office.reviewer, matterId);
  }
  await office.beforeDecision();
}

/** Milliseconds after which an answer is none. */
const patienceMs = 20_000;

/** A stream that is let in does not end: who was not let in was told so within this. */
const streamPatienceMs = 2_000;

/** The answer; undefined where none comes in time. */
async function answered(milliseconds: number, asked: Promise<Answered<Endpoint>>): Promise<Answered<Endpoint> | undefined> {
  const given = new AbortController();
  const late = sleep(milliseconds, undefined, { signal: given.signal }).catch(() => undefined);
  return await Promise.race([asked, late]).finally(() => given.abort());
}

/** What the answer of an operation should not have been. */
function faultOf(endpoint: Endpoint, answer: Answered<Endpoint>): Pick<Finding, 'kind' | 'why'> | undefined {
  const { status } = answer;
  if (status >= 500 && status !== 503 && status !== 507) return { kind: 'server error', why: answer.text.slice(0, 300) };
  if (status >= 400) {
    if (!String(answer.headers['content-type']).startsWith('application/problem+json')) return { kind: 'undocumented', why: `${String(answer.headers['content-type'])}: ${answer.text.slice(0, 200)}` };
    if (!isProblem(answer.problem)) return { kind: 'undocumented', why: `problem ${ajv.errorsText(isProblem.errors)}` };
    if (!(answer.problem.code in problems.sentences)) return { kind: 'undocumented', why: `no sentence for ${answer.problem.code}` };
    for (const fault of answer.problem.errors ?? []) if (!(fault.code in problems.sentences)) return { kind: 'undocumented', why: `no sentence for ${fault.code}` };
    return undefined;
  }
  if (status !== (endpoint.status ?? 200)) return { kind: 'undocumented', why: `status ${status}` };
  const fits = shapeOfReply.get(endpoint.id);
  if (fits && !fits(answer.reply)) return { kind: 'undocumented', why: `reply ${ajv.errorsText(fits.errors)}` };
  if (endpoint.produces && !endpoint.reply && !String(answer.headers['content-type']).startsWith(endpoint.produces.split(';')[0] ?? '')) return { kind: 'undocumented', why: `media type ${String(answer.headers['content-type'])}` };
  return undefined;
}

/** A call of an operation: from its shapes, spoiled in its body or its query. */
function callOf(endpoint: Endpoint, pool: LearningPool): fc.Arbitrary<{ sent: Sent<Endpoint>; spoiler: Spoiler }> {
  const part = (shape: TSchema | undefined) => (shape ? valueOf(shape as Shape, pool) : fc.constant(undefined));
  return fc.record({ params: part(endpoint.params), query: part(endpoint.query), body: part(endpoint.body), spoiler: fc.constantFrom(...spoilers), at: fc.nat(1_000) }).map(({ params, query, body, spoiler, at }) => {
    const spoil = (value: unknown, here: boolean) => (value !== undefined && here ? spoiled(value, spoiler, at) : value);
    const place = endpoint.body ? 'body' : endpoint.query ? 'query' : 'params';
    const sent = { params: textsOf(spoil(params, place === 'params')), query: textsOf(spoil(query, place === 'query')), body: spoil(body, place === 'body') };
    return { sent: Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== undefined)) as unknown as Sent<Endpoint>, spoiler };
  });
}

/** An address is well-formed text on the wire, whatever it was made of. */
function textsOf(query: unknown): unknown {
  if (typeof query !== 'object' || query === null) return query;
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== null && value !== undefined).map(([name, value]) => [name, (typeof value === 'object' ? JSON.stringify(value).slice(0, 500) : String(value).slice(0, 2_000)).replace(/\p{Surrogate}/gu, '')]));
}

async function main(): Promise<void> {
  const server = await useTestDatabaseServer();
  const office = await allowanceOffice();
  const findings: Finding[] = [];
  const reached = new Map<string, Set<number>>();
  let requests = 0;
  try {
    const who = await callers(office);
    const pool = learningPool({ taskCode: [item.taskCode], handlingItem: [item.handlingItem], areaUnit: [community], hall: [hall], institution: [hall, streetOffice, bureau], answers: [answers], form: [form], day: ['2026-11-23'], from: ['2026-11'], to: ['2026-11'] });
    await play(office, who);
    const names = [...who.keys()];
    const calls = new Map(endpoints.map((endpoint) => [endpoint.id, callOf(endpoint, pool)]));
    for (let round = 0; round === 0 || (requests < wanted && Date.now() < stopAt); round += 1) {
      const clients = await signedIn(office, who);
      for (const [at, endpoint] of endpoints.entries()) {
        // A stream that is let in never ends: only where nobody need sign in is it opened at all.
        const name = endpoint.produces === eventStream ? 'anonymous' : (names[(round + at) % names.length] ?? 'anonymous');
        const client = clients.get(name);
        const [call] = fc.sample(calls.get(endpoint.id) ?? callOf(endpoint, pool), { numRuns: 1, seed: seed + round * 1_000 + at });
        if (!client || !call || (round > 0 && (requests >= wanted || Date.now() >= stopAt))) continue;
        requests += 1;
        const streams = endpoint.produces === eventStream;
        const answer = await answered(streams ? streamPatienceMs : patienceMs, endpoint.upload ? client.upload(endpoint, ((call.sent as { params?: unknown }).params ?? {}) as never, { name: 'a.pdf', content: paper() }) : client.call(endpoint, call.sent));
        if (!answer) {
          if (streams) reached.set(endpoint.id, (reached.get(endpoint.id) ?? new Set()).add(200));
          else findings.push({ kind: 'server error', why: `no answer within ${patienceMs / 1_000} s`, operation: endpoint.id, who: name, status: 0, sent: JSON.stringify(call.sent).slice(0, 600) });
          continue;
        }
        reached.set(endpoint.id, (reached.get(endpoint.id) ?? new Set()).add(answer.status));
        if (answer.status < 300) pool.learn(answer.reply);
        const fault = faultOf(endpoint, answer);
        if (fault) findings.push({ ...fault, operation: endpoint.id, who: name, status: answer.status, sent: JSON.stringify(call.sent).slice(0, 600) });
      }
      if (round % 20 === 19) {
        await play(office, who);
        await office.work();
      }
    }
  } finally {
    await office.drop();
    await server.stop();
  }
  report(findings, reached, requests);
}

function report(findings: readonly Finding[], reached: ReadonlyMap<string, ReadonlySet<number>>, requests: number): void {
  const shown = new Set<string>();
  for (const finding of findings) {
    const key = `${finding.operation} ${finding.kind} ${finding.status} ${finding.why.slice(0, 60)}`;
    if (shown.has(key)) continue;
    shown.add(key);
    console.log(`${finding.kind}: ${finding.operation} as ${finding.who}: ${finding.status} ${finding.why}\n  sent ${finding.sent}`);
  }
  const good = [...reached.values()].filter((statuses) => [...statuses].some((status) => status < 300)).length;
  console.log(`seed ${seed}; ${good} of ${endpoints.length} operations gave a good answer at least once`);
  for (const endpoint of endpoints) if (!reached.has(endpoint.id)) console.log(`never called: ${endpoint.id}`);
  const serverErrors = findings.filter((one) => one.kind === 'server error').length;
  const undocumented = findings.length - serverErrors;
  const figures = { requests, operations: endpoints.length, covered: reached.size, serverErrors, undocumented };
  console.log(JSON.stringify(figures));
  process.exitCode = serverErrors + undocumented === 0 && reached.size === endpoints.length ? 0 : 1;
}

await main();
