import { get, type ClientRequest, type IncomingMessage } from 'node:http';

/** One event as a page would get it. */
export interface HeardEvent {
  readonly event: string;
  readonly id: string;
  readonly topics: readonly string[];
  /** `performance.now()` of its arrival */
  readonly at: number;
}

/** What a browser's EventSource does (HTML standard §9.2), as far as the server can tell the difference: for tests. */
export interface TestEventSource {
  readonly events: HeardEvent[];
  readonly comments: string[];
  /** connections opened so far */
  readonly opened: number;
  /** status of the last answer, and its headers */
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
  readonly state: 'connecting' | 'open' | 'closed';
  /** the pause before it comes back, as the server asked */
  readonly retryMs: number;
  /** called with each event, beside `events` */
  onEvent: ((event: HeardEvent) => void) | undefined;
  /** called when a connection opens, and when it breaks or is refused */
  onState: (() => void) | undefined;
  /** stops taking what arrives, as a page that hangs */
  pause(): void;
  close(): void;
}

interface Block {
  readonly fields: Record<string, string>;
  readonly comments: string[];
}

/** One block of the stream, up to its empty line. */
function blockOf(text: string): Block {
  const fields: Record<string, string> = {};
  const comments: string[] = [];
  for (const line of text.split('\n')) {
    const [, name = '', value = ''] = /^([^:]*):? ?(.*)$/.exec(line) ?? [];
    if (line.startsWith(':')) comments.push(line.slice(1).trim());
    else fields[name] = name === 'data' && fields.data !== undefined ? `${fields.data}\n${value}` : value;
  }
  return { fields, comments };
}

/** The blocks that are whole, and what is left over of the last one. */
function wholeBlocks(text: string): { readonly blocks: readonly string[]; readonly rest: string } {
  const parts = text.split('\n\n');
  return { blocks: parts.slice(0, -1), rest: parts.at(-1) ?? '' };
}

/** Opens `url` and goes on: comes back after `retry` when the connection ends, with Last-Event-ID; gives up for good on any status but 200. */
export function eventSource(url: string, headers: Readonly<Record<string, string>> = {}, retry?: number): TestEventSource {
  let request: ClientRequest | undefined;
  let answer: IncomingMessage | undefined;
  let lastId = '';
  let again: NodeJS.Timeout | undefined;
  const source = { events: [] as HeardEvent[], comments: [] as string[], opened: 0, status: 0, headers: {} as Readonly<Record<string, unknown>>, body: '', state: 'connecting' as TestEventSource['state'], retryMs: 3_000, onEvent: undefined as TestEventSource['onEvent'], onState: undefined as TestEventSource['onState'] };

  const take = (text: string): void => {
    const { fields, comments } = blockOf(text);
    source.comments.push(...comments);
    if (fields.retry !== undefined) source.retryMs = Number(fields.retry);
    if (fields.id !== undefined) lastId = fields.id;
    if (fields.data === undefined) return;
    const event: HeardEvent = { event: fields.event ?? 'message', id: lastId, topics: (JSON.parse(fields.data) as { topics: string[] }).topics, at: performance.now() };
    source.events.push(event);
    source.onEvent?.(event);
  };
  const comeBack = (): void => {
    if (source.state === 'closed') return;
    source.state = 'connecting';
    source.onState?.();
    clearTimeout(again);
    again = setTimeout(connect, retry ?? source.retryMs);
  };
  const read = (response: IncomingMessage): void => {
    answer = response;
    source.status = response.statusCode ?? 0;
    source.headers = response.headers;
    source.state = source.status === 200 ? 'open' : 'closed';
    source.onState?.();
    let text = '';
    response.setEncoding('utf8');
    response.on('data', (part: string) => {
      if (source.status !== 200) source.body += part;
      const { blocks, rest } = wholeBlocks(text + part);
      text = rest;
      if (source.status === 200) blocks.forEach(take);
    });
    response.once('close', comeBack);
    response.on('error', () => undefined);
  };
  function connect(): void {
    answer = undefined;
    source.opened += 1;
    request = get(url, { agent: false, headers: { accept: 'text/event-stream', ...headers, ...(lastId === '' ? {} : { 'last-event-id': lastId }) } }, read);
    request.on('error', () => {
      if (!answer) comeBack();
    });
  }
  connect();
  return Object.assign(source, {
    pause: () => void answer?.pause(),
    close: () => {
      source.state = 'closed';
      clearTimeout(again);
      request?.destroy();
    },
  });
}
