import { homeCommunity } from '../server/demo/city.ts';
import { randomUUID } from 'node:crypto';
import { accept, askForCorrection, claimAndGrant, completeDraft, fileOnline, matterOf, newPerson, permit, registration, type Application, type Matter } from './filings.ts';
import { must, phoneSession, residentSession, staffSession, visitor, type Session } from './sessions.ts';
import type { City } from './start-city.ts';

/** A page of the portal and who looks at it. `form` pages ask for something and may carry more script than those that only tell. */
export interface PortalPage {
  readonly name: string;
  readonly path: string;
  readonly kind: 'content' | 'form';
  readonly by: Session;
}

/** The pages of the portal in one city, and what on them is somebody's own words or name. */
export interface Portal {
  readonly pages: readonly PortalPage[];
  readonly said: readonly string[];
}

/** A resident with a matter in every state that has a page of its own, and an application half filled in. */
interface Lived {
  readonly resident: Session;
  readonly draftId: string;
  readonly received: string;
  readonly corrected: string;
  readonly completed: string;
  /** its clock stands still for a test */
  readonly stopped: Matter;
  /** a material of it was to come later */
  readonly awaiting: string;
  readonly said: readonly string[];
}

const notice = '号码看不清，请重拍正面。';

const words = '需要检测机构核验居住信息。';

/** 优待证 for the family of a deceased soldier, whose certificate may come later. */
const card: Application = {
  taskCode: 'YM-20-0114-01', handlingItem: 'YM-20-0114-01-01', answers: { who_are_you: 'family', filed: 'yes', live: 'yes', applicant: 'self' },
  form: { status: 'family', deceased_soldier: '安国', relation: 'child', card_bank: 'icbc', contact_name: '安宁', contact_phone: '15400009999', address_line: '南湖街道渔民村 5 栋 602', declaration: true },
  uploads: ['identity_card', 'card_photo'], fromCity: ['household_register'],
};

const act = (matter: Matter): { commandId: string; seenSeq: number } => ({ commandId: randomUUID(), seenSeq: matter.seq });

/** A matter whose clock two persons stopped; as its applicant sees it. */
async function stopClock(resident: Session, clerk: Session, officer: Session, approver: Session): Promise<Matter> {
  const { matterId } = await fileOnline(resident, permit);
  await accept(clerk, matterId);
  const matter = await matterOf(officer, matterId);
  const linkId = matter.links.find((link) => link.allowed.includes('claim_link'))?.linkId ?? 'none';
  const { matter: mine } = await must(officer.api.POST('/api/v1/matters/{matterId}/links/{linkId}/claim', { params: { path: { matterId, linkId } }, body: act(matter) }));
  const body = { ...act(mine), act: { type: 'special' as const, ground: 'testing' as const, document: '深检〔2026〕12 号', announcedWorkingDays: 6 }, words };
  const { matter: open } = await must(officer.api.POST('/api/v1/matters/{matterId}/propose-limit-act', { params: { path: { matterId } }, body }));
  const proposalId = open.proposals.find((one) => one.outcome === 'open')?.proposalId ?? 'none';
  await must(approver.api.POST('/api/v1/matters/{matterId}/proposals/{proposalId}/approve', { params: { path: { matterId, proposalId } }, body: { ...act(open), words: '同意' } }));
  return matterOf(resident, matterId);
}

/** A matter that was accepted while one material was still to come. */
async function awaitMaterial(resident: Session, clerk: Session): Promise<string> {
  const draftId = await completeDraft(resident, card);
  const { version } = await must(resident.api.GET('/api/v1/drafts/{draftId}', { params: { path: { draftId } } }));
  const materials = [{ materialCode: 'household_register', form: 'from_city' as const }, { materialCode: 'survivor_document', form: 'deferred' as const }];
  await must(resident.api.POST('/api/v1/drafts/{draftId}/save', { params: { path: { draftId } }, body: { version, materials } }));
  const { matterId } = await must(resident.api.POST('/api/v1/drafts/{draftId}/file', { params: { path: { draftId } }, body: { commandId: randomUUID() } }));
  await accept(clerk, matterId);
  return matterId;
}

async function live(city: City, person: number): Promise<Lived> {
  const resident = await residentSession(city, newPerson(person));
  const [clerk, officer, approver] = await Promise.all([staffSession(city, 'clerk'), staffSession(city, 'officer'), staffSession(city, 'approver')]);
  const [received, corrected, completed] = [await fileOnline(resident, registration), await fileOnline(resident, registration), await fileOnline(resident, registration)].map((one) => one.matterId) as [string, string, string];
  await askForCorrection(clerk, corrected, 'identity_card', notice);
  await accept(clerk, completed);
  const { party, history } = await claimAndGrant(officer, completed);
  const stopped = await stopClock(resident, clerk, officer, approver);
  const awaiting = await awaitMaterial(resident, clerk);
  const said = [newPerson(person).name['zh-CN'], party.nameMasked, String(registration.form.address_line), notice, words, '深检〔2026〕12 号', '安国', '安宁', String(permit.form.employer_name), ...history.flatMap((entry) => [entry.byName, entry.words ?? ''])];
  return { resident, received, corrected, completed, stopped, awaiting, draftId: await completeDraft(resident, registration), said: said.filter((words) => words !== '') };
}

/** Every page of the portal, with what is needed to see it filled. `person` keeps two callers in one city apart. */
export async function portalPages(city: City, person: number): Promise<Portal> {
  const nobody = visitor(city);
  const [lived, newcomer] = [await live(city, person), await phoneSession(city, newPerson(person + 1).mobile)];
  const { signInId } = await must(nobody.api.POST('/api/v1/sign-ins', { body: { phone: newPerson(person + 2).mobile, language: 'zh-CN' } }));
  const done = await matterOf(lived.resident, lived.completed);
  const page = (by: Session, kind: PortalPage['kind']) => (name: string, path: string): PortalPage => ({ name, path, kind, by });
  const pages = [...publicPages(page(nobody, 'content'), done, lived.stopped), page(nobody, 'form')('sign-in', '/sign-in'), page(nobody, 'form')('sign-in code', `/sign-in/${signInId}`), page(newcomer, 'form')('who', '/sign-in/who'), ...ownPages(lived, page(lived.resident, 'content')), ...formPages(lived, page(lived.resident, 'form'))];
  return { pages, said: lived.said };
}

type Make = (name: string, path: string) => PortalPage;

function publicPages(page: Make, done: Matter, stopped: Matter): readonly PortalPage[] {
  const item = `/items/${registration.taskCode}`;
  return [
    page('home', '/'), page('items', '/items'), page('search', '/items?text=juzhu'), page('search without result', '/items?text=qqqqqq'), page('life event', '/items?lifeEvent=old_age'),
    page('guide', item), page('guide answered', `${item}?item=${registration.handlingItem}&q.who=mainland&community=${homeCommunity}`), page('guide of a licence', '/items/YM-01-0206-01'), page('guide, not eligible', `${item}?item=${registration.handlingItem}&q.who=foreign`),
    page('progress', '/progress'), page('progress unknown', '/progress?number=1&code=AAAAAA'), page('progress found', `/progress?number=${done.number}&code=${done.checkCode ?? ''}`),
    page('progress of a stopped clock', `/progress?number=${stopped.number}&code=${stopped.checkCode ?? ''}`),
    page('verification', '/results'), page('verification unknown', '/results?number=1&code=AAAAAA'), page('verification found', `/results?number=${done.resultNumber ?? ''}&code=${done.checkCode ?? ''}`),
    page('help', '/help'), page('accessibility', '/accessibility'), page('about', '/about'), page('no such page', '/nowhere'),
  ];
}

function ownPages({ received, corrected, completed, stopped, awaiting }: Lived, page: Make): readonly PortalPage[] {
  return [
    page('home, signed in', '/'), page('my matters', '/matters'), page('messages', '/messages'), page('matter received', `/matters/${received}`), page('matter to correct', `/matters/${corrected}`),
    page('matter with a stopped clock', `/matters/${stopped.matterId}`), page('matter with a material to come', `/matters/${awaiting}`),
    page('matter completed', `/matters/${completed}`), page('receipt', `/matters/${received}/receipt`), page('withdraw', `/matters/${received}/withdraw`), page('start', `/items/${registration.taskCode}/${registration.handlingItem}/start`),
  ];
}

function formPages({ draftId, corrected, awaiting }: Lived, page: Make): readonly PortalPage[] {
  const base = `/apply/${draftId}`;
  return [
    page('supplement', `/matters/${corrected}/supplement`), page('material to come', `/matters/${awaiting}/deferred`), page('situation', `${base}/situation`), page('place', `${base}/place`), page('form, first page', `${base}/form/home`), page('form, second page', `${base}/form/about`),
    page('materials', `${base}/materials`), page('check', `${base}/check`), page('discard', `${base}/discard`),
    page('sign-in and security', '/security'), page('confirm it is you', '/step-up?next=/security'), page('who acts for whom', '/agency'), page('naming an agent', '/agency/give'), page('my data', '/my-data'), page('who looked', '/who-looked'),
  ];
}
