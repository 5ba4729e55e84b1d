import { say, type Language, type Localized } from '../../../contract/language.ts';
import { matterPaperMessages as words } from '../../../contract/messages/matters.ts';
import { uiMessages } from '../../../contract/messages/ui.ts';
import { refuse, type Refusal } from '../../kernel/decider.ts';
import { localDayOf, type Instant } from '../../kernel/instant.ts';
import type { GlyphMissing, Paper, PaperDay, PaperPress, RenderedPaper } from '../../platform/papers/index.ts';
import type { Due, MatterView } from '../../../contract/matters.ts';
import { checkCode } from '../../platform/crypto/index.ts';
import { findItem, institutionName, type Context, type FoundItem } from './routes-context.ts';
import { duesOf, dueView } from './routes-dues.ts';
import { findLimit } from './matter-limit.ts';
import { personalPart, progressPath } from './routes-present.ts';
import type { MatterFile } from './store.ts';

/** What a paper says of its holder. */
interface Holder {
  readonly name: string;
  readonly numberMasked: string;
}

/** The paper of a kind, made from the facts: for the same facts, language and holder always the same bytes. */
export async function renderMatterPaper(context: Context, press: PaperPress, file: MatterFile, kind: MatterView['papers'][number], language: Language): Promise<RenderedPaper | GlyphMissing | Refusal> {
  const found = findItem(context, file.state.item.taskCode, file.state.item.handlingItem, file.state.item.version);
  const holder = await holderOf(context, file);
  if (!found || !holder) return refuse('matter.paper_not_there');
  const paper = paperOf(context, file, found, holder, kind, language);
  return paper ? press.render(paper) : refuse('matter.paper_not_there');
}

async function holderOf(context: Context, file: MatterFile): Promise<Holder | undefined> {
  const id = file.state.organisationId ?? file.state.partyId;
  const [views, whole] = await Promise.all([context.people.parties([id]), context.people.particulars(id)]);
  const view = views.get(id);
  return view && whole ? { name: whole.name, numberMasked: view.numberMasked } : undefined;
}

function paperOf(context: Context, file: MatterFile, found: FoundItem, holder: Holder, kind: MatterView['papers'][number], language: Language): Paper | undefined {
  const { state: matter } = file;
  const t = (text: Localized) => text[language];
  const name = (institution: string) => t(institutionName(context, institution));
  const factAt = (fact: string): Instant | undefined => file.facts.findLast((one) => one.kind === fact)?.at;
  const day = (due: Due): PaperDay => ({ on: due.dueOn, explanation: t(due.explanation) });
  const dueOf = (kind: 'promised' | 'notice'): Due | null => {
    const limit = findLimit(matter.limits, kind);
    return limit ? dueView(context, limit) : null;
  };
  const promised = dueOf('promised');
  const first = promised ?? dueOf('notice');
  const sheet = { language, number: matter.number, item: t(found.item.catalog_item.task_name), applicant: holder.name, check: checkOf(context, file) };
  const complaint = { phone: '12345', body: t(words['papers.complaint_body']) };
  switch (kind) {
    case 'receipt':
    case 'ticket':
      return first ? {
        ...sheet, kind: kind === 'receipt' ? 'receipt' : 'receipt-ticket', unit: name(matter.acceptingInstitution), issuedAt: matter.receivedAt, receivedAt: matter.receivedAt, receivedBy: name(matter.acceptingInstitution),
        materials: materialsOf(found, file, language), dayKind: promised ? 'promised' : 'notice', day: day(first), next: nextSteps(context, found, file, language), complaint,
      } : undefined;
    case 'correction_notice': {
      const at = factAt('correction_requested');
      return at === undefined ? undefined : {
        ...sheet, kind: 'correction-notice', unit: name(matter.acceptingInstitution), issuedAt: at, documentNumber: `${matter.number}-B${matter.corrections}`, receivedOn: localDayOf(matter.receivedAt),
        defects: defectsOf(found, file, language), submitAt: [t(words['papers.submit_online']), name(matter.acceptingInstitution)], questions: t(words['papers.questions']), complaint,
      };
    }
    case 'acceptance_notice': {
      const statutory = duesOf(context, matter).find((due) => due.limit === 'statutory');
      return matter.acceptedAt && promised ? {
        ...sheet, kind: 'acceptance-notice', unit: name(matter.acceptingInstitution), issuedAt: matter.acceptedAt, documentNumber: `${matter.number}-S`, acceptedOn: localDayOf(matter.acceptedAt),
        promised: day(promised), ...(statutory ? { statutory: day(statutory) } : {}), steps: nextSteps(context, found, file, language), fee: feeOf(found, language), complaint,
      } : undefined;
    }
    case 'non_acceptance_notice': {
      const at = factAt('acceptance_refused');
      const ground = matter.refusalGround;
      return at && ground ? {
        ...sheet, kind: 'non-acceptance-notice', unit: name(matter.acceptingInstitution), issuedAt: at, documentNumber: `${matter.number}-N`, receivedOn: localDayOf(matter.receivedAt),
        reasons: [{ reason: [t(words[`ground.${ground}`]), personalPart(file).refusalWords].filter(Boolean).join('。'), basis: found.item.catalog_item.by_law.map((law) => [law.law_name, law.terms_number].filter(Boolean).join(' ')).slice(0, 2).join('；') }],
        advice: [t(words[`advice.${ground}`])], remedies: { reviewBody: t(words['papers.review_body']), court: t(words['papers.court']) }, questions: t(words['papers.questions']), complaint,
      } : undefined;
    }
    case 'result':
      return resultOf(context, file, found, holder, sheet, language);
  }
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
  return {
    ...sheet, kind: 'result', unit, issuedAt: matter.completedAt, title: implementation.result_name[language], documentNumber: matter.resultNumber,
    check: { url, site: `${context.publicUrl}/results`, code: checkCode(context.pipeline.keys, file.matterId) }, decision: matter.outcome,
    body: matter.outcome === 'refused' ? [body, ...decisionReasons(file)] : [body], holderNumber: holder.numberMasked, decidedOn,
    ...(matter.outcome === 'granted' ? { validity: until ? { from: decidedOn, to: until } : { from: decidedOn } } : {}),
    ...(matter.outcome === 'refused' ? { remedies: { reviewBody: words['papers.review_body'][language], court: words['papers.court'][language] } } : {}),
  };
}

/** The reasons of a refusal are the deciding officer's words (行政许可法 38: a refusal states its reasons). */
function decisionReasons(file: MatterFile): readonly string[] {
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

function materialsOf(found: FoundItem, file: MatterFile, language: Language): { name: string; form: string; count: number }[] {
  return file.state.materials.map((given) => ({
    name: found.handling.materials.find((one) => one.material_code === given.code)?.material_name[language] ?? given.code,
    form: (uiMessages as Readonly<Record<string, Localized>>)[`material.${given.form}`]?.[language] ?? given.form, count: Math.max(1, given.files.length),
  }));
}

function defectsOf(found: FoundItem, file: MatterFile, language: Language): { material: string; defect: string; standard: string; remedy: string }[] {
  const said = personalPart(file).correctionWords;
  const fact = file.facts.findLast((one) => one.kind === 'correction_requested');
  const defects = (fact?.content as { defects?: MatterFile['state']['defects'] } | undefined)?.defects ?? [];
  return defects.map((defect, index) => {
    const material = found.handling.materials.find((one) => one.material_code === defect.code);
    const field = found.handling.form.ui.pages.flatMap((page) => page.fields).find((one) => one.name === defect.code);
    return {
      material: (material?.material_name ?? field?.label ?? words['papers.other'])[language], defect: [words[`fault.${defect.fault}`][language], said[index]].filter(Boolean).join('：'),
      standard: material?.accept_stand[language] ?? '', remedy: words[defect.about === 'field' ? 'papers.remedy_field' : 'papers.remedy_material'][language],
    };
  });
}

/** What happens next and who does it. */
function nextSteps(context: Context, found: FoundItem, file: MatterFile, language: Language): { what: string; who: string }[] {
  const { state: matter } = file;
  const first = matter.acceptedAt ? [] : [{ what: words['papers.step_acceptance'][language], who: institutionName(context, matter.acceptingInstitution)[language] }];
  const links = found.item.implementation_item.handle_flow.map((link) => ({
    what: link.name[language], who: institutionName(context, matter.links.findLast((one) => one.element === link.element)?.institution ?? matter.handlingInstitution)[language],
  }));
  return [...first, ...links];
}

function feeOf(found: FoundItem, language: Language): string {
  const { fees, is_fee } = found.item.implementation_item;
  return is_fee ? fees.map((fee) => `${fee.fee_name[language]}：${fee.fee_stand[language]}`).join('；') : words['papers.no_fee'][language];
}
