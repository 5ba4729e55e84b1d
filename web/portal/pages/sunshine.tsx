import type { ReactElement } from 'react';
import { sunshineMessages } from '../../../contract/messages/measures.ts';
import { ButtonLink, ButtonRow } from '../../ui/button/button.tsx';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { speaker } from '../../ui/speak.ts';
import type { Reply } from '../../ui/wire.ts';
import type { PageContext } from '../context.ts';
import { Page } from '../layout.tsx';
import { whoLookedWords } from './who-looked.tsx';
import { addressOf, Definitions, Figures, periodWords, PeriodForm, Table, type Asked } from './sunshine-parts.tsx';

type Sunshine = Reply<'getSunshine'>;

/** The public page: how much was filed, in time, in how many days, how content people are; by place and item. Nothing about anybody. */
export function SunshinePage({ ctx, sunshine, delayed }: { readonly ctx: PageContext; readonly sunshine: Sunshine; readonly delayed: number }): ReactElement {
  const { language } = ctx;
  const t = speaker(sunshineMessages, language);
  const { period, district, institution, item, byUnit, byItem } = sunshine;
  const here: Asked = { period, ...(district ? { district: district.code } : {}), ...(institution ? { institution: institution.code } : {}), ...(item ? { item: item.taskCode } : {}) };
  const place = institution ?? district ?? sunshine.city;
  const title = place === sunshine.city && !item ? t('sunshine.title') : [item?.name[language], place.name[language]].filter(Boolean).join(' · ');
  const style = ctx.asset('sunshine.css');
  const nothing = byUnit.length === 0 && byItem.length === 0 && sunshine.total.filed === null;
  return (
    <Page ctx={ctx} title={title} crumbs={crumbsOf(t('sunshine.title'), sunshine, language)}>
      {style ? <link rel="stylesheet" href={style} /> : null}
      <h1>{title}</h1>
      {place === sunshine.city && !item ? <p className="pt-lead">{t('sunshine.lead')}</p> : null}
      <p className="sun-where">{t('sunshine.where', { place: place.name[language], period: periodWords(period, language) })}{isRunning(sunshine) ? <span className="ym-quiet"> {t('sunshine.so_far')}</span> : null}</p>
      <PeriodForm sunshine={sunshine} here={here} language={language} />
      {nothing ? <EmptyState title={t('sunshine.empty')} /> : (
        <>
          <Figures row={sunshine.total} language={language} />
          <Table id="by-unit" title={t(district ? 'sunshine.by_institution' : 'sunshine.by_district')} first={t('sunshine.place')} rows={byUnit} language={language}
            href={(code) => addressOf({ ...here, ...(district ? { institution: code } : { district: code }) })} />
          <Table id="by-item" title={t('sunshine.by_item')} first={t('sunshine.item')} rows={byItem} language={language} href={(code) => addressOf({ ...here, item: code })} />
          {item ? <p className="ym-no-print"><a href={addressOf({ ...here, item: undefined })}>{t('sunshine.all_items')}</a></p> : null}
        </>
      )}
      <Definitions language={language} />
      <section className="ym-no-print" aria-labelledby="take">
        <h2 id="take">{t('sunshine.take')}</h2>
        <ButtonRow>
          <ButtonLink kind="secondary" href={addressOf(here, '/api/v1/sunshine.csv')} download>{t('sunshine.take_csv')}</ButtonLink>
          <ButtonLink kind="secondary" href={addressOf(here, '/api/v1/sunshine')}>{t('sunshine.take_json')}</ButtonLink>
        </ButtonRow>
      </section>
      <p className="ym-quiet">{t('sunshine.private')}</p>
      <p className="ym-quiet">{whoLookedWords(ctx)('page.delayed', { count: delayed })}</p>
    </Page>
  );
}

/** Whether the period still goes on. */
function isRunning({ period, month }: Sunshine): boolean {
  const quarter = `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`;
  return [month, quarter, month.slice(0, 4)].includes(period);
}

/** The way up: the whole city, then the district. */
function crumbsOf(title: string, { period, district, institution, item }: Sunshine, language: PageContext['language']): readonly { text: string; href: string }[] {
  return [
    ...(district || item ? [{ text: title, href: addressOf({ period }) }] : []),
    ...(district && (institution || item) ? [{ text: district.name[language], href: addressOf({ period, district: district.code }) }] : []),
    ...(district && institution && item ? [{ text: institution.name[language], href: addressOf({ period, district: district.code, institution: institution.code }) }] : []),
  ];
}
