/** Reads the entries of a `limits:due` file: shapes, days and numbers are checked here, dates are computed in limits-due-answers.ts. */
import type { limitInputMessages } from '../contract/messages/limits-input.ts';
import type { MessageParams } from '../contract/language.ts';
import type { Limit } from '../server/kernel/calendar/index.ts';
import { isLocalDay, parseInstant, startOfLocalDay, type Instant } from '../server/kernel/instant.ts';
import { procedureKinds, type ProcedureKind } from '../server/kernel/limits/index.ts';

/** One entry, read: a limit, its start, its stops (`to` null while one is going on) and its extensions in the unit of the limit. */
export interface Entry {
  readonly startedAt: Instant;
  readonly limit: Limit;
  readonly pauses: readonly { readonly from: Instant; readonly to: Instant | null; readonly ground: ProcedureKind; readonly document: string }[];
  readonly extensions: readonly number[];
}

/** Something in the file that cannot be taken: where it stands (`[0].pauses[1].to`) and which sentence says what to do. */
export interface InputFault {
  readonly field: string;
  readonly code: keyof typeof limitInputMessages & (`limits.input.${string}`);
  readonly params: MessageParams;
}

type Tell = (field: string, code: InputFault['code'], params?: MessageParams) => undefined;
type Fields = Readonly<Record<string, unknown>>;

const units = ['working_day', 'calendar_day', 'hour', 'month', 'on_the_spot'] as const;

/** The entries of a parsed file, or every fault in it. */
export function readEntries(json: unknown): { readonly ok: true; readonly entries: readonly Entry[] } | { readonly ok: false; readonly faults: readonly InputFault[] } {
  const faults: InputFault[] = [];
  const tell: Tell = (field, code, params = {}) => void faults.push({ field, code, params });
  if (!Array.isArray(json)) tell('$', 'limits.input.not_list');
  const entries = (Array.isArray(json) ? json : []).map((entry: unknown, i) => readEntry(entry, `[${i}]`, tell));
  return faults.length > 0 ? { ok: false, faults } : { ok: true, entries: entries.filter((entry) => entry !== undefined) };
}

function readEntry(json: unknown, at: string, tell: Tell): Entry | undefined {
  const fields = fieldsOf(json, at, ['receivedAt', 'workingDays', 'unit', 'amount', 'pauses', 'extensions'], tell);
  if (fields === undefined) return undefined;
  const startedAt = momentOf(fields, 'receivedAt', at, tell);
  const limit = limitOf(fields, at, tell);
  const pauses = listOf(fields, 'pauses', at, tell).map((pause, i) => readPause(pause, `${at}.pauses[${i}]`, tell));
  const extensions = listOf(fields, 'extensions', at, tell).map((extension, i) => readExtension(extension, `${at}.extensions[${i}]`, limit, tell));
  if (startedAt === undefined || limit === undefined || limit.unit === 'on_the_spot' && extensions.length > 0) return undefined;
  return { startedAt, limit, pauses: pauses.filter((pause) => pause !== undefined), extensions: extensions.filter((extension) => extension !== undefined) };
}

/** The object's fields, or undefined when it is none; a field that is not known is told. */
function fieldsOf(json: unknown, at: string, known: readonly string[], tell: Tell): Fields | undefined {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return tell(at, 'limits.input.not_object');
  for (const name of Object.keys(json)) if (!known.includes(name)) tell(`${at}.${name}`, 'limits.input.unknown_field', { known: known.join(', ') });
  return json as Fields;
}

function listOf(fields: Fields, name: string, at: string, tell: Tell): readonly unknown[] {
  const list = fields[name] ?? [];
  if (!Array.isArray(list)) tell(`${at}.${name}`, 'limits.input.not_list');
  return Array.isArray(list) ? list : [];
}

/** A full moment with its offset, or a day, which is its first moment in Shenzhen. */
function momentOf(fields: Fields, name: string, at: string, tell: Tell): Instant | undefined {
  const value = fields[name];
  if (value === undefined) return tell(`${at}.${name}`, 'limits.input.missing');
  const text = typeof value === 'string' ? value.trim() : '';
  const found = isLocalDay(text) ? startOfLocalDay(text) : parseInstant(text);
  return found ?? tell(`${at}.${name}`, 'limits.input.not_moment', { value: shown(value) });
}

function wholeOf(value: unknown, field: string, tell: Tell): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 1 ? value : tell(field, 'limits.input.not_whole', { value: shown(value) });
}

function limitOf(fields: Fields, at: string, tell: Tell): Limit | undefined {
  if (fields.workingDays !== undefined) {
    if (fields.unit !== undefined || fields.amount !== undefined) return tell(`${at}.workingDays`, 'limits.input.two_lengths');
    const amount = wholeOf(fields.workingDays, `${at}.workingDays`, tell);
    return amount === undefined ? undefined : { amount, unit: 'working_day' };
  }
  if (fields.unit === undefined) return tell(`${at}.${fields.amount === undefined ? 'workingDays' : 'unit'}`, 'limits.input.missing');
  const unit = units.find((one) => one === fields.unit);
  if (unit === undefined) return tell(`${at}.unit`, 'limits.input.not_one_of', { value: shown(fields.unit), known: units.join(', ') });
  if (unit === 'on_the_spot' && fields.amount === undefined) return { amount: 1, unit };
  if (fields.amount === undefined) return tell(`${at}.amount`, 'limits.input.missing');
  const amount = wholeOf(fields.amount, `${at}.amount`, tell);
  return amount === undefined ? undefined : { amount, unit };
}

function readPause(json: unknown, at: string, tell: Tell): Entry['pauses'][number] | undefined {
  const fields = fieldsOf(json, at, ['from', 'to', 'ground', 'document'], tell);
  if (fields === undefined) return undefined;
  const from = momentOf(fields, 'from', at, tell);
  const to = fields.to === null ? null : momentOf(fields, 'to', at, tell);
  const ground = fields.ground === undefined ? 'other_by_law' : procedureKinds.find((kind) => kind === fields.ground);
  if (ground === undefined) tell(`${at}.ground`, 'limits.input.not_one_of', { value: shown(fields.ground), known: procedureKinds.join(', ') });
  const document = fields.document ?? '';
  if (typeof document !== 'string') tell(`${at}.document`, 'limits.input.not_text');
  if (from === undefined || to === undefined || ground === undefined || typeof document !== 'string') return undefined;
  return to !== null && to < from ? tell(`${at}.to`, 'limits.input.ends_before') : { from, to, ground, document };
}

/** A number in the unit of the limit, or `{ "amount": n }`, or `{ "workingDays": n }` for a limit in working days. */
function readExtension(json: unknown, at: string, limit: Limit | undefined, tell: Tell): number | undefined {
  if (limit?.unit === 'on_the_spot') return tell(at, 'limits.input.no_extension');
  if (typeof json !== 'object' || json === null) return wholeOf(json, at, tell);
  const fields = fieldsOf(json, at, ['amount', 'workingDays'], tell);
  if (fields === undefined) return undefined;
  if (fields.amount !== undefined && fields.workingDays !== undefined) return tell(at, 'limits.input.two_lengths');
  if (fields.workingDays === undefined) return fields.amount === undefined ? tell(`${at}.amount`, 'limits.input.missing') : wholeOf(fields.amount, `${at}.amount`, tell);
  if (limit !== undefined && limit.unit !== 'working_day') return tell(`${at}.workingDays`, 'limits.input.wrong_unit', { known: '{ "amount": … }' });
  return wholeOf(fields.workingDays, `${at}.workingDays`, tell);
}

/** A value as it stands in the file, short. */
function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
