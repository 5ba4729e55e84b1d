import type { ReactElement } from 'react';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { dayWords } from '../../ui/dates.ts';
import { Tag } from '../../ui/tag/tag.tsx';
import type { Reply } from '../../ui/wire.ts';
import type { PageContext } from '../context.ts';
import { Page } from '../layout.tsx';
import { promiseWordsOf } from './material-ways.tsx';

type MyPromises = Reply<'myPromises'>;
type Word = MyPromises['words'][number];

function Counting({ ctx, word }: { readonly ctx: PageContext; readonly word: Word }): ReactElement | null {
  const w = promiseWordsOf(ctx);
  if (word.outcome === 'kept') return null;
  if (word.repairedOn) return <p className="ym-quiet">{w('record.repaired', { date: dayWords(word.repairedOn, ctx.language, ctx.today) })}</p>;
  const counts = word.countsUntil !== null && word.countsUntil > ctx.today;
  return (
    <p>
      {counts ? w('record.counts', { date: dayWords(word.countsUntil ?? '', ctx.language, ctx.today) }) : w('record.counts_no_more')}
      {' · '}<a href={`/matters/${word.matterId}/complain`}>{w('record.object')}</a>
    </p>
  );
}

/** A resident's own record of promises: what was kept, what was not, until when it counts, and how to object or have it repaired. */
export function MyPromisesPage({ ctx, record }: { readonly ctx: PageContext; readonly record: MyPromises }): ReactElement {
  const { t, language, today } = ctx;
  const w = promiseWordsOf(ctx);
  const { promise, deferral } = record.withheld;
  const date = (day: string) => dayWords(day, language, today);
  return (
    <Page ctx={ctx} title={w('record.title')} crumbs={[{ text: t('mine.title'), href: '/matters' }]}>
      <h1>{w('record.title')}</h1>
      <p>{w('record.lead')}</p>
      {promise || deferral ? (
        <div className="pt-box">
          {promise ? <p>{w('way.no_promise', { date: date(promise.until), number: promise.number })}</p> : null}
          {deferral ? <p>{w('way.no_deferral', { date: date(deferral.until), number: deferral.number })}</p> : null}
          <p>{w('record.repair_words')}</p>
        </div>
      ) : null}
      {record.words.length === 0 ? <EmptyState title={w('record.none')}><p>{w('record.none_words')}</p></EmptyState> : (
        <ul className="pt-cards">
          {record.words.map((word) => (
            <li key={`${word.matterId}${word.materialCode}${word.kind}`} className="pt-card">
              <h2 className="pt-card__title">{word.materialName[language]} <Tag tone={word.outcome === 'kept' ? 'good' : 'bad'}>{w(`record.${word.kind}.${word.outcome}` as 'record.promise.kept')}</Tag></h2>
              <p>{word.itemName[language]} · <a className="ym-numerals" href={`/matters/${word.matterId}`}>{word.number}</a></p>
              <p className="ym-quiet">{word.unitName[language]} · {date(word.settledOn)}</p>
              <Counting ctx={ctx} word={word} />
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}
