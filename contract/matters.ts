/** Drafts and matters: filing, acceptance, handling, progress, papers. Vocabulary: GLOSSARY.md (收件 received, 受理 accepted, 环节 link, 办结 completed). */
import { Type, type Static } from 'typebox';
import { Form, Material } from './catalogue.ts';
import { Due, ExplainedDue, LimitActBody, LimitProposalView } from './limits.ts';
import { Localized } from './localized.ts';
import { CommandId, closed, FieldProblem, FileId, InstitutionCode, Instant, literals, nullable, UnitCode, Uuid } from './common.ts';
import { OpinionView } from './opinions.ts';
import { flowMembers, MatterStatus, ParentView } from './matter-status.ts';
import { PartyView } from './people.ts';
import { outcomes, Step } from './progress.ts';
import { SituationAnswers } from './items.ts';
import { endpoint } from './endpoint.ts';
import { PromiseView, RepairView, RevocationView, Withheld } from './promise-views.ts';

export { outcomes, stepStates, StepBranch, StepNote, Step, Progress, getProgress, verifyResult } from './progress.ts';
export { matterStatuses, MatterStatus, ParentView, PartView, TimerView } from './matter-status.ts';

/** By which door it came in: online by the applicant, or at a general window. */
export const channels = ['online', 'window'] as const;
export const Channel = literals(channels);

/** What an actor may be allowed to do on a matter; the buttons come from the server's `allowed`. */
export const matterCommands = [
  'accept', 'request_correction', 'correct_on_spot', 'refuse_acceptance', 'supplement', 'withdraw', 'terminate', 'hand_in_deferred', 'propose_limit_act', 'approve_limit_act', 'deliver_result',
  'claim_link', 'release_link', 'record_finding', 'propose_decision', 'approve_decision', 'return_decision',
  'hand_over_link', 'ask_opinion', 'give_opinion', 'recall_opinion', 'check_promise', 'revoke_result', 'approve_revocation', 'propose_repair', 'decide_repair',
] as const;
export const MatterCommand = literals(matterCommands);
export type MatterCommand = Static<typeof MatterCommand>;

/** How one material was given. `uploaded` with files; `seen_at_window` original seen by a clerk; `from_city` asked for by the city; `deferred` to come later (容缺);
 * `promised` the applicant vouches for the fact instead of proving it (告知承诺); `filled_in_form` the application form itself, given by filling the item's form. */
export const materialForms = ['uploaded', 'seen_at_window', 'from_city', 'deferred', 'promised', 'filled_in_form'] as const;
/** Grade of trust A–D (国办函〔2016〕108号): A issued by the authority, B verified at a window, C uploaded, D own promise. */
export const trustGrades = ['A', 'B', 'C', 'D'] as const;

export const FileView = Type.Object(
  { fileId: FileId, name: Type.String({ maxLength: 200 }), mediaType: Type.String(), sizeBytes: Type.Integer() },
  closed,
);
export type FileView = Static<typeof FileView>;

/** The name by which an applicant affirms a promise (告知承诺): his own, as it is registered. Sealed with the application. */
const affirmedBy = Type.Optional(Type.String({ minLength: 1, maxLength: 120 }));

export const GivenMaterial = Type.Object(
  { materialCode: Type.String({ maxLength: 60 }), form: literals(materialForms), files: Type.Array(FileView), affirmedBy },
  closed,
);
export type GivenMaterial = Static<typeof GivenMaterial>;

/** Answers to the item's form: judged by the form's own JSON Schema on the server. */
export const FormAnswers = Type.Record(Type.String({ maxLength: 60 }), Type.Unknown());
export type FormAnswers = Static<typeof FormAnswers>;

/** For whom: the person signed in (or standing at the window), or an organisation that this person acts for. */
export const Applicant = Type.Object(
  { organisation: nullable(Type.Object({ creditCode: Type.String({ maxLength: 40 }), name: Type.String({ minLength: 1, maxLength: 120 }) }, closed)) },
  closed,
);

export { Due } from './limits.ts';

export const Draft = Type.Object(
  {
    draftId: Uuid,
    version: Type.Integer(),
    taskCode: Type.String(),
    handlingItem: Type.String(),
    itemName: Localized,
    handlingItemName: Localized,
    channel: Channel,
    /** whom it is for: at a window the person standing there */
    party: nullable(PartyView),
    organisation: nullable(Type.Object({ creditCode: Type.String(), name: Type.String() }, closed)),
    areaUnit: nullable(UnitCode),
    answers: SituationAnswers,
    form: FormAnswers,
    /** filled in from an earlier matter of the applicant, by his consent (contract/consents.ts): its number and the fields */
    prefilled: nullable(Type.Object({ number: Type.String(), fields: Type.Array(Type.String()) }, closed)),
    materials: Type.Array(GivenMaterial),
    savedAt: Instant,
  },
  closed,
);
export type Draft = Static<typeof Draft>;

/** What still stands between a draft and its filing, and what will happen when it is filed. */
export const DraftCheck = Type.Object(
  {
    problems: Type.Array(FieldProblem),
    requiredMaterials: Type.Array(Material),
    handlingUnitName: nullable(Localized),
    acceptingUnitName: nullable(Localized),
    promised: nullable(Due),
    /** what this applicant is not offered now: until when, and the matter in which a promise of his was broken or missed (L-016) */
    withheld: Withheld,
    /** usual lengths: working days to hand in what is deferred, to look into a promise, and months for which a broken promise counts; null where no rule says */
    usual: Type.Object({ deferralDays: Type.Integer(), checkDays: nullable(Type.Integer()), exclusionMonths: nullable(Type.Integer()) }, closed),
  },
  closed,
);
export type DraftCheck = Static<typeof DraftCheck>;

const draftParams = Type.Object({ draftId: Uuid }, closed);

export const openDraft = endpoint({
  id: 'openDraft', method: 'POST', path: '/api/v1/drafts', tag: 'drafts', status: 201,
  summary: 'Begins an application; at a window with the person standing there (partyId) and the hall',
  body: Type.Object({ taskCode: Type.String({ maxLength: 50 }), handlingItem: Type.String({ maxLength: 50 }), partyId: Type.Optional(Uuid), hall: Type.Optional(InstitutionCode) }, closed),
  reply: Draft,
});
export const listDrafts = endpoint({ id: 'listDrafts', method: 'GET', path: '/api/v1/drafts', tag: 'drafts', summary: 'My unfinished applications, newest first, at most 50', reply: Type.Object({ drafts: Type.Array(Draft) }, closed) });
export const getDraft = endpoint({ id: 'getDraft', method: 'GET', path: '/api/v1/drafts/:draftId', tag: 'drafts', summary: 'One draft', params: draftParams, reply: Draft });
export const saveDraft = endpoint({
  id: 'saveDraft', method: 'POST', path: '/api/v1/drafts/:draftId/save', tag: 'drafts',
  summary: 'Keeps what was typed, complete or not; unknown fields are refused. A version that is not the present one is refused with drafts.changed_elsewhere',
  params: draftParams,
  body: Type.Object(
    {
      version: Type.Integer(),
      areaUnit: Type.Optional(nullable(UnitCode)), organisation: Type.Optional(Applicant.properties.organisation),
      answers: Type.Optional(SituationAnswers), form: Type.Optional(FormAnswers),
      /** materials not uploaded: seen at the window, from the city, deferred, vouched for */
      materials: Type.Optional(Type.Array(Type.Object({ materialCode: Type.String({ maxLength: 60 }), form: literals(materialForms), affirmedBy }, closed))),
    },
    closed,
  ),
  reply: Draft,
});
export const checkDraft = endpoint({ id: 'checkDraft', method: 'GET', path: '/api/v1/drafts/:draftId/check', tag: 'drafts', summary: 'What is missing or wrong, and what filing would start', params: draftParams, reply: DraftCheck });
export const attachFile = endpoint({
  id: 'attachFile', method: 'POST', path: '/api/v1/drafts/:draftId/materials/:materialCode/files', tag: 'drafts', status: 201, upload: true,
  summary: 'Adds one file to a material (multipart field "file"); judged by content, size and active parts',
  params: Type.Object({ draftId: Uuid, materialCode: Type.String({ maxLength: 60 }) }, closed), reply: Draft,
});
export const removeFile = endpoint({
  id: 'removeFile', method: 'POST', path: '/api/v1/drafts/:draftId/materials/:materialCode/files/:fileId/remove', tag: 'drafts',
  summary: 'Takes a file off a material',
  params: Type.Object({ draftId: Uuid, materialCode: Type.String({ maxLength: 60 }), fileId: FileId }, closed), reply: Draft,
});
export const discardDraft = endpoint({ id: 'discardDraft', method: 'POST', path: '/api/v1/drafts/:draftId/discard', tag: 'drafts', summary: 'Throws a draft away', status: 204, params: draftParams });

/** Given at once on filing; shown, printed, and proof of it. */
export const Receipt = Type.Object(
  {
    matterId: Uuid,
    /** 办件编号 */
    number: Type.String(),
    checkCode: Type.String(),
    receivedAt: Instant,
    status: MatterStatus,
    acceptingUnitName: Localized,
    dues: Type.Array(Due),
    /** path of the public progress page, for the QR code */
    progressPath: Type.String(),
    /** hash of the first fact, hex: the head of the matter's chain at filing */
    factHash: Type.String(),
    /** acceptance receipt, made after the commit: a signed note (C2SP signed-note) that promises the first fact's place in the log within a minute */
    acceptance: Type.String(),
  },
  closed,
);
export type Receipt = Static<typeof Receipt>;

export const fileDraft = endpoint({
  id: 'fileDraft', method: 'POST', path: '/api/v1/drafts/:draftId/file', tag: 'matters', status: 201,
  summary: 'Files the draft: from here on it is a matter (the same id). Filing twice answers the same receipt',
  params: draftParams, body: Type.Object({ commandId: CommandId }, closed), reply: Receipt,
});
export const fileMatter = endpoint({
  id: 'fileMatter', method: 'POST', path: '/api/v1/matters', tag: 'matters', status: 201,
  summary: 'Files a whole application in one call, without a draft',
  body: Type.Object(
    {
      commandId: CommandId, taskCode: Type.String({ maxLength: 50 }), handlingItem: Type.String({ maxLength: 50 }),
      partyId: Type.Optional(Uuid), hall: Type.Optional(InstitutionCode), organisation: Type.Optional(Applicant.properties.organisation),
      areaUnit: UnitCode, answers: SituationAnswers, form: FormAnswers,
      materials: Type.Array(Type.Object({ materialCode: Type.String({ maxLength: 60 }), form: literals(['seen_at_window', 'from_city', 'deferred', 'promised'] as const), affirmedBy }, closed), { maxItems: 60 }),
    },
    closed,
  ),
  reply: Receipt,
});

/** One defect of a correction notice: what (a material, a form field), which fault, which standard it fails (quoted from the item), and the clerk's words. */
export const Defect = Type.Object(
  { about: literals(['material', 'field', 'other'] as const), code: Type.String({ maxLength: 60 }), fault: literals(['missing', 'unreadable', 'expired', 'inconsistent', 'wrong_document', 'other'] as const), words: Type.String({ maxLength: 500 }) },
  closed,
);
export type Defect = Static<typeof Defect>;

export const findings = ['passed', 'failed'] as const;

/** A link (环节) of a matter, for staff. */
export const LinkView = Type.Object(
  {
    linkId: Type.String(), element: Type.String(), kind: literals(['review', 'visit', 'inspect', 'decide', 'approve', 'consult'] as const), name: Localized, standard: nullable(Localized),
    institution: InstitutionCode, institutionName: Localized, post: Type.String(), openedAt: Instant, doneAt: nullable(Instant),
    claimedBy: nullable(Type.Object({ staffId: Uuid, name: Type.String() }, closed)), action: nullable(Type.String()), opinion: nullable(Type.String()), due: nullable(Due),
    /** the absent colleague whom the person who did it stood in for, or in whose name the caller may do it now */
    forName: nullable(Type.String()),
    /** of an opinion asked for (征求意见): the link it is asked for, and the question */
    asks: nullable(Type.String()), question: nullable(Type.String()),
    allowed: Type.Array(MatterCommand),
  },
  closed,
);
export type LinkView = Static<typeof LinkView>;

/** How long: whole minutes on the clock, and working days as limits count them (the first day left out); null where the calendar has no such day. */
export const TimeSpan = Type.Object({ minutes: Type.Integer(), workingDays: nullable(Type.Integer()) }, closed);
export type TimeSpan = Static<typeof TimeSpan>;

/** One line of the history: fact kind, when, who (office and, inside, the person). */
export const HistoryEntry = Type.Object(
  {
    seq: Type.Integer(), kind: Type.String(), at: Instant, byName: Type.String(), byUnitName: nullable(Localized), params: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])), words: nullable(Type.String()), hash: Type.String(),
    /** how long after the fact before; null for the first */
    after: nullable(TimeSpan),
    /** of a fact that ends a link, a timer or a part: how long that took */
    took: nullable(TimeSpan),
    /** the link, timer or part it is about, and whose it is */
    about: nullable(Type.Object({ name: Localized, unitName: nullable(Localized) }, closed)),
    /** the other person it names: whom a link was handed to, or whom somebody stood in for */
    otherName: nullable(Type.String()),
    /** on which ground: the limit of docs/law it rests on, and the document it names */
    ground: nullable(Type.Object({ rule: nullable(Type.String()), document: nullable(Type.String()) }, closed)),
  },
  closed,
);
export type HistoryEntry = Static<typeof HistoryEntry>;

/** The papers a matter has. Of correction and limit notices there may be several: the newest counts, one on a limit is named by its proposal. */
export const paperKinds = [
  'receipt', 'ticket', 'correction_notice', 'acceptance_notice', 'deemed_acceptance_notice', 'non_acceptance_notice', 'limit_notice', 'termination_notice', 'result',
] as const;
export const PaperKind = literals(paperKinds);

/** The whole file of a matter for who may read it: the applicant and the staff concerned. */
export const MatterView = Type.Object(
  {
    matterId: Uuid, number: Type.String(), checkCode: nullable(Type.String()), status: MatterStatus, channel: Channel,
    taskCode: Type.String(), handlingItem: Type.String(), itemVersion: Type.Integer(), itemName: Localized, handlingItemName: Localized,
    receivedAt: Instant, acceptedAt: nullable(Instant), deemed: Type.Boolean(), completedAt: nullable(Instant), outcome: nullable(literals(outcomes)), resultNumber: nullable(Type.String()),
    delivery: nullable(literals(['electronic', 'in_person'] as const)), deliveredAt: nullable(Instant),
    party: PartyView, organisation: nullable(PartyView), areaUnit: UnitCode, areaName: Localized,
    acceptingUnitName: Localized, handlingUnitName: nullable(Localized),
    answers: SituationAnswers, form: FormAnswers, formDefinition: Form,
    materials: Type.Array(Type.Object({ materialCode: Type.String(), name: Localized, acceptStand: Localized, isNeed: Type.String(), form: nullable(literals(materialForms)), grade: nullable(literals(trustGrades)), files: Type.Array(FileView),
      /** of a material that may come later: what follows when it does not, and whether its day has passed */
      deferral: nullable(Type.Object({ consequence: literals(['remind', 'refuse', 'revoke'] as const), lapsed: Type.Boolean() }, closed)) }, closed)),
    /** what the applicant vouched for (告知承诺), and what the office found; names and words are for the applicant and the office alone */
    promises: Type.Array(PromiseView),
    /** the newest proposal to take the result back; the applicant sees it once it is approved */
    revocation: nullable(RevocationView), revokedAt: nullable(Instant),
    /** words of this matter that count against the applicant until they are repaired (信用修复), with the proposals to repair them */
    countingWords: Type.Array(Type.Object({ materialCode: Type.String(), name: Localized }, closed)), repairs: Type.Array(RepairView),
    defects: Type.Array(Type.Object({ about: Type.String(), code: Type.String(), fault: Type.String(), words: Type.String(), name: Localized, standard: nullable(Localized) }, closed)),
    grounds: Type.Array(Type.String()),
    /** what every office that takes part came to, in order; and whether those that count disagree */
    opinions: Type.Array(OpinionView), disagreement: Type.Boolean(),
    steps: Type.Array(Step), links: Type.Array(LinkView), dues: Type.Array(ExplainedDue), proposals: Type.Array(LimitProposalView),
    /** names of the materials and fields a correction notice may still name; null: the first notice, everything */
    nameable: nullable(Type.Object({ materials: Type.Array(Type.String()), fields: Type.Array(Type.String()) }, closed)),
    history: Type.Array(HistoryEntry), papers: Type.Array(PaperKind),
    ...flowMembers,
    /** what the caller may do now (commands on links are in links[].allowed) */
    allowed: Type.Array(MatterCommand),
    /** fact number this view was read at; commands send it back and are refused with matter.changed_meanwhile when it is old */
    seq: Type.Integer(),
  },
  closed,
);
export type MatterView = Static<typeof MatterView>;

const matterParams = Type.Object({ matterId: Uuid }, closed);
const linkParams = Type.Object({ matterId: Uuid, linkId: Type.String({ maxLength: 80 }) }, closed);
/** Every act: its id, and the fact number the actor saw. */
const act = { commandId: CommandId, seenSeq: Type.Integer({ minimum: 1 }) };
const opinion = Type.String({ minLength: 1, maxLength: 2000 });

export const getMatter = endpoint({ id: 'getMatter', method: 'GET', path: '/api/v1/matters/:matterId', tag: 'matters', summary: 'The whole file', params: matterParams, reply: MatterView });

/** A matter in a list. */
export const MatterRow = Type.Object(
  {
    matterId: Uuid, number: Type.String(), status: MatterStatus, itemName: Localized, applicantMasked: Type.String(), areaName: Localized, channel: Channel, receivedAt: Instant,
    unitName: nullable(Localized), linkId: nullable(Type.String()), linkName: nullable(Localized), claimedByMe: Type.Boolean(), claimedByName: nullable(Type.String()),
    /** claimed by an absent colleague whom the caller stands in for */
    standIn: Type.Boolean(),
    /** fact number of the matter, and the acts that the caller may do on this row together with others */
    seq: Type.Integer(), bulk: Type.Array(MatterCommand),
    /** the bundle it is an item of */
    parent: nullable(ParentView),
    due: nullable(Due),
    /** beside the clock of a link: the promise of the whole matter */
    matterDue: nullable(Due), outcome: nullable(literals(outcomes)),
  },
  closed,
);
export type MatterRow = Static<typeof MatterRow>;

export const myMatters = endpoint({ id: 'myMatters', method: 'GET', path: '/api/v1/me/matters', tag: 'matters', summary: 'My matters, newest first, at most 100', reply: Type.Object({ matters: Type.Array(MatterRow) }, closed) });
export const getWorklist = endpoint({
  id: 'getWorklist', method: 'GET', path: '/api/v1/worklist', tag: 'matters',
  summary: 'What waits for the caller\'s posts, most urgent first, at most 200: to accept (windows), links to claim or claimed (officers), to approve (approvers); `held`: what others have in hand in the offices the caller leads',
  query: Type.Object({ view: Type.Optional(literals(['open', 'mine', 'held', 'done'] as const)), text: Type.Optional(Type.String({ maxLength: 60 })) }, closed),
  reply: Type.Object({ rows: Type.Array(MatterRow), total: Type.Integer() }, closed),
});

const answer = Type.Object({ matter: MatterView }, closed);
export const acceptMatter = endpoint({ id: 'acceptMatter', method: 'POST', path: '/api/v1/matters/:matterId/accept', tag: 'matters', summary: '受理: the file is complete; the statutory and promised clocks start', params: matterParams, body: Type.Object(act, closed), reply: answer });
export const requestCorrection = endpoint({
  id: 'requestCorrection', method: 'POST', path: '/api/v1/matters/:matterId/request-correction', tag: 'matters', summary: '一次性告知: says once everything that is missing or wrong',
  params: matterParams, body: Type.Object({ ...act, defects: Type.Array(Defect, { minItems: 1, maxItems: 60 }) }, closed), reply: answer,
});
export const refuseAcceptance = endpoint({
  id: 'refuseAcceptance', method: 'POST', path: '/api/v1/matters/:matterId/refuse-acceptance', tag: 'matters', summary: '不予受理, with the ground',
  params: matterParams, body: Type.Object({ ...act, ground: literals(['not_this_authority', 'condition_not_met', 'already_open', 'not_required'] as const), words: opinion }, closed), reply: answer,
});
export const supplementMatter = endpoint({
  id: 'supplementMatter', method: 'POST', path: '/api/v1/matters/:matterId/supplement', tag: 'matters', summary: '补正: answers the correction notice with a new form and new materials (files attached before by supplementFile)',
  params: matterParams, body: Type.Object({ ...act, form: FormAnswers, materials: Type.Array(GivenMaterial, { maxItems: 60 }) }, closed), reply: answer,
});
export const supplementFile = endpoint({
  id: 'supplementFile', method: 'POST', path: '/api/v1/matters/:matterId/files', tag: 'matters', status: 201, upload: true, summary: 'Uploads one file for a supplement (multipart field "file")',
  params: matterParams, reply: FileView,
});
export const withdrawMatter = endpoint({ id: 'withdrawMatter', method: 'POST', path: '/api/v1/matters/:matterId/withdraw', tag: 'matters', summary: '撤回 by the applicant, before a decision', params: matterParams, body: Type.Object(act, closed), reply: answer });
export const claimLink = endpoint({ id: 'claimLink', method: 'POST', path: '/api/v1/matters/:matterId/links/:linkId/claim', tag: 'matters', summary: 'An officer takes a link', params: linkParams, body: Type.Object(act, closed), reply: answer });
export const releaseLink = endpoint({ id: 'releaseLink', method: 'POST', path: '/api/v1/matters/:matterId/links/:linkId/release', tag: 'matters', summary: 'Gives a claimed link back to its post', params: linkParams, body: Type.Object(act, closed), reply: answer });
export const recordFinding = endpoint({ id: 'recordFinding', method: 'POST', path: '/api/v1/matters/:matterId/links/:linkId/record-finding', tag: 'matters', summary: 'Ends a review, visit or inspection with a finding and an opinion', params: linkParams, body: Type.Object({ ...act, finding: literals(findings), opinion }, closed), reply: answer });
export const proposeDecision = endpoint({ id: 'proposeDecision', method: 'POST', path: '/api/v1/matters/:matterId/links/:linkId/propose-decision', tag: 'matters', summary: 'Grant or refuse; final where the process asks for no second person', params: linkParams, body: Type.Object({ ...act, outcome: literals(outcomes), opinion }, closed), reply: answer });
export const approveDecision = endpoint({ id: 'approveDecision', method: 'POST', path: '/api/v1/matters/:matterId/links/:linkId/approve-decision', tag: 'matters', summary: 'A second person agrees with the proposed decision', params: linkParams, body: Type.Object({ ...act, opinion: Type.String({ maxLength: 2000 }) }, closed), reply: answer });
export const returnDecision = endpoint({ id: 'returnDecision', method: 'POST', path: '/api/v1/matters/:matterId/links/:linkId/return-decision', tag: 'matters', summary: 'A second person sends the proposal back with a reason', params: linkParams, body: Type.Object({ ...act, opinion }, closed), reply: answer });

export const correctOnSpot = endpoint({
  id: 'correctOnSpot', method: 'POST', path: '/api/v1/matters/:matterId/correct-on-spot', tag: 'matters', summary: '当场更正 at the window, before acceptance: new materials or a changed form; the notice clock runs on',
  params: matterParams, body: Type.Object({ ...act, form: FormAnswers, materials: Type.Array(GivenMaterial, { maxItems: 60 }) }, closed), reply: answer,
});
export const terminateMatter = endpoint({
  id: 'terminateMatter', method: 'POST', path: '/api/v1/matters/:matterId/terminate', tag: 'matters', summary: '退件: the correction notice was not answered within its deadline',
  params: matterParams, body: Type.Object({ ...act, words: opinion }, closed), reply: answer,
});
export const handInDeferred = endpoint({
  id: 'handInDeferred', method: 'POST', path: '/api/v1/matters/:matterId/hand-in-deferred', tag: 'matters', summary: '容缺补交: materials that were to come later (files attached before by supplementFile)',
  params: matterParams, body: Type.Object({ ...act, materials: Type.Array(GivenMaterial, { minItems: 1, maxItems: 60 }) }, closed), reply: answer,
});
export const proposeLimitAct = endpoint({
  id: 'proposeLimitAct', method: 'POST', path: '/api/v1/matters/:matterId/propose-limit-act', tag: 'limits', summary: 'Proposes a special procedure, its prolongation or end, or an extension; nothing moves until a second person approves',
  params: matterParams, body: Type.Object({ ...act, act: LimitActBody, words: opinion }, closed), reply: answer,
});
const proposalParams = Type.Object({ matterId: Uuid, proposalId: Uuid }, closed);
export const approveLimitAct = endpoint({ id: 'approveLimitAct', method: 'POST', path: '/api/v1/matters/:matterId/proposals/:proposalId/approve', tag: 'limits', summary: 'The second person approves; the limits move now', params: proposalParams, body: Type.Object({ ...act, words: Type.String({ maxLength: 2000 }) }, closed), reply: answer });
export const rejectLimitAct = endpoint({ id: 'rejectLimitAct', method: 'POST', path: '/api/v1/matters/:matterId/proposals/:proposalId/reject', tag: 'limits', summary: 'The second person does not approve; the limits stay', params: proposalParams, body: Type.Object({ ...act, words: opinion }, closed), reply: answer });
export const deliverResult = endpoint({
  id: 'deliverResult', method: 'POST', path: '/api/v1/matters/:matterId/deliver-result', tag: 'matters', summary: '送达: the result was handed over at a counter or by courier (words: to whom, or the tracking number)',
  params: matterParams, body: Type.Object({ ...act, how: literals(['counter', 'courier'] as const), words: opinion }, closed), reply: answer,
});

/** What defect/ground/opinion codes exist is in the shapes above; a paper is made on demand from the facts and always the same bytes for the same facts. */
export const getPaper = endpoint({
  id: 'getPaper', method: 'GET', path: '/api/v1/matters/:matterId/papers/:paper', tag: 'matters', produces: 'application/pdf', summary: 'A paper of the matter as PDF',
  params: Type.Object({ matterId: Uuid, paper: PaperKind }, closed),
  query: Type.Object(
    {
      language: Type.Optional(literals(['zh-CN', 'zh-HK', 'en'] as const)),
      /** which approved act a limit_notice is about; without it the newest */
      proposal: Type.Optional(Uuid),
    },
    closed,
  ),
});
export const getMatterFile = endpoint({
  id: 'getMatterFile', method: 'GET', path: '/api/v1/matters/:matterId/files/:fileId', tag: 'matters', produces: 'application/octet-stream', summary: 'A file of the matter; reading is recorded',
  params: Type.Object({ matterId: Uuid, fileId: FileId }, closed),
});
export const getDraftFile = endpoint({
  id: 'getDraftFile', method: 'GET', path: '/api/v1/drafts/:draftId/files/:fileId', tag: 'drafts', produces: 'application/octet-stream', summary: 'A file of a draft', params: Type.Object({ draftId: Uuid, fileId: FileId }, closed),
});

/** In-app messages to the applicant. */
export const Message = Type.Object({ messageId: Uuid, at: Instant, template: Type.String(), params: Type.Record(Type.String(), Type.String()), matterId: nullable(Uuid), readAt: nullable(Instant) }, closed);
export const myMessages = endpoint({ id: 'myMessages', method: 'GET', path: '/api/v1/me/messages', tag: 'matters', summary: 'What the city told me, newest first, at most 100', reply: Type.Object({ messages: Type.Array(Message) }, closed) });
