import type { ReactElement } from 'react';
import type { SituationQuestion, When } from '../../../../contract/catalogue.ts';
import { TickField } from '../../process/typed-field.tsx';
import { useWords } from '../../words/words.tsx';
import { valueAt } from './edits.ts';
import { useEditorWords, useItemEditing } from './editor-context.tsx';
import { placeId, useFault } from './fields.tsx';
import { tickOption } from './situation-edits.ts';

/** In which situations something is asked: options of the questions before it, ticked. All questions must agree, of one question any option ticked. */
export function WhenField({ at, questions }: { readonly at: string; readonly questions: readonly SituationQuestion[] }): ReactElement | null {
  const t = useEditorWords();
  const { of } = useWords();
  const { item, editable, edit } = useItemEditing();
  const fault = useFault(at, true);
  const when = (valueAt(item, at) as When | undefined) ?? [];
  if (questions.length === 0 && when.length === 0) return null;
  const tick = (question: string, option: string, on: boolean): void => {
    const next = tickOption(when, question, option, on);
    edit(next.length === 0 ? { kind: 'unset', at } : { kind: 'set', at, value: next });
  };
  const has = (question: string, option: string): boolean => when.some((clause) => clause.question === question && clause.any_of.includes(option));
  return (
    <details className="ed-when" id={placeId(at)} open={when.length > 0 || fault !== undefined}>
      <summary>{t('f.when')}{when.length === 0 ? <span className="ym-quiet"> {t('f.when_always')}</span> : null}</summary>
      {fault ? <p className="ed-fault">{fault}</p> : null}
      {questions.map((question) => (
        <fieldset key={question.id} className="ed-ticks">
          <legend>{of(question.text) || question.id}</legend>
          {question.options.map((option) => <TickField key={option.id} label={of(option.text) || option.id} value={has(question.id, option.id)} disabled={!editable} onTick={(on) => tick(question.id, option.id, on)} />)}
        </fieldset>
      ))}
      {when.filter((clause) => !questions.some((one) => one.id === clause.question)).map((clause) => (
        <p key={clause.question}>{clause.question} = {clause.any_of.join(' / ')} {editable ? <button type="button" className="pr-link" onClick={() => clause.any_of.forEach((option) => tick(clause.question, option, false))}>{t('list.remove', { name: '' })}</button> : null}</p>
      ))}
    </details>
  );
}
