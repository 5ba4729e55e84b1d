import { refuse, type Refusal } from '../../kernel/decider.ts';
import type { DataKey } from '../../platform/crypto/index.ts';
import { applicationOfPart, standingAnswers } from '../catalogue/index.ts';
import type { Filing } from './decide.ts';
import { partsOf } from './evolve-flow.ts';
import type { FilingJudgement, Law } from './law.ts';
import type { HandedIn } from './materials.ts';
import type { MatterPart, ParentMatter } from './matter-flow.ts';
import { findItem, judgeApplication, lawFor, placesOf, type Context, type FoundItem } from './routes-context.ts';
import { needsOrganisation } from './routes-drafts.ts';
import { personalPart } from './routes-present.ts';
import type { MatterFile } from './store.ts';

/** A part as it is to be filed, and the law of its item. */
export interface PartFiling {
  readonly filing: Filing & { readonly parent: ParentMatter };
  readonly law: Law;
}

/** The filing of a part from its bundle's: what the bundle's item maps to the part's own questions, fields and materials, over the same area and hall. */
export function partFiling(context: Context, bundle: MatterFile, part: MatterPart): PartFiling | Refusal {
  const { state } = bundle;
  const found = findItem(context, part.taskCode, part.handlingItem, undefined, { areaUnit: state.areaUnit });
  const given = found && applied(context, bundle, part, found);
  if (!given) return refuse('items.unknown');
  if ('code' in given) return given;
  const places = placesOf(context, found, state.areaUnit, state.acceptingInstitution);
  if (!places.ok) return places;
  if (needsOrganisation(found) && state.organisationId === null) return refuse('matter.needs_organisation', {}, [{ pointer: '/organisation', code: 'matter.needs_organisation', params: {} }]);
  const number = `${state.number}-${partsOf(state).findIndex((one) => one.callId === part.callId) + 1}`;
  const fileIds = new Set(given.handedIn.flatMap((one) => one.files.map((file) => file.fileId)));
  return {
    filing: {
      number, channel: state.channel, areaUnit: state.areaUnit, acceptingInstitution: places.accepting, handlingInstitution: places.handling, partyId: state.partyId, organisationId: state.organisationId,
      handedIn: given.handedIn, judgement: given.judgement,
      particulars: { answers: given.answers, form: given.form, fileNames: namesOf(bundle, fileIds), ...(Object.keys(given.affirmed).length > 0 ? { affirmed: given.affirmed } : {}) },
      parent: { matterId: bundle.matterId, callId: part.callId, number: state.number }, ...(state.mandateId === undefined ? {} : { mandateId: state.mandateId }),
    },
    law: lawFor(context, found, { areaUnit: state.areaUnit, acceptingInstitution: places.accepting, matterId: part.matterId }),
  };
}

interface Applied {
  readonly answers: Readonly<Record<string, string>>;
  readonly form: Readonly<Record<string, unknown>>;
  readonly judgement: FilingJudgement;
  readonly handedIn: readonly HandedIn[];
  readonly affirmed: Readonly<Record<string, string>>;
}

/** What of the bundle's application is the part's: only what the part asks for in this case. A promise was affirmed, and the applicant's standing judged, when the bundle was filed. */
function applied(context: Context, bundle: MatterFile, part: MatterPart, found: FoundItem): Applied | Refusal | undefined {
  const { item } = bundle.state;
  const whole = findItem(context, item.taskCode, item.handlingItem, item.version, item);
  const described = whole?.item.bundle?.parts.find((one) => one.element === part.element);
  if (!whole || !described) return undefined;
  const said = personalPart(bundle);
  // An answer to a question that is not asked any more counts for nothing, here as in the bundle.
  const { answers, form, materials } = applicationOfPart(described, found.handling, { answers: standingAnswers(whole.handling.questions, said.answers), form: said.form });
  const judgement = judgeApplication(context, found, answers, form);
  if ('code' in judgement) return judgement;
  const names = affirmedIn(bundle);
  const affirmed: Record<string, string> = {};
  const handedIn = judgement.asked.flatMap(({ code }): readonly HandedIn[] => {
    const from = bundle.state.materials.find((one) => one.code === materials[code]);
    if (!from) return [];
    if (from.form === 'promised' && names[from.code] !== undefined) affirmed[code] = names[from.code] ?? '';
    return [{ code, form: from.form, files: from.files, ...(from.form === 'promised' ? { affirmed: true } : {}) }];
  });
  return { answers, form, judgement, handedIn, affirmed };
}

/** Deferred materials of a part that have come to its bundle meanwhile, judged as the part's. */
export function deferredFor(context: Context, bundle: MatterFile, part: MatterPart, file: MatterFile): { readonly handedIn: readonly HandedIn[]; readonly fileNames: Readonly<Record<string, string>>; readonly judgement: FilingJudgement } | undefined {
  const { item } = file.state;
  const found = findItem(context, item.taskCode, item.handlingItem, item.version, item);
  const given = found && applied(context, bundle, part, found);
  if (!given || 'code' in given) return undefined;
  const awaited = new Set(file.state.materials.filter((one) => one.form === 'deferred').map((one) => one.code));
  const handedIn = given.handedIn.filter((one) => awaited.has(one.code) && one.form !== 'deferred');
  return { handedIn, judgement: given.judgement, fileNames: namesOf(bundle, new Set(handedIn.flatMap((one) => one.files.map((ref) => ref.fileId)))) };
}

const namesOf = (bundle: MatterFile, fileIds: ReadonlySet<string>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(personalPart(bundle).fileNames).filter(([fileId]) => fileIds.has(fileId)));

/** Material code → the name its promise was affirmed by, from the filing and what was handed in later. */
function affirmedIn(bundle: MatterFile): Readonly<Record<string, string>> {
  return Object.assign({}, ...bundle.facts.map((fact) => (bundle.sealed.get(fact.seq)?.['affirmed'] as Record<string, string> | undefined) ?? {})) as Record<string, string>;
}

/** Copies files of a bundle into the vault under another matter's key, so that who may read that matter never opens the bundle's. Done twice it changes nothing. */
export async function sealAnew(context: Context, bundle: MatterFile, dataKey: DataKey, handedIn: readonly HandedIn[]): Promise<void> {
  const names = personalPart(bundle).fileNames;
  for (const { fileId } of handedIn.flatMap((one) => one.files)) {
    const read = await context.vault.read(fileId, bundle.dataKey);
    if (!read.ok) throw new Error(`file ${fileId} of ${bundle.matterId}: ${read.code}`);
    const kept = await context.vault.put(read.bytes, { dataKey, declaredName: names[fileId] ?? fileId });
    if (!kept.ok) throw new Error(`file ${fileId} of ${bundle.matterId}: ${kept.code}`);
  }
}
