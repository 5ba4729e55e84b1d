import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import type { TSchema } from 'typebox';
import type { Endpoint } from '../../contract/endpoint.ts';
import { endpoints } from '../../contract/endpoints.ts';
import { eventStream } from '../../contract/live.ts';
import { valueOf, type Pool, type Shape } from '../contract-fuzz/shapes.ts';

/** One value of a call that somebody chooses, named by its place: `params.matterId`, `body.materials.0.form`. */
export interface Field {
  readonly name: string;
  readonly value: string;
  /** Whether any text may stand there. What is not open (a number, a choice, a pattern) is refused at the door. */
  readonly open: boolean;
}

/** An operation of the contract with one right call of it and the fields of that call. */
export interface Operation {
  readonly endpoint: Endpoint;
  readonly sample: Call;
  readonly fields: readonly Field[];
}

/** What is sent. */
export interface Call {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
}

/** So many fields of one call are tried: long lists repeat themselves. */
const mostFields = 24;
const ajv = new Ajv({ strict: false, allErrors: false, coerceTypes: 'array' });
addFormats.default(ajv);

/** Every operation that takes something, but streams, which never end, and uploads, whose one file is no field. */
export const triedEndpoints: readonly Endpoint[] = endpoints.filter((one) => one.produces !== eventStream && !one.upload && (one.params ?? one.query ?? one.body));

/** Calls of it made from the contract's shapes and the things of `pool`, those with the most fields first: what may be left out is there. */
export function callsOf(endpoint: Endpoint, pool: Pool): readonly Call[] {
  const part = (shape: TSchema | undefined) => (shape ? valueOf(shape as Shape, pool) : fc.constant(undefined));
  const calls = fc.sample(fc.record({ params: part(endpoint.params), query: part(endpoint.query), body: part(endpoint.body) }), { numRuns: 25, seed: 11 });
  const counted = calls.map((call) => JSON.parse(JSON.stringify(call)) as Call).map((call) => ({ call, fields: leavesOf(call).length }));
  return counted.toSorted((one, other) => Math.min(other.fields, mostFields) - Math.min(one.fields, mostFields)).map(({ call }) => call);
}

/** The operation with this call of it. */
export function operationOf(endpoint: Endpoint, sample: Call): Operation {
  const isRight = judge(endpoint);
  const fields = leavesOf(sample).slice(0, mostFields).map(([name, value]) => ({ name, value: String(value).replaceAll('*', 'x'), open: isRight(withFields(sample, { [name]: "x' and 1=1--" })) }));
  return { endpoint, sample, fields };
}

function judge(endpoint: Endpoint): (call: Call) => boolean {
  const parts = (['params', 'query', 'body'] as const).flatMap((place) => {
    const shape = endpoint[place];
    return shape ? [[place, ajv.compile(shape)] as const] : [];
  });
  return (call) => parts.every(([place, isRight]) => isRight(structuredClone(call[place])));
}

/** Every value that is no list and no object, with its place. */
function leavesOf(value: unknown, at = ''): readonly (readonly [string, unknown])[] {
  if (typeof value !== 'object' || value === null) return value === undefined || value === null ? [] : [[at, value]];
  return Object.entries(value).flatMap(([name, one]) => (!/^[\w-]+$/.test(name) ? [] : leavesOf(one, at === '' ? name : `${at}.${name}`)));
}

/** The call with other values in these places, as what they were: text where a number stood and is no number stays text, so that the door says no. */
export function withFields(sample: Call, values: Readonly<Record<string, string>>): Call {
  const call = structuredClone(sample) as Record<string, unknown>;
  for (const [name, value] of Object.entries(values)) {
    const path = name.split('.');
    const last = path.pop() ?? '';
    const parent = path.reduce<unknown>((place, key) => (typeof place === 'object' && place !== null && Object.hasOwn(place, key) ? (place as Record<string, unknown>)[key] : undefined), call);
    if (typeof parent !== 'object' || parent === null || !Object.hasOwn(parent, last)) continue;
    const owner = parent as Record<string, unknown>;
    owner[last] = likeBefore(owner[last], value);
  }
  return call;
}

function likeBefore(before: unknown, value: string): unknown {
  if (typeof before === 'number' && value.trim() !== '' && Number.isFinite(Number(value))) return Number(value);
  if (typeof before === 'boolean' && (value === 'true' || value === 'false')) return value === 'true';
  return value;
}
