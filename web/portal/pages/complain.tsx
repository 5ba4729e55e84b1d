import type { ReactElement } from 'react';
import { complaintGrounds } from '../../../contract/evaluations.ts';
import { Button, ButtonLink, ButtonRow } from '../../ui/button/button.tsx';
import { Radios } from '../../ui/radios/radios.tsx';
import { TextArea } from '../../ui/text-area/text-area.tsx';
import { spanWords, type PageContext } from '../context.ts';
import { Csrf, Page } from '../layout.tsx';
import { wordsOf, type Voices } from './evaluate.tsx';
import type { Matter } from './receipt.tsx';

/** What the page shows: what was typed stays, faults stand beside their fields. */
export interface ComplainData {
  readonly commandId: string;
  readonly ground: string;
  readonly words: string;
  readonly groundFault?: string | undefined;
  readonly wordsFault?: string | undefined;
  /** a fault of neither field */
  readonly fault?: string | undefined;
}

/** 投诉 about one's own matter: what it is about, and what happened. Says who handles it and by when. */
export function Complain({ ctx, matter, answerWithin, data }: { readonly ctx: PageContext; readonly matter: Matter; readonly answerWithin: Voices['answerWithin']; readonly data: ComplainData }): ReactElement {
  const w = wordsOf(ctx);
  const { t, language } = ctx;
  const errors = [
    ...(data.groundFault ? [{ text: data.groundFault, fieldId: 'ground' }] : []), ...(data.wordsFault ? [{ text: data.wordsFault, fieldId: 'words' }] : []), ...(data.fault ? [{ text: data.fault }] : []),
  ];
  return (
    <Page ctx={ctx} title={w('complain.title')} errors={errors} islands={['once']} crumbs={[{ text: t('mine.title'), href: '/matters' }, { text: matter.itemName[language], href: `/matters/${matter.matterId}` }]}>
      <p className="pt-over">{matter.itemName[language]} · <span className="ym-numerals">{matter.number}</span></p>
      <h1>{w('complain.title')}</h1>
      <p>{w('complain.lead', { span: spanWords(ctx, answerWithin.amount, answerWithin.unit) })}</p>
      <form method="post" noValidate data-once="">
        <Csrf ctx={ctx} /><input type="hidden" name="commandId" value={data.commandId} />
        <Radios id="ground" name="ground" label={w('complain.ground')} error={data.groundFault} value={data.ground} choices={complaintGrounds.map((ground) => ({ value: ground, text: w(`ground.${ground}`) }))} />
        <TextArea id="words" name="words" label={w('complain.words')} hint={w('complain.words_hint')} error={data.wordsFault} value={data.words} rows={6} limitWords={w('evaluate.limit')} />
        <ButtonRow><Button icon="check">{w('complain.send')}</Button><ButtonLink kind="link" href={`/matters/${matter.matterId}`}>{t('page.back')}</ButtonLink></ButtonRow>
      </form>
    </Page>
  );
}
