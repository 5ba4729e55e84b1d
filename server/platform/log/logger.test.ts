import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inventPerson } from '../../testing/people.ts';
import { code, fastifyLogger, formOf, loggedId, networkOf, routePattern, withoutParticulars, words } from './index.ts';
import { linesASecond, logger, type Logger } from './logger.ts';
import type { LogFields } from './told.ts';

// inventPerson keeps to the area codes 449900–449999, which were never assigned: nobody real can be hit.
const person = inventPerson('log/1', { index: 1, today: '2026-11-23', ageFrom: 30, ageTo: 40 });

function listening(form: 'json' | 'text' = 'json', now = () => Date.UTC(2026, 10, 23)): { log: Logger; lines: string[]; last: () => Record<string, unknown> } {
  const lines: string[] = [];
  return { lines, log: logger({ write: (line) => void lines.push(line), form, now }), last: () => JSON.parse(lines.at(-1) ?? '{}') as Record<string, unknown> };
}

describe('what the server says of itself (C-PR-5)', () => {
  it('is one JSON object a line, with a time, a level, a stable word and named fields', () => {
    const { log, last } = listening();
    log.tell('error', 'job.failed', { jobId: loggedId('0199f0aa-0000-7000-8000-000000000001'), job: code('matters.when_filed_send'), attempts: 3 });
    expect(last()).toEqual({ at: '2026-11-23T00:00:00.000Z', level: 'error', event: 'job.failed', jobId: '0199f0aa-0000-7000-8000-000000000001', job: 'matters.when_filed_send', attempts: 3 });
  });

  it('does not compile with a plain text, a person or a field that is not in the list', () => {
    const { log } = listening();
    // @ts-expect-error a plain string may be anybody's name
    log.tell('info', 'start.notice', { words: person.name['zh-CN'] });
    // @ts-expect-error a person is no field
    log.tell('info', 'start.notice', { words: person });
    // @ts-expect-error the list of fields is closed
    log.tell('info', 'start.notice', { party: person });
    // @ts-expect-error an id goes through loggedId, which looks at it
    log.tell('info', 'start.notice', { matterId: person.number });
    expect(loggedId(person.number)).toBe('?');
    expect(code(person.mobile)).toBe('?');
    expect(code(person.name['zh-CN'])).toBe('?');
  });

  it('leaves out at run time a field that got past the compiler', () => {
    const { log, lines } = listening();
    log.tell('info', 'start.notice', { party: person } as unknown as LogFields);
    expect(lines[0]).toBe('{"at":"2026-11-23T00:00:00.000Z","level":"info","event":"start.notice"}');
  });

  it('withholds identity numbers, telephones, mail addresses and the values of keys in the words of an error, in its stack and in its causes, and counts them', () => {
    const { log, lines } = listening();
    const cause = new Error(`Key (blind, name)=(abc, ${person.name['zh-CN']}) already exists`);
    const error = Object.assign(new Error(`nobody with ${person.number} or +86 ${person.mobile} or li.lei@example.com`, { cause }), { detail: person.number, parameters: [person.name['zh-CN']], code: '23505' });
    log.tell('error', 'http.fault', { fault: error });
    for (const secret of [person.number, person.mobile, 'li.lei', person.name['zh-CN']]) expect(lines[0]).not.toContain(secret);
    expect(lines[0]).toContain('"code":"23505"');
    expect(log.withheld).toBeGreaterThanOrEqual(4);
  });

  it('leaves numbers that belong to nobody as they are', () => {
    const wrongCheck = `${person.number.slice(0, 17)}${person.number.endsWith('0') ? '1' : '0'}`;
    for (const text of [wrongCheck, '2026-11-23T00:00:00.000Z', '0199f0aa-0000-7000-8000-000000000001', '69.5 MiB', 'a1b2c3d4e5f60718293a4b5c6d7e8f90']) expect(withoutParticulars(text)).toEqual({ text, count: 0 });
  });

  it('cuts queries and passwords out of addresses, and addresses of callers to their network', () => {
    expect(withoutParticulars('at https://city.example/portal/m?code=123456 and postgres://yimen:secret@db/yimen').text).toBe('at https://city.example/portal/m?[withheld] and postgres://[withheld]@db/yimen');
    expect([networkOf('203.0.113.77'), networkOf('::ffff:203.0.113.77'), networkOf('2001:db8:aa:bb::1'), networkOf('::1'), networkOf('a name')]).toEqual(['203.0.113.0/24', '203.0.113.0/24', '2001:db8:aa::/48', '::/48', '?']);
    expect([routePattern('/api/v1/matters/:matterId'), routePattern('/api/v1/matters?name=x'), routePattern(undefined)]).toEqual(['/api/v1/matters/:matterId', '?', '?']);
  });

  it('writes at most fifty lines of one kind in a second and says how many it left out', () => {
    let at = Date.UTC(2026, 10, 23);
    const { log, lines, last } = listening('json', () => at);
    for (let n = 0; n < linesASecond + 7; n += 1) log.tell('warn', 'http.turned_away', { status: 503 });
    log.tell('error', 'http.fault', {});
    expect(lines).toHaveLength(linesASecond + 1);
    at += 1_000;
    log.tell('warn', 'http.turned_away', { status: 503 });
    expect(last()).toMatchObject({ event: 'http.turned_away', leftOut: 7 });
    expect(log.leftOut).toBe(7);
  });

  it('is readable on a terminal, one line and the place of a fault', () => {
    const { log, lines } = listening('text');
    log.tell('alarm', 'machine.alarm', { code: code('clock.stepped'), words: words('The clock made a step.') });
    expect(lines[0]).toBe('2026-11-23T00:00:00.000Z alarm machine.alarm code=clock.stepped The clock made a step.');
    expect([formOf(undefined, true), formOf(undefined, undefined), formOf('json', true), formOf('text', false)]).toEqual(['text', 'json', 'json', 'text']);
  });

  it('takes from the HTTP library its words and errors and nothing of a request', () => {
    const { log, lines } = listening();
    const face = fastifyLogger(log);
    face.warn({ req: { url: `/x?number=${person.number}`, headers: { cookie: 'secret' } }, err: new Error('socket closed') }, 'request failed');
    face.info('nobody needs this');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('socket closed');
    expect(lines[0]).not.toMatch(/secret|number=/);
  });

  it('is the only place of the running server that writes to the process’s output, but for the words of the start', () => {
    const speaking = readdirSync('server', { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && /\bconsole\.|process\.std(?:out|err)\.write/.test(readFileSync(`server/${name}`, 'utf8')));
    expect(speaking.sort()).toEqual(['cli/main.ts', 'cli/surroundings.ts', 'main.ts', 'platform/db/embedded/planted-server.ts', 'platform/log/index.ts']);
  });
});
