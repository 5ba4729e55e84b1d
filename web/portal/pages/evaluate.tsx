import type { ReactElement } from 'react';
import { badTags, goodTags, grades, type Grade } from '../../../contract/evaluations.ts';
import { evaluationWords } from '../../../contract/messages/evaluations.ts';
import { Button, ButtonLink, ButtonRow } from '../../ui/button/button.tsx';
import { Checkboxes } from '../../ui/checkboxes/checkboxes.tsx';
import { clockOf, dayOf, dayWords, momentWords } from '../../ui/dates.ts';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import type { ErrorLine } from '../../ui/error-summary/error-summary.tsx';
import { Face } from '../../ui/face/face.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { speaker, type Speaker } from '../../ui/speak.ts';
import { Tag } from '../../ui/tag/tag.tsx';
import { TextArea } from '../../ui/text-area/text-area.tsx';
import type { Reply } from '../../ui/wire.ts';
import { spanWords, type PageContext } from '../context.ts';
import { Csrf, Page } from '../layout.tsx';
import { Section } from './section.tsx';

/** What is asked about, as the API shows it to whoever holds the link. */
export type AskedEvent = Reply<'getEvaluationByLink'>;
/** My own evaluations and complaints. */
export type Voices = Reply<'myEvaluations'>;

/** The words of this page's language. */
export const wordsOf = (ctx: PageContext): Speaker<typeof evaluationWords> => speaker(evaluationWords, ctx.language);

const isBad = (grade: Grade): boolean => grade >= 4;

interface EventProps {
  readonly ctx: PageContext;
  readonly event: Pick<AskedEvent, 'kind' | 'itemName' | 'unitName' | 'on'>;
}

function About({ ctx, event }: EventProps): ReactElement {
  const w = wordsOf(ctx);
  return (
    <>
      <p className="pt-over">{event.itemName[ctx.language]}</p>
      <p className="ym-quiet">{w('evaluate.about', { unit: event.unitName[ctx.language], event: w(`event.${event.kind}`), date: dayWords(event.on, ctx.language, ctx.today) })}</p>
    </>
  );
}

/** The one question: five faces, each a way on to the next page; without script too. `change` keeps saying that an answer is altered. */
export function ChooseGrade({ ctx, event, path, change, wrong }: EventProps & { readonly path: string; readonly change: boolean; readonly wrong: boolean }): ReactElement {
  const w = wordsOf(ctx);
  const errors: readonly ErrorLine[] = wrong ? [{ text: w('evaluate.missing'), fieldId: 'grade-1' }] : [];
  return (
    <Page ctx={ctx} title={w('evaluate.title')} errors={errors}>
      <About ctx={ctx} event={event} />
      <h1>{w('evaluate.title')}</h1>
      <p>{w('evaluate.hidden')}</p>
      <ul className="pt-faces">
        {grades.map((grade) => (
          <li key={grade}><a className="pt-face" id={`grade-${grade}`} href={`${path}?grade=${grade}${change ? '&change=1' : ''}`}><Face grade={grade} /> <span>{w(`grade.${grade}`)}</span></a></li>
        ))}
      </ul>
    </Page>
  );
}

/** What the reasons page posts and what was wrong with it. */
export interface ReasonsData {
  readonly grade: Grade;
  readonly path: string;
  readonly commandId: string;
  readonly change: boolean;
  readonly tags: readonly string[];
  readonly words: string;
  readonly error?: string | undefined;
}

/** After the face: reasons to tick and words to write, all of it optional. */
export function GiveReasons({ ctx, event, data }: EventProps & { readonly data: ReasonsData }): ReactElement {
  const w = wordsOf(ctx);
  const bad = isBad(data.grade);
  return (
    <Page ctx={ctx} title={w('evaluate.title')} islands={['once']} errors={data.error ? [{ text: data.error, fieldId: 'words' }] : []}>
      <About ctx={ctx} event={event} />
      <h1>{w(bad ? 'evaluate.why_bad' : 'evaluate.why_good')}</h1>
      <p className="pt-chosen"><Face grade={data.grade} /> <span>{w('evaluate.chosen', { grade: w(`grade.${data.grade}`) })} · <a href={`${data.path}${data.change ? '?change=1' : ''}`}>{w('evaluate.back')}</a></span></p>
      <form method="post" action={data.path} noValidate data-once="">
        <Csrf ctx={ctx} />
        <input type="hidden" name="commandId" value={data.commandId} /><input type="hidden" name="grade" value={data.grade} />
        {data.change ? <input type="hidden" name="change" value="1" /> : null}
        <Checkboxes id="tags" name="tags" label={w('evaluate.reasons')} note={w('evaluate.optional')} values={data.tags} choices={(bad ? badTags : goodTags).map((tag) => ({ value: tag, text: w(`tag.${tag}`) }))} />
        <TextArea id="words" name="words" label={w('evaluate.words')} note={w('evaluate.optional')} {...(bad ? { hint: w('evaluate.words_hint') } : {})} value={data.words} rows={4} limitWords={w('evaluate.limit')} error={data.error} />
        <ButtonRow><Button icon="check">{w('evaluate.send')}</Button></ButtonRow>
      </form>
    </Page>
  );
}

/** Taken down. Within the quarter of an hour it may be altered; what was said is not shown to whoever holds the paper. */
export function Thanks({ ctx, event, path, back, changeableUntil, bad, verifyWithin }: EventProps & {
  readonly path: string; readonly back: string; readonly changeableUntil: string | null; readonly bad: boolean; readonly verifyWithin: AskedEvent['verifyWithin'];
}): ReactElement {
  const w = wordsOf(ctx);
  return (
    <Page ctx={ctx} title={w('thanks.title')}>
      <About ctx={ctx} event={event} />
      <h1>{w('thanks.title')}</h1>
      <Notice kind="good">
        {bad ? <p>{w('thanks.bad', { span: spanWords(ctx, verifyWithin.amount, verifyWithin.unit) })}</p> : null}
        {changeableUntil ? <p>{w('thanks.changeable', { time: clockOf(changeableUntil) })} <a href={`${path}?change=1`}>{w('evaluate.change')}</a></p> : <p>{w('thanks.given')}</p>}
      </Notice>
      <p><ButtonLink kind="secondary" href={back}>{ctx.t('page.back')}</ButtonLink></p>
    </Page>
  );
}

/** Nothing more can be answered: given already, or too late. */
export function NothingToAnswer({ ctx, event, why }: EventProps & { readonly why: 'given' | 'expired' }): ReactElement {
  const w = wordsOf(ctx);
  const title = w(`${why}.title`);
  return (
    <Page ctx={ctx} title={title}>
      <About ctx={ctx} event={event} />
      <h1>{title}</h1>
      <p>{w(why === 'given' ? 'thanks.given' : 'expired.text')}</p>
      <p><ButtonLink kind="secondary" href="/" icon="home">{ctx.t('fault.home')}</ButtonLink></p>
    </Page>
  );
}

/** A link nobody knows, or one whose service was not given yet. */
export function LinkUnknown({ ctx, text }: { readonly ctx: PageContext; readonly text: string }): ReactElement {
  const title = wordsOf(ctx)('link.unknown_title');
  return (
    <Page ctx={ctx} title={title}>
      <h1>{title}</h1>
      <p>{text}</p>
      <p><ButtonLink kind="secondary" href="/" icon="home">{ctx.t('fault.home')}</ButtonLink></p>
    </Page>
  );
}

type OwnEvent = Voices['events'][number];
type OwnComplaint = Voices['complaints'][number];

function CaseLines({ ctx, of }: { readonly ctx: PageContext; readonly of: NonNullable<OwnEvent['case']> }): ReactElement {
  const w = wordsOf(ctx);
  const { language, today } = ctx;
  return (
    <>
      <p><Tag tone={of.status === 'closed' ? 'good' : 'wait'}>{w(`case.${of.status}`)}</Tag>{of.outcome ? ` ${w(`outcome.${of.outcome}`)}` : ''}{of.due ? ` · ${w('mine.due', { date: dayWords(of.due.dueOn, language, today) })}` : ''}</p>
      {of.due ? <details><summary>{ctx.ui('due.why')}</summary><p>{of.due.explanation[language]}</p></details> : null}
      {of.finding ? <p><strong>{w('mine.finding')}</strong> · {momentWords(of.finding.at, language, today)}<br />{of.finding.words}</p> : null}
      {of.mending ? <p><strong>{w('mine.mending')}</strong> · {momentWords(of.mending.at, language, today)}<br />{of.mending.words}</p> : null}
    </>
  );
}

function EventRow({ ctx, event }: { readonly ctx: PageContext; readonly event: OwnEvent }): ReactElement {
  const w = wordsOf(ctx);
  const { language, today } = ctx;
  const path = `/matters/${event.matterId}/evaluate/${event.event}`;
  return (
    <li className="pt-voice">
      <p className="pt-voice__head">{event.answer ? <Face grade={event.answer.grade} /> : null}<strong>{event.itemName[language]}</strong>{event.answer ? <span>{w(`grade.${event.answer.grade}`)}</span> : null}</p>
      <p className="ym-quiet">{w('evaluate.about', { unit: event.unitName[language], event: w(`event.${event.kind}`), date: dayWords(event.on, language, today) })} · <a href={`/matters/${event.matterId}`}><span className="ym-numerals">{event.number}</span></a></p>
      {event.answer?.tags.length ? <p>{event.answer.tags.map((tag) => w(`tag.${tag}`)).join(language === 'en' ? ', ' : '、')}</p> : null}
      {event.answer?.words ? <p>{event.answer.words}</p> : null}
      {event.state === 'open' ? <p><ButtonLink href={path} icon="forward" iconAfter>{w('evaluate.to_evaluate')}</ButtonLink> <span className="ym-quiet">{w('mine.open_until', { date: dayWords(event.openUntil, language, today) })}</span></p> : null}
      {event.state === 'changeable' && event.answer?.channel === 'online' ? <p><a href={`${path}?change=1`}>{w('evaluate.change')}</a> <span className="ym-quiet">{w('thanks.changeable', { time: clockOf(event.answer.changeableUntil) })}</span></p> : null}
      {event.case ? <CaseLines ctx={ctx} of={event.case} /> : null}
    </li>
  );
}

function ComplaintRow({ ctx, complaint }: { readonly ctx: PageContext; readonly complaint: OwnComplaint }): ReactElement {
  const w = wordsOf(ctx);
  const { language, today } = ctx;
  return (
    <li className="pt-voice">
      <p className="pt-voice__head"><strong>{w(`ground.${complaint.ground}`)}</strong> <span>{complaint.itemName[language]}</span></p>
      <p className="ym-quiet">{complaint.unitName[language]} · {dayWords(dayOf(complaint.madeAt), language, today)} · <a href={`/matters/${complaint.matterId}`}><span className="ym-numerals">{complaint.number}</span></a></p>
      <p>{complaint.words}</p>
      <CaseLines ctx={ctx} of={complaint.case} />
    </li>
  );
}

/** What I may evaluate, what I said, and what became of it. */
export function MyVoices({ ctx, voices, sent = false }: { readonly ctx: PageContext; readonly voices: Voices; readonly sent?: boolean }): ReactElement {
  const w = wordsOf(ctx);
  const open = voices.events.filter((event) => event.state === 'open');
  const said = voices.events.filter((event) => event.answer !== null);
  return (
    <Page ctx={ctx} title={w('mine.title')} crumbs={[{ text: ctx.t('mine.title'), href: '/matters' }]}>
      <h1>{w('mine.title')}</h1>
      {sent ? <Notice kind="good" title={w('complain.sent')} /> : null}
      {open.length > 0 ? <Section id="open" title={w('mine.open')}><ul className="pt-voices">{open.map((event) => <EventRow key={`${event.matterId} ${event.event}`} ctx={ctx} event={event} />)}</ul></Section> : null}
      {voices.complaints.length > 0 ? <Section id="complaints" title={w('mine.complaints')}><ul className="pt-voices">{voices.complaints.map((complaint) => <ComplaintRow key={complaint.caseId} ctx={ctx} complaint={complaint} />)}</ul></Section> : null}
      {said.length > 0 ? <Section id="said" title={w('mine.said')}><ul className="pt-voices">{said.map((event) => <EventRow key={`${event.matterId} ${event.event}`} ctx={ctx} event={event} />)}</ul></Section> : null}
      {open.length + said.length + voices.complaints.length === 0 ? <EmptyState title={w('mine.none')}><p>{w('mine.none_how')}</p></EmptyState> : null}
    </Page>
  );
}
