import type { ReactElement } from 'react';
import { consentMessages } from '../../../contract/messages/consents.ts';
import { speaker, type Speaker } from '../../ui/speak.ts';
import type { Item, Reply } from '../../ui/wire.ts';
import type { PageContext } from '../context.ts';

/** By what right and how long, as the API tells it of an item. */
export type Processing = Reply<'readProcessing'>;

/** The words of notices and consents in the reader's language. */
export const consentWords = (ctx: PageContext): Speaker<typeof consentMessages> => speaker(consentMessages, ctx.language);

interface Shown {
  readonly ctx: PageContext;
  readonly item: Item;
  readonly processing: Processing;
  /** on the page where it is filed the whole stands open */
  readonly open?: boolean;
}

/** 告知: what is used, why, by what right, who sees it, how long, and what one may ask; told before anything is asked for. Nobody is asked to agree to what is a duty. */
export function PrivacyNotice({ ctx, item, processing, open = false }: Shown): ReactElement {
  const w = consentWords(ctx);
  const { ground, kept } = processing;
  const laws = [...new Set(item.catalog_item.by_law.map((law) => `《${law.law_name}》`))];
  const lines = [
    ['notice.what', w('notice.what_words')],
    ['notice.why', w('notice.why_words', { item: item.catalog_item.task_name[ctx.language] })],
    ['notice.ground', <>{w(`notice.ground.${ground.id}`)}{cited([ground.source, ...laws])}{ground.verified ? null : <span className="ym-quiet"> {w('notice.unverified')}</span>}</>],
    ['notice.whom', w('notice.whom_words')],
    ['notice.long', <>{w('notice.long_words', { years: processing.keptYears, days: processing.draftDays })}{cited([kept.source])}{kept.verified ? null : <span className="ym-quiet"> {w('notice.long_unverified')}</span>}</>],
    ['notice.rights', <>{w('notice.rights_words')} <a href="/my-data">{w('notice.my_data')}</a></>],
  ] as const;
  return (
    <details className="pt-law" {...(open ? { open: true } : {})}>
      <summary>{w('notice.title')}</summary>
      <p>{w('notice.short')}</p>
      <dl className="pt-notice">{lines.map(([code, words]) => <div key={code}><dt>{w(code)}</dt><dd>{words}</dd></div>)}</dl>
    </details>
  );
}

/** What is cited, in the language it is law in. */
const cited = (sources: readonly string[]): ReactElement => <span lang="zh-CN"> {sources.join(' ')}</span>;
