import { appended, emptyFrontier, rootOf } from '../../server/platform/ledger/merkle.ts';
import { daysOf, oracleDue, type Days } from '../../tools/limits-oracle/oracle.ts';
import type { Entry } from './journal.ts';
import { toldOutside } from './city.ts';
import type { Play } from './played.ts';
import type { ReadLimit, Reader } from './reader.ts';
import type { StepChecker } from './step-invariants.ts';
import type { LogTables, Tables } from './tables.ts';

/** What must be true when everything is done that was to be done; each invariant that does not hold, in words. */
export async function finalFaults(run: Play, checker: StepChecker): Promise<readonly string[]> {
  const { tables } = run.city.database;
  const now = new Date(run.city.database.nowMs()).toISOString();
  const warning = run.city.product.rulePackOf(run.city.ground.pack).warning;
  return [
    ...run.journal.entries.flatMap((entry) => [...journalFaults(entry, tables)]),
    ...recordFaults(run.journal.entries, tables),
    ...[...checker.readers].flatMap(([, reader]) => [...limitFaults(reader, tables.closures, warning, now)]),
    ...outboxFaults(run, checker),
    ...logFaults('facts', tables.log, [...tables.facts.values()].flatMap((facts) => facts.map((fact) => `${fact.matter_id} ${String(fact.seq)} ${fact.hash}`))),
    ...logFaults('access records', tables.access, undefined),
    ...headFaults(checker, tables.log),
    ...(await proofFaults(run, checker)),
  ];
}

/** INV-1 and INV-2, by what the clients wrote down. */
function* journalFaults({ command, stolen, tries }: Entry, tables: Tables): Generator<string> {
  const row = tables.commands.get(`${command.matterId} ${command.commandId}`);
  for (const one of tries) {
    const what = `${command.name}, answered ${one.answer} ${one.code}`;
    if (stolen) {
      if (one.answer === 'ok') yield `INV-1: an id taken from another is answered as if it were one's own (${what})`;
      continue;
    }
    if (one.answer === 'ok' && !row) yield `INV-1: acknowledged and not stored (${what})`;
    if (one.answer === 'ok' && !one.storedAfter) yield `INV-1: acknowledged before it was stored (${what})`;
    if (one.answer === 'refused' && one.storedBefore) yield `INV-1: done before, and refused when it was asked again (${what})`;
    if (one.answer === 'refused' && one.code === 'matter.changed_meanwhile' && one.reasonsAfter - one.reasonsBefore < 3 && !hasSeen(command)) yield `INV-2: refused as changed meanwhile, though not three others were faster (${what})`;
  }
  if (!stolen && row && command.seen !== undefined && row.firstSeq !== command.seen + 1) yield `INV-4: decided on another state than its sender saw (${command.name})`;
  if (!stolen && row && tries.length > 0 && tries.every((one) => one.answer === 'refused')) yield `INV-2: refused and stored all the same (${command.name}: ${tries.map((one) => one.code).join(', ')})`;
}

/** Who was refused left a record of it. */
function* recordFaults(entries: readonly Entry[], tables: Tables): Generator<string> {
  const refused = new Map<string, number>();
  for (const { command, tries } of entries) {
    const key = `${command.matterId} ${command.name}`;
    refused.set(key, (refused.get(key) ?? 0) + tries.filter((one) => one.answer === 'refused').length);
  }
  for (const [key, times] of refused) if ((tables.refusals.get(key) ?? 0) < times) yield `INV-14: of ${String(times)} refusals ${String(tables.refusals.get(key) ?? 0)} were recorded (${key.slice(37)})`;
}

/** Whether the command says which fact its sender saw; then one other is enough. */
const hasSeen = (command: Entry['command']): boolean => command.seen !== undefined;

const daysByClosures = new Map<string, Days>();

function daysWith(closures: readonly string[]): Days {
  const key = closures.join();
  let days = daysByClosures.get(key);
  if (!days) {
    if (daysByClosures.size > 200) daysByClosures.clear();
    days = daysOf(closures.map((on) => ({ on, kind: 'closure' as const })), true);
    daysByClosures.set(key, days);
  }
  return days;
}

const closuresOf = (calendar: string): readonly string[] => (calendar.match(/closures-([\d.]+)/)?.[1] ?? '').split('.').filter((text) => text !== '').map((text) => `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`);

/** INV-6: due moments as a naive counting of days gives them, and breaches as the moments do, whatever timers did. */
function* limitFaults(reader: Reader, closures: readonly string[], warning: { readonly workingDays: number; readonly hours: number }, now: string): Generator<string> {
  for (const [id, limit] of reader.limits) {
    const due = oracleDueOf(limit, warning);
    const closed = closures.find((on) => !closuresOf(limit.calendar).includes(on) && limit.endedAt === null && on > limit.startedAt.slice(0, 10) && on <= limit.dueAt.slice(0, 10));
    if (closed !== undefined) yield `INV-6: ${id} still counts ${closed}, on which the city is closed`;
    if (due !== limit.dueAt) yield `INV-6: ${id} is due ${limit.dueAt}, and by counting ${due}`;
    const isBroken = (limit.endedAt ?? now) > limit.dueAt;
    const recorded = reader.breaches.get(`${id} ${limit.dueAt}`) ?? 0;
    if (recorded !== (isBroken ? 1 : 0) && !limit.endedBefore) yield `INV-6: the breach of ${id} is recorded ${String(recorded)} times`;
    if (isBroken && limit.endedAt === null && limit.kind === 'notice') yield 'INV-6: a notice limit passed in silence and nobody accepted';
  }
}

function oracleDueOf(limit: ReadLimit, warning: { readonly workingDays: number; readonly hours: number }): string {
  const due = oracleDue({
    unit: limit.limit.unit, amount: limit.limit.amount, startedAt: limit.startedAt, pauses: limit.pauses, extensions: limit.extensions, warning, provisional: true,
    changes: [], changedAt: '', laterChanges: [], endedAt: null, looks: [],
  }, daysWith(closuresOf(limit.calendar)));
  return typeof due === 'string' ? due : due.dueAt;
}

/** What is told to the applicant of a fact, by the template of the message. */
const templates: Readonly<Record<string, string>> = {
  matter_filed: 'sms.filed', correction_requested: 'sms.correction_needed', matter_accepted: 'sms.accepted', deemed_accepted: 'sms.deemed_accepted', acceptance_refused: 'sms.not_accepted', terminated: 'sms.terminated',
  result_paper_made: 'sms.result_ready', result_delivered: 'sms.delivered',
};

/** INV-11: every message is sent, and counts once: in the program, at the gateway, at the outside system. */
function* outboxFaults({ city: { database: { tables }, net } }: Play, { readers }: StepChecker): Generator<string> {
  for (const [matterId, reader] of readers) {
    for (const [kind, template] of Object.entries(templates)) {
      const expected = reader.facts.filter((fact) => fact.kind === kind).length;
      const left = [...tables.messages.values()].filter((one) => one.matterId === matterId && one.template === template).length;
      if (left !== expected) yield `INV-11: ${template} is left ${String(left)} times for ${String(expected)} facts`;
    }
    const outside = reader.facts.filter(toldOutside).length;
    const called = [...net.calls.values()].filter((one) => (JSON.parse(one.body) as { matterId: string }).matterId === matterId).length;
    if (called !== outside) yield `INV-11: the outside system heard ${String(called)} messages for ${String(outside)} facts`;
  }
  const left = tables.messages.size;
  if (net.texts.size !== left) yield `INV-11: ${String(net.texts.size)} short messages for ${String(left)} messages`;
}

/** INV-3 of a log: its indexes without a gap, each thing at one place, and nothing left out. */
function* logFaults(name: string, { entries }: LogTables, expected: readonly string[] | undefined): Generator<string> {
  if (entries.some((entry, at) => entry.index !== at)) yield `INV-3: the places of the log of ${name} are not contiguous`;
  const placed = entries.map((entry) => `${entry.matterId} ${String(entry.seq)} ${entry.hash}`);
  if (new Set(placed).size !== placed.length) yield `INV-3: something stands twice in the log of ${name}`;
  const known = new Set(placed);
  const missing = expected?.filter((one) => !known.has(one)).length ?? 0;
  if (missing > 0 || (expected && expected.length !== placed.length)) yield `INV-3: ${String(missing)} of ${String(expected?.length)} facts are not in the log`;
}

/** INV-3: every head of the log that anybody outside holds is the head of a beginning of the log as it is. */
function* headFaults({ heads }: StepChecker, { entries, root }: LogTables): Generator<string> {
  let frontier = emptyFrontier;
  const roots = new Map<number, string>([[0, Buffer.from(rootOf(frontier)).toString('hex')]]);
  for (const entry of entries) {
    frontier = appended(frontier, [Buffer.from(entry.hash, 'hex')]);
    roots.set(frontier.size, Buffer.from(rootOf(frontier)).toString('hex'));
  }
  if (roots.get(entries.length) !== root.toString('hex')) yield 'INV-3: the root of the log is not that of its entries';
  if (heads.some((head) => roots.get(head.size) !== head.root)) yield 'INV-3: a head that somebody holds is not of this log';
}

/** INV-3: the log proves to the holder of an older head that it goes on from it. */
async function proofFaults({ city, servers }: Play, { heads }: StepChecker): Promise<readonly string[]> {
  const { product, database, world } = city;
  const server = servers[0];
  const held = heads.filter((head) => head.size > 0);
  const { entries, root } = database.tables.log;
  if (!server || held.length === 0) return [];
  const older = world.chance.pick(held);
  let goesOn: boolean | undefined;
  world.later(server, 'prove', () => {
    product.goesOnFrom(server.context.database.pool, 'cases', { size: older.size, root: Buffer.from(older.root, 'hex') }, { size: entries.length, root }).then((answer) => (goesOn = answer), city.onFault);
  });
  while (goesOn === undefined && (await world.step()));
  return goesOn === true ? [] : [`INV-3: the log of ${String(entries.length)} does not prove that it goes on from that of ${String(older.size)}`];
}
