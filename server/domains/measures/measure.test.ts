import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { acceptMatter, claimLink, completeLink, deliverResult, file, refuseAcceptance, withdraw } from '../matters/decide.ts';
import { correctOnSpot, requestCorrection, supplement, type Supplement } from '../matters/decide-correction.ts';
import { approveLimitAct, deemAccepted, proposeLimitAct, recordPassed } from '../matters/decide-limits.ts';
import { evolve } from '../matters/evolve.ts';
import type { Law } from '../matters/law.ts';
import type { HandedIn } from '../matters/materials.ts';
import type { Matter, MatterFact } from '../matters/matter.ts';
import { by, filing, lawOf, place, processOf, shenzhen, statutoryCalendar, told, who, type Step } from '../../testing/given-matter.ts';
import { measureOf, visitsOf, type FactToMeasure, type Measure, type MeasuredBy } from './measure.ts';
import { tallyOf } from './tally.ts';

let law: Law;
beforeAll(async () => {
  law = lawOf(await processOf('decide'));
});

const asked = [
  { code: 'id-card', need: 'required', source: 'applicant', ownPromise: false, filledByForm: false }, { code: 'household', need: 'required', source: 'government', ownPromise: false, filledByForm: false },
] as const;
const paper = (code: string, form: HandedIn['form'] = 'uploaded'): HandedIn => ({ code, form, files: form === 'uploaded' ? [{ fileId: code.slice(0, 1).repeat(64), mediaType: 'application/pdf', sizeBytes: 9 }] : [] });
const fromCity = paper('household', 'from_city');
const known = { materials: ['id-card', 'household'], fields: ['name'] };
const day = (n: number, time?: string): string => shenzhen(`2026-11-${String(n).padStart(2, '0')}`, time);

const filed = (at: string, at2: 'online' | 'window' = 'online', ...handedIn: readonly HandedIn[]): Step => () =>
  file(null, filing({ channel: at2, handedIn: handedIn.length > 0 ? handedIn : [paper('id-card', at2 === 'window' ? 'seen_at_window' : 'uploaded'), fromCity] }, { asked }), law, { at, by: at2 === 'window' ? by.clerk : by.applicant });
const accepted = (at: string): Step => (state) => acceptMatter(state, law, { at, by: by.clerk });
const claimed = (at: string): Step => (state) => claimLink(state, 'decide-1', who.officer, { at, by: by.officer });
const decided = (at: string): Step => (state) => completeLink(state, { linkId: 'decide-1', staffId: who.officer, act: 'propose_decision', action: 'granted', opinion: '' }, law, { at, by: by.officer });
const noticed = (at: string, code = 'id-card'): Step => (state) => requestCorrection(state, [{ about: 'material', code, fault: 'unreadable' }], ['请重交'], known, law, { at, by: by.clerk });
const brought: Supplement = { handedIn: [paper('id-card')], particulars: { form: {}, fileNames: {} }, changedFields: [], judgement: filing({}, { asked }).judgement };
const supplemented = (at: string, at2: 'online' | 'window'): Step => (state) => supplement(state, brought, at2, law, { at, by: at2 === 'window' ? by.clerk : by.applicant });
const collected = (at: string, how: 'counter' | 'courier'): Step => (state) => deliverResult(state, how, '', { at, by: by.clerk });

const measuredBy = (more: Partial<MeasuredBy> = {}): MeasuredBy => ({ item: { visits: 0, held: new Set(['household']) }, generalWindows: 4, numbered: true, calendarOf: () => statutoryCalendar, ...more });
const measure = (steps: readonly Step[], more: Partial<MeasuredBy> = {}): Measure => {
  const { state, facts } = told(...steps);
  return measureOf(state, facts as readonly FactToMeasure[], measuredBy(more));
};

describe('阳光 in time: every limit of the office', () => {
  test('a matter decided within its limits is in time, its days those between acceptance and completion', () => {
    expect(measure([filed(day(2)), accepted(day(3)), claimed(day(3)), decided(day(5))])).toMatchObject({
      status: 'completed', receivedOn: '2026-11-02', acceptedOn: '2026-11-03', endedOn: '2026-11-05', promisedDays: 5, netDays: 2, late: [], judged: true, inTime: true,
      links: [{ element: 'decide', institution: place.department, done: true, late: false, netDays: 2 }],
    });
  });

  test('the last moment is in time, the next is late: the promise of five working days from 3 November ends with the 10th', () => {
    const until = (at: string): readonly string[] => measure([filed(day(2)), accepted(day(3)), claimed(day(3)), decided(at)]).late;
    expect(until(day(6, '23:59:59.999'))).toEqual([]);
    expect(until(day(7, '00:00:00.000'))).toEqual(['link']);
    expect(until(day(10, '23:59:59.999'))).toEqual(['link']);
    expect(until(day(11, '00:00:00.000'))).toEqual(['promised', 'link']);
  });

  test('weekends and lawful pauses are left out of the days used, and what they cover is in time', () => {
    const paused = measure([
      filed(day(2)), accepted(day(3)), claimed(day(3)),
      (state) => proposeLimitAct(state, 'p1', { type: 'special', pauseId: 'x1', ground: 'appraisal', document: '通知〔2026〕1号', announced: { amount: 5, unit: 'working_day' } }, '', law, { at: day(4), by: by.officer }),
      (state) => approveLimitAct(state, 'p1', '', law, { at: day(4, '15:00:00.000'), by: by.approver }),
      (state) => proposeLimitAct(state, 'p2', { type: 'end', pauseId: 'x1', document: '鉴定书' }, '', law, { at: day(11), by: by.officer }),
      (state) => approveLimitAct(state, 'p2', '', law, { at: day(11, '15:00:00.000'), by: by.approver }),
      decided(day(13)),
    ]);
    // Eight working days from the 3rd to the 13th; the clock stood still at the end of the 4th, 5th, 6th, 9th and 10th.
    expect(paused).toMatchObject({ netDays: 3, late: [], inTime: true });
  });

  test('a breach that was recorded makes it late before it ends: what is parked cannot hide', () => {
    const parked = measure([filed(day(2)), accepted(day(3)), (state) => recordPassed(state, 'promised', state.limits.find((limit) => limit.kind === 'promised')?.dueAt ?? '', { at: day(12), by: by.system })]);
    expect(parked).toMatchObject({ status: 'accepted', judged: true, inTime: false, late: ['promised'], netDays: null, visitsJudged: false });
  });

  test('accepted by silence, the notice was missed', () => {
    expect(measure([filed(day(2)), (state) => deemAccepted(state, law, { at: day(10), by: by.system })])).toMatchObject({ deemed: true, late: ['notice'], judged: true, inTime: false, acceptedOn: '2026-11-02' });
  });

  test('the applicant’s own time is not the office’s: a correction answered after weeks leaves the matter in time', () => {
    expect(measure([filed(day(2)), noticed(day(3)), supplemented(day(20), 'online'), accepted(day(23)), claimed(day(23)), decided(day(24))])).toMatchObject({ late: [], inTime: true, netDays: 1 });
  });

  test('withdrawn in time it is not judged; a refusal of acceptance is', () => {
    expect(measure([filed(day(2)), (state) => withdraw(state, { at: day(3), by: by.applicant })])).toMatchObject({ status: 'withdrawn', judged: false, inTime: false, endedOn: '2026-11-03' });
    expect(measure([filed(day(2)), (state) => refuseAcceptance(state, 'not_this_authority', '', { at: day(3), by: by.clerk })])).toMatchObject({ status: 'not_accepted', judged: true, inTime: true, netDays: null });
  });
});

describe('一次 visits', () => {
  const done: readonly Step[] = [accepted(day(3)), claimed(day(3)), decided(day(5))];

  test('filed online and answered online: none', () => {
    expect(measure([filed(day(2)), noticed(day(2)), supplemented(day(2), 'online'), ...done])).toMatchObject({ visits: 0, visitsJudged: true, visitsKept: true });
  });

  test('filed at a window: one, which keeps a promise of none', () => {
    expect(measure([filed(day(2), 'window'), ...done])).toMatchObject({ visits: 1, promisedVisits: 0, visitsKept: true });
  });

  test('a correction at the window on the same day is the same visit, on another day a second one', () => {
    expect(measure([filed(day(2), 'window'), noticed(day(2, '10:00:00.000')), supplemented(day(2, '11:00:00.000'), 'window'), ...done])).toMatchObject({ visits: 1, visitsKept: true });
    expect(measure([filed(day(2), 'window'), noticed(day(2)), supplemented(day(3), 'window'), ...done])).toMatchObject({ visits: 2, visitsKept: false });
    expect(measure([filed(day(2), 'window'), (state) => correctOnSpot(state, { ...brought, changedFields: ['name'] }, { at: day(3, '09:00:00.000'), by: by.clerk }), ...done])).toMatchObject({ visits: 2 });
  });

  test('who files online and has to come to a window has made a visit that was not promised', () => {
    expect(measure([filed(day(2)), noticed(day(2)), supplemented(day(3), 'window'), ...done])).toMatchObject({ visits: 1, visitsKept: false });
    expect(measure([filed(day(2)), noticed(day(2)), supplemented(day(3), 'window'), ...done], { item: { visits: 1, held: new Set() } })).toMatchObject({ visits: 1, visitsKept: true });
  });

  test('collecting the result is a visit, a courier is none', () => {
    const inPerson: readonly Step[] = [filed(day(2)), accepted(day(3)), claimed(day(3)), decided(day(5))];
    const { state, facts } = told(...inPerson);
    const with_ = (how: 'counter' | 'courier'): Measure => {
      const decision = collected(day(6), how)({ ...state, deliveredAt: null });
      const fact = decision.ok ? decision.facts[0] : undefined;
      return measureOf(evolve(state, fact as MatterFact), [...facts, fact] as readonly FactToMeasure[], measuredBy());
    };
    expect([with_('counter').visits, with_('courier').visits]).toEqual([1, 0]);
  });

  test.each([[0, 'online', 0], [0, 'window', 1], [1, 'online', 1], [1, 'window', 1], [2, 'online', 1], [3, 'window', 1]] as const)('an item that promises %i, filed %s, keeps it with at most %i', (promised, channel, most) => {
    expect(visitsOf(promised, channel)).toBe(most);
  });
});

describe('一号 one number', () => {
  test('a paper the city holds, fetched from the city, was not asked for', () => {
    expect(measure([filed(day(2))])).toMatchObject({ askedAgain: false, oneNumber: true });
  });

  test.each([['uploaded', 'online'], ['seen_at_window', 'window']] as const)('the same paper %s was asked of the applicant again', (form, channel) => {
    expect(measure([filed(day(2), channel, paper('id-card', channel === 'window' ? 'seen_at_window' : 'uploaded'), paper('household', form))])).toMatchObject({ askedAgain: true, oneNumber: false });
  });

  test('so was one that a correction notice names', () => {
    expect(measure([filed(day(2)), noticed(day(3), 'household')])).toMatchObject({ askedAgain: true, oneNumber: false });
  });

  test('without a number in the register it is not one number', () => {
    expect(measure([filed(day(2))], { numbered: false })).toMatchObject({ askedAgain: false, oneNumber: false });
  });
});

describe('一窗 一网', () => {
  test('a window of a hall with general windows, a window elsewhere, the net', () => {
    expect([measure([filed(day(2), 'window')]), measure([filed(day(2), 'window')], { generalWindows: 0 }), measure([filed(day(2))])].map(({ channel, generalWindow }) => [channel, generalWindow]))
      .toEqual([['window', true], ['window', false], ['online', false]]);
  });
});

describe('What a measure adds to the counts', () => {
  const places = { city: '440300', district: '440304', street: '440304001', community: null };

  test('a matter is in each of its places once, without noughts', () => {
    const tally = tallyOf(measure([filed(day(2)), accepted(day(3)), claimed(day(3)), decided(day(5))]), places);
    expect(tally).toEqual({
      scopes: ['440300', '440304', '440304001', place.hall, place.department, `440304/${place.department}`], month: '2026-11', task: '440104', channel: 'online',
      n: { filed: 1, one_number: 1, visits_judged: 1, visits_kept: 1, judged: 1, in_time: 1, completed: 1 }, days: { net: 2, promised: 5 }, received: '2026-11-02', ended: '2026-11-05',
      links: [{ process: 'decide', version: 1, element: 'decide', institution: place.department, judged: 1, late: 0, timed: 1, days: 2 }],
    });
  });

  test('at every moment of any life, parts are never more than their whole', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('accept', 'notice', 'answer', 'deem', 'claim', 'decide', 'withdraw', 'pass', 'refuse'), { maxLength: 12 }), fc.infiniteStream(fc.integer({ min: 0, max: 4 })), (acts, gaps) => {
      let at = 2;
      const facts: MatterFact[] = [];
      let state: Matter | null = null;
      const take = (step: Step): void => {
        const decision = step(state as Matter);
        if (!decision.ok) return;
        for (const fact of decision.facts) {
          facts.push(fact);
          state = evolve(state, fact);
        }
      };
      take(filed(day(2)));
      for (const act of acts) {
        at = Math.min(28, at + (gaps.next().value as number));
        const moment = day(at);
        const steps: Readonly<Record<typeof act, Step>> = {
          accept: accepted(moment), notice: noticed(moment), answer: supplemented(moment, at % 2 ? 'window' : 'online'), deem: (one) => deemAccepted(one, law, { at: moment, by: by.system }), claim: claimed(moment), decide: decided(moment),
          withdraw: (one) => withdraw(one, { at: moment, by: by.applicant }), refuse: (one) => refuseAcceptance(one, 'not_required', '', { at: moment, by: by.clerk }),
          pass: (one) => recordPassed(one, 'promised', one.limits.find((limit) => limit.kind === 'promised')?.dueAt ?? '', { at: moment, by: by.system }),
        };
        take(steps[act]);
        const measured = measureOf(state as unknown as Matter, facts as readonly FactToMeasure[], measuredBy());
        const { n } = tallyOf(measured, places);
        expect((n.in_time ?? 0) <= (n.judged ?? 0) && (n.judged ?? 0) <= 1 && (n.visits_kept ?? 0) <= (n.visits_judged ?? 0) && n.filed === 1).toBe(true);
        expect(measured.inTime && measured.late.length > 0).toBe(false);
        // Measured twice, it is the same.
        expect(measureOf(state as unknown as Matter, facts as readonly FactToMeasure[], measuredBy())).toEqual(measured);
      }
    }), { numRuns: 300 });
  });
});
