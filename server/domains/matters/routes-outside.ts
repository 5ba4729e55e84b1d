/** What systems of departments do on matters without a screen: the same commands, policies and facts as a person's, through this domain's door. */
import type { MatterView } from '../../../contract/matters.ts';
import type { Actor } from '../../kernel/actor.ts';
import { byOf } from '../../kernel/actor.ts';
import { accept, refuse, type Refusal } from '../../kernel/decider.ts';
import type { Id } from '../../kernel/ids.ts';
import { newId } from '../../platform/ids.ts';
import { giveOpinion } from './decide-handling.ts';
import { claimLink, completeLink, releaseLink, type Completion, type MatterDecision, type Meta } from './decide.ts';
import { proposeLimitAct } from './decide-limits.ts';
import { evolve } from './evolve.ts';
import type { Stance } from './matter-handling.ts';
import type { LimitAct } from './matter-limit.ts';
import type { Link, LinkAction, Matter, MatterFact } from './matter.ts';
import { mayAct, mayHandle, readsFor } from './policy.ts';
import { perform, readable } from './routes-commands.ts';
import { findItem, type Context } from './routes-context.ts';
import { personalPart } from './routes-present.ts';
import { readWhole } from './routes-read.ts';
import { readMatterFile } from './store.ts';

/** An officer of a department, acting through its system. */
export type OutsideActor = Extract<Actor, { kind: 'staff' }>;

/** One act on a link. */
export type OutsideAct =
  | { readonly act: 'claim' | 'release' }
  | { readonly act: 'complete'; readonly result: LinkAction; readonly opinion: string }
  | { readonly act: 'give_opinion'; readonly stance: Stance; readonly opinion: string }
  | { readonly act: 'propose_special'; readonly ground: Extract<LimitAct, { type: 'special' }>['ground']; readonly document: string; readonly workingDays: number; readonly words: string };

/** Which link, and the id under which the act counts once. */
export interface OutsideCall {
  readonly matterId: Id;
  readonly linkId: string;
  readonly commandId: Id;
}

/** The matter after an act, as far as its doer needs it. */
export type OutsideDone = { readonly ok: true; readonly matter: Pick<MatterView, 'number' | 'status' | 'seq' | 'outcome'> };

const linkOf = (matter: Matter, linkId: string): Link | undefined => matter.links.find((link) => link.linkId === linkId);

/** Which act a result of a link is; undefined where the link is not ended with it. */
function endingOf(link: Link | undefined, result: LinkAction): Completion['act'] | undefined {
  switch (result) {
    case 'passed':
    case 'failed':
      return 'record_finding';
    case 'granted':
    case 'refused':
      return 'propose_decision';
    case 'agreed':
      return link?.kind === 'approve' ? 'approve_decision' : undefined;
    case 'returned':
      return 'return_decision';
    default:
      return undefined;
  }
}

/** Who ends or answers a link that nobody has taken takes it with the same act: an outside system works in one step where a person needs two, and a refused end takes nothing. */
function takenFirst(matter: Matter, linkId: string, staffId: Id, meta: Meta, decide: (taken: Matter) => MatterDecision): MatterDecision {
  const link = linkOf(matter, linkId);
  if (!link || link.claimedBy !== null || link.doneAt !== null) return decide(matter);
  const claimed = claimLink(matter, linkId, staffId, meta);
  if (!claimed.ok) return claimed;
  const done = decide(claimed.facts.reduce<Matter>(evolve, matter));
  return done.ok ? accept<MatterFact>(...claimed.facts, ...done.facts) : done;
}

/** Carries an act of a system through the pipeline in the name of its officer. Unknown and forbidden are `matter.unknown` alike. */
export async function actFromOutside(context: Context, actor: OutsideActor, { matterId, linkId, commandId }: OutsideCall, act: OutsideAct): Promise<OutsideDone | Refusal> {
  const { staffId } = actor;
  const onLink = { matterId, body: { commandId, linkId, ...act }, institutionOf: (matter: Matter) => linkOf(matter, linkId)?.institution, may: (matter: Matter) => mayHandle(actor, linkOf(matter, linkId)) };
  const done = await (() => {
    switch (act.act) {
      case 'claim':
        return perform(context, actor, { ...onLink, name: 'claim_link', decide: (matter, meta) => claimLink(matter, linkId, staffId, meta) });
      case 'release':
        return perform(context, actor, { ...onLink, name: 'release_link', decide: (matter, meta) => releaseLink(matter, linkId, staffId, meta) });
      case 'complete':
        return perform(context, actor, {
          ...onLink, name: `complete_link_${act.result}`,
          decide: (matter, meta, law) => {
            const link = linkOf(matter, linkId);
            const ending = endingOf(link, act.result);
            if (!ending) return refuse('matter.wrong_act_for_link', { kind: link?.kind ?? '' });
            return takenFirst(matter, linkId, staffId, meta, (taken) => completeLink(taken, { linkId, staffId, act: ending, action: act.result, opinion: act.opinion }, law, meta));
          },
        });
      case 'give_opinion':
        return perform(context, actor, { ...onLink, name: 'give_opinion', decide: (matter, meta) => takenFirst(matter, linkId, staffId, meta, (taken) => giveOpinion(taken, { linkId, stance: act.stance, words: act.opinion }, { staffId, standsInFor: [] }, meta)) });
      case 'propose_special':
        return perform(context, actor, {
          ...onLink, name: 'propose_limit_act', may: (matter) => mayHandle(actor, linkOf(matter, linkId)) && mayAct(actor, matter, 'propose_limit_act'),
          decide: (matter, meta, law) =>
            proposeLimitAct(matter, newId(), { type: 'special', pauseId: newId(), ground: act.ground, document: act.document, announced: { amount: act.workingDays, unit: 'working_day' } }, act.words, law, meta),
        });
    }
  })();
  if (!done.ok) return done;
  const { number, status, seq, outcome } = done.reply.matter;
  return { ok: true, matter: { number, status, seq, outcome } };
}

/** What a system may be given of a matter; which of it, its registration says. */
export interface OutsideFile {
  readonly state: Matter;
  readonly seq: number;
  readonly answers: Readonly<Record<string, string>>;
  readonly form: Readonly<Record<string, unknown>>;
  readonly materials: readonly { readonly code: string; readonly name: MatterView['itemName']; readonly form: string | null; readonly grade: string | null; readonly files: readonly { readonly fileId: string; readonly mediaType: string; readonly sizeBytes: number; readonly name: string }[] }[];
  /** what an office was asked, by the link that asks it */
  readonly questions: ReadonlyMap<string, string>;
}

/** The file of a matter for a system that has an open link of it in hand, its reading recorded; for any other, `matter.unknown`. */
export async function readFromOutside(context: Context, actor: OutsideActor, matterId: Id, what: string): Promise<{ ok: true; file: OutsideFile } | Refusal> {
  const read = await readWhole(context, matterId);
  if (!read) return refuse('matter.unknown');
  const { state, file } = read;
  const may = state.status === 'accepted' && readable(context, actor, state) && state.links.some((link) => link.doneAt === null && mayHandle(actor, link));
  await context.pipeline.recorder.write({ facts: [], access: [{ matter_id: matterId, record_id: newId(), actor: byOf(actor, readsFor(actor, state, () => false)), act: `matters.${what}`, outcome: !may ? 'matter.unknown' : file ? 'done' : 'matter.record_broken' }] });
  const found = findItem(context, state.item.taskCode, state.item.handlingItem, state.item.version, state.item);
  if (!may || !found) return refuse('matter.unknown');
  if (!file) return refuse('matter.record_broken');
  const personal = personalPart(file);
  const materials = state.materials.map((given) => ({
    code: given.code, name: found.handling.materials.find((one) => one.material_code === given.code)?.material_name ?? { 'zh-CN': given.code, 'zh-HK': given.code, en: given.code }, form: given.form, grade: given.grade,
    files: given.files.map((ref) => ({ fileId: ref.fileId, mediaType: ref.mediaType, sizeBytes: ref.sizeBytes, name: personal.fileNames[ref.fileId] ?? ref.fileId.slice(0, 12) })),
  }));
  const questions = new Map(file.facts.flatMap((fact) => (fact.kind === 'consultation_asked' ? [[(fact.content as { linkId: string }).linkId, String(file.sealed.get(fact.seq)?.words ?? '')] as const] : [])));
  return { ok: true, file: { state, seq: file.head.seq, answers: personal.answers, form: personal.form, materials, questions } };
}

/** A file of a material for a system that may read the matter. */
export async function readFileFromOutside(context: Context, actor: OutsideActor, matterId: Id, fileId: string): Promise<{ ok: true; file: Buffer; mediaType: string; fileName: string } | Refusal> {
  const read = await readFromOutside(context, actor, matterId, 'read_file_by_system');
  if (!read.ok) return read;
  const ref = read.file.materials.flatMap((material) => material.files).find((one) => one.fileId === fileId);
  const kept = await readMatterFile(context.database.handle, context.pipeline.keys, matterId);
  if (!ref || !kept) return refuse('matter.file_unknown');
  const bytes = await context.vault.read(ref.fileId, kept.dataKey);
  return bytes.ok ? { ok: true, file: bytes.bytes, mediaType: ref.mediaType, fileName: ref.name } : bytes;
}
