import { languages, say, type Localized } from '../../../contract/language.ts';
import type { LinkView, MatterRow, MatterView } from '../../../contract/matters.ts';
import { handlingMessages } from '../../../contract/messages/handling.ts';
import type { OpinionView } from '../../../contract/opinions.ts';
import type { Actor } from '../../kernel/actor.ts';
import type { FactRow } from '../../platform/ledger/chain.ts';
import { bulkActsFor } from './bulk.ts';
import type { Link, Matter } from './matter.ts';
import { hasInHand } from './policy.ts';
import { findItem, institutionName, type Context, type FoundItem } from './routes-context.ts';
import type { MatterFile } from './store.ts';
import type { ListedMatter } from './views.ts';

/** The name of a link as people read it: of an opinion asked for, that and what for. */
export function nameOfLink(link: Link, name: Localized): Localized {
  if (link.kind !== 'consult') return name;
  return Object.fromEntries(languages.map((language) => [language, say(handlingMessages['handling.opinion_for'], language, { link: name[language] })])) as Record<keyof Localized, string>;
}

/** The same beside the other links of its matter, where there may be several: by the office. */
export function nameInFile(context: Context, link: Link, name: Localized): Localized {
  if (link.kind !== 'consult') return name;
  const office = institutionName(context, link.institution);
  return Object.fromEntries(languages.map((language) => [language, say(handlingMessages['handling.opinion_of'], language, { office: office[language] })])) as Record<keyof Localized, string>;
}

/** What handling adds to a row of a list. */
export type RowHandling = Pick<MatterRow, 'standIn' | 'seq' | 'bulk'>;

/** Whether a row's link is claimed by somebody absent whom the actor stands in for, and what may be done to it together with others. */
export function handlingOfRow(context: Context, actor: Actor, { state: matter, seq }: ListedMatter, link: Link | undefined): RowHandling {
  if (actor.kind !== 'staff' || !link || matter.status !== 'accepted') return { standIn: false, seq, bulk: [] };
  const item = findItem(context, matter.item.taskCode, matter.item.handlingItem, matter.item.version, matter.item);
  return { standIn: hasInHand(actor, link) && link.claimedBy !== actor.staffId, seq, bulk: [...bulkActsFor(actor, matter, link, item?.item.implementation_item.bulk_allowed === true)] };
}

const about = (file: MatterFile, kinds: readonly string[], linkId: string): FactRow | undefined => file.facts.find((one) => kinds.includes(one.kind) && (one.content as { linkId?: string }).linkId === linkId);
const wordsOf = (file: MatterFile, fact: FactRow | undefined, key: 'opinion' | 'words'): string | null => (fact && (file.sealed.get(fact.seq)?.[key] as string | undefined)) || null;

/** What was said when a link ended; null where nothing was. */
export function opinionOf(file: MatterFile, linkId: string): string | null {
  return wordsOf(file, about(file, ['link_completed'], linkId), 'opinion') ?? wordsOf(file, about(file, ['consultation_answered', 'consultation_recalled'], linkId), 'words');
}

/** In whose place a link was or may be done, what it is asked for, and the question. */
export function handlingOfLink(actor: Actor, file: MatterFile, link: Link, staff: ReadonlyMap<string, string>): Pick<LinkView, 'forName' | 'asks' | 'question'> {
  const inPlaceOf = link.doneBy ? link.claimedBy !== link.doneBy : actor.kind === 'staff' && hasInHand(actor, link) && link.claimedBy !== actor.staffId;
  return {
    forName: inPlaceOf && link.claimedBy ? (staff.get(link.claimedBy) ?? null) : null, asks: link.asks ?? null,
    question: link.asks === undefined ? null : wordsOf(file, about(file, ['consultation_asked'], link.linkId), 'words'),
  };
}

const counted = ['passed', 'failed', 'agree', 'agree_on_conditions', 'disagree', 'no_remark', 'unanswered'] as const;
type Counted = (typeof counted)[number];

const isOpinionKind = (kind: Link['kind']): kind is OpinionView['kind'] => kind === 'review' || kind === 'visit' || kind === 'inspect' || kind === 'consult';
const answerOf = (link: Link): Counted | undefined => (isOpinionKind(link.kind) && link.doneAt !== null ? counted.find((one) => one === link.action) : undefined);
/** What was asked of whom: asked or done again, the newest counts. */
const subjectOf = (link: Link): string => [link.kind, link.element, link.institution, JSON.stringify(link.item ?? null)].join(' ');

/** Links whose answer counts: of one asked or done again the newest. */
export function countingLinks(matter: Matter): readonly Link[] {
  const answered = matter.links.filter((link) => answerOf(link) !== undefined);
  return answered.filter((link, i) => !answered.slice(i + 1).some((later) => subjectOf(later) === subjectOf(link)));
}

/** Whether some of the answers that count are in favour and some against. */
export function disagree(matter: Matter): boolean {
  const answers = countingLinks(matter).map((link) => answerOf(link));
  return answers.some((one) => one === 'failed' || one === 'disagree') && answers.some((one) => one === 'passed' || one === 'agree' || one === 'agree_on_conditions');
}

/** What every office that takes part came to, in the order it did, and whether they disagree; the inside of the office, so nothing for the applicant. */
export function opinionsOf(context: Context, actor: Actor, file: MatterFile, found: FoundItem, staff: ReadonlyMap<string, string>): Pick<MatterView, 'opinions' | 'disagreement'> {
  const { state: matter } = file;
  if (actor.kind === 'resident') return { opinions: [], disagreement: false };
  const counting = new Set(countingLinks(matter).map((link) => link.linkId));
  const opinions = matter.links.flatMap((link): OpinionView[] => {
    const answer = answerOf(link);
    if (answer === undefined || link.doneAt === null || !isOpinionKind(link.kind)) return [];
    const described = found.item.implementation_item.handle_flow.find((one) => one.element === link.element);
    const name = described?.name ?? context.catalogue.elementName(found.ref.process, found.ref.processVersion, link.element);
    const inPlace = link.doneBy !== null && link.claimedBy !== null && link.claimedBy !== link.doneBy;
    return [{
      linkId: link.linkId, kind: link.kind, name: nameOfLink(link, name), institution: link.institution, institutionName: institutionName(context, link.institution), answer, words: opinionOf(file, link.linkId), at: link.doneAt,
      byName: link.doneBy ? (staff.get(link.doneBy) ?? '') : '', forName: inPlace ? (staff.get(link.claimedBy ?? '') ?? null) : null, superseded: !counting.has(link.linkId),
    }];
  });
  return { opinions: opinions.sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? -1 : 1)), disagreement: disagree(matter) };
}
