import type { ReactElement } from 'react';
import type { Localized } from '../../../contract/language.ts';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import type { Reply } from '../../ui/wire.ts';
import { spanWords, type PageContext } from '../context.ts';
import { Page } from '../layout.tsx';
import { BundleMark } from './bundle.tsx';
import { LifeEvents, lifeEvents, SearchBox } from './home.tsx';

type ItemSummary = Reply<'searchItems'>['items'][number];

/** What was looked for and what was found. */
export interface FoundItems {
  readonly text: string;
  readonly lifeEvent: string | undefined;
  readonly items: readonly ItemSummary[];
  readonly suggestions: readonly Localized[];
}

function Facts({ ctx, item }: { readonly ctx: PageContext; readonly item: ItemSummary }): ReactElement {
  const { t } = ctx;
  const parts = [
    item.promise.unit === 'on_the_spot' ? t('items.instant') : t('items.free_time', { span: spanWords(ctx, item.promise.amount, item.promise.unit) }),
    item.visits === 0 ? t('items.no_visit') : t('items.visits', { count: item.visits }),
    ...(item.online ? [t('items.online')] : []),
  ];
  return <p className="ym-quiet">{parts.join(' · ')}</p>;
}

function Results({ ctx, items }: { readonly ctx: PageContext; readonly items: readonly ItemSummary[] }): ReactElement {
  return (
    <ul className="pt-rows">
      {items.map((item) => (
        <li className="pt-row" key={item.taskCode}>
          <p className="pt-row__title"><a href={`/items/${encodeURIComponent(item.taskCode)}`}>{item.name[ctx.language]}</a> {item.parts === undefined ? null : <BundleMark ctx={ctx} />}</p>
          <p>{item.summary[ctx.language]}</p>
          <Facts ctx={ctx} item={item} />
        </li>
      ))}
    </ul>
  );
}

/** Items found by plain words or by life event; with a way on when nothing was found. */
export function Items({ ctx, found }: { readonly ctx: PageContext; readonly found: FoundItems }): ReactElement {
  const { t, language } = ctx;
  const event = lifeEvents.find((one) => one === found.lifeEvent);
  const title = event ? t(`life.${event}`) : found.text ? t('items.title', { text: found.text }) : t('items.title_all');
  return (
    <Page ctx={ctx} title={title}>
      <SearchBox ctx={ctx} text={found.text} />
      <h1>{title}</h1>
      {found.suggestions.length > 0 ? <p>{t('items.perhaps')}{found.suggestions.map((word, i) => <span key={word[language]}>{i > 0 ? t('page.and') : ''}<a href={`/items?text=${encodeURIComponent(word[language])}`}>{word[language]}</a></span>)}</p> : null}
      {found.items.length > 0
        ? <><p className="ym-quiet">{found.items.length === 1 ? t('items.count_one') : t('items.count', { count: found.items.length })}</p><Results ctx={ctx} items={found.items} /></>
        : <><EmptyState title={found.text ? t('items.none', { text: found.text }) : t('items.title_all')}><p>{t('items.none_help')}</p></EmptyState><LifeEvents ctx={ctx} /></>}
    </Page>
  );
}
