import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languages } from '../../../contract/language.ts';
import { accountMessages } from '../../../contract/messages/account.ts';
import { peopleMessages } from '../../../contract/messages/people.ts';
import { instantOfMs, msOf } from '../../kernel/instant.ts';
import { secondsToWait, subscriberOf, wholeHours, wholeMinutes } from '../../kernel/tries.ts';
import { isTooEasy, readLogin, readName } from './names.ts';
import { viewOf } from './party-view.ts';
import { peopleRefusals } from './refusals.ts';
import { isAlive, isDueToBeSeen, sessionEnd, sessionLives } from './session-life.ts';
import { codeEnd, readCode } from './sign-in-code.ts';
import { tryLimits } from './tries.ts';

const noon = '2026-11-23T04:00:00.000Z';
const later = (ms: number): string => instantOfMs(msOf(noon) + ms);

describe('a session', () => {
  it.each([['staff', 60, 12], ['resident', 30, 24], ['newcomer', 30, 24]] as const)('of %s ends %i minutes after its last use and %i hours after it was opened', (kind, idleMinutes, hours) => {
    const fresh = { kind, seenAt: noon, expiresAt: sessionEnd(kind, noon) };
    expect(fresh.expiresAt).toBe(later(hours * 3_600_000));
    expect(isAlive(fresh, later(idleMinutes * 60_000 - 1))).toBe(true);
    expect(isAlive(fresh, later(idleMinutes * 60_000))).toBe(false);
    const used = { ...fresh, seenAt: later(hours * 3_600_000 - 1_000) };
    expect(isAlive(used, later(hours * 3_600_000 - 1))).toBe(true);
    expect(isAlive(used, later(hours * 3_600_000))).toBe(false);
  });

  it('has its use written at most once a minute, and so never outlives its idle limit', () => {
    const session = { kind: 'resident', seenAt: noon, expiresAt: sessionEnd('resident', noon) } as const;
    expect(isDueToBeSeen(session, later(59_999))).toBe(false);
    expect(isDueToBeSeen(session, later(60_000))).toBe(true);
    fc.assert(fc.property(fc.integer({ min: 0, max: 90_000_000 }), (ms) => !isAlive(session, later(ms)) || ms < sessionLives.resident.idleSeconds * 1_000));
  });
});

describe('a bound on tries', () => {
  it('lets the last try through and names the whole seconds until the window is over', () => {
    const limit = tryLimits.staffSignIn;
    expect(secondsToWait(limit, { tries: 10, windowFrom: noon }, noon)).toBe(0);
    expect(secondsToWait(limit, { tries: 11, windowFrom: noon }, noon)).toBe(900);
    expect(secondsToWait(limit, { tries: 11, windowFrom: noon }, later(899_001))).toBe(1);
    expect(secondsToWait(limit, { tries: 11, windowFrom: noon }, later(900_000))).toBe(1);
  });

  it('is said in minutes and hours that are never none', () => {
    expect([wholeMinutes(1), wholeMinutes(60), wholeMinutes(61), wholeHours(1), wholeHours(3_601)]).toEqual([1, 1, 2, 1, 2]);
  });

  it.each([
    ['203.0.113.9', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2::', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['2001:0db8:0000:0000:1::9', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ])('counts %s as %s', (address, subscriber) => {
    expect(subscriberOf(address)).toBe(subscriber);
  });
});

describe('what people type', () => {
  it('is a code when it has six digits, however they are written', () => {
    expect(['123456', ' 123 456 ', '123-456', '１２３４５６'].map(readCode)).toEqual(['123456', '123456', '123456', '123456']);
    expect(['12345', '1234567', 'abcdef', '', '12345६'].map(readCode)).toEqual([undefined, undefined, undefined, undefined, undefined]);
    expect(codeEnd(noon)).toBe(later(300_000));
  });

  it('is a name without control and direction marks, in one composition', () => {
    expect(readName('  欧阳\u0000 \u202e小明 ')).toBe('欧阳 小明');
    expect(readName('Jose\u0301  Pe\nrez')).toBe('Jos\u00e9 Pe rez');
    expect(readName(' \u200b\t ')).toBeUndefined();
  });

  it('is a login in small letters', () => {
    expect(readLogin(' Ｌi.Ming ')).toBe('li.ming');
  });

  it.each([['short-pass1', true], ['aaaaaaaaaaaaaaaa', true], ['my li.ming pass', true], ['MY LI.MING PASS', true], ['four blue chairs', false]])('as the password %s of li.ming is too easy: %s', (password, easy) => {
    expect(isTooEasy(password, 'li.ming')).toBe(easy);
  });
});

describe('a party as others see it', () => {
  const outside = { partyId: '00000000-0000-7000-8000-000000000001', subject: 'person', numberKind: 'citizen_id', assurance: 'self_declared' } as const;

  it('shows a person masked', () => {
    const view = viewOf(outside, { name: '欧阳小明', number: '449900199001010000', numberMasked: '449***********0000', phone: '+8615400000001' });
    expect(view).toEqual({ ...outside, nameMasked: '欧阳**', numberMasked: '449***********0000', phoneMasked: '154****0001' });
  });

  it('shows the name of an organisation, which is public', () => {
    expect(viewOf({ ...outside, subject: 'organisation' }, { name: '一门市某某有限公司', number: 'x', numberMasked: 'x', phone: null })).toMatchObject({ nameMasked: '一门市某某有限公司', phoneMasked: null });
  });

  it('shows stars once it was erased', () => {
    expect(viewOf(outside, undefined)).toEqual({ ...outside, nameMasked: '***', numberMasked: '***', phoneMasked: null });
  });
});

describe('every refusal of this domain', () => {
  const sentences = { ...peopleMessages, ...accountMessages };

  it('has a sentence in every language, and no sentence is left over', () => {
    expect(Object.keys(sentences).sort()).toEqual(Object.keys(peopleRefusals).sort());
    for (const [code, text] of Object.entries(sentences)) for (const language of languages) expect(text[language].length, `${code} ${language}`).toBeGreaterThan(5);
  });

  it('names the same parameters in every language', () => {
    const marks = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((mark) => mark[1] ?? '').sort();
    for (const [code, text] of Object.entries(sentences)) for (const language of languages) expect(marks(text[language]), `${code} ${language}`).toEqual(marks(text.en));
  });
});
