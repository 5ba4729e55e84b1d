import type { ReactElement } from 'react';
import { Button, ButtonLink } from '../../ui/button/button.tsx';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { Icon } from '../../ui/icon/icon.tsx';
import type { Reply } from '../../ui/wire.ts';
import type { PageContext } from '../context.ts';
import { Csrf, Page } from '../layout.tsx';
import { portalAgencyWords } from './agency.tsx';
import { promiseWordsOf } from './material-ways.tsx';
import { DraftRows, MatterRows } from './matter-rows.tsx';
import { myDataWords } from './my-data.tsx';
import { securityWords } from './step-up.tsx';
import { whoLookedWords } from './who-looked.tsx';

/** All my matters and unfinished applications, and the way out. */
export function Mine({ ctx, matters, drafts }: { readonly ctx: PageContext; readonly matters: Reply<'myMatters'>['matters']; readonly drafts: Reply<'listDrafts'>['drafts'] }): ReactElement {
  const { t } = ctx;
  return (
    <Page ctx={ctx} title={t('mine.title')}>
      <h1>{t('mine.title')}</h1>
      {drafts.length > 0 ? <><h2>{t('mine.drafts')}</h2><DraftRows ctx={ctx} drafts={drafts} /></> : null}
      {matters.length > 0 ? <><h2>{t('mine.filed')}</h2><MatterRows ctx={ctx} matters={matters} /></> : null}
      {matters.length + drafts.length === 0 ? <EmptyState title={t('mine.none')}><p>{t('home.mine_empty')}</p><ButtonLink href="/">{t('mine.find')}</ButtonLink></EmptyState> : null}
      <form method="post" action="/sign-out" className="pt-inline-links pt-account">
        <a href="/messages"><Icon name="message" /> {t('page.messages')}</a>
        <a href="/promises">{promiseWordsOf(ctx)('record.link')}</a>
        <a href="/who-looked">{whoLookedWords(ctx)('page.title')}</a>
        <a href="/agency">{portalAgencyWords(ctx)('page.title')}</a>
        <a href="/my-data">{myDataWords(ctx)('my_data.title')}</a>
        <a href="/security">{securityWords(ctx)('mine.title')}</a>
        <Csrf ctx={ctx} />
        <Button kind="link">{t('page.sign_out')}</Button>
      </form>
    </Page>
  );
}
