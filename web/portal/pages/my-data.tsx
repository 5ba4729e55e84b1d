import type { ReactElement } from 'react';
import { privacyMessages } from '../../../contract/messages/privacy.ts';
import { Button, ButtonLink } from '../../ui/button/button.tsx';
import { dayWords, momentWords } from '../../ui/dates.ts';
import { speaker, type Speaker } from '../../ui/speak.ts';
import type { Reply } from '../../ui/wire.ts';
import type { PageContext } from '../context.ts';
import { Csrf, Page } from '../layout.tsx';
import { ConsentSection, type Consents } from './consents.tsx';
import { Section } from './section.tsx';

type MyData = Reply<'readMyData'>;

/** The words of this page in the reader's language. */
export const myDataWords = (ctx: PageContext): Speaker<typeof privacyMessages> => speaker(privacyMessages, ctx.language);

interface Shown {
  readonly ctx: PageContext;
  readonly mine: MyData;
  readonly consents: Consents;
  readonly commandId: string;
  /** why the act before was refused */
  readonly refused: string | null;
}

function Kept({ ctx, mine }: Pick<Shown, 'ctx' | 'mine'>): ReactElement {
  const w = myDataWords(ctx);
  const { years, source, verified } = mine.matterRule;
  return (
    <Section id="kept-by-law" title={w('my_data.kept_title')}>
      <p>{w('my_data.kept_rule', { years })} {verified ? null : w('my_data.kept_rule_unverified')}</p>
      <p className="ym-quiet">{w('my_data.kept_source')} <span lang="zh-CN">{source}</span></p>
      <ul className="pt-cards">
        {mine.kept.map((one) => (
          <li key={one.matterId} className="pt-card">
            <a className="ym-numerals" href={`/matters/${one.matterId}`}>{one.number}</a>
            <p className="ym-quiet">{one.keptUntil ? w('my_data.kept_until', { date: dayWords(one.keptUntil, ctx.language, ctx.today) }) : w(one.reason === 'open' ? 'my_data.kept_open' : 'my_data.kept_duty')}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Request({ ctx, mine, commandId }: Omit<Shown, 'refused' | 'consents'>): ReactElement {
  const w = myDataWords(ctx);
  const { erasure } = mine;
  const open = erasure !== null && ['asked', 'proposed', 'approved'].includes(erasure.status);
  return (
    <Section id="erase" title={w('my_data.erase')}>
      {erasure ? (
        <div className="pt-box">
          <p><strong>{w(`my_data.status.${erasure.status}`)}</strong> · {momentWords(erasure.askedAt, ctx.language, ctx.today)}</p>
          {erasure.ground ? <p>{w(`my_data.ground.${erasure.ground}`)} {w('my_data.appeal')}</p> : null}
        </div>
      ) : null}
      <p>{mine.whole ? w('my_data.erase_whole') : w('my_data.erase_part', { goes: mine.erasableMatters, stays: mine.kept.length })}</p>
      <p className="ym-quiet">{w('my_data.two_decide')}</p>
      {open && !erasure.mayWithdraw ? null : (
        <form method="post" action={open ? '/my-data/withdraw' : '/my-data/erase'}>
          <Csrf ctx={ctx} />
          <input type="hidden" name="commandId" value={commandId} />
          {open ? <input type="hidden" name="seenSeq" value={erasure.seq} /> : null}
          <Button kind="secondary">{w(open ? 'my_data.withdraw' : 'my_data.ask')}</Button>
        </form>
      )}
    </Section>
  );
}

/** 我的信息: what is kept and until when, a copy, and the request to be forgotten. Works without script. */
export function MyDataPage({ ctx, mine, consents, commandId, refused }: Shown): ReactElement {
  const w = myDataWords(ctx);
  const counts = [['my_data.matters', mine.matters], ['my_data.drafts', mine.drafts], ['my_data.messages', mine.messages]] as const;
  return (
    <Page ctx={ctx} title={w('my_data.title')} crumbs={[{ text: ctx.t('mine.title'), href: '/matters' }]}>
      <h1>{w('my_data.title')}</h1>
      {refused ? <div className="pt-box" role="alert"><p>{refused}</p></div> : null}
      <p>{w('my_data.lead')}</p>
      <Section id="kept" title={w('my_data.kept')}>
        <ul>{counts.map(([code, count]) => <li key={code}>{w(code)}: {w('my_data.count', { count })}</li>)}</ul>
        <p>{w('my_data.sealed')}</p>
        <p>{w('my_data.no_consent')}</p>
        <p><a href="/who-looked">{w('my_data.who_looked')}</a></p>
      </Section>
      <ConsentSection ctx={ctx} consents={consents} commandId={commandId} />
      <Section id="copy" title={w('my_data.copy')}>
        <p>{w('my_data.copy_words')}</p>
        <ButtonLink href="/my-data/copy">{w('my_data.copy')}</ButtonLink>
      </Section>
      {mine.kept.length > 0 ? <Kept ctx={ctx} mine={mine} /> : null}
      <Request ctx={ctx} mine={mine} commandId={commandId} />
    </Page>
  );
}
