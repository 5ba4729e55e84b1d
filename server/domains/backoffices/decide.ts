import type { By } from '../../kernel/actor.ts';
import { accept, refuse, type Decision, type InputFault } from '../../kernel/decider.ts';
import type { Id } from '../../kernel/ids.ts';
import { instantOfMs, msOf, type Instant } from '../../kernel/instant.ts';
import { twoPersons } from '../../kernel/two-persons.ts';
import { standingSecrets, type Backoffice, type BackofficeFact, type Change, type Terms } from './backoffice.ts';
import type { BackofficeRefusalCode } from './refusals.ts';
import { actsBesideNow, waitingOf } from './transitions.ts';

/** Facts of a registration, or why there are none. */
export type BackofficeDecision = Decision<BackofficeFact, BackofficeRefusalCode>;

/** When and by whom. */
interface Meta {
  readonly at: Instant;
  readonly by: By;
}

/** What is outside the registration and decides whether its terms can stand. */
export interface Ground {
  readonly isInstitution: (code: string) => boolean;
  /** posts of institutions that another system serves, as `institution post` */
  readonly taken: ReadonlySet<string>;
  /** why an address cannot be one; undefined where it can */
  readonly addressFault: (url: string, network: Terms['network']) => BackofficeRefusalCode | undefined;
}

const second = twoPersons<BackofficeRefusalCode>({ not_waiting: 'backoffices.not_now', same_person: 'backoffices.same_person', not_own_proposal: 'backoffices.not_own_proposal', words_needed: 'backoffices.reason_needed' });

/** Puts a change before a second administrator; the first one is the registration itself. What could not stand now is refused now. */
export function proposeChange(state: Backoffice | null, proposalId: Id, given: Change, reason: string, ground: Ground, meta: Meta): BackofficeDecision {
  const wrong = state ? notNow(state, 'propose') : undefined;
  if (wrong) return wrong;
  const missing: readonly InputFault[] = reason.trim() === '' ? [{ pointer: '/reason', code: 'backoffices.reason_needed', params: {} }] : [];
  const change = given.kind === 'terms' ? { kind: given.kind, terms: tidied(given.terms) } : given;
  const unlawful = faultOf(state, change, ground, missing);
  if (!unlawful && missing.length > 0) return refuse('backoffices.reason_needed', {}, missing);
  return unlawful ?? accept<BackofficeFact>({ kind: 'backoffice_change_proposed', ...meta, content: { proposalId, change }, sealed: { reason: reason.trim() } });
}

/**
 * The second administrator agrees; judged anew, for another system may have come meanwhile. The first terms make the first secret, and so does a change of the secret:
 * `secretId` names it, and the secrets before it end after the hours that were asked for.
 */
export function approveChange(state: Backoffice, secretId: Id, ground: Ground, meta: Meta): BackofficeDecision {
  const wrong = second.wrong(waitingOf(state), 'approve', meta);
  if (wrong) return wrong;
  const { proposal } = state;
  if (!proposal) return refuse('backoffices.not_now', { status: state.status });
  const { change } = proposal;
  const unlawful = faultOf(state, change, ground);
  if (unlawful) return unlawful;
  const makes = change.kind === 'secret' || (change.kind === 'terms' && standingSecrets(state, meta.at).length === 0);
  const oldUntil = change.kind === 'secret' ? instantOfMs(msOf(meta.at) + change.keepOldHours * 3_600_000) : null;
  return accept<BackofficeFact>({ kind: 'backoffice_change_approved', ...meta, content: { proposalId: proposal.proposalId, secretId: makes ? secretId : null, oldUntil } });
}

/** The second administrator says no, and why. */
export function rejectChange(state: Backoffice, words: string, meta: Meta): BackofficeDecision {
  const said = second.rejected(waitingOf(state), words, meta);
  return said.ok ? accept<BackofficeFact>({ kind: 'backoffice_change_rejected', ...meta, content: { proposalId: state.proposal?.proposalId ?? '' }, sealed: { words: said.words } }) : said;
}

/** The proposer takes it back. */
export function withdrawChange(state: Backoffice, meta: Meta): BackofficeDecision {
  const wrong = second.wrong(waitingOf(state), 'withdraw', meta);
  return wrong ?? accept<BackofficeFact>({ kind: 'backoffice_change_withdrawn', ...meta, content: { proposalId: state.proposal?.proposalId ?? '' } });
}

/** Stops the system both ways at once: the safe direction, so one person is enough; or its own answer that it is gone. */
export function suspend(state: Backoffice, ground: 'person' | 'receiver_gone', words: string, meta: Meta): BackofficeDecision {
  const wrong = notNow(state, 'suspend');
  if (wrong) return wrong;
  if (ground === 'person' && words.trim() === '') return refuse('backoffices.reason_needed', {}, [{ pointer: '/words', code: 'backoffices.reason_needed', params: {} }]);
  return accept<BackofficeFact>({ kind: 'backoffice_suspended', ...meta, content: { ground }, sealed: { words: words.trim() } });
}

function notNow(state: Backoffice, act: 'propose' | 'suspend'): ReturnType<typeof refuse<BackofficeRefusalCode>> | undefined {
  return actsBesideNow(state).includes(act) ? undefined : refuse('backoffices.not_now', { status: state.status });
}

function faultOf(state: Backoffice | null, change: Change, ground: Ground, missing: readonly InputFault[] = []): ReturnType<typeof refuse<BackofficeRefusalCode>> | undefined {
  switch (change.kind) {
    case 'terms': {
      const faults = faultsOfTerms(change.terms, ground);
      if (faults.length > 0) return refuse('backoffices.terms_faulty', { count: faults.length + missing.length }, [...faults, ...missing]);
      return state?.terms && JSON.stringify(state.terms) === JSON.stringify(change.terms) ? refuse('backoffices.nothing_changes') : undefined;
    }
    case 'secret':
      return undefined;
    case 'resume':
      return state?.status === 'suspended' ? undefined : refuse('backoffices.nothing_to_resume');
  }
}

/** Everything that is wrong with terms, each by its field. A post of an institution has one system at most: two would both do its links. */
function faultsOfTerms(terms: Terms, ground: Ground): readonly InputFault[] {
  const fault = (pointer: string, code: BackofficeRefusalCode, params: InputFault['params'] = {}): InputFault => ({ pointer: `/terms/${pointer}`, code, params });
  const taken = terms.institutions.flatMap((institution, i) => (terms.posts.some((post) => ground.taken.has(`${institution} ${post}`)) ? [fault(`institutions/${i}`, 'backoffices.institution_taken', { institution })] : []));
  const address = ground.addressFault(terms.url, terms.network);
  return [
    ...(['zh-CN', 'zh-HK', 'en'] as const).flatMap((language) => (terms.name[language] === '' ? [fault(`name/${language}`, 'backoffices.name_needed')] : [])),
    ...(terms.institutions.length === 0 ? [fault('institutions', 'backoffices.institution_needed')] : []),
    ...terms.institutions.flatMap((code, i) => (ground.isInstitution(code) ? [] : [fault(`institutions/${i}`, 'backoffices.institution_unknown', { institution: code })])),
    ...(terms.posts.length === 0 ? [fault('posts', 'backoffices.post_needed')] : []),
    ...(terms.events.includes('link.opened') ? [] : [fault('events', 'backoffices.events_needed')]),
    ...taken,
    ...(address === undefined ? [] : [fault('url', address)]),
  ];
}

/** Terms without blanks at the ends and nothing twice, in one order, so that equal terms are equal. */
function tidied(terms: Terms): Terms {
  const once = <T extends string>(list: readonly T[]): readonly T[] => [...new Set(list)].sort();
  const { name } = terms;
  return {
    name: { 'zh-CN': name['zh-CN'].trim(), 'zh-HK': name['zh-HK'].trim(), en: name.en.trim() }, institutions: once(terms.institutions), posts: once(terms.posts), url: terms.url.trim().replace(/\/+$/, ''),
    network: terms.network, events: once(terms.events), particulars: once(terms.particulars),
  };
}
