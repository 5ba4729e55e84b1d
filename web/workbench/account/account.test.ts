import { describe, expect, test } from 'vitest';
import { historyShown } from '../../../server/domains/people/factor.ts';
import { retentionRules } from '../../../server/platform/privacy/retention-rules.ts';
import { signInOutcomes, signInWays } from '../../../contract/account.ts';
import { languages } from '../../../contract/language.ts';
import { myAccountMessages } from '../../../contract/messages/my-account.ts';
import { speaker } from '../../ui/speak.ts';
import { passkeyFault } from './passkey.ts';
import { passwordFaults } from './password-faults.ts';

describe('A new password', () => {
  const good = { old: 'three lamps on a hill', new: 'seven boats below it', again: 'seven boats below it' };

  test('is sent when all three fields can be', () => {
    expect(passwordFaults(good)).toEqual([]);
  });

  test('has twelve characters at least, whole ones, whatever the script', () => {
    expect(passwordFaults({ ...good, new: 'elevenchars', again: 'elevenchars' })).toEqual(['new']);
    expect(passwordFaults({ ...good, new: 'twelve chars', again: 'twelve chars' })).toEqual([]);
    expect(passwordFaults({ ...good, new: '🀄'.repeat(11), again: '🀄'.repeat(11) })).toEqual(['new']);
    expect(passwordFaults({ ...good, new: '山'.repeat(201), again: '山'.repeat(201) })).toEqual(['new']);
  });

  test('is another than the old one, typed twice alike, with the old one beside it', () => {
    expect(passwordFaults({ ...good, new: good.old, again: good.old })).toEqual(['new']);
    expect(passwordFaults({ ...good, again: 'seven boats below it ' })).toEqual(['again']);
    expect(passwordFaults({ old: '', new: '', again: 'x' })).toEqual(['old', 'new', 'again']);
  });
});

describe('A passkey that was not made or shown', () => {
  const thrown = (name: string): Error => Object.assign(new Error(name), { name });

  test('says whether somebody cancelled, has one already, or is at another address', () => {
    expect(['NotAllowedError', 'AbortError', 'InvalidStateError', 'SecurityError', 'NotSupportedError'].map((name) => passkeyFault(thrown(name)))).toEqual(['cancelled', 'cancelled', 'there_already', 'address', 'browser']);
  });

  test('is told from a server that refused', () => {
    const problem = { type: 'urn:yimen:problem:factors.too_many', title: '', status: 409, code: 'factors.too_many', params: { most: 10 } };
    expect(passkeyFault(Object.assign(new Error('factors.too_many'), { problem }))).toBe('call');
    expect(passkeyFault('nothing known')).toBe('browser');
  });
});

test.each(languages)('everything a history may hold has words of its own, and the page promises no more of it than is kept (%s)', (language) => {
  const a = speaker(myAccountMessages, language);
  const [ways, outcomes] = [signInWays.map((way) => a(`way.${way}`)), signInOutcomes.map((outcome) => a(`outcome.${outcome}`))];
  expect(new Set(ways).size).toBe(signInWays.length);
  expect(new Set(outcomes).size).toBe(signInOutcomes.length);
  expect(a('history.why')).toContain(`${retentionRules.get('sign_in_history')?.keep?.amount}`);
  expect(historyShown).toBe(100);
});
