import type { LimitActBody } from '../../../contract/limits.ts';
import type { Defect, FormAnswers, GivenMaterial, MatterView } from '../../../contract/matters.ts';
import type { Stance } from '../../../contract/opinions.ts';
import { answered, api } from '../server/api.ts';

/** An act on a matter or on one of its links, as the clerk or officer means it; id and fact number are added when it is sent. */
export type Act =
  | { readonly kind: 'accept' }
  | { readonly kind: 'request_correction'; readonly defects: readonly Defect[] }
  | { readonly kind: 'refuse_acceptance'; readonly ground: RefusalGround; readonly words: string }
  | { readonly kind: 'supplement' | 'correct_on_spot'; readonly form: FormAnswers; readonly materials: readonly GivenMaterial[] }
  | { readonly kind: 'hand_in_deferred'; readonly materials: readonly GivenMaterial[] }
  | { readonly kind: 'terminate'; readonly words: string }
  | { readonly kind: 'deliver_result'; readonly how: 'counter' | 'courier'; readonly words: string }
  | { readonly kind: 'propose_limit_act'; readonly act: LimitActBody; readonly words: string }
  | { readonly kind: 'approve_limit_act' | 'reject_limit_act'; readonly proposalId: string; readonly words: string }
  | { readonly kind: 'claim_link' | 'release_link'; readonly linkId: string }
  | { readonly kind: 'record_finding'; readonly linkId: string; readonly finding: 'passed' | 'failed'; readonly opinion: string }
  | { readonly kind: 'propose_decision'; readonly linkId: string; readonly outcome: 'granted' | 'refused'; readonly opinion: string }
  | { readonly kind: 'approve_decision' | 'return_decision'; readonly linkId: string; readonly opinion: string }
  | { readonly kind: 'hand_over_link'; readonly linkId: string; readonly to: string; readonly words: string }
  | { readonly kind: 'ask_opinion'; readonly linkId: string; readonly institutions: readonly string[]; readonly workingDays: number; readonly words: string }
  | { readonly kind: 'give_opinion'; readonly linkId: string; readonly stance: Stance; readonly opinion: string }
  | { readonly kind: 'recall_opinion'; readonly linkId: string; readonly words: string };

/** The grounds of 不予受理 (contract/matters.ts refuseAcceptance). */
export const refusalGrounds = ['not_this_authority', 'condition_not_met', 'already_open', 'not_required'] as const;
export type RefusalGround = (typeof refusalGrounds)[number];

const copy = (material: GivenMaterial): GivenMaterial => ({ ...material, files: [...material.files] });

interface Meta {
  readonly commandId: string;
  readonly seenSeq: number;
}

type LinkAct = Extract<Act, { readonly linkId: string }>;
type HandlingAct = Extract<Act, { readonly kind: 'hand_over_link' | 'ask_opinion' | 'give_opinion' | 'recall_opinion' }>;
type LimitAct = Extract<Act, { readonly kind: 'propose_limit_act' | 'approve_limit_act' | 'reject_limit_act' }>;
type MatterAct = Exclude<Act, LinkAct | LimitAct>;

/** Sends an act with its command id and the fact number the actor saw; gives the matter as it then stands. */
export async function callAct(matterId: string, act: Act, commandId: string, seenSeq: number): Promise<MatterView> {
  const meta = { commandId, seenSeq };
  if ('linkId' in act) return callOnLink(matterId, act, meta);
  return 'proposalId' in act || act.kind === 'propose_limit_act' ? callOnLimits(matterId, act, meta) : callOnMatter(matterId, act, meta);
}

async function callOnMatter(matterId: string, act: MatterAct, meta: Meta): Promise<MatterView> {
  const params = { path: { matterId } };
  switch (act.kind) {
    case 'accept':
      return (await answered(api.POST('/api/v1/matters/{matterId}/accept', { params, body: meta }))).matter;
    case 'request_correction':
      return (await answered(api.POST('/api/v1/matters/{matterId}/request-correction', { params, body: { ...meta, defects: [...act.defects] } }))).matter;
    case 'refuse_acceptance':
      return (await answered(api.POST('/api/v1/matters/{matterId}/refuse-acceptance', { params, body: { ...meta, ground: act.ground, words: act.words } }))).matter;
    case 'supplement':
      return (await answered(api.POST('/api/v1/matters/{matterId}/supplement', { params, body: { ...meta, form: act.form, materials: act.materials.map(copy) } }))).matter;
    case 'correct_on_spot':
      return (await answered(api.POST('/api/v1/matters/{matterId}/correct-on-spot', { params, body: { ...meta, form: act.form, materials: act.materials.map(copy) } }))).matter;
    case 'hand_in_deferred':
      return (await answered(api.POST('/api/v1/matters/{matterId}/hand-in-deferred', { params, body: { ...meta, materials: act.materials.map(copy) } }))).matter;
    case 'terminate':
      return (await answered(api.POST('/api/v1/matters/{matterId}/terminate', { params, body: { ...meta, words: act.words } }))).matter;
    case 'deliver_result':
      return (await answered(api.POST('/api/v1/matters/{matterId}/deliver-result', { params, body: { ...meta, how: act.how, words: act.words } }))).matter;
  }
}

async function callOnLimits(matterId: string, act: LimitAct, meta: Meta): Promise<MatterView> {
  switch (act.kind) {
    case 'propose_limit_act':
      return (await answered(api.POST('/api/v1/matters/{matterId}/propose-limit-act', { params: { path: { matterId } }, body: { ...meta, act: act.act, words: act.words } }))).matter;
    case 'approve_limit_act':
      return (await answered(api.POST('/api/v1/matters/{matterId}/proposals/{proposalId}/approve', { params: { path: { matterId, proposalId: act.proposalId } }, body: { ...meta, words: act.words } }))).matter;
    case 'reject_limit_act':
      return (await answered(api.POST('/api/v1/matters/{matterId}/proposals/{proposalId}/reject', { params: { path: { matterId, proposalId: act.proposalId } }, body: { ...meta, words: act.words } }))).matter;
  }
}

async function callOnLink(matterId: string, act: LinkAct, meta: Meta): Promise<MatterView> {
  const params = { path: { matterId, linkId: act.linkId } };
  switch (act.kind) {
    case 'claim_link':
      return (await answered(api.POST('/api/v1/matters/{matterId}/links/{linkId}/claim', { params, body: meta }))).matter;
    case 'release_link':
      return (await answered(api.POST('/api/v1/matters/{matterId}/links/{linkId}/release', { params, body: meta }))).matter;
    case 'record_finding':
      return (await answered(api.POST('/api/v1/matters/{matterId}/links/{linkId}/record-finding', { params, body: { ...meta, finding: act.finding, opinion: act.opinion } }))).matter;
    case 'propose_decision':
      return (await answered(api.POST('/api/v1/matters/{matterId}/links/{linkId}/propose-decision', { params, body: { ...meta, outcome: act.outcome, opinion: act.opinion } }))).matter;
    case 'approve_decision':
      return (await answered(api.POST('/api/v1/matters/{matterId}/links/{linkId}/approve-decision', { params, body: { ...meta, opinion: act.opinion } }))).matter;
    case 'return_decision':
      return (await answered(api.POST('/api/v1/matters/{matterId}/links/{linkId}/return-decision', { params, body: { ...meta, opinion: act.opinion } }))).matter;
    default:
      return callOnHandling(matterId, act, meta);
  }
}

async function callOnHandling(matterId: string, act: HandlingAct, meta: Meta): Promise<MatterView> {
  const params = { path: { matterId, linkId: act.linkId } };
  switch (act.kind) {
    case 'hand_over_link':
      return (await answered(api.POST('/api/v1/matters/{matterId}/links/{linkId}/hand-over', { params, body: { ...meta, to: act.to, words: act.words } }))).matter;
    case 'ask_opinion':
      return (await answered(api.POST('/api/v1/matters/{matterId}/links/{linkId}/ask-opinion', { params, body: { ...meta, institutions: [...act.institutions], workingDays: act.workingDays, words: act.words } }))).matter;
    case 'give_opinion':
      return (await answered(api.POST('/api/v1/matters/{matterId}/links/{linkId}/give-opinion', { params, body: { ...meta, stance: act.stance, words: act.opinion } }))).matter;
    case 'recall_opinion':
      return (await answered(api.POST('/api/v1/matters/{matterId}/links/{linkId}/recall-opinion', { params, body: { ...meta, words: act.words } }))).matter;
  }
}
