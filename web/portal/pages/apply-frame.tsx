import type { ReactElement, ReactNode } from 'react';
import { Button, ButtonRow } from '../../ui/button/button.tsx';
import { clockOf } from '../../ui/dates.ts';
import type { ErrorLine } from '../../ui/error-summary/error-summary.tsx';
import { Icon } from '../../ui/icon/icon.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { stepsOf, type Application } from '../apply-steps.ts';
import type { PageContext } from '../context.ts';
import { Csrf, Page } from '../layout.tsx';

/** What every page of an application is given. `path` is the path of its step. */
export interface ApplyProps {
  readonly ctx: PageContext;
  readonly application: Application;
  readonly path: string;
  readonly errors?: readonly ErrorLine[];
  /** somebody (perhaps this person on another device) saved in the meantime */
  readonly changedElsewhere?: boolean;
}

/** The frame of an application's page: where one is (step 3 of 5), what was saved when, and the way back. */
export function ApplyFrame(props: ApplyProps & { readonly title: string; readonly why?: string | undefined; readonly islands?: readonly string[]; readonly children?: ReactNode }): ReactElement {
  const { ctx, application, path, errors = [], title, why, islands = [], children } = props;
  const { t, language } = ctx;
  const { draft } = application;
  const steps = stepsOf(application, ctx.elder);
  const at = Math.max(0, steps.findIndex((step) => step.path === path));
  const before = steps[at - 1];
  return (
    <Page ctx={ctx} title={title} bare errors={errors} islands={islands}>
      <nav className="pt-apply-bar" aria-label={t('page.crumbs')}>
        {before ? <a href={before.path}><Icon name="back" /> {t('page.back')}</a> : <a href={`/items/${encodeURIComponent(draft.taskCode)}`}><Icon name="back" /> {draft.itemName[language]}</a>}
        <span className="ym-quiet ym-numerals" role="status"><Icon name="check" /> {t('apply.saved', { clock: clockOf(draft.savedAt) })}</span>
      </nav>
      {props.changedElsewhere ? <Notice kind="wait"><p>{t('apply.changed_elsewhere')}</p></Notice> : null}
      <p className="pt-over">{draft.itemName[language]}</p>
      <div className="pt-progress">
        <p className="ym-numerals">{t('apply.step', { step: at + 1, steps: steps.length })}</p>
        <svg className="pt-progress__bar" viewBox="0 0 100 3" preserveAspectRatio="none" aria-hidden="true"><rect className="pt-progress__all" width="100" height="3" /><rect className="pt-progress__done" width={((at + 1) / steps.length) * 100} height="3" /></svg>
      </div>
      <h1>{title}</h1>
      {why ? <p className="pt-why"><strong>{t('apply.why')}</strong>{why}</p> : null}
      {children}
    </Page>
  );
}

/** The form of one step: continues, or is kept for later. The first, hidden button is what Enter presses. */
export function StepForm({ ctx, application, children }: { readonly ctx: PageContext; readonly application: Application; readonly children?: ReactNode }): ReactElement {
  const { t } = ctx;
  return (
    <form method="post" noValidate data-once="">
      <Csrf ctx={ctx} />
      <input type="hidden" name="version" value={application.draft.version} />
      <button className="ym-visually-hidden" tabIndex={-1} aria-hidden="true">{t('page.continue')}</button>
      {children}
      <ButtonRow>
        <Button icon="forward" iconAfter>{t('page.continue')}</Button>
        <Button kind="link" name="later" value="1">{t('apply.later')}</Button>
      </ButtonRow>
      <p className="pt-discard"><a href={`/apply/${application.draft.draftId}/discard`}>{t('apply.discard')}</a></p>
    </form>
  );
}
