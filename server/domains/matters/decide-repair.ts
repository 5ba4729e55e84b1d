import { accept, refuse, type Refusal } from '../../kernel/decider.ts';
import type { Id } from '../../kernel/ids.ts';
import { wrongPerson } from '../../kernel/two-persons.ts';
import { notNow, type MatterDecision, type Meta } from './decide.ts';
import type { Repair, RepairReason } from './matter-promises.ts';
import type { Matter, MatterFact } from './matter.ts';

/** Words of this matter that count against the applicant: promises the result was taken back for, and deferred materials that did not come in time; less those repaired. */
export function countingWords(state: Matter): readonly string[] {
  const broken = state.revokedAt !== undefined && state.revocation?.ground === 'promise_broken' ? state.revocation.materials : [];
  const repaired = (state.repairs ?? []).filter((one) => one.outcome === 'approved').map((one) => one.material);
  return [...new Set([...broken, ...(state.lapsed ?? [])])].filter((code) => !repaired.includes(code)).sort();
}

/** 信用修复 (L-016): an officer proposes, with a reason and its document, that a broken or missed word count no longer. */
export function proposeRepair(state: Matter, proposal: { readonly proposalId: Id; readonly material: string; readonly reason: RepairReason; readonly document: string; readonly words: string }, meta: Meta): MatterDecision {
  const wrong = notNow(state, 'propose_repair');
  if (wrong) return wrong;
  const { words, ...content } = proposal;
  if (!countingWords(state).includes(content.material)) return refuse('matter.nothing_to_repair');
  if ((state.repairs ?? []).some((one) => one.outcome === 'open')) return refuse('matter.repair_open');
  return accept<MatterFact>({ kind: 'repair_proposed', ...meta, content, sealed: { words } });
}

/** The second person agrees, and the word counts no longer; or not. */
export function decideRepair(state: Matter, proposalId: Id, approved: boolean, words: string, meta: Meta): MatterDecision {
  const found = openRepair(state, proposalId, meta.by.id);
  if (!found.ok) return found;
  return accept<MatterFact>(approved ? { kind: 'repair_approved', ...meta, content: { proposalId, material: found.repair.material }, sealed: { words } } : { kind: 'repair_rejected', ...meta, content: { proposalId }, sealed: { words } });
}

function openRepair(state: Matter, proposalId: Id, staffId: Id): { ok: true; repair: Repair } | Refusal {
  const wrong = notNow(state, 'decide_repair');
  if (wrong) return wrong;
  const repair = state.repairs?.find((one) => one.proposalId === proposalId);
  if (!repair) return refuse('matter.proposal_unknown');
  if (repair.outcome !== 'open') return refuse('matter.proposal_decided');
  return wrongPerson('approve', repair.proposedBy, staffId) ? refuse('matter.same_person') : { ok: true, repair };
}
