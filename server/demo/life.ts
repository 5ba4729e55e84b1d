import { chosenParts } from '../domains/catalogue/index.ts';
import { acceptMatter, claimLink, completeLink, deliverResult, file, refuseAcceptance, terminate, withdraw, type Completion } from '../domains/matters/decide.ts';
import { handInDeferred, requestCorrection, supplement } from '../domains/matters/decide-correction.ts';
import { deemAccepted, recordPassed } from '../domains/matters/decide-limits.ts';
import { findLimit, openLimits } from '../domains/matters/matter-limit.ts';
import { barredFrom } from '../domains/matters/signers.ts';
import { evolve } from '../domains/matters/evolve.ts';
import type { HandedIn } from '../domains/matters/materials.ts';
import type { DefectRef, Link, LinkAction, Matter, MatterFact } from '../domains/matters/matter.ts';
import { lawFor } from '../domains/matters/routes-context.ts';
import { byOf, type By } from '../kernel/actor.ts';
import type { Id } from '../kernel/ids.ts';
import { instantOfMs, msOf, type Instant } from '../kernel/instant.ts';
import type { Application } from './application.ts';
import type { Chance } from './chance.ts';
import type { Decide, Filed, Run } from './run.ts';
import { handleSpecially } from './life-limits.ts';
import { correctionWords, deliveryWords, opinions, refusalWords, terminationWords } from './life-words.ts';
import { afterOfficeTime, officeDay } from './office-hours.ts';
import { contextAt, later, type World } from './world.ts';

/** What happened to a matter, and how it stands. */
export interface Life {
  readonly state: Matter;
  readonly facts: readonly MatterFact[];
}

/** Set when the next thing would happen after now: the life is told as far as it has come. */
class NotYet extends Error {}

/**
 * The life of a matter from its filing to now, every fact decided by the domain's own rules at its moment. How fast hands are and what they find
 * is drawn: about one in six links takes longer than its share of the promised days, a few applications lack something, a few are refused.
 */
export function live(world: World, application: Application, filed: Filed): Life {
  for (let attempt = 0; ; attempt += 1) {
    const life = oneLife(world, application, filed, world.chance(`life/${application.index}/${attempt}`));
    if (application.wanted === undefined || life.state.status === application.wanted || attempt >= 80) return life;
  }
}

function oneLife(world: World, application: Application, filed: Filed, chance: Chance): Life {
  const run: Run = { world, application, filed, chance, facts: [], clerk: oneOfStaff(world, application.accepting, 'window_clerk', chance), state: null, at: application.receivedAt, overtaken: false };
  decide(run, application.receivedAt, byFiler(run), (_state, law, meta) => file(null, filingOf(run), law, meta));
  try {
    if (!application.found.item.bundle && chance.happens(0.025)) {
      resident(run, chance.next() * 2, (state, _law, meta) => withdraw(state, meta));
    } else if (application.found.item.bundle) {
      // Its items live by the server's own jobs, which find it accepted.
      office(run, chance.whole(1, 5), run.clerk, application.accepting, (state, law, meta) => acceptMatter(state, law, meta));
    } else if (reception(run)) {
      run.overtaken = false;
      while (run.state?.status === 'accepted') handleNext(run);
      handOver(run);
    }
  } catch (error) {
    if (!(error instanceof NotYet)) throw error;
  }
  // Also where nothing more is done: a result that nobody fetches is late one day.
  passClocks(run, run.world.now);
  if (run.state === null) throw new Error('invented city: a matter without a filing');
  return { state: run.state, facts: run.facts };
}


/** Takes a decision of the domain as what happened; one that is refused is a fault of this file. Clocks that passed before it are recorded first. */
function decide(run: Run, at: Instant, by: By, how: Decide): void {
  passClocks(run, at);
  if (run.state?.status === 'accepted' && run.overtaken) return;
  take(run, at, by, how);
}

/** What the sweep would have recorded by `at`: each breach at its moment, and silence as acceptance. */
function passClocks(run: Run, at: Instant): void {
  const system = byOf({ kind: 'system', job: 'matters.when_limit_passed_record' });
  for (;;) {
    const passed = (run.state ? openLimits(run.state.limits) : []).filter((one) => one.passedAt === null && one.dueAt < at && one.dueAt < run.world.now).sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1))[0];
    if (!passed) return;
    const moment = later(instantOfMs(msOf(passed.dueAt) + run.chance.whole(2_000, 9_000)), run.at);
    take(run, moment, system, (state, _law, meta) => recordPassed(state, passed.limitId, passed.dueAt, meta));
    if (passed.kind !== 'notice') continue;
    take(run, moment, system, (state, law, meta) => deemAccepted(state, law, meta));
    run.overtaken = true;
  }
}

function take(run: Run, at: Instant, by: By, how: Decide): void {
  const { found, areaUnit, accepting, matterId } = run.application;
  if (at > run.world.now) throw new NotYet();
  const law = lawFor(contextAt(run.world, at), found, { areaUnit, acceptingInstitution: accepting, matterId });
  const decision = how(run.state as Matter, law, { at, by });
  if (!decision.ok) throw new Error(`invented city: ${run.application.found.ref.taskCode} ${decision.code} ${JSON.stringify(decision.params)} ${JSON.stringify(decision.errors ?? [])}`);
  for (const fact of decision.facts) run.state = evolve(run.state, fact);
  run.facts.push(...decision.facts);
  run.at = at;
}

/** Somebody of the office does something after so much office time, at least a few seconds after what went before. */
function office(run: Run, minutes: number, staffId: Id, institution: string, how: Decide): void {
  const at = later(afterOfficeTime(run.world.app.calendar.calendar, run.at, minutes), instantOfMs(msOf(run.at) + run.chance.whole(4_000, 40_000)));
  decide(run, at, byOf({ kind: 'staff', staffId, posts: [] }, institution), how);
}

/** The applicant does something after so many days, at any hour. */
function resident(run: Run, days: number, how: Decide): void {
  decide(run, instantOfMs(msOf(run.at) + Math.floor(days * 86_400_000) + run.chance.whole(60_000, 900_000)), byOf({ kind: 'resident', partyId: run.application.applicant.partyId }), how);
}

const byFiler = (run: Run): By =>
  run.application.channel === 'online' ? byOf({ kind: 'resident', partyId: run.application.applicant.partyId }) : byOf({ kind: 'staff', staffId: run.clerk, posts: [] }, run.application.accepting);

function filingOf(run: Run): Parameters<typeof file>[1] {
  const { application, filed } = run;
  const { bundle } = application.found.item;
  return {
    number: filed.number, channel: application.channel, areaUnit: application.areaUnit, acceptingInstitution: application.accepting, handlingInstitution: application.handling,
    partyId: application.applicant.partyId, organisationId: application.firm?.partyId ?? null, handedIn: filed.handedIn,
    particulars: { answers: application.answers, form: application.form, fileNames: filed.fileNames }, judgement: application.judgement,
    ...(bundle ? { parts: chosenParts(bundle, application.found.handling.questions, application.answers) } : {}),
  };
}

/** The window's part: accepted, or not, or sent back once; answers whether it came to acceptance. */
function reception(run: Run): boolean {
  const { application, chance } = run;
  const { accepting, channel } = application;
  const wait = channel === 'window' && chance.happens(0.85) ? chance.whole(1, 5) : officeDay * (chance.happens(0.06) ? 5 + chance.next() * 4 : 0.05 + chance.next() * 1.6);
  const drawn = chance.next();
  const [correct, refuse] = channel === 'window' ? [0.09, 0.03] : [0.17, 0.05];
  if (drawn < refuse) {
    const [ground, words] = chance.oneOf(refusalWords);
    office(run, wait, run.clerk, accepting, (state, _law, meta) => refuseAcceptance(state, ground, words, meta));
    return run.overtaken;
  }
  if (drawn < refuse + correct) sendBack(run, wait);
  office(run, drawn < refuse + correct ? officeDay * (0.1 + chance.next() * 1.2) : wait, run.clerk, accepting, (state, law, meta) => acceptMatter(state, law, meta));
  return true;
}

/** 一次性告知 and the answer to it; one in six never answers: the matter waits, and is sent back some days after the deadline. */
function sendBack(run: Run, wait: number): void {
  const { application, chance, filed } = run;
  const handedIn = filed.handedIn.filter((one) => one.form !== 'from_city');
  const faulty = handedIn.length === 0 ? [] : [handedIn[chance.whole(0, handedIn.length - 1)], ...(chance.happens(0.3) ? [handedIn[0]] : [])];
  const picked = [...new Map(faulty.flatMap((one) => (one ? [[one.code, one] as const] : []))).values()];
  const fault = chance.oneOf(['unreadable', 'expired', 'inconsistent', 'wrong_document'] as const);
  const defects: readonly DefectRef[] = picked.length > 0 ? picked.map((one) => ({ about: 'material', code: one.code, fault })) : [{ about: 'other', code: 'other', fault: 'inconsistent' }];
  const known = { materials: application.found.handling.materials.map((one) => one.material_code), fields: Object.keys(application.found.handling.form.schema.properties) };
  office(run, wait, run.clerk, application.accepting, (state, law, meta) => requestCorrection(state, defects, defects.map((defect) => correctionWords[defect.fault]), known, law, meta));
  if (run.overtaken) return;
  if (chance.happens(1 / 6)) {
    const { dueAt } = findLimit((run.state as Matter).limits, 'correction') ?? { dueAt: run.at };
    decide(run, instantOfMs(msOf(dueAt) + chance.whole(9, 90) * 3_600_000), byOf({ kind: 'staff', staffId: run.clerk, posts: [] }, application.accepting), (state, _law, meta) => terminate(state, terminationWords, meta));
    throw new NotYet();
  }
  const answer: Decide = (state, law, meta) => supplement(state, { handedIn: picked, particulars: { form: application.form, fileNames: filed.fileNames }, changedFields: [], judgement: application.judgement }, application.channel, law, meta);
  if (application.channel === 'online') resident(run, 0.2 + chance.next() * 5, answer);
  else office(run, officeDay * (0.3 + chance.next() * 4), run.clerk, application.accepting, answer);
}

/** The next open link is taken and ended. */
function handleNext(run: Run): void {
  const { chance, world, application } = run;
  const state = run.state as Matter;
  const link = state.links.find((one) => one.doneAt === null);
  if (!link) throw new Error('invented city: an accepted matter without an open link');
  if (chance.happens(0.006)) return resident(run, chance.next(), (matter, _law, meta) => withdraw(matter, meta));
  const staffId = link.post === 'window_clerk' ? run.clerk : oneOfStaff(world, link.institution, link.post, chance, barredFrom(state, link));
  const minutes = application.found.item.implementation_item.project_type === '1' ? chance.whole(2, 9) : shareOfPromise(run);
  office(run, minutes * 0.6, staffId, link.institution, (matter, _law, meta) => claimLink(matter, link.linkId, staffId, meta));
  if (link.kind !== 'approve') handleSpecially(run, { link, staffId, approver: world.staff(state.handlingInstitution, 'approver').find((one) => one !== staffId), office });
  bringDeferred(run);
  const completion = completionOf(run.state as Matter, link, staffId, chance);
  office(run, minutes * 0.4, staffId, link.institution, (matter, law, meta) => completeLink(matter, completion, law, meta));
}

/** 容缺补交: what was to come later comes before the decision. */
function bringDeferred(run: Run): void {
  const awaited = (run.state as Matter).materials.filter((one) => one.form === 'deferred');
  if (awaited.length === 0) return;
  const given: HandedIn[] = awaited.map((one) => ({ code: one.code, form: 'seen_at_window', files: [] }));
  office(run, officeDay * (0.2 + run.chance.next() * 2), run.clerk, run.application.accepting, (state, _law, meta) => handInDeferred(state, given, {}, run.application.judgement, 'window', meta));
}

/** 送达: collected within some days, or not yet; who applied online fetches the paper too, for the older results of an invented city have no electronic one. */
function handOver(run: Run): void {
  if (run.state?.status !== 'completed' || run.state.deliveredAt !== null || (run.state.delivery === 'in_person' && run.chance.happens(0.08))) return;
  const how = run.chance.happens(0.7) ? ('counter' as const) : ('courier' as const);
  office(run, officeDay * (0.1 + run.chance.next() * 7), run.clerk, run.application.accepting, (state, _law, meta) => deliverResult(state, how, deliveryWords[how], meta));
}

/** Office minutes for one link: most hands are well within their share of the promised days, one in six goes over it. */
function shareOfPromise(run: Run): number {
  const { promise_day, handle_flow } = run.application.found.item.implementation_item;
  const drawn = run.chance.next();
  const pace = drawn < 0.62 ? 0.2 + run.chance.next() * 0.55 : drawn < 0.84 ? 0.75 + run.chance.next() * 0.25 : drawn < 0.95 ? 1 + run.chance.next() * 0.6 : 1.6 + run.chance.next() * 1.2;
  return (Math.max(promise_day, 1) * officeDay * pace) / Math.max(handle_flow.length, 1);
}

function completionOf(state: Matter, link: Link, staffId: Id, chance: Chance): Completion {
  const opinion = (action: LinkAction): string => chance.oneOf(opinions[action]);
  const base = { linkId: link.linkId, staffId };
  switch (link.kind) {
    case 'review':
    case 'visit':
    case 'inspect': {
      const action = chance.happens(0.95) ? 'passed' : 'failed';
      return { ...base, act: 'record_finding', action, opinion: opinion(action) };
    }
    case 'consult': {
      throw new Error('invented city: an opinion is given, not completed');
    }
    case 'decide': {
      const failed = state.links.some((one) => one.action === 'failed');
      const action = chance.happens(failed ? 0.85 : 0.03) ? 'refused' : 'granted';
      return { ...base, act: 'propose_decision', action, opinion: opinion(action) };
    }
    case 'approve': {
      const again = state.links.some((one) => one.action === 'returned');
      return !again && chance.happens(0.04) ? { ...base, act: 'return_decision', action: 'returned', opinion: opinion('returned') } : { ...base, act: 'approve_decision', action: 'agreed', opinion: opinion('agreed') };
    }
  }
}

function oneOfStaff(world: World, institution: string, post: Link['post'], chance: Chance, except: readonly Id[] = []): Id {
  const [first, ...rest] = world.staff(institution, post).filter((staffId) => !except.includes(staffId));
  if (first === undefined) throw new Error(`invented city: nobody is ${post} at ${institution}`);
  return chance.oneOf([first, ...rest]);
}
