import type { ReactElement } from 'react';
import { Button } from '../../ui/button/button.tsx';
import type { CommunityChoice } from '../../ui/community-field/community-field.tsx';
import type { Item, Reply } from '../../ui/wire.ts';
import type { PageContext } from '../context.ts';
import { Section } from './section.tsx';

/** What was looked for under "where", what was found, and the halls of the chosen community. */
export interface GuidePlace {
  readonly text: string;
  readonly found: readonly CommunityChoice[] | null;
  readonly chosen: { readonly name: string; readonly halls: Reply<'getUnit'>['institutions'] } | null;
}

/** Where it can be done: here, at any window, and the halls near a community. */
export function GuideWhere({ ctx, item, place }: { readonly ctx: PageContext; readonly item: Item; readonly place: GuidePlace }): ReactElement {
  const { t, language } = ctx;
  const task = item.implementation_item;
  return (
    <Section id="where" title={t('guide.where')}>
      {task.is_online ? <p>{t('guide.where_online')}</p> : null}
      <p>{t('guide.where_window', { levels: task.accept_at.map((level) => t(`level.${level}`)).join(t('page.and')) })}</p>
      <form className="pt-search" method="get" action="#where">
        <label htmlFor="near">{t('guide.where_near')}</label>
        <div className="pt-search__line">
          <input className="ym-input" type="search" id="near" name="near" defaultValue={place.text} maxLength={40} placeholder="" autoComplete="off" aria-describedby="near-hint" />
          <Button kind="secondary" icon="pin">{ctx.ui('community.find')}</Button>
        </div>
        <p className="ym-quiet" id="near-hint">{ctx.ui('community.search_hint')}</p>
      </form>
      {place.found ? (place.found.length === 0 ? <p>{ctx.ui('community.none')}</p> : <ul>{place.found.map((one) => <li key={one.code}><a href={`?community=${one.code}#where`}>{one.name}</a> <span className="ym-quiet">{one.within}</span></li>)}</ul>) : null}
      {place.chosen ? (
        <>
          <h3>{t('guide.where_halls', { place: place.chosen.name })}</h3>
          {place.chosen.halls.length === 0 ? <p>{t('guide.where_no_hall')}</p> : <ul>{place.chosen.halls.map((hall) => <li key={hall.code}>{hall.name[language]}</li>)}</ul>}
        </>
      ) : null}
      {task.transact_time ? <><h3>{t('guide.hours')}</h3><p>{task.transact_time[language]}</p></> : null}
      {task.link_way || task.supervise_way ? <><h3>{t('guide.questions')}</h3>{task.link_way ? <p>{task.link_way[language]}</p> : null}{task.supervise_way ? <p>{task.supervise_way[language]}</p> : null}</> : null}
    </Section>
  );
}
