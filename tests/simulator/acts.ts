import type { Actor } from '../../server/kernel/actor.ts';
import type { Refusal } from '../../server/kernel/decider.ts';
import { procedureKinds } from '../../server/kernel/limits/clock.ts';
import type { Filing, MatterDecision, Meta } from '../../server/domains/matters/decide.ts';
import type { Law } from '../../server/domains/matters/law.ts';
import type { LimitAct } from '../../server/domains/matters/matter-limit.ts';
import type { Link, Matter, MatterFact } from '../../server/domains/matters/matter.ts';
import type { LinkAct, MatterAct } from '../../server/domains/matters/transitions.ts';
import type { Product } from './bundle-load.ts';
import type { Chance } from './chance.ts';
import { handlingItemOf, place, taskCodeOf, type City, type Server } from './city.ts';

type Staff = Extract<Actor, { kind: 'staff' }>;
const id = (tail: string): string => `0190b000-0000-7000-8000-0000000000${tail}`;
const staff = (tail: string, ...posts: readonly (readonly [string, Staff['posts'][number]['role']])[]): Staff => ({ kind: 'staff', staffId: id(tail), posts: posts.map(([institution, role]) => ({ institution, unit: place.area, role })) });

/** The people of the city; all invented. */
export const people = {
  applicants: [{ kind: 'resident', partyId: id('01') }, { kind: 'resident', partyId: id('02') }],
  clerks: [staff('c1', [place.hall, 'window_clerk'])],
  officers: [staff('d1', [place.department, 'officer'], [place.street, 'officer']), staff('d2', [place.department, 'officer'], [place.street, 'officer'])],
  approvers: [staff('e1', [place.department, 'approver']), staff('e2', [place.department, 'approver'])],
} as const;
const everybody: readonly Actor[] = [...people.applicants, ...people.clerks, ...people.officers, ...people.approvers];

/** A command as somebody sends it, again and again under the same id until he is answered. */
export interface Command {
  readonly commandId: string;
  readonly matterId: string;
  readonly actor: Actor;
  readonly name: string;
  /** the number of the fact its sender saw, where he says it */
  readonly seen?: number;
  send(server: Server): Promise<{ readonly ok: true } | Refusal>;
}

const asked = [
  { code: 'id-card', need: 'required', source: 'applicant', ownPromise: false, filledByForm: false }, { code: 'lease', need: 'deferrable', source: 'applicant', ownPromise: false, filledByForm: false },
] as const;
const judgement = { formFaults: [], openQuestions: [], notEligible: null, asked };
const paper = (code: string, byte: string) => ({ code, form: 'uploaded' as const, files: [{ fileId: byte.repeat(64), mediaType: 'application/pdf', sizeBytes: 1_000 }] });

/** Somebody files an application for an item. */
export function filing(city: City, item: number, serial: number): Command {
  const { product, world } = city;
  const { chance } = world;
  const actor = chance.pick(people.applicants);
  const matterId = newId(city);
  const commandId = newId(city);
  const online = chance.oneIn(2);
  const given: Filing = {
    number: `440304-${String(serial).padStart(5, '0')}`, channel: online ? 'online' : 'window', areaUnit: place.area, acceptingInstitution: place.hall, handlingInstitution: place.department,
    partyId: actor.partyId, organisationId: null, handedIn: [paper('id-card', 'a'), ...(chance.oneIn(2) ? [paper('lease', 'b')] : [])], particulars: { answers: {}, form: { name: '安宁' }, fileNames: {} }, judgement,
  };
  return {
    commandId, matterId, actor, name: 'file',
    async send({ context }) {
      const found = product.findItem(context, taskCodeOf(item), handlingItemOf(taskCodeOf(item)));
      if (!found) throw new Error('the city has no such item');
      const law = product.lawFor(context, found, { areaUnit: place.area, acceptingInstitution: place.hall, matterId });
      const done = await product.runCommand<Matter, MatterFact, string>(context.pipeline, product.commandDomain(context, matterId), {
        commandId, matterId, name: 'file', actor, body: { commandId, item }, creates: {}, may: () => true, decide: (state, meta) => product.file(state, given, law, meta),
      });
      if (done.ok) context.wakeJobs();
      return done;
    },
  };
}

interface Drawn {
  readonly name: string;
  readonly actor: Actor;
  readonly may: (matter: Matter) => boolean;
  readonly decide: (matter: Matter, meta: Meta, law: Law) => MatterDecision;
}

/** Somebody does something with a matter, as he sees it now; mostly what he is offered, sometimes what he is not. */
export function act(city: City, matterId: string, matter: Matter, seenSeq: number): Command | undefined {
  const { product, world } = city;
  const drawn = drawAct(product, world.chance, matter, () => newId(city));
  if (!drawn) return undefined;
  const commandId = newId(city);
  const body = { commandId, ...(world.chance.oneIn(3) ? { seenSeq } : {}) };
  return sending(city, drawn, matterId, body);
}

function sending({ product }: City, { name, actor, may, decide }: Drawn, matterId: string, body: { commandId: string; seenSeq?: number }): Command {
  return {
    commandId: body.commandId, matterId, actor, name, ...(body.seenSeq === undefined ? {} : { seen: body.seenSeq }),
    send: ({ context }) => product.carryOut(context, actor, { matterId, body, name, institutionOf: (matter) => (actor.kind === 'staff' ? (actor.posts[0]?.institution ?? matter.handlingInstitution) : undefined), may, decide }),
  };
}

/** The same id and words from somebody else, or from the same person with other words: neither is the command that was done. */
export function stolen(city: City, command: Command): Command {
  const { chance } = city.world;
  const other = chance.pick(everybody.filter((one) => one !== command.actor));
  const drawn: Drawn = { name: command.name, actor: other, may: () => true, decide: (state, meta) => city.product.withdraw(state, meta) };
  return sending(city, drawn, command.matterId, { commandId: command.commandId });
}

const rare: ReadonlySet<string> = new Set(['withdraw', 'refuse_acceptance', 'return_decision', 'terminate', 'correct_on_spot']);

const endings: ReadonlySet<string> = new Set(['accept', 'claim_link', 'record_finding', 'propose_decision', 'approve_decision']);

function drawAct(product: Product, chance: Chance, matter: Matter, fresh: () => string): Drawn | undefined {
  const offered: Drawn[] = [];
  for (const actor of everybody) {
    for (const name of product.allowedActs(actor, matter)) if (!rare.has(name) || chance.oneIn(8)) offered.push(...onMatter(product, chance, matter, actor, name, fresh));
    for (const link of matter.links) {
      for (const name of product.allowedLinkActs(actor, matter, link)) if (!rare.has(name) || chance.oneIn(6)) offered.push(...onLink(product, chance, actor as Staff, link, name));
    }
  }
  // Handling goes on, or nothing would ever be decided.
  const limits = offered.filter(({ name }) => name.endsWith('_limit_act'));
  if (limits.length > 0 && chance.oneIn(3)) return chance.pick(limits);
  const handling = offered.filter(({ name }) => endings.has(name));
  if (handling.length > 0 && chance.oneIn(3)) return chance.pick(handling);
  if (offered.length > 0 && !chance.oneIn(12)) return chance.pick(offered);
  // What nobody offered him: a clerk who accepts again, an officer who takes what another has.
  const link = matter.links.at(-1);
  const odd = [...onMatter(product, chance, matter, people.clerks[0], chance.oneIn(2) ? 'accept' : 'request_correction', fresh), ...(link ? onLink(product, chance, chance.pick(people.officers), link, 'claim_link') : [])];
  return chance.pick(odd);
}

function onMatter(product: Product, chance: Chance, matter: Matter, actor: Actor, name: MatterAct, fresh: () => string): readonly Drawn[] {
  const proposal = matter.proposals.findLast((one) => one.outcome === 'open')?.proposalId ?? fresh();
  const proposalId = fresh();
  const limitAct = name === 'propose_limit_act' ? drawLimitAct(chance, matter, fresh) : undefined;
  const brought = { handedIn: [paper('id-card', 'c')], particulars: { form: {}, fileNames: {} }, changedFields: ['name'], judgement };
  const channel = actor.kind === 'resident' ? ('online' as const) : ('window' as const);
  const rejects = chance.oneIn(4);
  const decide: Drawn['decide'] | undefined = {
    accept: (state: Matter, meta: Meta, law: Law) => product.acceptMatter(state, law, meta),
    request_correction: (state: Matter, meta: Meta, law: Law) => product.requestCorrection(state, [{ about: 'material', code: 'id-card', fault: 'missing' }], ['请补'], { materials: ['id-card'], fields: [] }, law, meta),
    correct_on_spot: (state: Matter, meta: Meta) => product.correctOnSpot(state, brought, meta),
    refuse_acceptance: (state: Matter, meta: Meta) => product.refuseAcceptance(state, 'not_required', '不需要', meta),
    supplement: (state: Matter, meta: Meta, law: Law) => product.supplement(state, brought, channel, law, meta),
    withdraw: (state: Matter, meta: Meta) => product.withdraw(state, meta),
    terminate: (state: Matter, meta: Meta) => product.terminate(state, '逾期', meta),
    hand_in_deferred: (state: Matter, meta: Meta) => product.handInDeferred(state, [paper('lease', 'e')], {}, judgement, channel, meta),
    propose_limit_act: (state: Matter, meta: Meta, law: Law) => product.proposeLimitAct(state, proposalId, limitAct as LimitAct, '需要', law, meta),
    approve_limit_act: (state: Matter, meta: Meta, law: Law) => (rejects ? product.rejectLimitAct(state, proposal, '不同意', meta) : product.approveLimitAct(state, proposal, '同意', law, meta)),
    deliver_result: (state: Matter, meta: Meta) => product.deliverResult(state, 'counter', '本人', meta),
    check_promise: undefined, revoke_result: undefined, approve_revocation: undefined, propose_repair: undefined, decide_repair: undefined,
  }[name];
  return decide ? [{ name: name === 'approve_limit_act' && rejects ? 'reject_limit_act' : name, actor, may: (state) => product.mayAct(actor, state, name), decide }] : [];
}

function drawLimitAct(chance: Chance, matter: Matter, fresh: () => string): LimitAct {
  const pauseId = matter.limits.findLast((one) => one.kind === 'special')?.limitId.slice('special:'.length);
  const running = matter.limits.some((one) => one.kind === 'special' && one.endedAt === null);
  const drawn = chance.below(10);
  if (pauseId !== undefined && running && drawn < 7) return drawn < 2 ? { type: 'prolong', pauseId, document: '通知书', by: 1 + chance.below(5) } : { type: 'end', pauseId, document: '通知书' };
  if (drawn < 6) return { type: 'special', pauseId: fresh(), ground: chance.pick(procedureKinds), document: '通知书', announced: { amount: 1 + chance.below(8), unit: 'working_day' } };
  return { type: 'extend', document: '通知书', by: 1 + chance.below(10), unit: 'working_day' };
}

function onLink(product: Product, chance: Chance, actor: Staff, link: Link, name: LinkAct): readonly Drawn[] {
  const hand = { staffId: actor.staffId, standsInFor: [] };
  const { linkId } = link;
  const may: Drawn['may'] = (state) => product.mayHandle(actor, state.links.find((one) => one.linkId === linkId));
  const ending = (action: 'passed' | 'granted' | 'refused' | 'agreed' | 'returned'): Drawn['decide'] => (state, meta, law) =>
    product.completeLink(state, { linkId, ...hand, act: name as 'record_finding', action, opinion: '意见' }, law, meta);
  switch (name) {
    case 'claim_link': return [{ name, actor, may, decide: (state, meta) => product.claimLink(state, linkId, actor.staffId, meta) }];
    case 'release_link': return [{ name, actor, may, decide: (state, meta) => product.releaseLink(state, linkId, actor.staffId, meta) }];
    case 'record_finding': return [{ name, actor, may, decide: ending('passed') }];
    case 'propose_decision': return [{ name, actor, may, decide: ending(chance.oneIn(4) ? 'refused' : 'granted') }];
    case 'approve_decision': return [{ name, actor, may, decide: ending('agreed') }];
    case 'return_decision': return [{ name, actor, may, decide: ending('returned') }];
    default: return [];
  }
}

/** A new id of this run. */
function newId({ world }: City): string {
  const hex = world.chance.bytes(16).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}
