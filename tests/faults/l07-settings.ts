import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { endpoints } from '../../contract/endpoints.ts';
import * as backoffices from '../../server/domains/backoffices/decide.ts';
import { evolve as evolveBackoffice } from '../../server/domains/backoffices/evolve.ts';
import type { Change as CalendarChange, ChangeTerms as CalendarTerms } from '../../server/domains/calendar/change.ts';
import * as calendar from '../../server/domains/calendar/decide.ts';
import { evolve as evolveCalendar } from '../../server/domains/calendar/evolve.ts';
import type { Change as CatalogueChange } from '../../server/domains/catalogue/change.ts';
import * as catalogue from '../../server/domains/catalogue/decide.ts';
import { evolve as evolveCatalogue } from '../../server/domains/catalogue/evolve.ts';
import * as keyChanges from '../../server/domains/key-changes/decide.ts';
import { evolve as evolveKeyChange } from '../../server/domains/key-changes/evolve.ts';
import * as staffChanges from '../../server/domains/staff-changes/decide.ts';
import { evolve as evolveStaffChange } from '../../server/domains/staff-changes/evolve.ts';
import type { By } from '../../server/kernel/actor.ts';
import type { CalendarFile } from '../../server/kernel/calendar/index.ts';
import { project } from './frame/city.ts';
import type { Fault, FaultTools } from './frame/fault.ts';

/** What each act on a setting that decides is: a step of an act of two persons, kept as a fact; something that decides nothing yet; or one person's doing. */
const acts: Readonly<Record<string, 'two_persons' | 'decides_nothing' | 'one_person'>> = {
  proposeCalendarChange: 'two_persons', approveCalendarChange: 'two_persons', rejectCalendarChange: 'two_persons', withdrawCalendarChange: 'two_persons', checkCalendarChange: 'decides_nothing', readCalendarNotice: 'decides_nothing',
  proposeCatalogueChange: 'two_persons', approveCatalogueChange: 'two_persons', rejectCatalogueChange: 'two_persons', withdrawCatalogueChange: 'two_persons',
  openCatalogueChange: 'decides_nothing', saveCatalogueChange: 'decides_nothing', discardCatalogueChange: 'decides_nothing', checkCatalogueProcess: 'decides_nothing', testRunCatalogueChange: 'decides_nothing',
  proposeBackoffice: 'two_persons', proposeBackofficeChange: 'two_persons', approveBackofficeChange: 'two_persons', rejectBackofficeChange: 'two_persons', withdrawBackofficeChange: 'two_persons',
  reconcile: 'decides_nothing', replayDeliveries: 'decides_nothing', receiveCallback: 'decides_nothing', suspendBackoffice: 'one_person',
  proposeStaffChange: 'two_persons', approveStaffChange: 'two_persons', rejectStaffChange: 'two_persons', withdrawStaffChange: 'two_persons', proposeKeyChange: 'two_persons', approveKeyChange: 'two_persons', rejectKeyChange: 'two_persons', withdrawKeyChange: 'two_persons', enterAbsence: 'one_person', endAbsence: 'one_person', firstStart: 'one_person', staffSignIn: 'decides_nothing',
};
const settingTags: ReadonlySet<string> = new Set(['calendar', 'catalogue-admin', 'backoffices', 'staff', 'keys', 'law', 'units', 'ledger']);

/** What is not (yet) a fact with two persons; said aloud in every report. */
const notFacts = [
  'firstStart: the first security administrator is made with the link of the first start, and it is no fact of a chain; what he alone decides until there is a second one is a fact marked as such', 'enterAbsence, endAbsence: one person; only links of posts already held pass on',
  'suspendBackoffice: one person may stop a system at once (a fact); only two bring it back', 'rule packs of data/law come with a release and stand from its day, without an act in the program',
  'PROVISIONAL_CALENDAR, LEDGER_POLICY, LEDGER_AUDITOR_TOKENS: set by the operator of the machine, in its environment',
] as const;

type Decision = { readonly ok: true; readonly facts: readonly { readonly kind: string; readonly by: By; readonly at: string }[] } | { readonly ok: false; readonly code: string };
type Decide = (meta: { readonly at: string; readonly by: By }) => Decision;

/** A setting: who proposes it, and what another or the same person then decides on it. */
interface Setting {
  readonly name: string;
  readonly propose: Decide;
  readonly decide: (proposedBy: By) => { readonly approve: Decide; readonly reject: Decide };
}

const at = '2026-11-23T01:30:00.000Z';
const names = { 'zh-CN': '台风停工', 'zh-HK': '颱風停工', en: 'Typhoon closure' };

function fold<State, Fact>(evolve: (state: State | null, fact: Fact) => State, decision: Decision): State {
  if (!decision.ok) throw new Error(`refused: ${decision.code}`);
  return (decision.facts as unknown as readonly Fact[]).reduce<State | null>(evolve, null) as State;
}

function settings(): readonly Setting[] {
  const file = (name: string): CalendarFile => JSON.parse(readFileSync(join(project, 'data/calendar', name), 'utf8')) as CalendarFile;
  const law = { base: { statutory: file('statutory-days.json'), provisional: file('provisional-2027.json') }, approved: [], today: '2026-11-23' };
  const closure: CalendarTerms = { kind: 'closure', year: null, days: [{ on: '2026-11-25', kind: 'closure', festival: null }], repeals: null, name: names, document: '深三防〔2026〕9号', documentOn: '2026-11-23', link: null, reason: '全市停工' };
  const judged: catalogue.Judgement = { today: '2026-11-23', errors: [], newestVersion: 1, differs: true, versions: [{ what: 'item', subject: 'YM-1', version: 2 }] };
  const subject = { what: 'item', subject: 'YM-1', unit: null, baseVersion: 1, origin: 'screen', digest: 'd' } as const;
  const ground: backoffices.Ground = { isInstitution: () => true, taken: new Set(), addressFault: () => undefined };
  const terms = { name: names, institutions: ['YM-1'], posts: ['officer' as const], url: 'https://mz.example/yimen', network: 'public' as const, events: ['link.opened' as const], particulars: [] };
  const calendarProposal: Decide = (meta) => calendar.proposeChange(null, closure, 'c1', law, meta);
  const catalogueProposal: Decide = (meta) => catalogue.proposeChange(null, subject, { title: '缩短承诺', reason: '深府〔2026〕9号', effectiveOn: null, lawChange: null }, judged, meta);
  const staffGround: staffChanges.Ground = { unitOf: () => '440300', member: () => undefined, loginTaken: () => false, founding: false };
  const staffProposal: Decide = (meta) => staffChanges.proposeChange(null, { kind: 'appoint', reason: '增员', people: [{ name: '某人', login: 'somebody', posts: [{ institution: 'YM-1', role: 'officer' }] }] }, ['s1'], staffGround, meta);
  const keyGround: keyChanges.Ground = { current: 1, versions: [1], founding: false };
  const keyProposal: Decide = (meta) => keyChanges.proposeKeyChange(null, { kind: 'rotate' }, '年度更换', keyGround, meta);
  const backofficeProposal: Decide = (meta) => backoffices.proposeChange(null, 'p1', { kind: 'terms', terms }, '理由', ground, meta);
  return [
    { name: 'calendar', propose: calendarProposal, decide: (by) => { const state = fold(evolveCalendar, calendarProposal({ at, by })) as CalendarChange; return { approve: (meta) => calendar.approveChange(state, 'c1', law, meta), reject: (meta) => calendar.rejectChange(state, '不行', meta) }; } },
    { name: 'catalogue', propose: catalogueProposal, decide: (by) => { const state = fold(evolveCatalogue, catalogueProposal({ at, by })) as CatalogueChange; return { approve: (meta) => catalogue.approveChange(state, judged, meta), reject: (meta) => catalogue.rejectChange(state, '不行', meta) }; } },
    { name: 'staff', propose: staffProposal, decide: (by) => { const state = fold(evolveStaffChange, staffProposal({ at, by })); return { approve: (meta) => staffChanges.approveChange(state, staffGround, meta), reject: (meta) => staffChanges.rejectChange(state, '不行', meta) }; } },
    { name: 'keys', propose: keyProposal, decide: (by) => { const state = fold(evolveKeyChange, keyProposal({ at, by })); return { approve: (meta) => keyChanges.approveKeyChange(state, keyGround, meta), reject: (meta) => keyChanges.rejectKeyChange(state, '不行', meta) }; } },
    { name: 'backoffices', propose: backofficeProposal, decide: (by) => { const state = fold(evolveBackoffice, backofficeProposal({ at, by })); return { approve: (meta) => backoffices.approveChange(state, 's1', ground, meta), reject: (meta) => backoffices.rejectChange(state, '不行', meta) }; } },
  ];
}

/** Whether a setting takes two persons: never the proposer himself, also from another institution or at another time; another one, and both are named in the facts. */
function takesTwo({ name, propose, decide }: Setting, tools: FaultTools): readonly string[] {
  const [one, two] = [`a${tools.whole(0, 1e9)}`, `b${tools.whole(0, 1e9)}`];
  const who = (id: string): By => ({ kind: 'staff', id, institution: `YM-${tools.whole(1, 9)}` });
  const later = new Date(Date.parse(at) + tools.whole(1, 1e9)).toISOString();
  const { approve, reject } = decide(who(one));
  const broken: string[] = [];
  for (const [what, act] of [['approved', approve], ['rejected', reject]] as const) if (act({ at: later, by: who(one) }).ok) broken.push(`${name}: ${what} by whoever proposed it`);
  const proposed = propose({ at, by: who(one) });
  const approved = approve({ at: later, by: who(two) });
  const persons = new Set([proposed, approved].flatMap((decision) => (decision.ok ? decision.facts.map((fact) => fact.by.id) : [])));
  if (persons.size !== 2) broken.push(`${name}: its facts name ${persons.size} persons`);
  return broken;
}

/** A planted defect: a setting that does not look who decides. */
const blind = (setting: Setting): Setting => ({ ...setting, decide: () => setting.decide({ kind: 'staff', id: 'nobody' }) });

const trials = { quick: 50, gate: 300, full: 3_000 } as const;

/** L-07: every act on a setting that decides is known, and takes two persons whose names stand in the facts; what does not is said. */
export const fault: Fault = {
  id: 'L-07',
  title: 'Settings that decide: each change a fact with two persons',
  needs: [],
  seconds: { quick: 0, gate: 4, full: 20 },
  async run(size, tools) {
    const broken = new Set<string>();
    for (const { id, method, tag } of endpoints) if (method !== 'GET' && settingTags.has(tag) && acts[id] === undefined) broken.add(`${id}: nobody has said whether it decides`);
    for (const id of Object.keys(acts)) if (!endpoints.some((one) => one.id === id)) broken.add(`${id}: there is no such act any more`);
    const all = settings();
    let tried = 0;
    for (; tried < trials[size]; tried += 1) for (const setting of all) for (const one of takesTwo(setting, tools)) broken.add(one);
    const caught = all.filter((setting) => takesTwo(blind(setting), tools).length > 0).length;
    const count = (why: string): number => Object.values(acts).filter((one) => one === why).length;
    return {
      faults: tried * all.length, lost: 0, broken: [...broken], mutantsPlanted: all.length, mutantsCaught: caught, seed: tools.seed, skipped: notFacts,
      figures: { settings: all.length, actsOfTwo: count('two_persons'), actsOfOne: count('one_person'), notFacts: notFacts.length },
    };
  },
};
