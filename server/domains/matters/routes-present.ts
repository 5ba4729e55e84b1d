import { askedForm } from '../catalogue/index.ts';
import type { LinkView, MatterRow, MatterView, Progress, Receipt } from '../../../contract/matters.ts';
import type { Localized } from '../../../contract/language.ts';
import type { Actor } from '../../kernel/actor.ts';
import type { Id } from '../../kernel/ids.ts';
import { checkCode } from '../../platform/crypto/index.ts';
import type { PartyView } from '../../../contract/people.ts';
import { findLimit, openLimits, type MatterLimit } from './matter-limit.ts';
import type { Link, Matter } from './matter.ts';
import { allowedActs, allowedLinkActs } from './policy.ts';
import { bundlesOf, flowView, parentView } from './routes-bundle-view.ts';
import { duesOf, dueView, explainedDue, proposalViews, tellingLimits } from './routes-dues.ts';
import { handlingOfLink, handlingOfRow, nameInFile, nameOfLink, opinionOf, opinionsOf, type RowHandling } from './routes-opinions.ts';
import { findItem, institutionName, type Context, type FoundItem } from './routes-context.ts';
import { historyOf, staffIn } from './routes-history.ts';
import { stepsOf } from './routes-steps.ts';
import { partStates } from './standing-views.ts';
import { deferralView, promiseViews, repairViews, revocationView } from './routes-promise-views.ts';
import type { MatterFile } from './store.ts';
import type { ListedMatter } from './views.ts';

/** The receipt of a filing. */
export function receiptView(context: Context, matterId: string, matter: Matter, factHash: string): Receipt {
  const code = checkCode(context.pipeline.keys, matterId);
  return {
    matterId, number: matter.number, checkCode: code, receivedAt: matter.receivedAt, status: matter.status, acceptingUnitName: institutionName(context, matter.acceptingInstitution),
    dues: duesOf(context, matter), progressPath: progressPath(matter.number, code), factHash,
    acceptance: context.factLog.acceptance({ matterId, seq: 1, hash: factHash, at: matter.receivedAt }),
  };
}

/** Path of the public progress page, as QR codes carry it. */
export const progressPath = (number: string, code: string): string => `/progress?number=${encodeURIComponent(number)}&code=${code}`;

/** The telling limits, and those of special procedures that are over: they say until when the clock stood still. */
function publicLimits(matter: Matter): readonly MatterLimit[] {
  const telling = tellingLimits(matter);
  return [...telling, ...matter.limits.filter((one) => one.kind === 'special' && !telling.includes(one))];
}

/** Progress without a word about the person, with the parts of a bundle as they stand; `file` where an act moved its limits, for the offices that did. */
export function progressView(context: Context, matter: Matter, parts: ReadonlyMap<Id, Matter>, file?: MatterFile): Progress {
  return {
    number: matter.number, itemName: itemNameOf(context, matter), status: matter.status, receivedAt: matter.receivedAt,
    acceptingUnitName: institutionName(context, matter.acceptingInstitution), handlingUnitName: matter.acceptedAt ? institutionName(context, matter.handlingInstitution) : null,
    steps: stepsOf(context, matter, parts), dues: publicLimits(matter).map((limit) => explainedDue(context, limit)), outcome: matter.outcome, completedAt: matter.completedAt, deemed: matter.deemed,
    proposals: file ? proposalViews(context, { kind: 'anonymous' }, file, new Map()).map((one) => ({ ...one, words: '' })) : [],
  };
}

/** Name of a matter's item in the version it was filed under. */
export function itemNameOf(context: Context, matter: Matter): Localized {
  return findItem(context, matter.item.taskCode, matter.item.handlingItem, matter.item.version, matter.item)?.item.catalog_item.task_name ?? { 'zh-CN': matter.item.taskCode, 'zh-HK': matter.item.taskCode, en: matter.item.taskCode };
}

/** Rows of a list, with masked applicants and, for staff, the names of who has claimed. */
export async function rowViews(context: Context, actor: Actor, listed: readonly ListedMatter[]): Promise<MatterRow[]> {
  const parties = await context.people.parties(listed.map((one) => one.state.organisationId ?? one.state.partyId));
  const claimers = actor.kind === 'staff' ? listed.flatMap((one) => currentLink(one)?.claimedBy ?? []) : [];
  const [staff, bundles] = await Promise.all([context.people.staffNames(claimers), bundlesOf(context, listed.map((one) => one.state))]);
  const me = actor.kind === 'staff' ? actor.staffId : null;
  return listed.map((one) => ({ ...rowView(context, one, parties.get(one.state.organisationId ?? one.state.partyId), me, staff), ...handlingOfRow(context, actor, one, currentLink(one)), parent: parentView(context, one.state, bundles) }));
}

const currentLink = (one: ListedMatter): Link | undefined =>
  one.linkId === null ? one.state.links.findLast((link) => link.doneAt === null && link.kind !== 'consult') : one.state.links.find((link) => link.linkId === one.linkId);

function rowView(context: Context, one: ListedMatter, party: PartyView | undefined, me: string | null, staff: ReadonlyMap<string, string>): Omit<MatterRow, keyof RowHandling | 'parent'> {
  const { state: matter } = one;
  const link = matter.status === 'accepted' ? currentLink(one) : undefined;
  const linkLimit = link && findLimit(matter.limits, `link:${link.linkId}`);
  // What an officer has still to look into after the end is why the matter is in his list.
  const looked = me !== null && matter.status === 'completed' ? openLimits(matter.limits).find((limit) => limit.kind === 'promise_check') : undefined;
  const linkName = link && findItem(context, matter.item.taskCode, matter.item.handlingItem, matter.item.version, matter.item)?.item.implementation_item.handle_flow.find((described) => described.element === link.element)?.name;
  const institution = link?.institution ?? (matter.acceptedAt ? matter.handlingInstitution : matter.acceptingInstitution);
  return {
    matterId: one.matterId, number: matter.number, status: matter.status, itemName: itemNameOf(context, matter), applicantMasked: party?.nameMasked ?? '', areaName: context.units.unitName(matter.areaUnit),
    channel: matter.channel, receivedAt: matter.receivedAt, unitName: institutionName(context, institution), linkId: link?.linkId ?? null, linkName: link && linkName ? nameOfLink(link, linkName) : null,
    claimedByMe: me !== null && link?.claimedBy === me, claimedByName: link?.claimedBy ? (staff.get(link.claimedBy) ?? null) : null,
    due: linkLimit ? dueView(context, linkLimit) : looked ? dueView(context, looked) : (duesOf(context, matter)[0] ?? null), matterDue: linkLimit ? (duesOf(context, matter)[0] ?? null) : null, outcome: matter.outcome,
  };
}

/** The whole file for who may read it, with what the reader may do now. */
export async function matterView(context: Context, actor: Actor, file: MatterFile): Promise<MatterView> {
  const { state: matter } = file;
  const found = findItem(context, matter.item.taskCode, matter.item.handlingItem, matter.item.version, matter.item);
  if (!found) throw new Error(`item ${matter.item.taskCode} version ${matter.item.version} is gone`);
  const partyIds = [matter.partyId, ...(matter.organisationId ? [matter.organisationId] : [])];
  const [parties, staff, parts] = await Promise.all([context.people.parties(partyIds), context.people.staffNames(staffIn(file)), partStates(context.database.handle, matter)]);
  const party = parties.get(matter.partyId);
  if (!party) throw new Error(`party of ${file.matterId} is gone`);
  const personal = personalPart(file);
  return {
    matterId: file.matterId, number: matter.number, checkCode: actor.kind === 'resident' || mayHandOverCode(actor, matter) ? checkCode(context.pipeline.keys, file.matterId) : null, status: matter.status,
    channel: matter.channel, taskCode: matter.item.taskCode, handlingItem: matter.item.handlingItem, itemVersion: matter.item.version, itemName: found.item.catalog_item.task_name,
    handlingItemName: found.handling.name, receivedAt: matter.receivedAt, acceptedAt: matter.acceptedAt, deemed: matter.deemed, completedAt: matter.completedAt, outcome: matter.outcome, resultNumber: matter.resultNumber,
    delivery: matter.delivery, deliveredAt: matter.deliveredAt,
    party, organisation: (matter.organisationId && parties.get(matter.organisationId)) || null, areaUnit: matter.areaUnit, areaName: context.units.unitName(matter.areaUnit),
    acceptingUnitName: institutionName(context, matter.acceptingInstitution), handlingUnitName: institutionName(context, matter.handlingInstitution),
    answers: personal.answers, form: personal.form, formDefinition: askedForm(found.handling, personal.answers), materials: materialViews(found, file, personal.fileNames), promises: promiseViews(context, actor, file, found), revocation: revocationView(actor, file, found, staff), revokedAt: matter.revokedAt ?? null, ...repairViews(actor, file, found, staff),
    defects: defectViews(found, matter, personal.correctionWords), grounds: personal.refusalWords ? [personal.refusalWords] : [],
    ...opinionsOf(context, actor, file, found, staff),
    steps: stepsOf(context, matter, parts), links: linkViews(context, actor, file, found, staff), dues: limitsShownTo(actor, matter).map((limit) => explainedDue(context, limit)), proposals: proposalViews(context, actor, file, staff), nameable: nameableIn(matter), history: historyOf(context, actor, file, staff),
    papers: papersOf(matter), ...(await flowView(context, actor, matter, found, parts)), allowed: [...allowedActs(actor, matter)], seq: file.head.seq,
  };
}

/** The telling limits first, then every other one, also those that have ended; the limits of links are the inside of the office. */
function limitsShownTo(actor: Actor, matter: Matter): readonly MatterLimit[] {
  const first = tellingLimits(matter);
  return [...first, ...matter.limits.filter((one) => !first.includes(one) && (one.kind !== 'link' || actor.kind !== 'resident'))];
}

const nameableIn = ({ changedSinceNotice: changed }: Matter): MatterView['nameable'] => changed && { materials: [...changed.materials], fields: [...changed.fields] };

const mayHandOverCode = (actor: Actor, matter: Matter): boolean => actor.kind === 'staff' && actor.posts.some((post) => post.institution === matter.acceptingInstitution && post.role === 'window_clerk');

/** The newest sealed parts of each kind, put together. */
export function personalPart(file: MatterFile): { answers: Record<string, string>; form: Record<string, unknown>; fileNames: Record<string, string>; correctionWords: readonly string[]; refusalWords: string | null } {
  const part = { answers: {} as Record<string, string>, form: {} as Record<string, unknown>, fileNames: {} as Record<string, string>, correctionWords: [] as readonly string[], refusalWords: null as string | null };
  for (const fact of file.facts) {
    const sealed = file.sealed.get(fact.seq);
    if (!sealed) continue;
    if (fact.kind === 'matter_filed') Object.assign(part, { answers: sealed.answers, form: sealed.form, fileNames: sealed.fileNames });
    if (fact.kind === 'supplemented' || fact.kind === 'corrected_on_spot') Object.assign(part, { form: sealed.form, fileNames: { ...part.fileNames, ...(sealed.fileNames as Record<string, string>) } });
    if (fact.kind === 'deferred_handed_in') Object.assign(part, { fileNames: { ...part.fileNames, ...(sealed.fileNames as Record<string, string>) } });
    if (fact.kind === 'correction_requested') part.correctionWords = sealed.words as string[];
    if (fact.kind === 'acceptance_refused') part.refusalWords = sealed.words as string;
  }
  return part;
}

function materialViews(found: FoundItem, file: MatterFile, names: Readonly<Record<string, string>>): MatterView['materials'] {
  const given = new Map(file.state.materials.map((one) => [one.code, one]));
  return found.handling.materials
    .filter((material) => given.has(material.material_code) || file.state.defects.some((defect) => defect.about === 'material' && defect.code === material.material_code))
    .map((material) => {
      const one = given.get(material.material_code);
      return {
        materialCode: material.material_code, name: material.material_name, acceptStand: material.accept_stand, isNeed: material.is_need, form: one?.form ?? null, grade: one?.grade ?? null,
        files: (one?.files ?? []).map((ref) => ({ fileId: ref.fileId, mediaType: ref.mediaType, sizeBytes: ref.sizeBytes, name: names[ref.fileId] ?? ref.fileId.slice(0, 12) })),
        deferral: deferralView(found, file, material.material_code),
      };
    });
}

function defectViews(found: FoundItem, matter: Matter, words: readonly string[]): MatterView['defects'] {
  return matter.defects.map((defect, index) => {
    const material = found.handling.materials.find((one) => one.material_code === defect.code);
    const field = found.handling.form.ui.pages.flatMap((page) => page.fields).find((one) => one.name === defect.code);
    const name = (defect.about === 'material' ? material?.material_name : field?.label) ?? { 'zh-CN': '其他', 'zh-HK': '其他', en: 'Other' };
    return { ...defect, words: words[index] ?? '', name, standard: defect.about === 'material' ? (material?.accept_stand ?? null) : null };
  });
}

function linkViews(context: Context, actor: Actor, file: MatterFile, found: FoundItem, staff: ReadonlyMap<string, string>): LinkView[] {
  const { state: matter } = file;
  // The applicant is told steps and units; links, their proposals and opinions are the inside of the office.
  if (actor.kind === 'resident') return [];
  return matter.links.map((link) => {
    const described = found.item.implementation_item.handle_flow.find((one) => one.element === link.element);
    const claimedBy = link.doneBy ?? link.claimedBy;
    const limit = findLimit(matter.limits, `link:${link.linkId}`);
    return {
      linkId: link.linkId, element: link.element, kind: link.kind, name: nameInFile(context, link, described?.name ?? context.catalogue.elementName(found.ref.process, found.ref.processVersion, link.element)), standard: link.kind === 'consult' ? null : (described?.standard ?? null),
      institution: link.institution, institutionName: institutionName(context, link.institution), post: link.post, openedAt: link.openedAt, doneAt: link.doneAt,
      claimedBy: claimedBy ? { staffId: claimedBy, name: staff.get(claimedBy) ?? '' } : null, action: link.action,
      opinion: opinionOf(file, link.linkId), ...handlingOfLink(actor, file, link, staff),
      due: limit ? dueView(context, limit) : null, allowed: [...allowedLinkActs(actor, matter, link)],
    };
  });
}

/** Which papers there are by now. */
export function papersOf(matter: Matter): MatterView['papers'] {
  return [
    'receipt', 'ticket',
    ...(matter.corrections > 0 ? (['correction_notice'] as const) : []),
    ...(matter.acceptedAt ? ([matter.deemed ? 'deemed_acceptance_notice' : 'acceptance_notice'] as const) : []),
    ...(matter.status === 'not_accepted' ? (['non_acceptance_notice'] as const) : []),
    ...(matter.proposals.some((one) => one.outcome === 'approved') ? (['limit_notice'] as const) : []),
    ...(matter.status === 'terminated' ? (['termination_notice'] as const) : []),
    ...(matter.completedAt ? (['result'] as const) : []),
  ];
}
