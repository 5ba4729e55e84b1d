import * as wire from '../../../contract/handling.ts';
import type { BulkAnswer } from '../../../contract/handling.ts';
import { say, type Language, type Messages } from '../../../contract/language.ts';
import { calendarMessages } from '../../../contract/messages/calendar.ts';
import { matterMessages } from '../../../contract/messages/matters.ts';
import { unitsMessages } from '../../../contract/messages/units.ts';
import type { Actor } from '../../kernel/actor.ts';
import type { Refusal } from '../../kernel/decider.ts';
import { refuse } from '../../kernel/decider.ts';
import { derivedId } from '../../platform/ids.ts';
import { reply, route, type Route } from '../../platform/http/route.ts';
import { bulkObstacle } from './bulk.ts';
import { claimLink, completeLink, releaseLink } from './decide.ts';
import { handOverLink } from './decide-handling.ts';
import { handOf } from './hand.ts';
import type { Link, Matter } from './matter.ts';
import { leadsOffice, matterPermissions, mayHandle, mayHandOver } from './policy.ts';
import { carryOut, type Act } from './routes-commands.ts';
import { findItem, type Context } from './routes-context.ts';
import { holdersOf } from './routes-handling.ts';

type Staff = Extract<Actor, { kind: 'staff' }>;
interface Body {
   readonly commandId: string;
  readonly act: wire.BulkAct;
  readonly to?: string | undefined;
  readonly words: string;
}
interface Row {
  readonly matterId: string;
  readonly linkId: string;
  readonly seenSeq: number;
}

/** Rows on their way at once: the writer takes what comes together in one transaction. */
const atOnce = 8;

/** One act on several links: each row its own command, judged by itself. */
export function bulkRoutes(context: Context): readonly Route[] {
  return [
    route(wire.actInBulk, matterPermissions.handOver, async ({ actor, body, language }) => {
      if (actor.kind !== 'staff') return refuse('matter.unknown');
      const rows: BulkAnswer[] = [];
      for (let from = 0; from < body.rows.length; from += atOnce) {
        const part = body.rows.slice(from, from + atOnce);
        const done = await Promise.all(part.map((row) => oneRow(context, actor, body, row)));
        part.forEach(({ matterId, linkId }, i) => {
          const answer = done[i];
          rows.push({ matterId, linkId, ok: answer?.ok === true, problem: answer && !answer.ok ? problemOf(answer, language) : null });
        });
      }
      return reply({ rows });
    }),
  ];
}

const linkOf = (matter: Matter, linkId: string): Link | undefined => matter.links.find((link) => link.linkId === linkId);

/** The command id of a row follows from the whole's, so that what is sent twice counts once. */
async function oneRow(context: Context, actor: Staff, body: Body, row: Row): Promise<{ ok: true } | Refusal> {
  const holders = body.act === 'hand_over_link' ? (await holdersOf(context, row)).holders : [];
  const act: Act = {
    matterId: row.matterId, name: body.act, institutionOf: (matter) => linkOf(matter, row.linkId)?.institution,
    body: { commandId: derivedId(`bulk ${body.commandId} ${row.matterId} ${row.linkId}`), seenSeq: row.seenSeq, ...{ act: body.act, linkId: row.linkId, to: body.to ?? null, words: body.words } },
    may: (matter) => (body.act === 'hand_over_link' ? mayHandOver : mayHandle)(actor, linkOf(matter, row.linkId)),
    decide: (matter, meta, law) => {
      const item = findItem(context, matter.item.taskCode, matter.item.handlingItem, matter.item.version, matter.item);
      return bulkObstacle(matter, body.act, item?.item.implementation_item.bulk_allowed === true) ?? decideRow(actor, body, row.linkId, holders)(matter, meta, law);
    },
  };
  const done = await carryOut(context, actor, act);
  return done.ok ? { ok: true } : done;
}

function decideRow(actor: Staff, body: Body, linkId: string, holders: readonly string[]): Act['decide'] {
  const hand = handOf(actor);
  return (matter, meta, law) => {
    switch (body.act) {
      case 'claim_link':
        return claimLink(matter, linkId, hand.staffId, meta);
      case 'release_link':
        return releaseLink(matter, linkId, hand.staffId, meta, hand.standsInFor);
      case 'hand_over_link':
        return handOverLink(matter, { linkId, to: body.to ?? '', words: body.words, holders, leads: leadsOffice(actor, linkOf(matter, linkId)) }, hand, meta);
      case 'record_finding':
        return completeLink(matter, { linkId, ...hand, act: 'record_finding', action: 'passed', opinion: body.words }, law, meta);
      case 'approve_decision':
        return completeLink(matter, { linkId, ...hand, act: 'approve_decision', action: 'agreed', opinion: body.words }, law, meta);
    }
  };
}

const sentences: Messages = { ...unitsMessages, ...calendarMessages, ...matterMessages };

function problemOf(refusal: Refusal, language: Language): NonNullable<BulkAnswer['problem']> {
  const text = sentences[refusal.code];
  return { code: refusal.code, title: text ? say(text, language, refusal.params) : refusal.code, params: { ...refusal.params } };
}
