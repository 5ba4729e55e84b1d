import { execFileSync } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { code } from '../log/index.ts';
import { logger } from '../log/logger.ts';
import { alibabaSms, standInTemplateCodes } from '../messages/index.ts';
import { jobRows, traceOf } from '../jobs/several.ts';
import { send } from '../webhooks/send.ts';
import { currentTraceId, currentTraceparent, inSpan, startTracing, type SpanFields } from './index.ts';
import { receiver, type Receiver } from './receiver-for-tests.ts';

let collector: Receiver;
let stopping: (() => Promise<void>)[];
beforeEach(async () => {
  collector = await receiver();
  stopping = [() => collector.close()];
});
afterEach(async () => {
  for (const stop of stopping.reverse()) await stop();
});

const faults: number[] = [];
const begin = async (options: { readonly url?: string; readonly ratio?: number } = {}) => {
  const tracing = await startTracing({ url: collector.url, ratio: 1, program: '1.0', onFault: () => void faults.push(1), ...options });
  stopping.push(tracing.stop);
  return tracing;
};
const word = { command: code('accept_matter') };
const theirs = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';

describe('traces', () => {
  it('are off, and nothing that makes or sends them is loaded, unless a collector is set', () => {
    // The mere interface (`@opentelemetry/api`) is asked for by the library of the figures, whether there are traces or not.
    const program = `
      import { createRequire } from 'node:module';
      const { inSpan, currentTraceId } = await import('./server/platform/tracing/index.ts');
      await import('./server/app.ts');
      const done = await inSpan('command', {}, async () => 'done');
      console.log(JSON.stringify({ done, id: currentTraceId() ?? null, loaded: Object.keys(createRequire(import.meta.url).cache).filter((name) => /@opentelemetry\\/(?!api\\/)/.test(name)) }));`;
    const told = execFileSync('node', ['--import', 'tsx', '--input-type=module', '-e', program], { encoding: 'utf8', timeout: 120_000 });
    expect(JSON.parse(told)).toEqual({ done: 'done', id: null, loaded: [] });
    expect(jobRows('m', [{ kind: 'a', payload: { a: 1 } }])[0]?.payload).toEqual({ a: 1 });
  }, 180_000);

  it('say what belongs to what, how it ended, and nothing that is not on the list', async () => {
    const tracing = await begin();
    await inSpan('job', { job: code('matters.tell'), attempts: 1 }, () => inSpan('command', { ...word, name: '李雷' } as SpanFields, async (span) => span.note({ outcome: code('done') })));
    await expect(inSpan('command', word, () => Promise.reject(new Error('nobody with 449900199001011234')))).rejects.toThrow();
    await tracing.stop();
    const [inner, outer, broken] = collector.spans;
    expect(inner).toMatchObject({ name: 'command accept_matter', traceId: outer?.traceId, parentSpanId: outer?.spanId, attributes: [{ key: 'yimen.command', value: { stringValue: 'accept_matter' } }, { key: 'yimen.outcome', value: { stringValue: 'done' } }] });
    expect(outer).toMatchObject({ name: 'job matters.tell', kind: 5 });
    expect(broken).toMatchObject({ status: { code: 2 }, events: [] });
    for (const secret of ['李雷', '449900']) expect(collector.bodies.join('')).not.toContain(secret);
  });

  it('go on in the trace that a caller names, and are a share of ours whatever the caller’s flags say', async () => {
    const tracing = await begin();
    await inSpan('request', {}, async () => expect(currentTraceId()).toBe('4bf92f3577b34da6a3ce929d0e0e4736'), theirs);
    for (const odd of ['', '00-0-0-01', `${theirs}-more`, theirs.replace('4bf92f3577b34da6a3ce929d0e0e4736', '0'.repeat(32)), theirs.replace(/^00/, 'ff')]) await inSpan('request', {}, async () => expect(currentTraceId()).not.toBe('4bf92f3577b34da6a3ce929d0e0e4736'), odd);
    await tracing.stop();
    expect(collector.spans.filter((span) => span.traceId === '4bf92f3577b34da6a3ce929d0e0e4736')).toMatchObject([{ parentSpanId: '00f067aa0ba902b7' }]);
    const none = await begin({ ratio: 0 });
    await inSpan('request', {}, async () => expect(currentTraceparent()).toMatch(/-00$/), theirs);
    await none.stop();
    expect(collector.spans).toHaveLength(6);
  });

  it('are carried on by what follows from a command, and shown to an outside system of the city’s but not to the SMS gateway', async () => {
    const tracing = await begin();
    const outside = await receiver();
    stopping.push(outside.close);
    let rows: ReturnType<typeof jobRows> = [];
    const seen: (string | undefined)[] = [];
    const url = new URL(outside.url);
    const http = await import('node:http');
    const listener = http.createServer((request, response) => {
      seen.push(request.headers.traceparent as string | undefined);
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"Code":"OK","BizId":"1"}');
    });
    await new Promise<void>((done) => listener.listen(0, '127.0.0.1', done));
    url.port = String((listener.address() as { port: number }).port);
    await inSpan('command', word, async () => {
      rows = jobRows('m', [{ kind: 'a', payload: { n: 1 } }, { kind: 'b', payload: { n: 2 } }]);
      expect(await send({ method: 'POST', url, network: 'private', headers: {}, body: '{}' })).toMatchObject({ ok: true, status: 200 });
      const sms = alibabaSms({ endpoint: url.href, accessKeyId: 'id', accessKeySecret: 'secret', signName: '一门', templateCodes: standInTemplateCodes });
      expect(await sms({ to: '+8615400000000', templateCode: 'sms.sign_in_code', params: { code: '123456', minutes: 5 }, language: 'en' })).toMatchObject({ outcome: 'sent' });
    });
    const [row] = rows;
    await inSpan('job', { job: code('a') }, async () => undefined, traceOf(row?.payload as Record<string, unknown>));
    await new Promise((done) => listener.close(done));
    await tracing.stop();
    const of = (name: string) => collector.spans.find((span) => span.name === name);
    expect(new Set(collector.spans.map((span) => span.traceId)).size).toBe(1);
    expect(of('job a')?.parentSpanId).toBe(of('command accept_matter')?.spanId);
    expect(seen).toEqual([`00-${of('call webhook')?.traceId ?? ''}-${of('call webhook')?.spanId ?? ''}-01`, undefined]);
    expect(of('call sms')?.attributes).toEqual(expect.arrayContaining([{ key: 'http.response.status_code', value: { intValue: 200 } }]));
    for (const secret of ['15400000000', '123456', String(url.port)]) expect(collector.bodies.join('')).not.toContain(`"${secret}"`);
  });

  it('have their number in the lines of the log', async () => {
    const lines: string[] = [];
    const log = logger({ write: (line) => void lines.push(line), form: 'json', now: Date.now, trace: currentTraceId });
    const tracing = await begin();
    await inSpan('request', {}, async () => log.tell('info', 'start.notice'), theirs);
    log.tell('info', 'start.notice');
    await tracing.stop();
    expect(lines.map((line) => (JSON.parse(line) as { trace?: string }).trace)).toEqual(['4bf92f3577b34da6a3ce929d0e0e4736', undefined]);
  });

  it.each([['is gone', false], ['never answers', true]])('stop nothing when the collector %s: work goes on, what waits is bounded, and it is told once', async (_case, isThere) => {
    faults.length = 0;
    const deaf = await receiver({ answers: false });
    stopping.push(deaf.close);
    if (!isThere) await deaf.close();
    const tracing = await begin({ url: deaf.url });
    let done = 0;
    for (let n = 0; n < 20_000; n += 1) await inSpan('command', word, async () => void (done += 1));
    expect(done).toBe(20_000);
    // Above its bound the queue drops, which is told; the stop does not wait for a collector that does not answer.
    await vi.waitFor(() => expect(faults).toHaveLength(1), { timeout: 60_000 });
    await tracing.stop();
    expect(await inSpan('command', word, async () => currentTraceId())).toBeUndefined();
  }, 120_000);
});
