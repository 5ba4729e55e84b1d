import { everything, type Topic } from './topics.ts';

/** What one process tells the others: who speaks, so that he does not listen to himself, and what changed. */
export interface Told {
  readonly from: string;
  readonly topics: readonly Topic[];
}

/** PostgreSQL takes payloads shorter than 8,000 bytes (NOTIFY: "must be specified as a simple string literal … shorter than 8000 bytes"); some room is left. */
const mostBytes = 7_900;

/** The topics as payloads of NOTIFY, split where one would be too long. A topic that fits into none by itself is told as "look at everything". */
export function payloadsOf({ from, topics }: Told): readonly string[] {
  const empty = Buffer.byteLength(JSON.stringify({ from, topics: [] }));
  const parts: Topic[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const topic of topics) {
    const told = empty + Buffer.byteLength(JSON.stringify(topic)) + 1 > mostBytes ? everything : topic;
    const size = Buffer.byteLength(JSON.stringify(told)) + 1;
    if (bytes + size > mostBytes) {
      parts.push([]);
      bytes = empty;
    }
    parts.at(-1)?.push(told);
    bytes += size;
  }
  return parts.map((part) => JSON.stringify({ from, topics: part }));
}

/** What a payload says; undefined for one that is not ours, which any role of the database may send. */
export function readPayload(payload: string): Told | undefined {
  try {
    const value = JSON.parse(payload) as Partial<Told> | null;
    const sound = typeof value?.from === 'string' && Array.isArray(value.topics) && value.topics.every((topic) => typeof topic === 'string');
    return sound ? (value as Told) : undefined;
  } catch {
    return undefined;
  }
}
