import type { MatterView } from '../../../contract/matters.ts';
import type { PromiseView, RepairView, RevocationView } from '../../../contract/promise-views.ts';
import type { Actor } from '../../kernel/actor.ts';
import { localDayOf } from '../../kernel/instant.ts';
import { countingWords } from './decide-repair.ts';
import { findLimit } from './matter-limit.ts';
import { mayAct } from './policy.ts';
import type { Context, FoundItem } from './routes-context.ts';
import { dueView } from './routes-dues.ts';
import type { MatterFile } from './store.ts';

/** The name under which each promise was affirmed, by material code: sealed with the filing and with what was handed in later. */
export function affirmedIn(file: MatterFile): Readonly<Record<string, string>> {
  return Object.assign({}, ...file.facts.map((fact) => file.sealed.get(fact.seq)?.affirmed ?? {})) as Record<string, string>;
}

/** What was vouched for and what the office found. */
export function promiseViews(context: Context, actor: Actor, file: MatterFile, found: FoundItem): PromiseView[] {
  const { state: matter } = file;
  const names = affirmedIn(file);
  return matter.materials.filter((one) => one.form === 'promised').flatMap((one) => {
    const material = found.handling.materials.find((other) => other.material_code === one.code);
    if (!material?.promise) return [];
    const limit = findLimit(matter.limits, `promise:${one.code}`);
    return [{
      materialCode: one.code, name: material.material_name, promiseText: material.promise.promise_text, affirmedBy: names[one.code] ?? null, kept: shownFinding(actor, file, one.code),
      words: actor.kind === 'resident' ? null : wordsOf(file, (kind, content) => kind === 'promise_checked' && content.material === one.code), due: limit ? dueView(context, limit) : null,
    }];
  });
}

/** A broken promise is one person's finding until a second has agreed: the applicant is told what stands. */
function shownFinding(actor: Actor, file: MatterFile, code: string): boolean | null {
  const kept = file.state.promises?.[code];
  if (kept === undefined) return null;
  return actor.kind === 'resident' && !kept && file.state.revokedAt === undefined ? null : kept;
}

/** The proposal to take the result back, as far as the caller may see it. */
export function revocationView(actor: Actor, file: MatterFile, found: FoundItem, staff: ReadonlyMap<string, string>): RevocationView | null {
  const { revocation } = file.state;
  if (!revocation || (actor.kind === 'resident' && revocation.outcome !== 'approved')) return null;
  const { proposalId, ground, materials, proposedBy, proposedAt, outcome, decidedBy, decidedAt } = revocation;
  const inside = actor.kind !== 'resident';
  return {
    proposalId, ground, materials: materials.map((code) => ({ materialCode: code, name: nameOf(found, code) })),
    words: inside ? (wordsOf(file, (kind, content) => kind === 'revocation_proposed' && content.proposalId === proposalId) ?? '') : '', proposedAt, proposedByName: inside ? (staff.get(proposedBy) ?? '') : '',
    outcome, decidedAt, decidedByName: inside && decidedBy ? (staff.get(decidedBy) ?? '') : '',
    decisionWords: wordsOf(file, (kind, content) => (kind === 'result_revoked' || kind === 'revocation_rejected') && content.proposalId === proposalId) ?? '',
    mayDecide: outcome === 'open' && mayAct(actor, file.state, 'approve_revocation'),
  };
}

/** Words that count against the applicant, and the proposals to repair them. */
export function repairViews(actor: Actor, file: MatterFile, found: FoundItem, staff: ReadonlyMap<string, string>): Pick<MatterView, 'countingWords' | 'repairs'> {
  const inside = actor.kind !== 'resident';
  const repairs = (file.state.repairs ?? []).filter((one) => inside || one.outcome !== 'open').map(({ proposalId, material, reason, document, proposedAt, proposedBy, outcome, decidedAt, decidedBy }): RepairView => ({
    proposalId, materialCode: material, name: nameOf(found, material), reason, document, proposedAt, outcome, decidedAt,
    words: inside ? (wordsOf(file, (kind, content) => kind === 'repair_proposed' && content.proposalId === proposalId) ?? '') : '', proposedByName: inside ? (staff.get(proposedBy) ?? '') : '',
    decidedByName: inside && decidedBy ? (staff.get(decidedBy) ?? '') : '', decisionWords: wordsOf(file, (kind, content) => (kind === 'repair_approved' || kind === 'repair_rejected') && content.proposalId === proposalId) ?? '',
    mayDecide: outcome === 'open' && mayAct(actor, file.state, 'decide_repair'),
  }));
  return { countingWords: countingWords(file.state).map((code) => ({ materialCode: code, name: nameOf(found, code) })), repairs };
}

const nameOf = (found: FoundItem, code: string): RevocationView['materials'][number]['name'] =>
  found.handling.materials.find((one) => one.material_code === code)?.material_name ?? { 'zh-CN': code, 'zh-HK': code, en: code };

function wordsOf(file: MatterFile, which: (kind: string, content: Record<string, unknown>) => boolean): string | null {
  const fact = file.facts.findLast((one) => which(one.kind, one.content as Record<string, unknown>));
  const words = fact && file.sealed.get(fact.seq)?.words;
  return typeof words === 'string' ? words : null;
}

/** What follows when a deferred material does not come, as the item says, and whether its day has passed. */
export const deferralView = (found: FoundItem, file: MatterFile, code: string): MatterView['materials'][number]['deferral'] => {
  const material = found.handling.materials.find((one) => one.material_code === code);
  return material?.is_need === 'deferrable' ? { consequence: material.deferral?.consequence ?? 'remind', lapsed: (file.state.lapsed ?? []).includes(code) } : null;
};

/** The words of a revocation for a paper: on which day, why, and what the second person wrote; undefined while the result stands. */
export function revocationOf(file: MatterFile, found: FoundItem): { readonly on: string; readonly ground: RevocationView['ground']; readonly materials: RevocationView['materials']; readonly words: string } | undefined {
  const { revokedAt, revocationGround } = file.state;
  if (revokedAt === undefined || !revocationGround) return undefined;
  return { on: localDayOf(revokedAt), ground: revocationGround, materials: (file.state.revocation?.materials ?? []).map((code) => ({ materialCode: code, name: nameOf(found, code) })), words: wordsOf(file, (kind) => kind === 'result_revoked') ?? '' };
}
