import * as wire from '../../../contract/matters.ts';
import { isDeepStrictEqual } from 'node:util';
import type { Actor } from '../../kernel/actor.ts';
import { refuse, type Refusal } from '../../kernel/decider.ts';
import type { DataKey } from '../../platform/crypto/index.ts';
import { safeName } from '../../platform/files/index.ts';
import { reply, route, type Route } from '../../platform/http/route.ts';
import { correctOnSpot, handInDeferred, requestCorrection, supplement, type Nameable, type Supplement } from './decide-correction.ts';
import type { HandedIn } from './materials.ts';
import { mostFiles } from './materials.ts';
import type { FileRef, Matter } from './matter.ts';
import { mayAct, matterPermissions } from './policy.ts';
import { perform } from './routes-commands.ts';
import type { FilingJudgement } from './law.ts';
import { findItem, judgeApplication, judgedWithStanding, keepUpload, withAffirmations, type Context } from './routes-context.ts';
import { personalPart } from './routes-present.ts';
import { readMatterFile, type MatterFile } from './store.ts';

/** 一次性告知 and everything that answers it: the correction at the window, the resident's answer, the materials that were to come later. */
export function correctionRoutes(context: Context): readonly Route[] {
  return [
    route(wire.requestCorrection, matterPermissions.accept, ({ actor, params, body }) => {
      const defects = body.defects.map(({ about, code, fault }) => ({ about, code, fault }));
      return perform(context, actor, {
        matterId: params.matterId, body, name: 'request_correction', institutionOf: (matter) => matter.acceptingInstitution, may: (matter) => mayAct(actor, matter, 'request_correction'),
        decide: (matter, meta, law) => requestCorrection(matter, defects, body.defects.map((defect) => defect.words), namesOf(context, matter), law, meta),
      });
    }),
    route(wire.supplementFile, matterPermissions.supplement, async ({ actor, params, upload }) => {
      const file = await readMatterFile(context.database.handle, context.pipeline.keys, params.matterId);
      const acts = ['supplement', 'correct_on_spot', 'hand_in_deferred'] as const;
      if (!file || !acts.some((act) => mayAct(actor, file.state, act))) return refuse('matter.unknown');
      if (!takesFiles(file.state)) return refuse('matter.not_waiting_for_correction');
      const stored = await keepUpload(context, await upload(), file.dataKey);
      return stored.ok ? reply({ fileId: stored.file.fileId, name: stored.file.name, mediaType: stored.file.mediaType, sizeBytes: stored.file.sizeBytes }) : stored;
    }),
    route(wire.supplementMatter, matterPermissions.supplement, ({ actor, params, body }) => withPapers(context, actor, params.matterId, body, 'supplement', body.form)),
    route(wire.correctOnSpot, matterPermissions.accept, ({ actor, params, body }) => withPapers(context, actor, params.matterId, body, 'correct_on_spot', body.form)),
    route(wire.handInDeferred, matterPermissions.supplement, ({ actor, params, body }) => withPapers(context, actor, params.matterId, body, 'hand_in_deferred', undefined)),
  ];
}

/** A file may come while the window examines, while a correction is awaited, and while a deferred material is. */
const takesFiles = (matter: Matter): boolean =>
  matter.status === 'correction_requested' || matter.status === 'received' || ((matter.status === 'accepted' || matter.outcome === 'granted') && matter.materials.some((one) => one.form === 'deferred'));

/** The materials and fields a correction notice may name: those of the item's version. */
function namesOf(context: Context, matter: Matter): Nameable {
  const found = findItem(context, matter.item.taskCode, matter.item.handlingItem, matter.item.version, matter.item);
  return { materials: found?.handling.materials.map((material) => material.material_code) ?? [], fields: Object.keys(found?.handling.form.schema.properties ?? {}) };
}

type PaperAct = 'supplement' | 'correct_on_spot' | 'hand_in_deferred';
interface PaperBody {
  readonly commandId: string;
  readonly seenSeq: number;
  readonly materials: readonly wire.GivenMaterial[];
}

/** An act that brings papers or a changed form: what it brings is judged against the item before it is decided. */
async function withPapers(context: Context, actor: Actor, matterId: string, body: PaperBody, act: PaperAct, form: Readonly<Record<string, unknown>> | undefined) {
  const file = await readMatterFile(context.database.handle, context.pipeline.keys, matterId);
  if (!file || !mayAct(actor, file.state, act)) return refuse('matter.unknown');
  const given = await readGiven(context, file, body.materials, form);
  if (!given.ok) return given;
  const channel = actor.kind === 'staff' ? ('window' as const) : ('online' as const);
  return perform(context, actor, {
    matterId, body, name: act, institutionOf: (matter) => matter.acceptingInstitution, may: (matter) => mayAct(actor, matter, act),
    decide: (matter, meta, law) => {
      switch (act) {
        case 'supplement':
          return supplement(matter, given.given, channel, law, meta);
        case 'correct_on_spot':
          return correctOnSpot(matter, given.given, meta);
        case 'hand_in_deferred':
          return handInDeferred(matter, given.given.handedIn, given.given.particulars.fileNames, given.given.judgement, channel, meta);
      }
    },
  });
}

async function readGiven(context: Context, file: MatterFile, materials: readonly wire.GivenMaterial[], form: Readonly<Record<string, unknown>> | undefined): Promise<{ ok: true; given: Supplement } | Refusal> {
  const found = findItem(context, file.state.item.taskCode, file.state.item.handlingItem, file.state.item.version, file.state.item);
  if (!found) return refuse('items.unknown');
  const before = personalPart(file);
  const judgement = judgeApplication(context, found, before.answers, form ?? before.form);
  if ('code' in judgement) return judgement;
  const files = await heldFiles(context, file.dataKey, materials.flatMap((material) => material.files));
  if (!files.ok) return files;
  const brought: HandedIn[] = materials.map((material) => ({ code: material.materialCode, form: material.form, files: material.files.flatMap((one) => files.held.get(one.fileId) ?? []) }));
  const { handedIn, affirmed } = await withAffirmations(context, file.state.partyId, brought, Object.fromEntries(materials.flatMap((one) => (one.affirmedBy === undefined ? [] : [[one.materialCode, one.affirmedBy]]))));
  const fileNames = Object.fromEntries(materials.flatMap((material) => material.files.map((one) => [one.fileId, safeName(one.name)])));
  return { ok: true, given: { handedIn, particulars: { form: form ?? before.form, fileNames, ...(Object.keys(affirmed).length > 0 ? { affirmed } : {}) }, changedFields: changedFields(before.form, form ?? before.form), judgement: await wordJudged(context, file, judgement, handedIn) } };
}

/** A word given now is judged by what the applicant is offered now; the materials that were to come later were judged when they were put off. */
async function wordJudged(context: Context, file: MatterFile, judgement: FilingJudgement, handedIn: readonly HandedIn[]): Promise<FilingJudgement> {
  return handedIn.some((one) => one.form === 'promised' || one.form === 'deferred') ? judgedWithStanding(context, { applicant: file.state.organisationId ?? file.state.partyId, filedBy: file.state.partyId }, judgement, handedIn) : judgement;
}

/** Names of the fields whose answers differ: names only, for facts carry nothing personal. */
function changedFields(before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>): readonly string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => !isDeepStrictEqual(before[name], after[name])).sort();
}

/** The files an act names, as the vault holds them: their type and size are read there, for a type that the sender chose would be shown to staff as that type. */
async function heldFiles(context: Context, dataKey: DataKey, named: readonly { fileId: string }[]): Promise<{ ok: true; held: ReadonlyMap<string, FileRef> } | Refusal> {
  const held = new Map<string, FileRef>();
  const ids = new Set(named.map((one) => one.fileId));
  if (ids.size > mostFiles) return refuse('matter.too_many_files', { most: mostFiles });
  for (const fileId of ids) {
    const found = await context.vault.describe(fileId, dataKey);
    if (!found.ok) return refuse('matter.file_unknown');
    held.set(fileId, { fileId, mediaType: found.mediaType, sizeBytes: found.sizeBytes });
  }
  return { ok: true, held };
}
