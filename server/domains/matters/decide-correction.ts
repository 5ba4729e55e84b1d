import { accept, refuse, type InputFault, type Refusal } from '../../kernel/decider.ts';
import { acceptedByLaw, notNow, type MatterDecision, type Meta } from './decide.ts';
import type { FilingJudgement, Law } from './law.ts';
import { setClock } from './limits.ts';
import { judgeMaterials, refuseMaterials, type HandedIn } from './materials.ts';
import type { Channel, DefectRef, Matter, MatterFact, SupplementParticulars } from './matter.ts';

/** What a correction notice may name: the materials and fields of the item's version. */
export interface Nameable {
  readonly materials: readonly string[];
  readonly fields: readonly string[];
}

/**
 * 一次性告知: everything that is missing, said once (行政许可法 32, L-012). A second notice is refused until the resident has answered the
 * first, and then may name only what he has changed since: what lay there at the first examination was examined.
 */
export function requestCorrection(state: Matter, defects: readonly DefectRef[], words: readonly string[], known: Nameable, law: Law, meta: Meta): MatterDecision {
  const wrong = notNow(state, 'request_correction') ?? acceptedByLaw(state, meta.at);
  if (wrong) return wrong;
  const unknown = defects.find((defect) => (defect.about === 'material' && !known.materials.includes(defect.code)) || (defect.about === 'field' && !known.fields.includes(defect.code)));
  if (unknown) return refuse('matter.defect_unknown', { code: unknown.code });
  const late = saidTooLate(state, defects);
  if (late) return late;
  const correction = setClock(law.calendar, law.pack.limits.correction, meta.at, law.pack.warning);
  return correction.ok ? accept<MatterFact>({ kind: 'correction_requested', ...meta, content: { defects, correction: correction.clock }, sealed: { words } }) : correction;
}

/** Defects of a later notice in what the first one had before it: each is named. */
function saidTooLate(state: Matter, defects: readonly DefectRef[]): Refusal | undefined {
  const changed = state.changedSinceNotice;
  if (changed === null) return undefined;
  const late = defects.flatMap((defect, index): InputFault[] => {
    const isNew = (defect.about === 'material' && changed.materials.includes(defect.code)) || (defect.about === 'field' && changed.fields.includes(defect.code));
    return isNew ? [] : [{ pointer: `/defects/${index}`, code: 'matter.examined_already', params: { code: defect.code } }];
  });
  return late.length > 0 ? refuse('matter.examined_already', { count: late.length }, late) : undefined;
}

/** What is handed in with an answer, or at the window with the applicant present. */
export interface Supplement {
  readonly handedIn: readonly HandedIn[];
  readonly particulars: SupplementParticulars;
  /** names of the form's fields whose answers differ from before */
  readonly changedFields: readonly string[];
  readonly judgement: FilingJudgement;
}

/** 补正: the resident's answer; the notice clock starts again. */
export function supplement(state: Matter, given: Supplement, channel: Channel, law: Law, meta: Meta): MatterDecision {
  const wrong = notNow(state, 'supplement') ?? wrongForm(given);
  if (wrong) return wrong;
  const answered = new Set(given.handedIn.map((material) => material.code));
  const unanswered = state.defects.filter((defect) => defect.about === 'material' && !answered.has(defect.code));
  if (unanswered.length > 0) {
    return refuse('matter.nothing_supplemented', { count: unanswered.length }, unanswered.map((defect) => ({ pointer: `/materials/${defect.code}`, code: 'matter.materials_missing', params: {} })));
  }
  const materials = materialsGiven(given, channel);
  if (!materials.ok) return materials;
  const notice = setClock(law.calendar, law.pack.limits.notice, meta.at, law.pack.warning);
  if (!notice.ok) return notice;
  return accept<MatterFact>({
    kind: 'supplemented', ...meta, content: { materials: materials.given, notice: notice.clock, changedFields: given.changedFields }, sealed: given.particulars, files: filesOf(materials.given),
  });
}

/** 当场更正: what can be mended with the applicant at the window is mended there (行政许可法 32, third item). The notice clock runs on. */
export function correctOnSpot(state: Matter, given: Supplement, meta: Meta): MatterDecision {
  const wrong = notNow(state, 'correct_on_spot') ?? wrongForm(given);
  if (wrong) return wrong;
  if (given.handedIn.length === 0 && given.changedFields.length === 0) return refuse('matter.nothing_corrected');
  const materials = materialsGiven(given, 'window');
  if (!materials.ok) return materials;
  return accept<MatterFact>({ kind: 'corrected_on_spot', ...meta, content: { materials: materials.given, changedFields: given.changedFields }, sealed: given.particulars, files: filesOf(materials.given) });
}

/** 容缺补交: a material that was to come later has come (L-015). It must have been promised, and come itself this time. */
export function handInDeferred(state: Matter, handedIn: readonly HandedIn[], fileNames: Readonly<Record<string, string>>, judgement: FilingJudgement, channel: Channel, meta: Meta): MatterDecision {
  const wrong = notNow(state, 'hand_in_deferred');
  if (wrong) return wrong;
  const awaited = new Set(state.materials.filter((one) => one.form === 'deferred').map((one) => one.code));
  if (handedIn.length === 0) return refuse('matter.nothing_deferred');
  const odd = handedIn.find((one) => !awaited.has(one.code));
  if (odd) return refuse('matter.not_deferred', { code: odd.code });
  const asked = judgement.asked.map((one) => (awaited.has(one.code) ? { ...one, need: 'required' as const } : one));
  const materials = materialsGiven({ handedIn, judgement: { ...judgement, asked } }, channel);
  if (!materials.ok) return materials;
  return accept<MatterFact>({ kind: 'deferred_handed_in', ...meta, content: { materials: materials.given }, sealed: { fileNames }, files: filesOf(materials.given) });
}

function wrongForm(given: Supplement): Refusal | undefined {
  const { formFaults } = given.judgement;
  return formFaults.length > 0 ? refuse('matter.form_faulty', { count: formFaults.length }, formFaults) : undefined;
}

function materialsGiven(given: Pick<Supplement, 'handedIn' | 'judgement'>, channel: Channel): { ok: true; given: ReturnType<typeof judgeMaterials>['given'] } | Refusal {
  const codes = new Set(given.handedIn.map((material) => material.code));
  const judged = judgeMaterials(given.judgement.asked.filter((material) => codes.has(material.code)), given.handedIn, channel);
  return judged.faults.length > 0 ? refuseMaterials(judged.faults) : { ok: true, given: judged.given };
}

const filesOf = (given: ReturnType<typeof judgeMaterials>['given']): readonly string[] => given.flatMap((material) => material.files.map((one) => one.fileId));
