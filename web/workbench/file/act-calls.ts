import type { Defect, FormAnswers, GivenMaterial, MatterView } from '../../../contract/matters.ts';
import { answered, api } from '../server/api.ts';

/** An act on a matter or on one of its links, as the clerk or officer means it; id and fact number are added when it is sent. */
export type Act =
  | { readonly kind: 'accept' }
  | { readonly kind: 'request_correction'; readonly defects: readonly Defect[] }
  | { readonly kind: 'refuse_acceptance'; readonly ground: RefusalGround; readonly words: string }
  | { readonly kind: 'supplement'; readonly form: FormAnswers; readonly materials: readonly GivenMaterial[] }
  | { readonly kind: 'claim_link' | 'release_link'; readonly linkId: string }
  | { readonly kind: 'record_finding'; readonly linkId: string; readonly finding: 'passed' | 'failed'; readonly opinion: string }
  | { readonly kind: 'propose_decision'; readonly linkId: string; readonly outcome: 'granted' | 'refused'; readonly opinion: string }
  | { readonly kind: 'approve_decision' | 'return_decision'; readonly linkId: string; readonly opinion: string };

/** The grounds of 不予受理 (contract/matters.ts refuseAcceptance). */
export const refusalGrounds = ['not_this_authority', 'condition_not_met', 'already_open', 'not_required'] as const;
export type RefusalGround = (typeof refusalGrounds)[number];

const copy = (material: GivenMaterial): GivenMaterial => ({ ...material, files: [...material.files] });

/** Sends an act with its command id and the fact number the actor saw; gives the matter as it then stands. */
export async function callAct(matterId: string, act: Act, commandId: string, seenSeq: number): Promise<MatterView> {
  const meta = { commandId, seenSeq };
  const path = { matterId };
  const onLink = 'linkId' in act ? { path: { matterId, linkId: act.linkId } } : { path: { matterId, linkId: '' } };
  switch (act.kind) {
    case 'accept':
      return (await answered(api.POST('/api/v1/matters/{matterId}/accept', { params: { path }, body: meta }))).matter;
    case 'request_correction':
      return (await answered(api.POST('/api/v1/matters/{matterId}/request-correction', { params: { path }, body: { ...meta, defects: [...act.defects] } }))).matter;
    case 'refuse_acceptance':
      return (await answered(api.POST('/api/v1/matters/{matterId}/refuse-acceptance', { params: { path }, body: { ...meta, ground: act.ground, words: act.words } }))).matter;
    case 'supplement':
      return (await answered(api.POST('/api/v1/matters/{matterId}/supplement', { params: { path }, body: { ...meta, form: act.form, materials: act.materials.map(copy) } }))).matter;
    case 'claim_link':
      return (await answered(api.POST('/api/v1/matters/{matterId}/links/{linkId}/claim', { params: onLink, body: meta }))).matter;
    case 'release_link':
      return (await answered(api.POST('/api/v1/matters/{matterId}/links/{linkId}/release', { params: onLink, body: meta }))).matter;
    case 'record_finding':
      return (await answered(api.POST('/api/v1/matters/{matterId}/links/{linkId}/record-finding', { params: onLink, body: { ...meta, finding: act.finding, opinion: act.opinion } }))).matter;
    case 'propose_decision':
      return (await answered(api.POST('/api/v1/matters/{matterId}/links/{linkId}/propose-decision', { params: onLink, body: { ...meta, outcome: act.outcome, opinion: act.opinion } }))).matter;
    case 'approve_decision':
      return (await answered(api.POST('/api/v1/matters/{matterId}/links/{linkId}/approve-decision', { params: onLink, body: { ...meta, opinion: act.opinion } }))).matter;
    case 'return_decision':
      return (await answered(api.POST('/api/v1/matters/{matterId}/links/{linkId}/return-decision', { params: onLink, body: { ...meta, opinion: act.opinion } }))).matter;
  }
}
