import { say, type Language, type Localized } from '../../../contract/language.ts';
import { matterPaperMessages as words } from '../../../contract/messages/matters.ts';
import { uiMessages } from '../../../contract/messages/ui.ts';
import { refuse, type Refusal } from '../../kernel/decider.ts';
import { localDayOf } from '../../kernel/instant.ts';
import type { GlyphMissing, Paper, PaperEvaluation, PaperPress, RenderedPaper } from '../../platform/papers/index.ts';
import type { MatterView } from '../../../contract/matters.ts';
import { evaluationPath, type EventId } from '../evaluations/index.ts';
import { checkCode } from '../../platform/crypto/index.ts';
import { limitNoticeOf, terminationOf } from './routes-limit-papers.ts';
import { findItem, institutionName, type Context, type FoundItem } from './routes-context.ts';
import { dayOf, defectsOf, nameOf, remediesIn, sourceAt, type PaperSource } from './routes-paper-source.ts';
import { findLimit } from './matter-limit.ts';
import { lapsedReason, revokedIn, wordFormOf, wordsToKeep } from './routes-word-papers.ts';
import { paperProof } from './routes-proof.ts';
import { personalPart, progressPath } from './routes-present.ts';
import type { MatterFile } from './store.ts';

/** What a paper says of its holder. */
interface Holder {
  readonly name: string;
  readonly numberMasked: string;
}

/**
 * The paper of a kind, made from the facts: for the same facts, language and holder always the same bytes; but a receipt carries the promise of its place in the log until the proof is there. A notice is drawn from the facts
 * up to the one it tells of, so it says for ever what was the case when it was issued; what moved later has a notice of its own. `proposal` names the act
 * of a limit notice, the newest without it.
 */
export async function renderMatterPaper(
  context: Context, press: PaperPress, file: MatterFile, kind: MatterView['papers'][number], language: Language, proposal?: string,
): Promise<RenderedPaper | GlyphMissing | Refusal> {
  const found = findItem(context, file.state.item.taskCode, file.state.item.handlingItem, file.state.item.version, file.state.item);
  const holder = await holderOf(context, file);
  if (!found || !holder) return refuse('matter.paper_not_there');
  const check = checkOf(context, file);
  const sheet = { language, number: file.state.number, item: found.item.catalog_item.task_name[language], applicant: holder.name, check };
  const source: PaperSource = { context, file, found, language, sheet, complaint: { phone: '12345', body: words['papers.complaint_body'][language] } };
  const drawn = kind === 'limit_notice' ? limitNoticeOf(source, proposal) : paperOf(source, holder, kind);
  // The receipt carries what anybody checks without us.
  const paper = drawn?.kind === 'receipt' || drawn?.kind === 'receipt-ticket' ? { ...drawn, proof: { ...(await paperProof(context, file)), site: context.publicUrl } } : drawn;
  return paper ? press.render(paper) : refuse('matter.paper_not_there');
}

async function holderOf(context: Context, file: MatterFile): Promise<Holder | undefined> {
  const id = file.state.organisationId ?? file.state.partyId;
  const [views, whole] = await Promise.all([context.people.parties([id]), context.people.particulars(id)]);
  const view = views.get(id);
  return view && whole ? { name: whole.name, numberMasked: view.numberMasked } : undefined;
}

function paperOf(source: PaperSource, holder: Holder, kind: Exclude<MatterView['papers'][number], 'limit_notice'>): Paper | undefined {
  switch (kind) {
    case 'receipt':
    case 'ticket':
      return receiptOf(source, kind === 'receipt' ? 'receipt' : 'receipt-ticket');
    case 'correction_notice':
      return correctionOf(source);
    case 'acceptance_notice':
    case 'deemed_acceptance_notice':
      return acceptanceOf(source);
    case 'non_acceptance_notice':
      return nonAcceptanceOf(source);
    case 'termination_notice':
      return terminationOf(source);
    case 'result':
      return resultOf(source.context, source.file, source.found, holder, source.sheet, source.language);
  }
}

/** Facts that set or move the day a receipt shows: it is issued anew with each. */
const setsTheDay: readonly string[] = ['matter_filed', 'supplemented', 'matter_accepted', 'deemed_accepted', 'limit_act_approved', 'limits_recomputed'];

/** The slip that goes with the person: it shows the day that counts when it is drawn, so that it never contradicts the screens. */
function receiptOf(source: PaperSource, kind: 'receipt' | 'receipt-ticket'): Paper | undefined {
  const { context, file: { state: matter, matterId }, found, file, language, sheet, complaint } = source;
  const promised = dayOf(source, 'promised');
  const day = promised ?? dayOf(source, 'notice');
  const unit = nameOf(source, matter.acceptingInstitution);
  return day && {
    ...sheet, kind, unit, issuedAt: file.facts.findLast((fact) => setsTheDay.includes(fact.kind))?.at ?? matter.receivedAt, receivedAt: matter.receivedAt, receivedBy: unit, materials: materialsOf(context, found, file, language), dayKind: promised ? 'promised' : 'notice', day,
    next: nextSteps(context, found, file, language), complaint,
    // A filing on one's own is no service that anybody could rate; one at a window is.
    ...(matter.channel === 'window' ? { evaluate: evaluationOf(context, matterId, 'filing') } : {}),
  };
}

/** The code by which the holder of a paper rates a service; it opens once the service was given. */
const evaluationOf = (context: Context, matterId: string, event: EventId): PaperEvaluation => ({ url: `${context.publicUrl}${evaluationPath(context.pipeline.keys, matterId, event)}` });

function correctionOf(whole: PaperSource): Paper | undefined {
  const source = sourceAt(whole, (fact) => fact.kind === 'correction_requested');
  if (!source) return undefined;
  const { file, found, language, sheet, complaint } = source;
  const { state: matter } = file;
  const respondBy = dayOf(source, 'correction');
  const unit = nameOf(source, matter.acceptingInstitution);
  return {
    ...sheet, kind: 'correction-notice', unit, issuedAt: source.at, documentNumber: `${matter.number}-B${matter.corrections}`, receivedOn: localDayOf(matter.receivedAt),
    defects: defectsOf(found, file, language), ...(respondBy ? { respondBy } : {}), submitAt: [words['papers.submit_online'][language], unit], questions: words['papers.questions'][language], complaint,
  };
}

function acceptanceOf(whole: PaperSource): Paper | undefined {
  const source = sourceAt(whole, (fact) => fact.kind === 'matter_accepted' || fact.kind === 'deemed_accepted');
  const promised = source && dayOf(source, 'promised');
  if (!source || !promised) return undefined;
  const { context, file, found, language, sheet, complaint } = source;
  const { state: matter } = file;
  const statutory = dayOf(source, 'statutory');
  const notice = findLimit(matter.limits, 'notice');
  return {
    ...sheet, kind: matter.deemed ? 'deemed-acceptance-notice' : 'acceptance-notice', unit: nameOf(source, matter.acceptingInstitution), issuedAt: source.at, documentNumber: `${matter.number}-S`,
    acceptedOn: localDayOf(matter.acceptedAt ?? source.at), ...(matter.deemed && notice ? { silence: { receivedOn: localDayOf(notice.clock.startedAt), noticeDueOn: notice.dueOn } } : {}),
    promised, ...(statutory ? { statutory } : {}), steps: nextSteps(context, found, file, language), fee: feeOf(found, language), complaint,
  };
}

function nonAcceptanceOf(whole: PaperSource): Paper | undefined {
  const source = sourceAt(whole, (fact) => fact.kind === 'acceptance_refused');
  const ground = source?.file.state.refusalGround;
  if (!source || !ground) return undefined;
  const { file, found, language, sheet, complaint } = source;
  const { state: matter } = file;
  return {
    ...sheet, kind: 'non-acceptance-notice', unit: nameOf(source, matter.acceptingInstitution), issuedAt: source.at, documentNumber: `${matter.number}-N`, receivedOn: localDayOf(matter.receivedAt),
    reasons: [{
      reason: [words[`ground.${ground}`][language], personalPart(file).refusalWords].filter(Boolean).join(language === 'en' ? '. ' : '。'),
      basis: found.item.catalog_item.by_law.map((law) => [law.law_name, law.terms_number].filter(Boolean).join(' ')).slice(0, 2).join('；'),
    }],
    advice: [words[`advice.${ground}`][language]], remedies: remediesIn(language), questions: words['papers.questions'][language], complaint,
  };
}

function resultOf(context: Context, file: MatterFile, found: FoundItem, holder: Holder, sheet: { language: Language; number: string; item: string; applicant: string }, language: Language): Paper | undefined {
  const { state: matter } = file;
  if (!matter.completedAt || !matter.outcome || !matter.decidedAt || !matter.resultNumber) return undefined;
  const implementation = found.item.implementation_item;
  const unit = institutionName(context, matter.handlingInstitution)[language];
  const decidedOn = localDayOf(matter.decidedAt);
  const url = `${context.publicUrl}/results?number=${encodeURIComponent(matter.resultNumber)}&code=${checkCode(context.pipeline.keys, file.matterId)}`;
  const until = implementation.result_valid_months && matter.outcome === 'granted' ? validTo(decidedOn, implementation.result_valid_months) : undefined;
  const body = say(words[`result.${matter.outcome}`], language, { item: sheet.item, applicant: holder.name, unit });
  const revoked = revokedIn(file, found, language);
  return {
    ...sheet, kind: 'result', unit, issuedAt: matter.completedAt, title: implementation.result_name[language], documentNumber: matter.resultNumber,
    check: { url, site: `${context.publicUrl}/results`, code: checkCode(context.pipeline.keys, file.matterId) }, decision: matter.outcome,
    body: revoked ? [revoked, body] : matter.outcome === 'refused' ? [body, ...decisionReasons(file, found, language)] : [body], holderNumber: holder.numberMasked, decidedOn,
    ...(matter.outcome === 'granted' && !revoked ? { validity: until ? { from: decidedOn, to: until } : { from: decidedOn } } : {}),
    ...(matter.outcome === 'refused' || revoked ? { remedies: remediesIn(language) } : {}),
    evaluate: evaluationOf(context, file.matterId, 'result'),
  };
}

/** The reasons of a refusal are the deciding officer's words (行政许可法 38: a refusal states its reasons). */
function decisionReasons(file: MatterFile, found: FoundItem, language: Language): readonly string[] {
  const lapsed = lapsedReason(file, found, language);
  if (lapsed) return [lapsed];
  const decided = file.state.links.findLast((link) => link.kind === 'decide' && link.doneAt !== null);
  const fact = file.facts.find((one) => one.kind === 'link_completed' && (one.content as { linkId: string }).linkId === decided?.linkId);
  const opinion = fact && (file.sealed.get(fact.seq)?.opinion as string | undefined);
  return opinion ? [opinion] : [];
}

/** The last day of a validity of whole months from its first day. */
export function validTo(from: string, months: number): string {
  const [year = 0, month = 1, day = 1] = from.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(day, last)) - 86_400_000).toISOString().slice(0, 10);
}

function checkOf(context: Context, file: MatterFile): Paper['check'] {
  const code = checkCode(context.pipeline.keys, file.matterId);
  return { url: `${context.publicUrl}${progressPath(file.state.number, code)}`, site: `${context.publicUrl}/progress`, code };
}

function materialsOf(context: Context, found: FoundItem, file: MatterFile, language: Language): { name: string; form: string; count: number }[] {
  return file.state.materials.map((given) => ({
    name: found.handling.materials.find((one) => one.material_code === given.code)?.material_name[language] ?? given.code,
    form: wordFormOf(context, file, found, given, language) ?? (uiMessages as Readonly<Record<string, Localized>>)[`material.${given.form}`]?.[language] ?? given.form, count: Math.max(1, given.files.length),
  }));
}

/** What happens next and who does it. */
function nextSteps(context: Context, found: FoundItem, file: MatterFile, language: Language): { what: string; who: string }[] {
  const { state: matter } = file;
  const first = matter.acceptedAt ? [] : [{ what: words['papers.step_acceptance'][language], who: institutionName(context, matter.acceptingInstitution)[language] }];
  const chosen = found.item.bundle && matter.chosenParts;
  const links = found.item.implementation_item.handle_flow.filter((link) => chosen?.includes(link.element) ?? true).map((link) => ({
    what: link.name[language], who: institutionName(context, partOffice(context, found, file, link.element) ?? matter.links.findLast((one) => one.element === link.element)?.institution ?? matter.handlingInstitution)[language],
  }));
  return [...first, ...wordsToKeep(context, file, found, language), ...links];
}

/** Who handles an item of a bundle, by the unit tree of the day the bundle was received: the same for ever, as every line of a paper. */
function partOffice(context: Context, found: FoundItem, { state: matter }: MatterFile, element: string): string | undefined {
  const part = found.item.bundle?.parts.find((one) => one.element === element);
  const dept = part && context.catalogue.item(part.task_code)?.item.implementation_item.dept;
  if (!dept) return undefined;
  const placed = context.units.handlerOf('department', { areaUnit: matter.areaUnit, deptKind: dept.kind, deptLevel: dept.level, acceptingInstitution: matter.acceptingInstitution, day: localDayOf(matter.receivedAt) });
  return placed.ok ? placed.institution : undefined;
}

function feeOf(found: FoundItem, language: Language): string {
  const { fees, is_fee } = found.item.implementation_item;
  return is_fee ? fees.map((fee) => `${fee.fee_name[language]}：${fee.fee_stand[language]}`).join('；') : words['papers.no_fee'][language];
}
