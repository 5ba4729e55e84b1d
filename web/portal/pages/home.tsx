import type { ReactElement } from 'react';
import { Button } from '../../ui/button/button.tsx';
import { Icon } from '../../ui/icon/icon.tsx';
import type { Reply } from '../../ui/wire.ts';
import type { PageContext } from '../context.ts';
import { Page } from '../layout.tsx';
import { HomeBundles } from './bundle.tsx';
import { DraftRows, MatterRows } from './matter-rows.tsx';

type Matters = Reply<'myMatters'>['matters'];
type Drafts = Reply<'listDrafts'>['drafts'];

/** Life events in the order in which a life meets them (contract/catalogue.ts lifeEvents). */
export const lifeEvents = [
  'residence', 'housing', 'work', 'marriage_family', 'birth', 'child', 'study', 'health', 'old_age', 'disability', 'hardship', 'veteran', 'death',
  'start_business', 'run_business', 'animals', 'community_life',
] as const;

/** The search box: a plain GET form. */
export function SearchBox({ ctx, text = '', big = false }: { readonly ctx: PageContext; readonly text?: string; readonly big?: boolean }): ReactElement {
  return (
    <form className={big ? 'pt-search pt-search--big' : 'pt-search'} method="get" action="/items" role="search">
      <label htmlFor="text">{ctx.t('home.search_label')}</label>
      <div className="pt-search__line">
        <input className="ym-input" type="search" id="text" name="text" defaultValue={text} maxLength={60} autoComplete="off" enterKeyHint="search" />
        <Button icon="search">{ctx.t('home.search')}</Button>
      </div>
    </form>
  );
}

/** Life events as words, not as a wall of icons. */
export function LifeEvents({ ctx }: { readonly ctx: PageContext }): ReactElement {
  return (
    <section aria-labelledby="life">
      <h2 id="life">{ctx.t('home.life')}</h2>
      <ul className="pt-life">{lifeEvents.map((event) => <li key={event}><a href={`/items?lifeEvent=${event}`}>{ctx.t(`life.${event}`)}</a></li>)}</ul>
      <p><a href="/items">{ctx.t('home.all')}</a></p>
    </section>
  );
}

function Mine({ ctx, matters, drafts }: { readonly ctx: PageContext; readonly matters: Matters | null; readonly drafts: Drafts }): ReactElement {
  const { t } = ctx;
  return (
    <section aria-labelledby="mine">
      <h2 id="mine">{t('page.mine')}</h2>
      {matters === null ? (
        <p>{t('home.mine_signed_out')} <span className="pt-inline-links"><a href="/sign-in?next=/">{t('page.sign_in')}</a> <a href="/progress">{t('home.by_number')}</a></span></p>
      ) : (
        <>
          <DraftRows ctx={ctx} drafts={drafts.slice(0, 2)} />
          <MatterRows ctx={ctx} matters={matters.slice(0, 3)} />
          {matters.length + drafts.length === 0 ? <p>{t('home.mine_empty')}</p> : <p><a href="/matters">{t('home.mine_all')}</a></p>}
        </>
      )}
    </section>
  );
}

/** Home: search first, then my matters, then what is done all in one, then life events as words. `matters` is null while nobody is signed in. */
export function Home({ ctx, matters, drafts, bundles }: { readonly ctx: PageContext; readonly matters: Matters | null; readonly drafts: Drafts; readonly bundles: Reply<'searchItems'>['items'] }): ReactElement {
  const { t } = ctx;
  return (
    <Page ctx={ctx} title={t('home.title')} bare>
      <h1 className="pt-hero">{t('home.title')}</h1>
      <SearchBox ctx={ctx} big />
      <p className="pt-try ym-quiet"><Icon name="search" /> {t('home.try')}{t('home.try_words').split('|').map((word, i) => <span key={word}>{i > 0 ? t('page.and') : ''}<a href={`/items?text=${encodeURIComponent(word)}`}>{word}</a></span>)}</p>
      <Mine ctx={ctx} matters={matters} drafts={drafts} />
      <HomeBundles ctx={ctx} bundles={bundles} />
      <LifeEvents ctx={ctx} />
    </Page>
  );
}
