import { describe, expect, it } from 'vitest';
import type { Due } from '../../../contract/matters.ts';
import { heroDue, lateLink } from './hero-due.ts';

const due = (limit: Due['limit'], light: Due['light'], dueOn = '2026-12-03') => ({ limit, light, dueOn });

describe('the date that matters now', () => {
  it('is the notice before acceptance, the correction while it is awaited, then what was promised', () => {
    expect(heroDue([due('notice', 'green')])?.limit).toBe('notice');
    expect(heroDue([due('correction', 'yellow'), due('notice', 'met')])?.limit).toBe('correction');
    expect(heroDue([due('notice', 'met'), due('statutory', 'green'), due('promised', 'paused'), due('special', 'green')])?.limit).toBe('promised');
  });

  it('is the handing over once the matter is decided, and what was promised when everything is over', () => {
    expect(heroDue([due('promised', 'met'), due('service', 'green')])?.limit).toBe('service');
    expect(heroDue([due('notice', 'met'), due('service', 'met'), due('promised', 'missed')])?.limit).toBe('promised');
    expect(heroDue([due('notice', 'met', '2026-09-14'), due('correction', 'missed', '2026-09-28')])?.limit, 'of a file that was returned, the correction that did not come').toBe('correction');
    expect(heroDue([])).toBeUndefined();
  });
});

describe('a step late in a matter that is in time', () => {
  const link = (light: Due['light'], doneAt: string | null = null) => ({ doneAt, due: due('link', light, '2026-11-25') });

  it('is warned of by itself', () => {
    expect(lateLink({ dues: [due('promised', 'green')], links: [link('met', '2026-11-24T01:00:00.000Z'), link('red')] })).toMatchObject({ linkDue: { dueOn: '2026-11-25' }, matterDue: { dueOn: '2026-12-03' } });
  });

  it('is not, where the step is done, where it is in time, or where the matter is late too', () => {
    expect(lateLink({ dues: [due('promised', 'green')], links: [link('red', '2026-11-26T01:00:00.000Z')] })).toBeUndefined();
    expect(lateLink({ dues: [due('promised', 'green')], links: [link('yellow')] })).toBeUndefined();
    expect(lateLink({ dues: [due('promised', 'red')], links: [link('red')] })).toBeUndefined();
    expect(lateLink({ dues: [due('promised', 'met')], links: [link('red')] })).toBeUndefined();
  });
});
