import { useState, type ReactElement, type ReactNode } from 'react';
import { Link } from 'wouter';
import type { HandlingItem, Item } from '../../../contract/catalogue.ts';
import type { Localized } from '../../../contract/language.ts';
import { FormBody, hasFields } from '../intake/form-section.tsx';
import { promiseWords } from '../intake/promise-words.ts';
import { useItem } from '../server/queries.ts';
import { FailureNotice, SkeletonRows } from '../shell/states.tsx';
import { useWords } from '../words/words.tsx';
import { provenanceOf, type Provenance } from './facts.ts';
import { versionsPath } from './versions/paths.ts';
import { useVersionWords } from './versions/version-words.ts';

/** One item, whole, each fact with where it was read. */
export function OneItem({ taskCode }: { readonly taskCode: string }): ReactElement {
  const { t, of } = useWords();
  const { v } = useVersionWords();
  const read = useItem(taskCode);
  const [at, setAt] = useState(0);
  if (read.isPending) return <SkeletonRows count={6} height="card" />;
  if (read.isError) return <FailureNotice error={read.error} onRetry={() => void read.refetch()} />;
  const { item, facts, departmentName } = read.data;
  const handling = item.handling_items[at] ?? item.handling_items[0];
  return (
    <>
      <h2>{of(item.catalog_item.task_name)}</h2>
      <p className="ym-no-print"><Link href={versionsPath(taskCode)}>{v('versions.list')}</Link></p>
      <p>{of(item.summary)}</p>
      <p className="wb-facts-figure"><strong className="ym-numerals">{facts.verified} / {facts.total}</strong> {t('catalogue.facts')} <meter min={0} max={facts.total} value={facts.verified} aria-label={t('catalogue.facts')} /></p>
      <Implementation item={item} department={departmentName} />
      {item.handling_items.length > 1 ? (
        <div className="wb-views" role="group" aria-label={t('catalogue.handling')}>
          {item.handling_items.map((one, i) => <button key={one.task_handle_item} type="button" aria-pressed={i === at} onClick={() => setAt(i)}>{of(one.name)}</button>)}
        </div>
      ) : null}
      {handling ? <Handling key={handling.task_handle_item} item={item} handling={handling} index={item.handling_items.indexOf(handling)} /> : null}
    </>
  );
}

/** The mark behind a fact: its source as a link, or "not verified", with the note. Sources are named as they name themselves, in Chinese. */
function Source({ from }: { readonly from: Provenance }): ReactElement {
  const { t } = useWords();
  if (!from.verified) return <span className="wb-mark-word wb-mark-word--open" title={from.note}>{t('facts.unverified')}{from.title ? <span lang="zh-CN"> · {from.title}</span> : null}</span>;
  const name = from.title === undefined ? t('facts.read') : <span lang="zh-CN">{from.title}</span>;
  return from.url ? <a className="wb-source" href={from.url} target="_blank" rel="noreferrer">{name}</a> : <span className="wb-source">{name}</span>;
}

function Implementation({ item, department }: { readonly item: Item; readonly department: Localized }): ReactElement {
  const words = useWords();
  const { t, ui, of, language } = words;
  const one = item.implementation_item;
  const row = (name: string, value: ReactNode, pointer: string) => <tr><th scope="row">{name}</th><td>{value}</td><td><Source from={provenanceOf(item, pointer)} /></td></tr>;
  const limit = (amount: number | undefined, unit: typeof one.promise_type) => (amount === undefined ? t('catalogue.no_limit') : promiseWords({ amount, unit }, words));
  return (
    <div className="wb-scroll" tabIndex={0} role="group" aria-label={t('catalogue.item')}>
      <table className="wb-table wb-table--facts">
        <thead><tr><th scope="col">{t('catalogue.fact')}</th><th scope="col">{t('catalogue.value')}</th><th scope="col">{t('catalogue.source')}</th></tr></thead>
        <tbody>
          {row(t('units.code'), <code>{one.task_code}</code>, '/implementation_item/task_code')}
          {row(t('catalogue.department'), `${of(department)} · ${t(`unit_level.${one.dept.level}`)}`, '/implementation_item/dept')}
          {row(ui('limit.statutory'), limit(one.anticipate_day, one.anticipate_type), '/implementation_item/anticipate_day')}
          {row(ui('limit.promised'), limit(one.promise_day, one.promise_type), '/implementation_item/promise_day')}
          {row(t('catalogue.visits'), one.limit_scene_num, '/implementation_item/limit_scene_num')}
          {row(t('catalogue.area'), t(`place.${one.area_basis}`), '/implementation_item/area_basis')}
          {row(t('catalogue.law'), <ul className="wb-posts">{item.catalog_item.by_law.map((law) => <li key={law.law_name + (law.terms_number ?? '')} lang="zh-CN">{law.law_name} {law.according_number ?? ''} {law.terms_number ?? ''}</li>)}</ul>, '/catalog_item/by_law')}
          {row(t('catalogue.conditions'), <ul className="wb-posts">{one.accept_condition.map((text) => <li key={of(text)}>{of(text)}</li>)}</ul>, '/implementation_item/accept_condition')}
          {row(t('catalogue.flow'), <ol className="wb-posts">{one.handle_flow.map((link) => <li key={link.element}>{of(link.name)}{link.working_days ? ` · ${ui(link.working_days === 1 ? 'span.working_day_one' : 'span.working_day', { amount: link.working_days })}` : ''}{link.standard ? <span className="ym-quiet"> {of(link.standard)}</span> : null}</li>)}</ol>, '/implementation_item/handle_flow')}
          {row(t('catalogue.result'), of(one.result_name), '/implementation_item/result_name')}
          {row(t('catalogue.fee'), one.is_fee ? one.fees.map((fee) => of(fee.fee_name)).join(language === 'en' ? ', ' : '、') : t('catalogue.no_fee'), '/implementation_item/fees')}
        </tbody>
      </table>
    </div>
  );
}

function Handling({ item, handling, index }: { readonly item: Item; readonly handling: HandlingItem; readonly index: number }): ReactElement {
  const { t, ui, of } = useWords();
  const base = `/handling_items/${index}`;
  return (
    <>
      <h3>{t('questions.title')}</h3>
      {handling.questions.length === 0 ? <p className="ym-quiet">{t('catalogue.no_questions')}</p> : null}
      <ol className="wb-posts">{handling.questions.map((question, i) => (
        <li key={question.id}>{of(question.text)} <span className="ym-quiet">{question.options.map((option) => `${of(option.text)}${option.not_eligible ? ` (${t('catalogue.not_this_way')})` : ''}`).join(' / ')}</span> <Source from={provenanceOf(item, `${base}/questions/${i}`)} /></li>
      ))}</ol>
      <h3>{t('materials.title')}</h3>
      <ul className="wb-given">{handling.materials.map((material, i) => (
        <li key={material.material_code}>
          <p className="wb-material__name">{of(material.material_name)} <span className={`wb-need wb-need--${material.is_need}`}>{ui(`need.${material.is_need}`)}</span> <Source from={provenanceOf(item, `${base}/materials/${i}`)} /></p>
          <p className="wb-material__standard">{t('materials.standard')}{of(material.accept_stand)}</p>
        </li>
      ))}</ul>
      <h3>{t('catalogue.form')}</h3>
      {hasFields(handling.form) ? <div className="wb-preview-form"><FormBody form={handling.form} initial={{}} onAnswers={() => undefined} faults={[]} /></div> : <p className="ym-quiet">{t('file.nothing_asked')}</p>}
    </>
  );
}
