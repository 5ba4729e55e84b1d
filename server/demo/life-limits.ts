import { approveLimitAct, proposeLimitAct } from '../domains/matters/decide-limits.ts';
import { findLimit, type LimitAct } from '../domains/matters/matter-limit.ts';
import type { Link, Matter } from '../domains/matters/matter.ts';
import type { Id } from '../kernel/ids.ts';
import { cityId } from './city.ts';
import type { Decide, Run } from './run.ts';
import { limitActWords } from './life-words.ts';
import { officeDay } from './office-hours.ts';

/** Who handles a link, and how time passes in the office. */
export interface Hands {
  readonly link: Link;
  readonly staffId: Id;
  /** somebody else, who may approve; undefined where the department has nobody */
  readonly approver: Id | undefined;
  readonly office: (run: Run, minutes: number, staffId: Id, institution: string, how: Decide) => void;
}

/** Now and then a matter needs a special procedure (one in twenty-five) or more time (one in forty): proposed by whoever has it, approved by another. */
export function handleSpecially(run: Run, hands: Hands): void {
  const statutory = findLimit((run.state as Matter).limits, 'statutory');
  if (!hands.approver || statutory?.clock.limit.unit !== 'working_day' || statutory.passedAt !== null) return;
  const drawn = run.chance.next();
  if (drawn < 0.04) procedure(run, hands);
  else if (drawn < 0.065 && statutory.clock.extensions.length === 0) {
    moved(run, hands, { type: 'extend', document: documentOf(run, '延'), by: run.chance.whole(3, 10), unit: 'working_day' }, limitActWords.extend);
  }
}

function procedure(run: Run, hands: Hands): void {
  const pauseId = cityId(run.world.city, 'pause', `${run.application.index} ${hands.link.linkId}`);
  const ground = run.chance.oneOf(['expert_review', 'appraisal', 'inspection', 'hearing'] as const);
  const announced = run.chance.whole(3, 10);
  moved(run, hands, { type: 'special', pauseId, ground, document: documentOf(run, '特'), announced: { amount: announced, unit: 'working_day' } }, limitActWords.special);
  // Most are over in time, some last longer than announced: then the clock has gone on by itself.
  hands.office(run, officeDay * announced * (0.4 + run.chance.next() * 0.8), hands.staffId, hands.link.institution, propose(run, { type: 'end', pauseId, document: documentOf(run, '结') }, limitActWords.end));
  approve(run, hands);
}

function moved(run: Run, hands: Hands, act: LimitAct, words: string): void {
  hands.office(run, run.chance.whole(10, 60), hands.staffId, hands.link.institution, propose(run, act, words));
  approve(run, hands);
}

function propose(run: Run, act: LimitAct, words: string): Decide {
  const proposalId = cityId(run.world.city, 'proposal', `${run.application.index} ${run.facts.length}`);
  return (state, law, meta) => proposeLimitAct(state, proposalId, act, words, law, meta);
}

function approve(run: Run, { office, approver }: Hands): void {
  const { handlingInstitution } = run.state as Matter;
  office(run, run.chance.whole(15, 200), approver as Id, handlingInstitution, (state, law, meta) => approveLimitAct(state, state.proposals.find((one) => one.outcome === 'open')?.proposalId ?? '', limitActWords.approve, law, meta));
}

/** A document number that nobody else has: the year, the kind, and the matter's place in the invented city. */
const documentOf = (run: Run, kind: string): string => `深演${kind}〔${run.world.city.day.slice(0, 4)}〕${run.application.index + 1}-${run.facts.length}号`;
