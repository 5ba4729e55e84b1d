import { useState, type ReactElement } from 'react';
import { Link, useLocation } from 'wouter';
import type { Me } from '../../../contract/people.ts';
import { languages } from '../../../contract/language.ts';
import { Icon, type IconName } from '../../ui/icon/icon.tsx';
import { KeyCap } from '../keys/key-cap.tsx';
import { KeyHelp } from '../keys/key-help.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { KeysWaitingCount } from '../key-changes/waiting-count.tsx';
import { PrivacyWaitingCount } from '../privacy/waiting-count.tsx';
import { leave } from '../server/session.ts';
import { WaitingCount } from '../staff/waiting-count.tsx';
import { useWords } from '../words/words.tsx';
import { StaffMessages } from '../supervision/staff-messages.tsx';
import { changeSettings, useSettings } from './appearance.ts';
import { placesFor, type Place } from './places.ts';
import { postKey, useActivePost } from './posts.ts';

const shortNames = { 'zh-CN': '简', 'zh-HK': '繁', en: 'EN' } as const;
/** Each begins with what is seen on the button (WCAG 2.5.3). */
const fullNames = { 'zh-CN': '简体中文', 'zh-HK': '繁體中文', en: 'EN English' } as const;
const icons: Readonly<Record<Place['name'], IconName>> = { intake: 'door', worklist: 'file', supervision: 'globe', orders: 'warning', evaluations: 'message', staff: 'person', keys: 'shield', calendar: 'calendar', absences: 'person', law: 'shield', units: 'building', catalogue: 'search', backoffices: 'forward', ledger: 'shield', audit: 'search', privacy: 'shield', settings: 'info' };

/** The bar over every screen: where one can go, for which post, who, and how it looks. */
export function TopBar({ me }: { readonly me: Me }): ReactElement {
  const { t } = useWords();
  const [, go] = useLocation();
  const [helping, setHelping] = useState(false);
  const places = placesFor(me);
  useKeys([
    ...places.flatMap((place) => (place.keys ? [{ keys: place.keys, does: t(`screen.${place.name}`), run: () => go(place.path) }] : [])),
    { keys: '? / F1', does: t('keys.open'), run: () => setHelping(true) },
  ]);
  return (
    <header className="wb-top ym-no-print">
      <Link className="wb-brand" href="/" aria-label={t('app.brand')}><Icon name="door" /> <span>{t('app.brand')}</span></Link>
      <nav className="wb-places" aria-label={t('top.places')}>
        {places.filter((place) => !place.more).map((place) => <PlaceLink key={place.path} place={place} />)}
        <MorePlaces places={places.filter((place) => place.more)} />
      </nav>
      <PostSwitch me={me} />
      <StaffMessages me={me} />
      <Person me={me} onHelp={() => setHelping(true)} />
      {helping ? <KeyHelp onClose={() => setHelping(false)} /> : null}
    </header>
  );
}

function PlaceLink({ place, onGo }: { readonly place: Place; readonly onGo?: () => void }): ReactElement {
  const { t } = useWords();
  const [location] = useLocation();
  return (
    <Link href={place.path} aria-current={location.startsWith(place.path) ? 'page' : undefined} {...(onGo ? { onClick: onGo } : {})}>
      <Icon name={icons[place.name]} /> <span>{t(`screen.${place.name}`)}</span>{place.name === 'staff' ? <WaitingCount /> : place.name === 'keys' ? <KeysWaitingCount /> : place.name === 'privacy' ? <PrivacyWaitingCount /> : null}{place.keys ? <KeyCap keys={place.keys} /> : null}
    </Link>
  );
}

/** What is looked up now and then, behind one word; it closes when one goes there or elsewhere. */
function MorePlaces({ places }: { readonly places: readonly Place[] }): ReactElement | null {
  const { t } = useWords();
  const [location] = useLocation();
  const [open, setOpen] = useState(false);
  if (places.length === 0) return null;
  const isHere = places.some((place) => location.startsWith(place.path));
  return (
    <div className="wb-more" onKeyDown={(event) => { if (event.key === 'Escape') setOpen(false); }} onBlur={(event) => { if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false); }}>
      <button type="button" className="wb-more__button" aria-expanded={open} aria-current={isHere ? 'true' : undefined} onClick={() => setOpen(!open)}>{t('top.more')}</button>
      {open ? <div className="wb-more__list">{places.map((place) => <PlaceLink key={place.path} place={place} onGo={() => setOpen(false)} />)}</div> : null}
    </div>
  );
}

function PostSwitch({ me }: { readonly me: Me }): ReactElement | null {
  const { t, of } = useWords();
  const active = useActivePost(me);
  if (!active) return null;
  const words = (post: typeof active) => `${of(post.institutionName)} · ${t(`role.${post.role}`)}`;
  if (me.posts.length === 1) return <p className="wb-post" title={words(active)}>{words(active)}</p>;
  return (
    <label className="wb-post">
      <span className="ym-visually-hidden">{t('top.post')}</span>
      <select value={postKey(active)} onChange={(event) => changeSettings({ post: event.target.value })}>
        {me.posts.map((post) => <option key={postKey(post)} value={postKey(post)}>{words(post)}</option>)}
      </select>
    </label>
  );
}

function Person({ me, onHelp }: { readonly me: Me; readonly onHelp: () => void }): ReactElement {
  const { t } = useWords();
  const [location] = useLocation();
  return (
    <div className="wb-person">
      <Link className="wb-person__name" href="/account" title={t('top.account')} aria-label={`${me.name ?? ''} · ${t('top.account')}`} aria-current={location === '/account' ? 'page' : undefined}><Icon name="person" /> <span>{me.name ?? ''}</span></Link>
      <Languages />
      <DensitySwitch />
      <button type="button" className="wb-top-button" onClick={onHelp} aria-keyshortcuts="? F1" title={t('keys.open')}><span className="ym-visually-hidden">{t('keys.open')}</span><KeyCap keys="?" /></button>
      <button type="button" className="wb-top-button" onClick={() => void leave()}>{t('top.leave')}</button>
    </div>
  );
}

function DensitySwitch(): ReactElement {
  const { t } = useWords();
  const { density } = useSettings();
  return (
    <button type="button" className="wb-top-button" aria-pressed={density === 'wide'} title={t('top.density_why')} onClick={() => changeSettings({ density: density === 'close' ? 'wide' : 'close' })}>
      {t('top.density')}
    </button>
  );
}

/** 简 / 繁 / EN, each in its own language. */
export function Languages(): ReactElement {
  const { t, language, setLanguage } = useWords();
  return (
    <span className="wb-languages" role="group" aria-label={t('top.language')}>
      {languages.map((one) => (
        <button key={one} type="button" lang={one} aria-label={fullNames[one]} aria-pressed={one === language} onClick={() => setLanguage(one)}>{shortNames[one]}</button>
      ))}
    </span>
  );
}
