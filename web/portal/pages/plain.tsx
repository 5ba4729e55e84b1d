import type { ReactElement } from 'react';
import { say } from '../../../contract/language.ts';
import type { Messages } from '../../../contract/language.ts';
import { smsMessages } from '../../../contract/messages/sms.ts';
import { ButtonLink, ButtonRow } from '../../ui/button/button.tsx';
import { dayWords, momentWords } from '../../ui/dates.ts';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import type { Reply } from '../../ui/wire.ts';
import type { PageContext } from '../context.ts';
import { Page } from '../layout.tsx';
import { SearchBox } from './home.tsx';

/** What the city told me, newest first. */
export function MessagesPage({ ctx, messages }: { readonly ctx: PageContext; readonly messages: Reply<'myMessages'>['messages'] }): ReactElement {
  const { t, language, today } = ctx;
  const known: Messages = smsMessages;
  return (
    <Page ctx={ctx} title={t('messages.title')} crumbs={[{ text: t('mine.title'), href: '/matters' }]}>
      <h1>{t('messages.title')}</h1>
      {messages.length === 0 ? <EmptyState title={t('messages.none')}><p>{t('messages.none_text')}</p></EmptyState> : (
        <ul className="pt-rows">
          {messages.map((message) => {
            const text = known[`sms.${message.template.replace(/^sms\./, '')}`];
            return (
              <li className="pt-row" key={message.messageId}>
                <p>{text ? say(text, language, inWords(ctx, message.params)) : t('messages.other')}</p>
                <p className="ym-quiet ym-numerals">{momentWords(message.at, language, today)}{message.matterId ? <> · <a href={`/matters/${message.matterId}`}>{t('messages.see')}</a></> : null}</p>
              </li>
            );
          })}
        </ul>
      )}
    </Page>
  );
}

/** Days among the parameters of a message, said as everywhere else. */
const inWords = ({ language, today }: PageContext, params: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(params).map(([name, value]) => [name, /^\d{4}-\d{2}-\d{2}$/.test(value) ? dayWords(value, language, today) : value]));

const helpTopics = ['find', 'paper', 'lost', 'late', 'other', 'elder'] as const;

/** Questions people really have, each with an answer. */
export function HelpPage({ ctx }: { readonly ctx: PageContext }): ReactElement {
  const { t } = ctx;
  return (
    <Page ctx={ctx} title={t('help.title')}>
      <h1>{t('help.title')}</h1>
      <p className="pt-lead">{t('page.human')}</p>
      {helpTopics.map((topic) => <section key={topic} aria-labelledby={topic}><h2 id={topic}>{t(`help.${topic}`)}</h2><p>{t(`help.${topic}_text`)}</p></section>)}
    </Page>
  );
}

/** What is promised to people who cannot use a page like most, and where to complain. */
export function AccessibilityPage({ ctx }: { readonly ctx: PageContext }): ReactElement {
  const { t } = ctx;
  return (
    <Page ctx={ctx} title={t('accessibility.title')}>
      <h1>{t('accessibility.title')}</h1>
      <p>{t('accessibility.text')}</p><p>{t('accessibility.elder')}</p><p>{t('accessibility.report')}</p>
    </Page>
  );
}

/** What this is, what it keeps, and that it is open. */
export function AboutPage({ ctx }: { readonly ctx: PageContext }): ReactElement {
  const { t } = ctx;
  return (
    <Page ctx={ctx} title={t('about.title')}>
      <h1>{t('about.title')}</h1>
      <p className="pt-lead">{t('about.text')}</p><p>{t('about.privacy')}</p><p>{t('about.cookies')}</p><p>{t('about.open')}</p>
    </Page>
  );
}

/** A page that says what went wrong and what would make it right. `back` is where the person was. */
export function FaultPage({ ctx, title, text, back, search = false }: { readonly ctx: PageContext; readonly title: string; readonly text: string; readonly back?: string | undefined; readonly search?: boolean }): ReactElement {
  const { t } = ctx;
  return (
    <Page ctx={ctx} title={title} bare>
      <h1>{title}</h1>
      <p>{text}</p>
      {search ? <SearchBox ctx={ctx} /> : null}
      <ButtonRow>
        {back ? <ButtonLink href={back}>{t('fault.back')}</ButtonLink> : null}
        <ButtonLink kind={back ? 'link' : 'primary'} href="/" icon="home">{t('fault.home')}</ButtonLink>
      </ButtonRow>
      <p className="ym-quiet">{t('page.human')}</p>
    </Page>
  );
}
