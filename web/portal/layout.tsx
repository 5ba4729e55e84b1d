import type { ReactElement, ReactNode } from 'react';
import { languages, type Language } from '../../contract/language.ts';
import { portalSecurityMessages } from '../../contract/messages/portal-security.ts';
import { Breadcrumb } from '../ui/breadcrumb/breadcrumb.tsx';
import { ErrorSummary, type ErrorLine } from '../ui/error-summary/error-summary.tsx';
import { Icon } from '../ui/icon/icon.tsx';
import { PageFooter } from '../ui/page-footer/page-footer.tsx';
import { PageHeader } from '../ui/page-header/page-header.tsx';
import { Notice } from '../ui/notice/notice.tsx';
import { speaker } from '../ui/speak.ts';
import type { PageContext } from './context.ts';

const shortNames: Readonly<Record<Language, string>> = { 'zh-CN': '简', 'zh-HK': '繁', en: 'EN' };
const fullNames: Readonly<Record<Language, string>> = { 'zh-CN': '简体中文', 'zh-HK': '繁體中文', en: 'EN, English' };
/** The mark in the tab: a door. */
const favicon = 'data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 viewBox=%220 0 24 24%22%3E%3Crect width=%2224%22 height=%2224%22 rx=%225%22 fill=%22%231f6f5c%22/%3E%3Cpath d=%22M6 20V6h12v14M4 20h16M9.500 20V10h5v10%22 fill=%22none%22 stroke=%22%23fff%22 stroke-width=%221.800%22/%3E%3C/svg%3E';

/** What a page is made of. */
export interface PageProps {
  readonly ctx: PageContext;
  readonly title: string;
  /** pages above this one; home and the page itself are added */
  readonly crumbs?: readonly { readonly text: string; readonly href: string }[];
  readonly bare?: boolean;
  readonly errors?: readonly ErrorLine[];
  /** islands of script this page gains from; it works without them */
  readonly islands?: readonly string[];
  readonly children?: ReactNode;
}

function Tools({ ctx }: { readonly ctx: PageContext }): ReactElement {
  const { t, me } = ctx;
  const signedIn = me.kind === 'resident';
  return (
    <>
      <form className="ym-header__languages" method="post" action="/settings" aria-label={t('page.language')}>
        <input type="hidden" name="back" value={ctx.path} />
        {languages.map((language) => (
          <button key={language} name="lang" value={language} lang={language} aria-label={fullNames[language]} {...(language === ctx.language ? { 'aria-current': 'true' } : {})}>{shortNames[language]}</button>
        ))}
      </form>
      <form method="post" action="/settings">
        <input type="hidden" name="back" value={ctx.path} />
        <button name="elder" value={ctx.elder ? '0' : '1'}><Icon name="letters" /> {t(ctx.elder ? 'page.elder_off' : 'page.elder_on')}</button>
      </form>
      {signedIn
        ? <a href="/matters"><Icon name="person" /> {t('page.mine')}</a>
        : <a href={`/sign-in?next=${encodeURIComponent(ctx.path === '/sign-in' ? '/' : ctx.path)}`}><Icon name="person" /> {t('page.sign_in')}</a>}
    </>
  );
}

function Scripts({ ctx, islands }: { readonly ctx: PageContext; readonly islands: readonly string[] }): ReactElement {
  const paths = islands.map((name) => ctx.asset(name)).filter((path) => path !== undefined);
  return <>{paths.map((path) => <script key={path} type="module" src={path} />)}</>;
}

/** The frame of every page: head, slim header, breadcrumb, error summary, content, foot. One column, one primary action. */
export function Page({ ctx, title, crumbs = [], bare, errors = [], islands = [], children }: PageProps): ReactElement {
  const { t } = ctx;
  const wrong = errors.length > 0;
  const style = ctx.asset('portal.css');
  return (
    <html lang={ctx.language} {...(ctx.elder ? { 'data-elder': '' } : {})}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${wrong ? t('page.error_prefix', { title }) : title} · ${ctx.city}${t('page.product')}`}</title>
        <link rel="icon" href={favicon} />
        {style ? <link rel="stylesheet" href={style} /> : null}
        <Scripts ctx={ctx} islands={wrong ? ['focus-errors', ...islands] : islands} />
      </head>
      <body>
        <PageHeader city={ctx.city} product={t('page.product')} homeHref="/" skip={t('page.skip')} tools={<Tools ctx={ctx} />} />
        <main className="pt-main" id="content" tabIndex={-1}>
          {bare ? null : <Breadcrumb label={t('page.crumbs')} parts={[{ text: t('page.home'), href: '/' }, ...crumbs, { text: title }]} />}
          <ErrorSummary title={errors.length === 1 ? ctx.ui('fault.summary_one') : ctx.ui('fault.summary', { count: errors.length })} lines={errors} />
          {new URLSearchParams(ctx.path.split(/[?#]/)[1]).has('confirmed') ? <Notice kind="good"><p>{speaker(portalSecurityMessages, ctx.language)('again.done')}</p></Notice> : null}
          {children}
        </main>
        <PageFooter
          label={t('page.more')}
          links={[
            { text: t('page.progress'), href: '/progress' }, { text: t('page.verify'), href: '/results' }, { text: t('page.sunshine'), href: '/sunshine' }, { text: t('page.help'), href: '/help' },
            { text: t('page.accessibility'), href: '/accessibility' }, { text: t('page.about'), href: '/about' },
          ]}
        >
          <p>{t('page.human')}</p>
        </PageFooter>
      </body>
    </html>
  );
}

/** The hidden field that proves the form came from our page (compared with the session's token). */
export function Csrf({ ctx }: { readonly ctx: PageContext }): ReactElement | null {
  return ctx.me.csrfToken ? <input type="hidden" name="csrf" value={ctx.me.csrfToken} /> : null;
}
