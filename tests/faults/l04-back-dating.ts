import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { Type, type TSchema } from 'typebox';
import { Callback } from '../../contract/backoffices.ts';
import { endpoint, type Endpoint } from '../../contract/endpoint.ts';
import { endpoints } from '../../contract/endpoints.ts';
import { newDataKey } from '../../server/platform/crypto/index.ts';
import { newId } from '../../server/platform/ids.ts';
import { chainFacts } from '../../server/platform/ledger/chain.ts';
import type { City } from './frame/city.ts';
import type { Fault, FaultTools, Size } from './frame/fault.ts';
import { call, newAgent } from './frame/http.ts';
import { filingBody } from './frame/workload.ts';

/**
 * Every time that a caller may write, and why it dates no fact: `two_persons`: a term that a second person approves, never of the past; `reading`: only asks, or is read and dates nothing (a message's own timestamp);
 * `plan`: says who stands in, who may act for whom, or what is kept, until a day to come; decides nothing that is past. Whatever is not here is a way to back-date.
 */
const known: Readonly<Record<string, 'two_persons' | 'reading' | 'plan'>> = {
  'enterAbsence .fromOn': 'plan', 'enterAbsence .toOn': 'plan', 'giveMandate .untilOn': 'plan', 'registerMandate .untilOn': 'plan', 'placeHold .untilOn': 'plan',
  'proposeDelay .untilOn': 'two_persons', 'proposeExport .fromOn': 'reading', 'proposeExport .toOn': 'reading', 'searchAccess .fromOn': 'reading', 'searchAccess .toOn': 'reading',
  'checkCalendarChange .year': 'reading', 'checkCalendarChange .days[].on': 'reading', 'checkCalendarChange .documentOn': 'reading', 'readCalendarNotice .year': 'reading',
  'proposeCalendarChange .terms.year': 'two_persons', 'proposeCalendarChange .terms.days[].on': 'two_persons', 'proposeCalendarChange .terms.documentOn': 'two_persons',
  'saveCatalogueChange .terms.effectiveOn': 'two_persons', 'saveCatalogueChange .terms.lawChange.from': 'two_persons', 'testRunCatalogueChange .filedOn': 'reading',
  'reconcile .day': 'reading', 'openCatalogueChange .start.from': 'reading',
  'receiveCallback .timestamp': 'reading', 'Callback .timestamp': 'reading',
};
/**
 * Values that something else gives a shape to: the form of an item (what the applicant says of himself, judged against the item, never the time of an act), or
 * WebAuthn (what a browser answers for a passkey: checked against the challenge that we made, and no time is taken from it).
 */
const passkeyAnswers = ['addPasskey', 'showSecondFactor', 'signInWithPasskey'].flatMap((id) => [`${id} .answer.response`, `${id} .answer.clientExtensionResults`]);
const openByDesign: ReadonlySet<string> = new Set([...passkeyAnswers, 'checkSituation .answers', 'correctOnSpot .form', 'fileMatter .answers', 'fileMatter .form', 'saveDraft .answers', 'saveDraft .form', 'supplementMatter .form', 'saveCatalogueChange .content.fields', 'testRunCatalogueChange .answers', 'testRunCatalogueChange .form']);

const isTimeName = (name: string): boolean => /(At|On|Until|From|Since|Day|Date|Time)(\[\])?$|^(at|on|from|until|since|day|date|year|month|time|when|now|timestamp)(\[\])?$/.test(name);

interface Shape {
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly additionalProperties?: unknown;
  readonly items?: Shape;
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly allOf?: readonly Shape[];
}

/** Every part of a shape with its path. */
function* partsOf(shape: Shape, path = ''): Generator<readonly [string, Shape]> {
  yield [path, shape];
  for (const [name, part] of Object.entries(shape.properties ?? {})) yield* partsOf(part, `${path}.${name}`);
  if (shape.items) yield* partsOf(shape.items, `${path}[]`);
  for (const part of [...(shape.anyOf ?? []), ...(shape.oneOf ?? []), ...(shape.allOf ?? [])]) yield* partsOf(part, path);
}

/** Ways in which the body of an endpoint could carry a time of the caller's that nobody has thought about. */
function waysIn({ id, body }: Pick<Endpoint, 'id'> & { readonly body?: TSchema | undefined }): readonly string[] {
  const ways = new Set<string>();
  for (const [path, part] of body ? partsOf(body as Shape) : []) {
    const place = `${id} ${path}`;
    const isTime = isTimeName(path.split('.').pop() ?? '') || ['date', 'date-time', 'time'].includes(part.format ?? '');
    if (isTime && path !== '' && known[place] === undefined) ways.add(`${place}: a time that the caller writes`);
    if (part.type === 'object' && part.additionalProperties !== false && !openByDesign.has(place)) ways.add(`${place}: takes what is not in its shape`);
  }
  return [...ways];
}

const planted = [
  endpoint({ id: 'plantedTime', method: 'POST', path: '/api/v1/planted', tag: 'planted', summary: '', body: Type.Object({ receivedAt: Type.String() }, { additionalProperties: false }) }),
  endpoint({ id: 'plantedOpen', method: 'POST', path: '/api/v1/planted', tag: 'planted', summary: '', body: Type.Object({ words: Type.String() }) }),
];

const names = ['at', 'receivedAt', 'acceptedAt', 'filedAt', 'occurredAt', 'timestamp', 'now', 'date', 'madeAt', 'received_at', 'dueAt', 'startedAt'];
const longAgo = '2020-01-02T03:04:05.678Z';

/** Files as a clerk does, each time with a time of the past put somewhere; answers which were taken, and facts that bear another time than that of the filing. */
async function fileInThePast(city: City, tools: FaultTools, most: number): Promise<{ readonly tried: number; readonly broken: readonly string[] }> {
  const agent = newAgent(4);
  const clerk = city.template.clerks[0];
  const partyId = city.template.parties[0];
  if (!clerk || partyId === undefined) throw new Error('the template has nobody');
  const broken: string[] = [];
  const startedAt = Date.now();
  let tried = 0;
  for (const name of names.slice(0, most)) {
    const answer = await call(agent, city, clerk, 'POST', '/api/v1/matters', { ...filingBody(clerk, partyId, randomUUID()), [name]: longAgo });
    tried += 1;
    if (answer.status < 400) broken.push(`a filing with ${name} of the past was answered ${answer.status}`);
  }
  // An id of a command carries a time too (RFC 9562 §5.7): one of 2020 is an id and nothing more.
  const old = `016f6${randomUUID().slice(5, 14)}7${randomUUID().slice(15)}`;
  const answer = await call(agent, city, clerk, 'POST', '/api/v1/matters', filingBody(clerk, partyId, old));
  tried += 1;
  if (answer.status >= 300 || answer.status === 0) broken.push(`a filing under an id of 2020 was answered ${answer.status}`);
  const owner = await city.owner();
  try {
    const { rows } = await owner.query<{ past: number; filed: number }>(`select count(*) filter (where at < $1::timestamptz - interval '1 hour')::integer as past, count(*)::integer as filed from platform.facts`, [new Date(startedAt).toISOString()]);
    if ((rows[0]?.past ?? 0) > 0) broken.push(`${rows[0]?.past} facts bear a time of the past`);
    if ((rows[0]?.filed ?? 0) === 0) broken.push('nothing was filed');
  } finally {
    await owner.end();
  }
  tools.say(`${tried} filings with times of the past`);
  agent.destroy();
  return { tried, broken };
}

/** Appends facts of the past with the application's own role and function, as a faulty or captured server would. */
async function appendInThePast(city: City, tools: FaultTools, count: number): Promise<{ readonly tried: number; readonly broken: readonly string[] }> {
  const owner = await city.owner();
  const { host, port } = owner;
  await owner.end();
  const db = new pg.Client({ host, port, user: 'yimen_app', database: 'yimen', ssl: false });
  db.on('error', () => undefined);
  await db.connect();
  const broken: string[] = [];
  try {
    for (let tried = 0; tried < count; tried += 1) {
      const ago = tools.whole(40_000, 40_000 + 10 ** tools.whole(1, 10));
      const { rows } = chainFacts({ log: 'city.invalid/cases/v1', matterId: newId(), dataKey: newDataKey(), rule: {} }, null, [{ kind: 'noted', at: new Date(Date.now() - ago).toISOString(), by: { kind: 'system', id: 'past' }, content: {} }]);
      for (const written of ['select platform.append($1::jsonb)', 'select platform.append_rows($1::jsonb)']) {
        const code = await db.query(written, [JSON.stringify({ facts: rows })]).then(() => 'taken', (error: { code?: string }) => error.code ?? 'error');
        if (code === 'taken' && written.includes('append(')) broken.push(`a fact ${Math.round(ago / 1_000)} s old was appended`);
      }
    }
  } finally {
    await db.end();
  }
  return { tried: count, broken };
}

const sizes: Readonly<Record<Size, { readonly names: number; readonly appends: number }>> = { quick: { names: 3, appends: 10 }, gate: { names: 12, appends: 30 }, full: { names: 12, appends: 500 } };

/** L-04: no way of the program takes the time of a fact from whoever asks. */
export const fault: Fault = {
  id: 'L-04',
  title: 'Back-dating: times of the past through every body, header and append',
  needs: [],
  seconds: { quick: 0, gate: 8, full: 60 },
  async run(size, tools) {
    const bodies = endpoints.filter((one) => one.body !== undefined);
    const ways = [...bodies.flatMap(waysIn), ...waysIn({ id: 'Callback', body: Callback })];
    const caught = planted.filter((one) => waysIn(one).length > 0).length;
    const city = await tools.city();
    await city.start();
    const filed = await fileInThePast(city, tools, sizes[size].names);
    const appended = await appendInThePast(city, tools, sizes[size].appends);
    return {
      faults: bodies.length + filed.tried + appended.tried, lost: 0, broken: [...ways, ...filed.broken, ...appended.broken], mutantsPlanted: planted.length, mutantsCaught: caught, seed: tools.seed,
      figures: { bodies: bodies.length, writableTimes: Object.keys(known).length, withTwoPersons: Object.values(known).filter((why) => why === 'two_persons').length, filings: filed.tried, appends: appended.tried },
    };
  },
};
