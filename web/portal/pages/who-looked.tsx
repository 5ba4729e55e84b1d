import type { ReactElement } from 'react';
import { accessLogWords } from '../../../contract/messages/access-log.ts';
import { ButtonLink, ButtonRow } from '../../ui/button/button.tsx';
import { momentWords } from '../../ui/dates.ts';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { speaker, type Speaker } from '../../ui/speak.ts';
import { Tag } from '../../ui/tag/tag.tsx';
import type { Reply } from '../../ui/wire.ts';
import type { PageContext } from '../context.ts';
import { Page } from '../layout.tsx';

type Log = Reply<'myAccessLog'>;
type Entry = Log['entries'][number];

/** The words of this page in the reader's language. */
export const whoLookedWords = (ctx: PageContext): Speaker<typeof accessLogWords> => speaker(accessLogWords, ctx.language);

function OneEntry({ ctx, entry }: { readonly ctx: PageContext; readonly entry: Entry }): ReactElement {
  const w = whoLookedWords(ctx);
  const office = entry.officeName?.[ctx.language] ?? w(`by.${entry.by}`);
  // A post this page has no word for is told as what its holder is.
  const post = entry.role && `role.${entry.role}` in accessLogWords ? w(`role.${entry.role}` as 'role.officer') : entry.officeName ? w(`by.${entry.by}`) : null;
  return (
    <li className="pt-card">
      <h2 className="pt-card__title">{entry.field ? w(`field.${entry.field}`) : w(`what.${entry.what}`)} {entry.field ? <Tag tone="wait">{w('page.revealed')}</Tag> : null}</h2>
      <p>{office}{post ? ` · ${post}` : ''}</p>
      {entry.purpose ? <p>{w('page.purpose', { purpose: w(`purpose.${entry.purpose}`) })}</p> : null}
      <p className="ym-quiet">
        <time dateTime={entry.at}>{momentWords(entry.at, ctx.language, ctx.today)}</time>
        {entry.matterId && entry.matterNumber ? <> · <a className="ym-numerals" href={`/matters/${entry.matterId}`}>{w('page.matter', { number: entry.matterNumber })}</a></> : null}
      </p>
    </li>
  );
}

/** 谁查看过我的信息: office, post, when, what and what for; never a name. Works without script, prints as it stands, and goes along as a file. */
export function WhoLookedPage({ ctx, log, delayed, older }: { readonly ctx: PageContext; readonly log: Log; readonly delayed: number; readonly older: boolean }): ReactElement {
  const w = whoLookedWords(ctx);
  return (
    <Page ctx={ctx} title={w('page.title')} crumbs={[{ text: ctx.t('mine.title'), href: '/matters' }]} islands={['print']}>
      <h1>{w('page.title')}</h1>
      <p>{w('page.lead')}</p>
      {log.entries.length === 0 ? <EmptyState title={w('page.none')}><p>{w('page.none_words')}</p></EmptyState> : (
        <ul className="pt-cards">{log.entries.map((entry) => <OneEntry key={entry.recordId} ctx={ctx} entry={entry} />)}</ul>
      )}
      <p className="pt-inline-links ym-no-print">
        {log.next ? <a href={`/who-looked?before=${encodeURIComponent(log.next)}`}>{w('page.older')}</a> : null}
        {older ? <a href="/who-looked">{w('page.newest')}</a> : null}
      </p>
      {log.entries.length > 0 ? <p>{w('page.doubt')}</p> : null}
      <p className="ym-quiet">{w('page.delayed', { count: delayed })}</p>
      <div className="ym-no-print">
        <ButtonRow>
          <ButtonLink kind="secondary" href="/api/v1/me/access-log.csv" download>{w('page.csv')}</ButtonLink>
          <button type="button" className="ym-button ym-button--link" data-print="" hidden>{w('page.print')}</button>
        </ButtonRow>
      </div>
    </Page>
  );
}
