import type { ReactElement } from 'react';
import { agencyWords } from '../../../contract/messages/agency.ts';
import { portalAgencyMessages } from '../../../contract/messages/portal-agency.ts';
import { Button, ButtonLink, ButtonRow } from '../../ui/button/button.tsx';
import { dayOf, dayWords } from '../../ui/dates.ts';
import { Notice } from '../../ui/notice/notice.tsx';
import { speaker, type Speaker } from '../../ui/speak.ts';
import { Tag } from '../../ui/tag/tag.tsx';
import type { Reply } from '../../ui/wire.ts';
import type { PageContext } from '../context.ts';
import { Csrf, Page } from '../layout.tsx';
import { Section } from './section.tsx';

/** Mandates that concern the reader, and for whom he may name others. */
export type MyMandates = Reply<'myMandates'>;
export type Mandate = MyMandates['mandates'][number];

/** The words of these pages in the reader's language. */
export const portalAgencyWords = (ctx: PageContext): Speaker<typeof portalAgencyMessages> => speaker(portalAgencyMessages, ctx.language);
/** The words of mandates that every screen shares. */
export const mandateWords = (ctx: PageContext): Speaker<typeof agencyWords> => speaker(agencyWords, ctx.language);

function Terms({ ctx, mandate }: { readonly ctx: PageContext; readonly mandate: Mandate }): ReactElement {
  const [w, m] = [portalAgencyWords(ctx), mandateWords(ctx)];
  const day = (on: string) => dayWords(on, ctx.language, ctx.today);
  const listed = (words: readonly string[]) => words.join(w('one.separator'));
  const how = mandate.registeredAt ? `${m('how.window')} · ${mandate.registeredAt[ctx.language]}` : m(`how.${mandate.how}`);
  return (
    <>
      <p>{w('one.acts', { acts: listed(mandate.acts.map((act) => m(`act.${act}`))) })}</p>
      <p>{w('one.items', { items: mandate.items ? listed(mandate.items.map((item) => item.name[ctx.language])) : m('items.all') })}</p>
      <p>{mandate.untilOn ? w('one.until', { date: day(mandate.untilOn) }) : w('one.no_end')}</p>
      <p className="ym-quiet">{w('one.since', { date: day(dayOf(mandate.fromAt)), how })}{mandate.endedAt ? ` · ${w('one.ended', { date: day(dayOf(mandate.endedAt)) })}` : ''}</p>
    </>
  );
}

const pairOf = (ctx: PageContext, { agent, principal }: Mandate) => portalAgencyWords(ctx)('one.pair', { agent: agent.nameMasked, principal: principal.nameMasked });

function Cards({ ctx, mandates }: { readonly ctx: PageContext; readonly mandates: readonly Mandate[] }): ReactElement {
  const [w, m] = [portalAgencyWords(ctx), mandateWords(ctx)];
  return (
    <ul className="pt-cards">
      {mandates.map((one) => (
        <li key={one.mandateId} className="pt-card">
          <h3 className="pt-card__title">{pairOf(ctx, one)} <Tag>{m(`role.${one.role}`)}</Tag> <Tag tone={one.state === 'standing' ? 'good' : 'plain'}>{m(`state.${one.state}`)}</Tag></h3>
          <Terms ctx={ctx} mandate={one} />
          {one.allowed.includes('end') ? <p><a href={`/agency/${one.mandateId}/end`} aria-label={`${w('end.send')}: ${pairOf(ctx, one)}`}>{w('end.send')}</a></p> : null}
        </li>
      ))}
    </ul>
  );
}

/** 代理授权: who may act for me or my organisation, for whom I may act, and what is over. Works without script. */
export function AgencyPage({ ctx, mine, done }: { readonly ctx: PageContext; readonly mine: MyMandates; readonly done: 'given' | 'ended' | undefined }): ReactElement {
  const w = portalAgencyWords(ctx);
  const me = mine.principals.find((one) => one.self)?.party.partyId;
  const standing = mine.mandates.filter((one) => one.state === 'standing');
  const groups = { given: standing.filter((one) => one.agent.partyId !== me), held: standing.filter((one) => one.agent.partyId === me) };
  const past = mine.mandates.filter((one) => one.state !== 'standing');
  return (
    <Page ctx={ctx} title={w('page.title')} crumbs={[{ text: ctx.t('mine.title'), href: '/matters' }]}>
      <h1>{w('page.title')}</h1>
      {done ? <Notice kind="good"><p>{w(`page.${done}_done`)}</p></Notice> : null}
      <p>{w('page.lead')}</p>
      {(['given', 'held'] as const).map((group) => (
        <Section key={group} id={group} title={w(`page.${group}`)}>
          {groups[group].length > 0 ? <Cards ctx={ctx} mandates={groups[group]} /> : <p>{w(`page.${group}_none`)}</p>}
          {group === 'given' ? <ButtonRow><ButtonLink href="/agency/give">{w('page.give')}</ButtonLink></ButtonRow> : null}
        </Section>
      ))}
      {past.length > 0 ? <Section id="past" title={w('page.past')}><Cards ctx={ctx} mandates={past} /></Section> : null}
    </Page>
  );
}

/** Asks once before a mandate is ended. */
export function EndMandate({ ctx, mandate, commandId, refused }: { readonly ctx: PageContext; readonly mandate: Mandate; readonly commandId: string; readonly refused?: string | undefined }): ReactElement {
  const w = portalAgencyWords(ctx);
  return (
    <Page ctx={ctx} title={w('end.title')} errors={refused ? [{ text: refused }] : []} crumbs={[{ text: ctx.t('mine.title'), href: '/matters' }, { text: w('page.title'), href: '/agency' }]}>
      <h1>{w('end.title')}</h1>
      <div className="pt-box"><p><strong>{pairOf(ctx, mandate)}</strong> · {mandateWords(ctx)(`role.${mandate.role}`)}</p><Terms ctx={ctx} mandate={mandate} /></div>
      <p>{w('end.words')}</p>
      <form method="post">
        <Csrf ctx={ctx} /><input type="hidden" name="commandId" value={commandId} />
        <ButtonRow><Button kind="danger">{w('end.send')}</Button><ButtonLink kind="link" href="/agency">{ctx.t('page.back')}</ButtonLink></ButtonRow>
      </form>
    </Page>
  );
}
