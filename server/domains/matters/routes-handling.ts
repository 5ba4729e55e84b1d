import * as wire from '../../../contract/handling.ts';
import type { AskableOffice, Colleague } from '../../../contract/handling.ts';
import type { Actor } from '../../kernel/actor.ts';
import { refuse, type Refusal } from '../../kernel/decider.ts';
import { localDayOf, type LocalDay } from '../../kernel/instant.ts';
import { reply, route, type Route } from '../../platform/http/route.ts';
import { administeringUnit, institutionsAt } from '../units/index.ts';
import { askOpinion, giveOpinion, handOverLink, opinionDays, recallOpinion } from './decide-handling.ts';
import { openConsultations } from './ending.ts';
import { handOf } from './hand.ts';
import { setClock } from './limits.ts';
import type { Link, Matter } from './matter.ts';
import { allowedLinkActs, hasInHand, leadsOffice, matterPermissions, mayHandle, mayHandOver } from './policy.ts';
import { perform, readable, type Act } from './routes-commands.ts';
import { institutionName, lawOfMatter, type Context } from './routes-context.ts';
import { barredFrom } from './signers.ts';
import { readFacts } from './store.ts';

type Staff = Extract<Actor, { kind: 'staff' }>;
interface LinkParams {
  readonly matterId: string;
  readonly linkId: string;
}

const linkOf = (matter: Matter, linkId: string): Link | undefined => matter.links.find((link) => link.linkId === linkId);

/** Handing over and asking for opinions. */
export function handlingRoutes(context: Context): readonly Route[] {
  const onLink = (actor: Staff, params: LinkParams, body: Act['body'], name: string, may: (matter: Matter, link: Link | undefined) => boolean, decide: Act['decide']) => perform(context, actor, {
    matterId: params.matterId, body, name, institutionOf: (matter) => actingFor(actor, matter, linkOf(matter, params.linkId)), may: (matter) => may(matter, linkOf(matter, params.linkId)), decide,
  });
  return [
    route(wire.getHandlingChoices, matterPermissions.handOver, async ({ actor, params }) => choices(context, staffOf(actor), params)),
    route(wire.handOverLink, matterPermissions.handOver, async ({ actor, params, body }) => {
      const me = staffOf(actor);
      const { holders } = await holdersOf(context, params);
      return onLink(me, params, body, 'hand_over_link', (_matter, link) => mayHandOver(me, link), (matter, meta) =>
        handOverLink(matter, { linkId: params.linkId, to: body.to, words: body.words, holders, leads: leadsOffice(me, linkOf(matter, params.linkId)) }, handOf(me), meta));
    }),
    route(wire.askOpinion, matterPermissions.handle, ({ actor, params, body }) => {
      const me = staffOf(actor);
      const today = localDayOf(context.now());
      return onLink(me, params, body, 'ask_opinion', (_matter, link) => mayHandle(me, link), (matter, meta, law) =>
        unknownOffice(context, body.institutions, today) ?? askOpinion(matter, { linkId: params.linkId, institutions: body.institutions, workingDays: body.workingDays, words: body.words }, handOf(me), law, meta));
    }),
    route(wire.giveOpinion, matterPermissions.handle, ({ actor, params, body }) => {
      const me = staffOf(actor);
      return onLink(me, params, body, 'give_opinion', (_matter, link) => mayHandle(me, link), (matter, meta) => giveOpinion(matter, { linkId: params.linkId, stance: body.stance, words: body.words }, handOf(me), meta));
    }),
    route(wire.recallOpinion, matterPermissions.handle, ({ actor, params, body }) => {
      const me = staffOf(actor);
      return onLink(me, params, body, 'recall_opinion', (matter, link) => hasInHand(me, askingOf(matter, link)), (matter, meta) => recallOpinion(matter, params.linkId, body.words, handOf(me), meta));
    }),
  ];
}

const askingOf = (matter: Matter, link: Link | undefined): Link | undefined => matter.links.find((one) => one.linkId === link?.asks);

function staffOf(actor: Actor): Staff {
  if (actor.kind !== 'staff') throw new Error('a handling route was reached without a post');
  return actor;
}

/** The office somebody acts for: that of the link, or, who recalls a question, that of the link it was asked for. */
function actingFor(actor: Staff, matter: Matter, link: Link | undefined): string | undefined {
  return mayHandle(actor, link) || leadsOffice(actor, link) ? link?.institution : askingOf(matter, link)?.institution;
}

/** Who holds a link's post in its institution now; nobody where there is no such link. */
export async function holdersOf(context: Context, params: LinkParams): Promise<{ link: Link | undefined; matter: Matter | undefined; holders: readonly string[] }> {
  const matter = (await readFacts(context.database.handle, params.matterId))?.state;
  const link = matter && linkOf(matter, params.linkId);
  if (!link) return { link, matter, holders: [] };
  const held = await context.people.postHolders([link.post], { institutions: [link.institution] });
  return { link, matter, holders: [...new Set(held.map((one) => one.staffId))] };
}

/** Offices that are asked must stand on the day. */
function unknownOffice(context: Context, institutions: readonly string[], today: LocalDay): Refusal | undefined {
  const stands = (code: string): boolean => {
    const institution = context.units.tree.institutions.get(code);
    return institution !== undefined && institution.category !== 'hall' && context.units.standing(institution.unit, today) === undefined;
  };
  return institutions.every(stands) ? undefined : refuse('matter.opinion_office_unknown');
}

async function choices(context: Context, me: Staff, params: LinkParams): Promise<Refusal | { ok: true; reply: wire.HandlingChoices }> {
  const { link, matter, holders } = await holdersOf(context, params);
  if (!matter || !link || !readable(context, me, matter)) return refuse('matter.unknown');
  const allowed = allowedLinkActs(me, matter, link);
  const law = lawOfMatter(context, matter, params.matterId);
  if ('code' in law) return law;
  const mayAsk = allowed.includes('ask_opinion');
  const dues = mayAsk ? Array.from({ length: opinionDays(law) }, (_, i) => i + 1).flatMap((workingDays) => {
    const set = setClock(law.calendar, { amount: workingDays, unit: 'working_day' }, context.now(), law.pack.warning);
    return set.ok ? [{ workingDays, dueOn: set.clock.dueOn }] : [];
  }) : [];
  return reply({
    colleagues: allowed.includes('hand_over_link') ? await colleaguesFor(context, matter, link, holders) : [],
    offices: mayAsk ? officesFor(context, matter, link) : [],
    dues,
  });
}

/** Who may have the link: its post's holders but who has it and whom the rule of two persons bars; by name. */
async function colleaguesFor(context: Context, matter: Matter, link: Link, holders: readonly string[]): Promise<Colleague[]> {
  const barred = barredFrom(matter, link);
  const ids = holders.filter((id) => id !== link.claimedBy && !barred.includes(id));
  const [names, away] = await Promise.all([context.people.staffNames(ids), context.people.awayToday(ids)]);
  return ids
    .map((staffId) => ({ staffId, name: names.get(staffId) ?? '', standInName: away.get(staffId)?.standInName ?? null, away: away.has(staffId) }))
    .sort((a, b) => a.name.localeCompare(b.name, 'zh-Hans-CN'));
}

/** The departments and street offices over the matter's area, from its own level up; the asking office itself and halls are left out. */
function officesFor(context: Context, matter: Matter, link: Link): AskableOffice[] {
  const { tree } = context.units;
  const today = localDayOf(context.now());
  const open = new Set(openConsultations(matter, link.linkId).map((one) => one.institution));
  return (['district', 'city', 'street', 'community'] as const).flatMap((level) => {
    const unit = administeringUnit(tree, matter.areaUnit, level, today);
    const offices = unit ? institutionsAt(tree, unit.code).filter((one) => one.category !== 'hall' && one.code !== link.institution) : [];
    return offices.map((one) => ({ institution: one.code, name: institutionName(context, one.code), level, asked: open.has(one.code) }));
  });
}
