import type { ReactElement } from 'react';
import { Button, ButtonLink, ButtonRow } from '../../ui/button/button.tsx';
import { momentWords } from '../../ui/dates.ts';
import { Icon } from '../../ui/icon/icon.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { alwaysAsked } from '../../ui/form/asked-form.ts';
import type { HandlingItem, Item } from '../../ui/wire.ts';
import type { Draft } from '../apply-steps.ts';
import type { PageContext } from '../context.ts';
import { Csrf, Page } from '../layout.tsx';
import { PrivacyNotice, type Processing } from './privacy-notice.tsx';

/** Before the first question: what to have at hand, how long it takes, and an unfinished one if there is one. */
export function Start({ ctx, item, handling, unfinished, processing }: { readonly ctx: PageContext; readonly item: Item; readonly handling: HandlingItem; readonly unfinished: Draft | null; readonly processing: Processing }): ReactElement {
  const { t, language } = ctx;
  const name = item.catalog_item.task_name[language];
  const own = handling.materials.filter((material) => material.source_type !== 'government' && !material.filled_by_form);
  const questions = handling.questions.length + handling.form.ui.pages.flatMap((page) => page.fields).length + own.length;
  return (
    <Page ctx={ctx} title={t('start.title')} crumbs={[{ text: name, href: `/items/${encodeURIComponent(item.implementation_item.task_code)}` }]}>
      <p className="pt-over">{name} · {handling.name[language]}</p>
      <h1>{t('start.title')}</h1>
      {unfinished ? (
        <Notice title={t('start.unfinished')}>
          <p>{t('start.unfinished_saved', { moment: momentWords(unfinished.savedAt, language, ctx.today) })}</p>
          <ButtonLink href={`/apply/${unfinished.draftId}`}>{t('start.resume')}</ButtonLink>
        </Notice>
      ) : null}
      <ul className="pt-ticks">
        <li><Icon name="clock" /> {t('start.minutes', { minutes: Math.max(3, Math.ceil(questions / 3)) })}</li>
        <li><Icon name="file" /> {t('start.phone_paper')}</li>
      </ul>
      {own.length > 0 ? <><h2>{t('guide.materials')}</h2><ul>{own.map((one) => <li key={one.material_code}>{one.material_name[language]}{!alwaysAsked(one) ? <span className="ym-quiet"> · {t('guide.materials_depends')}</span> : null}</li>)}</ul></> : null}
      <PrivacyNotice ctx={ctx} item={item} processing={processing} />
      <form method="post">
        <Csrf ctx={ctx} />
        <ButtonRow><Button kind={unfinished ? 'secondary' : 'primary'} icon="forward" iconAfter>{t(unfinished ? 'start.fresh' : 'start.go')}</Button></ButtonRow>
      </form>
    </Page>
  );
}
