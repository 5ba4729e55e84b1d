import type { ReactElement } from 'react';
import { ButtonLink } from '../../ui/button/button.tsx';
import { dayOf, dayWords } from '../../ui/dates.ts';
import { DueDate } from '../../ui/due-date/due-date.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { uiOrOther } from '../../ui/speak.ts';
import type { PageContext } from '../context.ts';
import { deferredDue, deferredMaterials } from './deferred.tsx';
import { promiseWordsOf } from './material-ways.tsx';
import type { Matter } from './receipt.tsx';
import { Section } from './section.tsx';

interface MatterProps {
  readonly ctx: PageContext;
  readonly matter: Matter;
}

/** Where a paper of a matter is read as PDF, in the reader's language; `proposal` names the act of a limit notice. */
export const paperHref = ({ language }: PageContext, matterId: string, paper: Matter['papers'][number], proposal?: string): string =>
  `/api/v1/matters/${matterId}/papers/${paper}?language=${language}${proposal === undefined ? '' : `&proposal=${proposal}`}`;

/** What a correction notice asks for: per material or field the fault, the standard it fails, the clerk's words. */
export function Defects({ ctx, matter }: MatterProps): ReactElement {
  const { t, language } = ctx;
  return (
    <ul className="pt-defects">
      {matter.defects.map((defect) => (
        <li key={`${defect.about}${defect.code}`}>
          <strong>{defect.name[language]}</strong> · {uiOrOther(language, 'defect', defect.fault)}
          {defect.standard ? <p>{t('matter.standard', { standard: defect.standard[language] })}</p> : null}
          {defect.words ? <p>{t('matter.said', { words: defect.words })}</p> : null}
        </li>
      ))}
    </ul>
  );
}

function Correction({ ctx, matter }: MatterProps): ReactElement {
  const { t } = ctx;
  return (
    <Notice kind="wait" title={matter.defects.length === 1 ? t('matter.correction_one') : t('matter.correction', { count: matter.defects.length })}>
      <Defects ctx={ctx} matter={matter} />
      <p>{t('matter.correction_text')} {t('matter.correction_after')}</p>
      {matter.allowed.includes('supplement') ? <ButtonLink href={`/matters/${matter.matterId}/supplement`} icon="forward" iconAfter>{t('matter.supplement')}</ButtonLink> : null}
    </Notice>
  );
}

/** Where the result is: to be read here, to be fetched, or handed over already. */
function Delivery({ ctx, matter }: MatterProps): ReactElement | null {
  const { t, language, today } = ctx;
  if (matter.deliveredAt) return <p>{t(matter.delivery === 'electronic' ? 'matter.delivered_electronic' : 'matter.delivered', { date: dayWords(dayOf(matter.deliveredAt), language, today) })}</p>;
  if (matter.delivery === null) return null;
  const due = matter.dues.find((one) => one.limit === 'service' && one.endedAt === null);
  return (
    <>
      <p>{matter.delivery === 'in_person' ? t('matter.to_fetch', { unit: matter.acceptingUnitName[language] }) : t('matter.to_send')}</p>
      {due ? <DueDate due={due} language={language} today={today} /> : null}
    </>
  );
}

function Completed({ ctx, matter }: MatterProps): ReactElement {
  const { t, language, today } = ctx;
  return (
    <Notice kind={matter.outcome === 'refused' ? 'bad' : 'good'} title={t(matter.outcome === 'refused' ? 'matter.refused' : 'matter.granted')}>
      {matter.completedAt ? <p>{t('matter.completed_on', { date: dayWords(dayOf(matter.completedAt), language, today) })}{matter.resultNumber ? ` · ${t('matter.result_number', { number: matter.resultNumber })}` : ''}</p> : null}
      {matter.outcome === 'refused' ? <p>{t('matter.refused_help')}</p> : null}
      <Delivery ctx={ctx} matter={matter} />
      {matter.papers.includes('result') ? <ButtonLink icon="download" href={paperHref(ctx, matter.matterId, 'result')}>{t('matter.download_result')}</ButtonLink> : null}
    </Notice>
  );
}

/** 撤销: the result was taken back; why, in whose words, and what can be done about it. */
function Revoked({ ctx, matter }: MatterProps): ReactElement | null {
  const { language, today } = ctx;
  const w = promiseWordsOf(ctx);
  if (!matter.revokedAt) return null;
  const { revocation } = matter;
  const materials = revocation?.materials.map((one) => one.name[language]).join(language === 'en' ? ', ' : '、') ?? '';
  return (
    <Notice kind="bad" title={w('revoked.title', { date: dayWords(dayOf(matter.revokedAt), language, today) })}>
      {revocation ? <><p>{w(`revoked.${revocation.ground}`, { materials })}</p>{revocation.decisionWords ? <p>{revocation.decisionWords}</p> : null}</> : null}
      <p>{w('revoked.help')} <a href={`/matters/${matter.matterId}/complain`}>{w('record.object')}</a></p>
      {matter.papers.includes('result') ? <ButtonLink kind="secondary" icon="download" href={paperHref(ctx, matter.matterId, 'result')}>{ctx.t('matter.download_result')}</ButtonLink> : null}
    </Notice>
  );
}

/** 告知承诺: what the applicant vouched for, and what was found. */
export function Promises({ ctx, matter }: MatterProps): ReactElement | null {
  const { language, today } = ctx;
  const w = promiseWordsOf(ctx);
  if (matter.promises.length === 0) return null;
  return (
    <Section id="promises" title={w('promises.title')}>
      <ul>
        {matter.promises.map((one) => (
          <li key={one.materialCode}>
            <strong>{one.name[language]}</strong> · {one.kept === null ? (one.due ? w('promises.open', { date: dayWords(one.due.dueOn, language, today) }) : w('promises.open_no_date')) : w(one.kept ? 'promises.kept' : 'promises.broken')}
            <blockquote className="pt-promise">{one.promiseText[language]}{one.affirmedBy ? <footer>{w('office.affirmed', { name: one.affirmedBy })}</footer> : null}</blockquote>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** 视为受理: what the law made of the authority's silence, and from which day the time for handling runs. */
function Deemed({ ctx, matter }: MatterProps): ReactElement | null {
  const { t, language, today } = ctx;
  const notice = matter.dues.findLast((due) => due.limit === 'notice');
  if (!matter.deemed || !matter.acceptedAt || !notice) return null;
  return (
    <Notice title={t('matter.deemed')}>
      <p>{t('matter.deemed_text', { unit: matter.acceptingUnitName[language], due: dayWords(notice.dueOn, language, today), from: dayWords(dayOf(matter.acceptedAt), language, today) })}</p>
    </Notice>
  );
}

/** 容缺: what is still to come from the applicant, each by its day. */
function Awaited({ ctx, matter }: MatterProps): ReactElement | null {
  const { t, ui, language, today } = ctx;
  const w = promiseWordsOf(ctx);
  const materials = deferredMaterials(matter);
  if (materials.length === 0 || !matter.allowed.includes('hand_in_deferred')) return null;
  return (
    <Notice kind="wait" title={t('matter.deferred')}>
      <ul>
        {materials.map((material) => {
          const due = deferredDue(matter, material.materialCode);
          const overdue = material.deferral?.lapsed === true;
          return (
            <li key={material.materialCode}>
              {material.name[language]}{overdue ? ` · ${w('consequence.lapsed')}` : due ? ` · ${ui('due.deferred', { date: dayWords(due.dueOn, language, today) })}` : ''}
              {material.deferral && !overdue ? <p className="ym-quiet">{w(`consequence.${material.deferral.consequence}`)}</p> : null}
            </li>
          );
        })}
      </ul>
      <p>{matter.status === 'completed' ? w('consequence.after_grant') : t('matter.deferred_text')}</p>
      <ButtonLink href={`/matters/${matter.matterId}/deferred`} icon="forward" iconAfter>{t('deferred.title')}</ButtonLink>
    </Notice>
  );
}

const grounds: readonly string[] = ['not_this_authority', 'condition_not_met', 'already_open', 'not_required'];
const groundWords = (ctx: PageContext, ground: string) => (grounds.includes(ground) ? uiOrOther(ctx.language, 'ground', ground) : ground);

/** What the applicant has to know or do before anything else. */
export function Outcome({ ctx, matter }: MatterProps): ReactElement {
  const { t } = ctx;
  const again = <p><a href={`/items/${encodeURIComponent(matter.taskCode)}`}>{t('matter.again')}</a></p>;
  switch (matter.status) {
    case 'correction_requested':
      return <Correction ctx={ctx} matter={matter} />;
    case 'not_accepted':
      return <Notice kind="bad" title={t('matter.not_accepted')}><ul>{matter.grounds.map((ground) => <li key={ground}>{groundWords(ctx, ground)}</li>)}</ul><p>{t('matter.not_accepted_help')}</p>{again}</Notice>;
    case 'terminated':
      return <Notice kind="bad" title={t('matter.terminated')}><Defects ctx={ctx} matter={matter} /><p>{t('matter.terminated_help')}</p>{again}</Notice>;
    case 'withdrawn':
      return <Notice title={t('matter.withdrawn')}><p>{t('matter.withdrawn_help')}</p>{again}</Notice>;
    case 'completed':
      return matter.revokedAt ? <Revoked ctx={ctx} matter={matter} /> : <><Completed ctx={ctx} matter={matter} /><Awaited ctx={ctx} matter={matter} /></>;
    case 'received':
    case 'accepted':
      return <><Deemed ctx={ctx} matter={matter} /><Awaited ctx={ctx} matter={matter} /></>;
  }
}
