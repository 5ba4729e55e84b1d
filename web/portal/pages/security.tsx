import type { ReactElement } from 'react';
import { Button } from '../../ui/button/button.tsx';
import { momentWords } from '../../ui/dates.ts';
import { Notice } from '../../ui/notice/notice.tsx';
import type { Reply } from '../../ui/wire.ts';
import type { PageContext } from '../context.ts';
import { Csrf, Page } from '../layout.tsx';
import { passkeyIslands, Passkeys } from './passkeys.tsx';
import { Section } from './section.tsx';
import { securityWords } from './step-up.tsx';

type Security = Reply<'getMySecurity'>;
type Entry = Security['history'][number];

const saidOutcomes = ['in', 'refused', 'paused', 'stepped_up', 'sessions_ended', 'factor_added', 'factor_ended'] as const;
const saidWays = ['phone_code', 'passkey', 'city_identity', 'account'] as const;
/** What only staff meet is said in one word: a resident's history has none of it. */
const outcomeOf = ({ outcome }: Entry) => saidOutcomes.find((one) => one === outcome) ?? 'other';
const wayOf = ({ way }: Entry) => saidWays.find((one) => one === way) ?? 'other';

function Sessions({ ctx, sessions }: { readonly ctx: PageContext; readonly sessions: Security['sessions'] }): ReactElement {
  const w = securityWords(ctx);
  const moment = (at: string) => momentWords(at, ctx.language, ctx.today);
  return (
    <Section id="sessions" title={w('mine.sessions')}>
      <ul className="pt-cards">
        {sessions.map((one) => (
          <li key={one.sessionId} className="pt-card">
            <strong>{one.browser || w('mine.browser_unknown')}</strong>{one.isThis ? <> · {w('mine.this')}</> : null}
            <p className="ym-quiet ym-numerals">{w('mine.seen', { made: moment(one.madeAt), seen: moment(one.seenAt) })}{one.address ? ` · ${one.address}` : ''}</p>
            {one.isThis ? null : <form method="post" action={`/security/sessions/${one.sessionId}/end`}><Csrf ctx={ctx} /><Button kind="secondary">{w('mine.end')}</Button></form>}
          </li>
        ))}
      </ul>
      {sessions.length > 1
        ? <form method="post" action="/security/sessions/end-others"><Csrf ctx={ctx} /><Button>{w('mine.end_others')}</Button></form>
        : <p>{w('mine.only_this')}</p>}
    </Section>
  );
}

function History({ ctx, history }: { readonly ctx: PageContext; readonly history: Security['history'] }): ReactElement {
  const w = securityWords(ctx);
  return (
    <Section id="history" title={w('mine.history')}>
      <p className="ym-quiet">{w('mine.history_why')}</p>
      {history.length === 0 ? <p>{w('mine.history_none')}</p> : (
        <ul className="pt-rows">
          {history.map((entry, index) => (
            <li key={entry.at + String(index)} className="pt-row">
              <p>{w(`outcome.${outcomeOf(entry)}`)} · {w(`way.${wayOf(entry)}`)}</p>
              <p className="ym-quiet ym-numerals">{[momentWords(entry.at, ctx.language, ctx.today), entry.browser || w('mine.browser_unknown'), entry.address].filter(Boolean).join(' · ')}</p>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** 登录与安全: where the person is signed in, with an end to each, passkeys, and the sign-in history. `refused`: why the act before was. Works without script. */
export function SecurityPage({ ctx, security, refused }: { readonly ctx: PageContext; readonly security: Security; readonly refused: string | null }): ReactElement {
  const w = securityWords(ctx);
  return (
    <Page ctx={ctx} title={w('mine.title')} islands={passkeyIslands} crumbs={[{ text: ctx.t('mine.title'), href: '/matters' }]}>
      <h1>{w('mine.title')}</h1>
      {refused ? <Notice kind="bad"><p>{refused}</p></Notice> : null}
      <p>{w('mine.lead')}</p>
      <Sessions ctx={ctx} sessions={security.sessions} />
      <Passkeys ctx={ctx} security={security} />
      <History ctx={ctx} history={security.history} />
    </Page>
  );
}
