import type { ReactElement } from 'react';
import { ButtonLink, ButtonRow } from '../../ui/button/button.tsx';
import { yuan } from '../../ui/dates.ts';
import { Icon } from '../../ui/icon/icon.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { SummaryList, type SummaryRow } from '../../ui/summary-list/summary-list.tsx';
import type { HandlingItem, Item } from '../../ui/wire.ts';
import { spanWords, type PageContext } from '../context.ts';
import { Page } from '../layout.tsx';
import { BundleMark, BundleParts } from './bundle.tsx';
import { GuideMaterials } from './guide-materials.tsx';
import type { GuideData } from './guide-data.ts';
import { GuideWhere } from './guide-where.tsx';
import { Section } from './section.tsx';

function keyFacts(ctx: PageContext, { item, departmentName }: GuideData): SummaryRow[] {
  const { t, language } = ctx;
  const one = item.implementation_item;
  const statutory = one.anticipate_day === undefined ? t('guide.no_statutory') : t('guide.statutory', { span: spanWords(ctx, one.anticipate_day, one.anticipate_type) });
  const promised = one.promise_type === 'on_the_spot' ? ctx.ui('span.on_the_spot') : t('guide.promised', { span: spanWords(ctx, one.promise_day, one.promise_type) });
  const visits = one.limit_scene_num === 0 ? t('guide.visits_none') : `${t('guide.visits_some', { count: one.limit_scene_num })}${one.limit_scene_explain ? ` · ${one.limit_scene_explain[language]}` : ''}`;
  const fee = one.is_fee ? one.fees.map((f) => t('guide.fee_amount', { name: f.fee_name[language], amount: yuan(f.amount_fen) })).join('\n') : t('guide.fee_none');
  const result = one.result_valid_months === undefined ? one.result_name[language] : t('guide.result_valid', { name: one.result_name[language], months: one.result_valid_months });
  return [
    { name: t('guide.for'), value: one.server_type.map((type) => t(`server.${type}`)).join(t('page.and')) },
    { name: t('guide.time'), value: <><strong>{promised}</strong> · {statutory}{one.promise_explain ? <><br />{one.promise_explain[language]}</> : null}</> },
    { name: t('guide.visits'), value: visits },
    { name: t('guide.fee'), value: fee },
    { name: t('guide.result'), value: result },
    { name: t('guide.department'), value: departmentName[language] },
  ];
}

function Begin({ ctx, item }: { readonly ctx: PageContext; readonly item: Item }): ReactElement {
  const { t, language } = ctx;
  const task = item.implementation_item;
  if (!task.is_online) return <Notice title={t('guide.window_only')}><p><a href="#where">{t('guide.where')}</a></p></Notice>;
  const href = (one: HandlingItem) => `/items/${encodeURIComponent(task.task_code)}/${encodeURIComponent(one.task_handle_item)}/start`;
  const [only] = item.handling_items;
  if (item.handling_items.length === 1 && only) return <ButtonRow><ButtonLink href={href(only)} icon="forward" iconAfter>{t('guide.begin')}</ButtonLink></ButtonRow>;
  return (
    <Section id="begin" title={t('guide.choose_handling')}>
      <ul className="pt-begin">{item.handling_items.map((one) => <li key={one.task_handle_item}><ButtonLink kind="secondary" href={href(one)} icon="forward" iconAfter>{one.name[language]}</ButtonLink></li>)}</ul>
    </Section>
  );
}

function Steps({ ctx, item }: { readonly ctx: PageContext; readonly item: Item }): ReactElement {
  const { t, language } = ctx;
  const task = item.implementation_item;
  return (
    <Section id="steps" title={t('guide.steps')}>
      <ol className="pt-way">
        <li><strong>{t('guide.step_filed')}</strong><p>{t('guide.step_filed_text')}</p></li>
        {task.handle_flow.map((link) => (
          <li key={link.element}>
            <strong>{link.name[language]}</strong>{link.working_days === undefined ? null : <span className="ym-quiet"> · {t('guide.step_days', { days: link.working_days })}</span>}
            {link.standard ? <p>{link.standard[language]}</p> : null}
          </li>
        ))}
      </ol>
      {task.special_procedure.length > 0 ? <><h3>{t('guide.special')}</h3><ul>{task.special_procedure.map((one) => <li key={one[language]}>{one[language]}</li>)}</ul></> : null}
    </Section>
  );
}

function Law({ ctx, item }: { readonly ctx: PageContext; readonly item: Item }): ReactElement | null {
  const grounds = item.catalog_item.by_law;
  if (grounds.length === 0) return null;
  return (
    <Section id="law" title={ctx.t('guide.law')}>
      <ul>
        {grounds.map((law) => (
          <li key={`${law.law_name}${law.terms_number ?? ''}`}>
            <span lang="zh-CN">{law.law_name}{law.terms_number ? ` ${law.terms_number}` : ''}{law.according_number ? `（${law.according_number}）` : ''}</span>
            {law.terms_content ? <details className="pt-law"><summary lang="zh-CN">{law.terms_number ?? law.law_name}</summary><blockquote lang="zh-CN">{law.terms_content}</blockquote></details> : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** The guide (办事指南): what it is, who may, what to bring, how long, where, by what law; one primary action. */
export function Guide({ ctx, guide }: { readonly ctx: PageContext; readonly guide: GuideData }): ReactElement {
  const { t, language } = ctx;
  const { item, facts } = guide;
  const name = item.catalog_item.task_name[language];
  const task = item.implementation_item;
  return (
    <Page ctx={ctx} title={name} crumbs={[{ text: t('items.title_all'), href: '/items' }]}>
      <h1>{name} {item.bundle ? <BundleMark ctx={ctx} /> : null}</h1>
      <p className="pt-lead">{item.summary[language]}</p>
      <Begin ctx={ctx} item={item} />
      <SummaryList rows={keyFacts(ctx, guide)} />
      <Section id="conditions" title={t('guide.conditions')}><ul className="pt-ticks">{task.accept_condition.map((one) => <li key={one[language]}><Icon name="check" /> {one[language]}</li>)}</ul></Section>
      <GuideMaterials ctx={ctx} guide={guide} />
      {guide.parts ? <BundleParts ctx={ctx} item={item} parts={guide.parts} /> : <Steps ctx={ctx} item={item} />}
      <GuideWhere ctx={ctx} item={item} place={guide.place} />
      <Law ctx={ctx} item={item} />
      {facts.verified < facts.total ? <p className="ym-quiet pt-facts"><Icon name="info" /> {t('guide.facts', { total: facts.total, verified: facts.verified })}</p> : null}
    </Page>
  );
}
