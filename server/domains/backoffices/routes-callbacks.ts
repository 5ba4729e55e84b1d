import * as wire from '../../../contract/backoffices.ts';
import type { Callback, CallbackAnswer } from '../../../contract/backoffices.ts';
import { refuse, type Refusal } from '../../kernel/decider.ts';
import type { Id } from '../../kernel/ids.ts';
import { msOf } from '../../kernel/instant.ts';
import { reply, route, type Received, type Route } from '../../platform/http/route.ts';
import { derivedId } from '../../platform/ids.ts';
import { newWebhookSecret, requestLine, verifyWebhook } from '../../platform/webhooks/index.ts';
import type { OutsideAct, OutsideActor, OutsideFile } from '../matters/index.ts';
import { isServed, type Terms } from './backoffice.ts';
import { countRepeat, findCallback, keepDone, keepRefused, type CameIn } from './callbacks-store.ts';
import { backofficePermissions } from './policy.ts';
import { digestOf, officerId, officerOf, postsOf, type Context } from './routes-context.ts';
import { findRegistration, openSecrets } from './store.ts';

/** A system whose message was signed. */
interface Signed {
  readonly ok: true;
  readonly backofficeId: Id;
  readonly terms: Terms;
  readonly messageId: string;
}

/** A secret nobody has: what a message to an unknown system is judged by, so that it takes as long as another. */
const nobodysSecret = newWebhookSecret();

/** Who signed: unknown systems and wrong signatures are told alike; that a system is suspended only itself is told. */
async function signerOf(context: Context, backofficeId: Id, received: Received, signed: string | Uint8Array): Promise<Signed | Refusal> {
  const system = await findRegistration(context.database.handle, backofficeId);
  const at = context.now();
  const secrets = system ? await openSecrets(context.database.handle, context.pipeline.keys, backofficeId, system.state, at) : [];
  const verified = verifyWebhook(secrets.length > 0 ? secrets : [nobodysSecret], received.headers, signed, msOf(at));
  if (!verified.ok || !system?.state.terms) return refuse('backoffices.not_signed');
  if (system.state.status !== 'active') return refuse('backoffices.suspended');
  return { ok: true, backofficeId, terms: system.state.terms, messageId: verified.id };
}

/** Every route for outside systems; the signature of each call is its check. */
export function callbackRoutes(context: Context): readonly Route[] {
  return [
    route(wire.receiveCallback, backofficePermissions.signed, async ({ params, body, received }) => {
      const signer = await signerOf(context, params.backofficeId, received, received.bytes);
      if (!signer.ok) return signer;
      const answer = await takeOnce(context, signer, body, digestOf(received.bytes));
      return 'code' in answer ? answer : reply(answer);
    }),
    route(wire.getOutsideMatter, backofficePermissions.signed, async ({ params, received }) => {
      const signer = await signerOf(context, params.backofficeId, received, requestLine(received.target));
      if (!signer.ok) return signer;
      const read = await context.matters.outside.read(await systemItself(context, signer), params.matterId, 'read_by_system');
      return read.ok ? reply(await matterFor(context, signer.terms, params.matterId, read.file)) : read;
    }),
    route(wire.getOutsideFile, backofficePermissions.signed, async ({ params, received }) => {
      const signer = await signerOf(context, params.backofficeId, received, requestLine(received.target));
      if (!signer.ok) return signer;
      if (!signer.terms.particulars.includes('materials')) return refuse('matter.file_unknown');
      return context.matters.outside.readFile(await systemItself(context, signer), params.matterId, params.fileId);
    }),
  ];
}

/** An officer of the system, kept among those whom facts may name, with the posts the system was approved for. */
async function officerFor(context: Context, signer: Signed, officer: string): Promise<OutsideActor> {
  const staffId = officerId(signer.backofficeId, officer);
  await context.people.keepServiceOfficer({ staffId, system: signer.backofficeId, officer: officerOf(officer), name: `${signer.terms.name['zh-CN']} · ${officerOf(officer)}` });
  return { kind: 'staff', staffId, posts: postsOf(context, signer.terms) };
}

/** Who reads when the system fetches a file by itself: nobody of its officers, the machine. */
const systemItself = (context: Context, signer: Signed): Promise<OutsideActor> => officerFor(context, signer, 'SYSTEM');

/**
 * A message counts once by its id: a repeat of what was done gets the same answer, another message under the same id is refused. What was refused is judged anew when it is
 * sent again, for what came too early may be in time by then. Killed in between, the act is there and the message is not: the command id, made from the message's, finds it done.
 */
async function takeOnce(context: Context, signer: Signed, message: Callback, digest: string): Promise<CallbackAnswer | Refusal> {
  const { handle } = context.database;
  const { backofficeId, messageId } = signer;
  const known = await findCallback(handle, backofficeId, messageId);
  if (known && known.digest !== digest) return refuse('backoffices.message_reused_id');
  if (known?.answer) {
    await countRepeat(handle, backofficeId, messageId);
    return known.answer;
  }
  const { matterId, linkId, officer } = message.data;
  const came: CameIn = { backofficeId, messageId, digest, type: message.type, matterId, linkId, officer: officerOf(officer), at: context.now() };
  const actor = await officerFor(context, signer, officer);
  const done = await context.matters.outside.act(actor, { matterId, linkId, commandId: derivedId(`callback ${backofficeId} ${messageId}`) }, actOf(message));
  if (!done.ok) {
    await keepRefused(handle, came, done.code);
    return done;
  }
  const { number, status, seq, outcome } = done.matter;
  return keepDone(handle, came, { messageId, matterId, linkId, number, status, seq, outcome });
}

/** The act a message asks for; the words carry the officer, so that who reads the file sees whose they are. */
function actOf(message: Callback): OutsideAct {
  const signedBy = (words: string): string => `${words}\n〔${officerOf(message.data.officer)}〕`;
  switch (message.type) {
    case 'link.claimed':
      return { act: 'claim' };
    case 'link.released':
      return { act: 'release' };
    case 'link.completed':
      return { act: 'complete', result: message.data.result, opinion: signedBy(message.data.opinion) };
    case 'opinion.given':
      return { act: 'give_opinion', stance: message.data.stance, opinion: signedBy(message.data.opinion) };
    case 'procedure.asked':
      return { act: 'propose_special', ground: message.data.ground, document: message.data.document, workingDays: message.data.workingDays, words: signedBy(message.data.words) };
  }
}

/** The file as far as the registration goes. */
async function matterFor(context: Context, terms: Terms, matterId: Id, file: OutsideFile): Promise<wire.OutsideMatter> {
  const { state } = file;
  const given = new Set(terms.particulars);
  const item = context.catalogue.item(state.item.taskCode, state.item.version)?.item;
  const nameless = (code: string) => ({ 'zh-CN': code, 'zh-HK': code, en: code });
  const particularsOf = async (partyId: Id | null) => {
    const found = partyId === null ? undefined : await context.people.particulars(partyId);
    return found ? { name: found.name, number: found.number, numberKind: found.numberKind, phone: found.phone } : null;
  };
  const links = state.links.filter((link) => link.doneAt === null && isServed(terms, link)).map((link) => {
    const limit = state.limits.find((one) => one.limitId === `link:${link.linkId}`);
    return {
      linkId: link.linkId, element: link.element, name: item?.implementation_item.handle_flow.find((one) => one.element === link.element)?.name ?? nameless(link.element), kind: link.kind, institution: link.institution,
      due: limit ? context.matters.dueView(limit) : null, question: file.questions.get(link.linkId) ?? null,
    };
  });
  return {
    matterId, number: state.number, seq: file.seq, item: { taskCode: state.item.taskCode, name: item?.catalog_item.task_name ?? nameless(state.item.taskCode) }, receivedAt: state.receivedAt, acceptedAt: state.acceptedAt,
    areaUnit: state.areaUnit, links,
    applicant: given.has('applicant') ? { person: await particularsOf(state.partyId), organisation: await particularsOf(state.organisationId) } : null,
    form: given.has('form') ? { answers: { ...file.answers }, fields: { ...file.form } } : null,
    materials: given.has('materials') ? file.materials.map((one) => ({ ...one, files: one.files.map((each) => ({ ...each })) })) : null,
  };
}
