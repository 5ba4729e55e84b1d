import { beforeAll, describe, expect, it } from 'vitest';
import { by, factsOf, filing, lawOf, place, processOf, shenzhen, told, who, workingDays } from '../../testing/given-matter.ts';
import { bulkObstacle } from './bulk.ts';
import { acceptMatter, claimLink, completeLink, file, releaseLink, type Completion, type MatterDecision } from './decide.ts';
import { askOpinion, giveOpinion, handOverLink, opinionDays, recallOpinion, type HandOver } from './decide-handling.ts';
import { evolve } from './evolve.ts';
import type { Hand } from './hand.ts';
import type { Law } from './law.ts';
import type { Matter } from './matter.ts';
import { findLimit } from './matter-limit.ts';
import { responsibleFor } from './responsible.ts';
import { countingLinks, disagree } from './routes-opinions.ts';

const police = 'GA.440304';
const water = 'SW.440304';
const monday = shenzhen('2026-11-23');
const meta = (day: string, staffId: string = who.officer) => ({ at: shenzhen(day), by: { kind: 'staff' as const, id: staffId, institution: place.department } });
const hand = (staffId: string = who.officer, standsInFor: readonly string[] = []): Hand => ({ staffId, standsInFor });

let law: Law;
let claimed: Matter;
let linkId: string;
beforeAll(async () => {
  law = lawOf(await processOf('decide-approve'));
  claimed = told(
    () => file(null, filing(), law, { at: monday, by: by.applicant }), (state) => acceptMatter(state, law, { at: monday, by: by.clerk }), (state) => claimLink(state, state.links[0]?.linkId ?? '', who.officer, meta('2026-11-23')),
  ).state;
  linkId = claimed.links[0]?.linkId ?? '';
});

/** Told on from a state, step by step. */
const on = (state: Matter, ...steps: readonly ((state: Matter) => MatterDecision)[]): Matter => steps.reduce((now, step) => factsOf(step(now)).reduce<Matter>((before, fact) => evolve(before, fact), now), state);
const over = (more: Partial<HandOver> = {}): HandOver => ({ linkId, to: who.secondOfficer, words: '明天出差', holders: [who.officer, who.secondOfficer], leads: false, ...more });
const asked = (institutions: readonly string[] = [police], workingDays = 3) => (state: Matter) => askOpinion(state, { linkId, institutions, workingDays, words: '是否有犯罪记录？' }, hand(), law, meta('2026-11-24'));
const proposal = (more: Partial<Completion> = {}): Completion => ({ linkId, staffId: who.officer, act: 'propose_decision', action: 'granted', opinion: '拟准予', ...more });

describe('a link is handed over (转办)', () => {
  it('to another holder of its post, with a reason; the clock runs on and the other answers for it from then on', () => {
    const decision = handOverLink(claimed, over(), hand(), meta('2026-11-24'));
    expect(factsOf(decision)).toEqual([{ kind: 'link_handed_over', ...meta('2026-11-24'), content: { linkId, from: who.officer, to: who.secondOfficer }, sealed: { words: '明天出差' } }]);
    const state = on(claimed, () => decision);
    expect(state.links[0]).toMatchObject({ claimedBy: who.secondOfficer, claimedAt: shenzhen('2026-11-24'), doneAt: null });
    expect(findLimit(state.limits, `link:${linkId}`)).toEqual(findLimit(claimed.limits, `link:${linkId}`));
    expect(completeLink(state, proposal(), law, meta('2026-11-25'))).toMatchObject({ code: 'matter.link_claimed_by_other' });
  });

  it('by who leads the office for what another has, and by a stand-in, who is named', () => {
    expect(handOverLink(claimed, over({ leads: true }), hand(who.approver), meta('2026-11-24', who.approver)).ok).toBe(true);
    const [fact] = factsOf(handOverLink(claimed, over({ to: who.approver, holders: [who.approver] }), hand(who.secondOfficer, [who.officer]), meta('2026-11-24', who.secondOfficer)));
    expect(fact?.content).toEqual({ linkId, from: who.officer, to: who.approver, standIn: who.officer });
  });

  it.each([
    ['to somebody without the post', { holders: [who.officer] }, hand(), 'matter.receiver_not_in_post'],
    ['to who has it already', { to: who.officer }, hand(), 'matter.receiver_has_it'],
    ['by a colleague who neither has it nor leads the office', {}, hand(who.secondOfficer), 'matter.link_claimed_by_other'],
    ['of a link that is not there', { linkId: 'none' }, hand(), 'matter.link_unknown'],
  ] as const)('but not %s', (_name, wanted, actor, code) => {
    expect(handOverLink(claimed, over(wanted), actor, meta('2026-11-24'))).toMatchObject({ ok: false, code });
  });

  it('but never to the person whom the rule of two persons bars, and not while nobody has it', () => {
    const proposed = on(claimed, (state) => completeLink(state, proposal(), law, meta('2026-11-24')));
    const approval = proposed.links.find((link) => link.kind === 'approve')?.linkId ?? '';
    const wanted = over({ linkId: approval, to: who.officer, holders: [who.officer, who.approver, who.secondOfficer] });
    expect(handOverLink(proposed, { ...wanted, leads: true }, hand(who.approver), meta('2026-11-24', who.approver))).toMatchObject({ code: 'matter.link_not_claimed' });
    const taken = on(proposed, (state) => claimLink(state, approval, who.approver, meta('2026-11-24', who.approver)));
    expect(handOverLink(taken, wanted, hand(who.approver), meta('2026-11-24', who.approver))).toMatchObject({ code: 'matter.same_person' });
    expect(handOverLink(taken, { ...wanted, to: who.secondOfficer }, hand(who.approver), meta('2026-11-24', who.approver)).ok).toBe(true);
  });
});

describe('an opinion is asked for (征求意见, L-018)', () => {
  it('each office has a link of its own with its own clock, and the question lies sealed', () => {
    const clock = workingDays(3, shenzhen('2026-11-24'), '2026-11-27', '2026-11-26');
    expect(factsOf(asked([police, water])(claimed))).toEqual([police, water].map((institution, i) => ({
      kind: 'consultation_asked', ...meta('2026-11-24'), content: { linkId: `${linkId}~${i + 1}`, asks: linkId, institution, clock }, sealed: { words: '是否有犯罪记录？' },
    })));
    const state = on(claimed, asked([police, water]));
    expect(state.links.slice(1)).toMatchObject([{ kind: 'consult', post: 'officer', institution: police, asks: linkId, claimedBy: null }, { kind: 'consult', institution: water }]);
    expect(findLimit(state.limits, `link:${linkId}~1`)).toMatchObject({ dueOn: '2026-11-27', endedAt: null });
  });

  it('the asking link’s own clock runs on, and whoever has the matter still answers for its promise', () => {
    const state = on(claimed, asked());
    const promised = findLimit(state.limits, 'promised');
    expect(findLimit(state.limits, `link:${linkId}`)).toEqual(findLimit(claimed.limits, `link:${linkId}`));
    expect(promised && responsibleFor(state, promised)).toEqual({ institution: place.department, post: 'officer', staffId: who.officer });
  });

  it.each([
    ['the asking office itself', asked([place.department]), 'matter.opinion_own_office'],
    ['one office twice in one question', asked([police, police]), 'matter.opinion_asked_already'],
    ['more days than the rule gives', asked([police], 6), 'matter.opinion_too_long'],
  ] as const)('not %s', (_name, step, code) => {
    expect(step(claimed)).toMatchObject({ ok: false, code });
  });

  it('not by who does not have the link, not about an opinion, and not of an office that has not answered yet; once it has, again', () => {
    const wanted = { linkId, institutions: [police], workingDays: 3, words: '?' };
    expect(askOpinion(claimed, wanted, hand(who.secondOfficer), law, meta('2026-11-24', who.secondOfficer))).toMatchObject({ code: 'matter.link_claimed_by_other' });
    const state = on(claimed, asked());
    expect(asked()(state)).toMatchObject({ code: 'matter.opinion_asked_already' });
    const consult = `${linkId}~1`;
    const taken = on(state, (before) => claimLink(before, consult, who.secondOfficer, meta('2026-11-24', who.secondOfficer)));
    expect(askOpinion(taken, { ...wanted, linkId: consult, institutions: [water] }, hand(who.secondOfficer), law, meta('2026-11-24'))).toMatchObject({ code: 'matter.wrong_act_for_link' });
    const answered = on(taken, (before) => giveOpinion(before, { linkId: consult, stance: 'agree', words: '' }, hand(who.secondOfficer), meta('2026-11-25', who.secondOfficer)));
    expect(factsOf(asked()(answered))[0]?.content).toMatchObject({ linkId: `${linkId}~2` });
  });

  it('L-018: a matter received under a pack without the rule has the same five days', () => {
    expect([opinionDays(law), opinionDays({ pack: { ...law.pack, limits: { ...law.pack.limits, opinion: { ...law.pack.limits.notice, amount: 2 } } } })]).toEqual([5, 2]);
  });

  it('the office answers, its clock is met, and another than who asked has to do it', () => {
    const consult = `${linkId}~1`;
    const state = on(claimed, asked(), (before) => claimLink(before, consult, who.secondOfficer, meta('2026-11-25', who.secondOfficer)));
    expect(claimLink(on(claimed, asked()), consult, who.officer, meta('2026-11-25'))).toMatchObject({ code: 'matter.same_person' });
    expect(giveOpinion(state, { linkId: consult, stance: 'agree', words: '' }, hand(), meta('2026-11-25'))).toMatchObject({ code: 'matter.link_claimed_by_other' });
    expect(giveOpinion(state, { linkId: consult, stance: 'agree', words: '' }, hand(who.officer, [who.secondOfficer]), meta('2026-11-25'))).toMatchObject({ code: 'matter.same_person' });
    const decision = giveOpinion(state, { linkId: consult, stance: 'disagree', words: '消防不合格' }, hand(who.secondOfficer), meta('2026-11-26', who.secondOfficer));
    expect(factsOf(decision)).toEqual([{ kind: 'consultation_answered', ...meta('2026-11-26', who.secondOfficer), content: { linkId: consult, staffId: who.secondOfficer, stance: 'disagree' }, sealed: { words: '消防不合格' } }]);
    const answered = on(state, () => decision);
    expect(answered.links[1]).toMatchObject({ action: 'disagree', doneBy: who.secondOfficer });
    expect(findLimit(answered.limits, `link:${consult}`)).toMatchObject({ ending: 'met', endedAt: shenzhen('2026-11-26') });
  });

  it('the link waits for the answer; recalled, it may end', () => {
    const state = on(claimed, asked());
    expect(completeLink(state, proposal(), law, meta('2026-11-25'))).toEqual({ ok: false, code: 'matter.opinions_awaited', params: { count: 1 } });
    const recall = recallOpinion(state, `${linkId}~1`, '已查明', hand(), meta('2026-11-25'));
    expect(factsOf(recall)).toEqual([{ kind: 'consultation_recalled', ...meta('2026-11-25'), content: { linkId: `${linkId}~1` }, sealed: { words: '已查明' } }]);
    const recalled = on(state, () => recall);
    expect(recalled.links[1]).toMatchObject({ action: 'recalled', doneAt: shenzhen('2026-11-25') });
    expect(factsOf(completeLink(recalled, proposal(), law, meta('2026-11-25'))).map((fact) => fact.kind)).toEqual(['link_completed', 'link_opened']);
    expect(recallOpinion(state, `${linkId}~1`, '', hand(who.secondOfficer), meta('2026-11-25'))).toMatchObject({ code: 'matter.link_claimed_by_other' });
    expect(recallOpinion(state, linkId, '', hand(), meta('2026-11-25'))).toMatchObject({ code: 'matter.wrong_act_for_link' });
  });

  it('L-018: until the last moment of the limit the link waits; from the next it may end, and the facts say that no answer came', () => {
    const state = on(claimed, asked());
    const last = { at: shenzhen('2026-11-27', '23:59:59.999'), by: by.officer };
    const late = { at: shenzhen('2026-11-28', '00:00:00.000'), by: by.officer };
    expect(completeLink(state, proposal(), law, last)).toMatchObject({ code: 'matter.opinions_awaited' });
    const facts = factsOf(completeLink(state, proposal(), law, late));
    expect(facts.map((fact) => [fact.kind, fact.content])).toEqual([
      ['consultation_recalled', { linkId: `${linkId}~1`, unanswered: true }], ['link_completed', expect.objectContaining({ linkId, action: 'granted' })], ['link_opened', expect.objectContaining({ element: 'approve' })],
    ]);
    expect(on(state, () => ({ ok: true, facts })).links[1]).toMatchObject({ action: 'unanswered' });
  });
});

it('an opinion asked for on behalf of a link that is given up is not needed any more; one answered before stays answered', () => {
  const answered = on(claimed, asked([police, water]), (state) => claimLink(state, `${linkId}~1`, who.secondOfficer, meta('2026-11-24', who.secondOfficer)), (state) => giveOpinion(state, { linkId: `${linkId}~1`, stance: 'agree', words: '' }, hand(who.secondOfficer), meta('2026-11-25', who.secondOfficer)));
  const given = evolve(answered, { kind: 'link_cancelled', ...meta('2026-11-26'), content: { linkId } });
  expect(given.links.map((link) => link.action)).toEqual(['cancelled', 'agree', 'cancelled']);
  expect([findLimit(given.limits, `link:${linkId}~1`)?.ending, findLimit(given.limits, `link:${linkId}~2`)?.ending]).toEqual(['met', 'void']);
});

describe('what the offices say, side by side', () => {
  const consult = (n: number, action: 'agree' | 'disagree' | 'no_remark' | 'recalled', institution = police) => ({ ...(claimed.links[0] as Matter['links'][number]), linkId: `c${n}`, kind: 'consult' as const, institution, asks: linkId, doneAt: monday, doneBy: who.secondOfficer, action });
  const of = (...links: readonly Matter['links'][number][]): Matter => ({ ...claimed, links });

  it('disagrees when one is for it and another against; silence, no remark and what was recalled are neither', () => {
    expect(disagree(of(consult(1, 'agree'), consult(2, 'disagree', water)))).toBe(true);
    expect(disagree(of(consult(1, 'agree'), consult(2, 'no_remark', water)))).toBe(false);
    expect(disagree(of(consult(1, 'agree'), consult(2, 'recalled', water)))).toBe(false);
  });

  it('asked again, an office has only its newest answer', () => {
    const matter = of(consult(1, 'disagree'), consult(2, 'agree'), consult(3, 'agree', water));
    expect([countingLinks(matter).map((link) => link.linkId), disagree(matter)]).toEqual([['c2', 'c3'], false]);
  });
});

describe('a stand-in (代理)', () => {
  it('does what the absent person has in hand, and both stay named', () => {
    const [fact] = factsOf(completeLink(claimed, proposal({ staffId: who.secondOfficer, standsInFor: [who.officer] }), law, meta('2026-11-24', who.secondOfficer)));
    expect(fact?.content).toMatchObject({ staffId: who.secondOfficer, standIn: who.officer });
    expect(factsOf(releaseLink(claimed, linkId, who.secondOfficer, meta('2026-11-24', who.secondOfficer), [who.officer]))[0]?.content).toEqual({ linkId, standIn: who.officer });
    expect(completeLink(claimed, proposal({ staffId: who.secondOfficer, standsInFor: [who.approver] }), law, meta('2026-11-24'))).toMatchObject({ code: 'matter.link_claimed_by_other' });
  });

  it('counts as both for the rule of two persons: neither the absent person nor the stand-in signs what was proposed in that name', () => {
    const proposed = on(claimed, (state) => completeLink(state, proposal({ staffId: who.secondOfficer, standsInFor: [who.officer] }), law, meta('2026-11-24', who.secondOfficer)));
    const approval = proposed.links.find((link) => link.kind === 'approve')?.linkId ?? '';
    for (const staffId of [who.officer, who.secondOfficer]) expect(claimLink(proposed, approval, staffId, meta('2026-11-25', staffId)), staffId).toMatchObject({ code: 'matter.same_person' });
    const taken = on(proposed, (state) => claimLink(state, approval, who.approver, meta('2026-11-25', who.approver)));
    const agree = (staffId: string) => completeLink(taken, { linkId: approval, staffId, act: 'approve_decision', action: 'agreed', opinion: '', standsInFor: [who.approver] }, law, meta('2026-11-25', staffId));
    expect(agree(who.officer)).toMatchObject({ code: 'matter.same_person' });
    expect(agree(who.clerk)).toMatchObject({ ok: true });
  });
});

describe('a chain of signatures (签批)', () => {
  it('goes from the officer by the section head to the leader: three people, and whoever signs sends it back to the officer', async () => {
    const chain = lawOf(await processOf('decide-sign-approve'));
    const begun = told(() => file(null, filing(), chain, { at: monday, by: by.applicant }), (state) => acceptMatter(state, chain, { at: monday, by: by.clerk })).state;
    const openId = (state: Matter): string => state.links.find((link) => link.doneAt === null)?.linkId ?? '';
    const taken = (staffId: string) => (state: Matter) => claimLink(state, openId(state), staffId, meta('2026-11-24', staffId));
    const ended = (staffId: string, act: Completion['act'], action: Completion['action']) => (state: Matter) => completeLink(state, { linkId: openId(state), staffId, act, action, opinion: '' }, chain, meta('2026-11-24', staffId));
    const proposed = on(begun, taken(who.officer), ended(who.officer, 'propose_decision', 'granted'));
    const signed = on(proposed, taken(who.approver), ended(who.approver, 'approve_decision', 'agreed'));
    expect(signed.status).toBe('accepted');
    for (const staffId of [who.officer, who.approver]) expect(taken(staffId)(signed), staffId).toMatchObject({ code: 'matter.same_person' });
    expect(on(signed, taken(who.secondOfficer), ended(who.secondOfficer, 'approve_decision', 'agreed'))).toMatchObject({ status: 'completed', outcome: 'granted' });
    const returned = on(signed, taken(who.secondOfficer), ended(who.secondOfficer, 'return_decision', 'returned'));
    expect(returned.links.findLast((link) => link.doneAt === null)).toMatchObject({ element: 'decide' });
    const again = on(returned, taken(who.officer), ended(who.officer, 'propose_decision', 'refused'));
    expect(taken(who.approver)(again).ok, 'a new proposal, a new round').toBe(true);
  });
});

describe('departments that take part (联办)', () => {
  it('review side by side, each in its own office; the lead decides once all have spoken, whatever they said', async () => {
    const graph = await processOf('joint-review-decide-approve');
    const offices: Readonly<Record<string, string>> = { 'department:police': police, 'department:water': water };
    const one = lawOf(graph, { departments: ['police', 'water'] });
    const joint: Law = { ...one, institutionFor: (handler) => (offices[handler] === undefined ? one.institutionFor(handler) : { ok: true, institution: offices[handler] }) };
    const begun = told(() => file(null, filing(), joint, { at: monday, by: by.applicant }), (state) => acceptMatter(state, joint, { at: monday, by: by.clerk })).state;
    expect(begun.links.map((link) => [link.kind, link.institution, link.item])).toEqual([['review', police, 'police'], ['review', water, 'water']]);
    const found = (i: number, action: 'passed' | 'failed') => (state: Matter): MatterDecision => {
      const id = state.links[i]?.linkId ?? '';
      return completeLink(on(state, (before) => claimLink(before, id, who.secondOfficer, meta('2026-11-24', who.secondOfficer))), { linkId: id, staffId: who.secondOfficer, act: 'record_finding', action, opinion: action }, joint, meta('2026-11-24', who.secondOfficer));
    };
    const half = on(begun, found(1, 'failed'));
    expect(half.links.filter((link) => link.doneAt === null).map((link) => link.institution)).toEqual([police]);
    const reviewed = on(half, found(0, 'passed'));
    expect(reviewed.links.at(-1)).toMatchObject({ element: 'decide', institution: place.department, doneAt: null });
    expect(disagree(reviewed)).toBe(true);
  });
});

describe('several at once', () => {
  it('takes, gives back and hands over anything; findings and approvals only where the item says so, and never a refusal', () => {
    for (const act of ['claim_link', 'release_link', 'hand_over_link'] as const) expect(bulkObstacle(claimed, act, false)).toBeUndefined();
    for (const act of ['record_finding', 'approve_decision'] as const) expect(bulkObstacle(claimed, act, false)).toMatchObject({ code: 'matter.bulk_not_allowed' });
    expect(bulkObstacle(claimed, 'record_finding', true)).toBeUndefined();
    const proposed = (action: 'granted' | 'refused') => on(claimed, (state) => completeLink(state, proposal({ action }), law, meta('2026-11-24')));
    expect([bulkObstacle(proposed('granted'), 'approve_decision', true), bulkObstacle(proposed('refused'), 'approve_decision', true)]).toMatchObject([undefined, { code: 'matter.bulk_not_granted' }]);
  });
});
