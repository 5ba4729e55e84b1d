import { homeCommunity } from '../server/demo/city.ts';
import { accept, askForCorrection, claimAndGrant, completeDraft, fileOnline, matterOf, newPerson, registration } from './filings.ts';
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
  readonly said: readonly string[];
}

const notice = '号码看不清，请重拍正面。';

async function live(city: City, person: number): Promise<Lived> {
  const resident = await residentSession(city, newPerson(person));
  const [clerk, officer] = await Promise.all([staffSession(city, 'clerk'), staffSession(city, 'officer')]);
  const [received, corrected, completed] = [await fileOnline(resident, registration), await fileOnline(resident, registration), await fileOnline(resident, registration)].map((one) => one.matterId) as [string, string, string];
  await askForCorrection(clerk, corrected, 'identity_card', notice);
  await accept(clerk, completed);
  const { party, history } = await claimAndGrant(officer, completed);
  const said = [newPerson(person).name['zh-CN'], party.nameMasked, String(registration.form.address_line), notice, ...history.flatMap((entry) => [entry.byName, entry.words ?? ''])];
  return { resident, received, corrected, completed, draftId: await completeDraft(resident, registration), said: said.filter((words) => words !== '') };
}

/** Every page of the portal, with what is needed to see it filled. `person` keeps two callers in one city apart. */
export async function portalPages(city: City, person: number): Promise<Portal> {
  const nobody = visitor(city);
  const [lived, newcomer] = [await live(city, person), await phoneSession(city, newPerson(person + 1).mobile)];
  const { signInId } = await must(nobody.api.POST('/api/v1/sign-ins', { body: { phone: newPerson(person + 2).mobile, language: 'zh-CN' } }));
  const done = await matterOf(lived.resident, lived.completed);
  const page = (by: Session, kind: PortalPage['kind']) => (name: string, path: string): PortalPage => ({ name, path, kind, by });
  const pages = [...publicPages(page(nobody, 'content'), done), page(nobody, 'form')('sign-in', '/sign-in'), page(nobody, 'form')('sign-in code', `/sign-in/${signInId}`), page(newcomer, 'form')('who', '/sign-in/who'), ...ownPages(lived, page(lived.resident, 'content')), ...formPages(lived, page(lived.resident, 'form'))];
  return { pages, said: lived.said };
}

type Make = (name: string, path: string) => PortalPage;

function publicPages(page: Make, done: { readonly number: string; readonly checkCode: string | null; readonly resultNumber: string | null }): readonly PortalPage[] {
  const item = `/items/${registration.taskCode}`;
  return [
    page('home', '/'), page('items', '/items'), page('search', '/items?text=juzhu'), page('search without result', '/items?text=qqqqqq'), page('life event', '/items?lifeEvent=old_age'),
    page('guide', item), page('guide answered', `${item}?item=${registration.handlingItem}&q.who=mainland&community=${homeCommunity}`), page('guide of a licence', '/items/YM-01-0206-01'), page('guide, not eligible', `${item}?item=${registration.handlingItem}&q.who=foreign`),
    page('progress', '/progress'), page('progress unknown', '/progress?number=1&code=AAAAAA'), page('progress found', `/progress?number=${done.number}&code=${done.checkCode ?? ''}`),
    page('verification', '/results'), page('verification unknown', '/results?number=1&code=AAAAAA'), page('verification found', `/results?number=${done.resultNumber ?? ''}&code=${done.checkCode ?? ''}`),
    page('help', '/help'), page('accessibility', '/accessibility'), page('about', '/about'), page('no such page', '/nowhere'),
  ];
}

function ownPages({ received, corrected, completed }: Lived, page: Make): readonly PortalPage[] {
  return [
    page('home, signed in', '/'), page('my matters', '/matters'), page('messages', '/messages'), page('matter received', `/matters/${received}`), page('matter to correct', `/matters/${corrected}`),
    page('matter completed', `/matters/${completed}`), page('receipt', `/matters/${received}/receipt`), page('withdraw', `/matters/${received}/withdraw`), page('start', `/items/${registration.taskCode}/${registration.handlingItem}/start`),
  ];
}

function formPages({ draftId, corrected }: Lived, page: Make): readonly PortalPage[] {
  const base = `/apply/${draftId}`;
  return [
    page('supplement', `/matters/${corrected}/supplement`), page('situation', `${base}/situation`), page('place', `${base}/place`), page('form, first page', `${base}/form/home`), page('form, second page', `${base}/form/about`),
    page('materials', `${base}/materials`), page('check', `${base}/check`), page('discard', `${base}/discard`),
  ];
}
