import { type ReactElement } from 'react';
import type { HandlingItem, SituationQuestion } from '../../../../contract/catalogue.ts';
import { isWord } from '../../process/element-facts.ts';
import { TickField } from '../../process/typed-field.tsx';
import { useWords } from '../../words/words.tsx';
import { valueAt } from './edits.ts';
import { useEditorWords, useItemEditing } from './editor-context.tsx';
import { FaultAt, ListAt, LocalizedField, TextAt } from './fields.tsx';
import { FormPart } from './form-part.tsx';
import { freshCode } from './fresh-code.ts';
import { blankOption, blankQuestion, noText } from './item-draft.ts';
import { MaterialsPart } from './materials-part.tsx';
import { forget, renameOption, renameQuestion } from './situation-edits.ts';
import { WhenField } from './when-field.tsx';

export type HandlingPart = 'questions' | 'materials' | 'form';
export const handlingParts: readonly HandlingPart[] = ['questions', 'materials', 'form'];

/** One handling item: its name, then its questions, materials or form. */
export function HandlingSection({ index, part, onPart }: { readonly index: number; readonly part: HandlingPart; readonly onPart: (part: HandlingPart) => void }): ReactElement | null {
  const t = useEditorWords();
  const { item, faults } = useItemEditing();
  const handling = item.handling_items[index];
  if (!handling) return null;
  const at = `/handling_items/${index}`;
  const wrong = (one: HandlingPart): number => faults.filter((fault) => fault.at.startsWith(`${at}/${one}`)).length;
  return (
    <>
      <LocalizedField at={`${at}/name`} label={t('f.handling_name')} maxLength={120} />
      <TextAt at={`${at}/task_handle_item`} label={t('f.handling_code')} code maxLength={50} />
      <FaultAt at={at} />
      <div className="wb-views ed-parts" role="group" aria-label={t('editor.section')}>
        {handlingParts.map((one) => <button key={one} type="button" aria-pressed={one === part} onClick={() => onPart(one)}>{t(`part.${one}`)} · {one === 'form' ? handling.form.ui.pages.reduce((sum, page) => sum + page.fields.length, 0) : handling[one].length}{wrong(one) > 0 ? <span className="ed-count">{wrong(one)}</span> : null}</button>)}
      </div>
      {part === 'questions' ? <QuestionsPart index={index} handling={handling} /> : null}
      {part === 'materials' ? <MaterialsPart index={index} handling={handling} /> : null}
      {part === 'form' ? <FormPart index={index} handling={handling} /> : null}
    </>
  );
}

function QuestionsPart({ index, handling }: { readonly index: number; readonly handling: HandlingItem }): ReactElement {
  const t = useEditorWords();
  const { of } = useWords();
  const { edit } = useItemEditing();
  const base = `/handling_items/${index}`;
  const at = `${base}/questions`;
  const remove = (i: number): void => {
    const question = handling.questions[i];
    if (!question) return;
    // What hung on the question stands open first, so that its place in the list, and where it was read, goes last.
    const freed = forget(handling, question.id);
    if (JSON.stringify(freed) !== JSON.stringify(handling)) edit({ kind: 'set', at: base, value: freed });
    edit({ kind: 'remove_at', at, index: i });
  };
  return (
    <ListAt at={at} title={t('part.questions')} folded name={(i) => t('f.question_n', { number: i + 1 })} heading={(i) => `${i + 1}. ${of(handling.questions[i]?.text ?? noText) || t('editor.unnamed')}`} blank={() => blankQuestion(freshCode('question', handling.questions.map((one) => one.id)))} onRemove={remove}>
      {(here, i) => {
        const question = handling.questions[i];
        return question ? <QuestionFields at={here} base={base} question={question} handling={handling} before={handling.questions.slice(0, i)} /> : null;
      }}
    </ListAt>
  );
}

interface QuestionProps {
  readonly at: string;
  readonly base: string;
  readonly question: SituationQuestion;
  readonly handling: HandlingItem;
  readonly before: readonly SituationQuestion[];
}

function QuestionFields({ at, base, question, handling, before }: QuestionProps): ReactElement {
  const t = useEditorWords();
  const { edit, editable, item } = useItemEditing();
  const put = (next: HandlingItem): void => edit({ kind: 'set', at: base, value: next });
  const removeOption = (i: number): void => {
    const option = question.options[i];
    if (option) put(forget({ ...handling, questions: handling.questions.map((one) => (one === question ? { ...one, options: one.options.filter((_, j) => j !== i) } : one)) }, question.id, option.id));
  };
  return (
    <>
      <LocalizedField at={`${at}/text`} label={t('f.question')} />
      <LocalizedField at={`${at}/why`} label={t('f.why')} optional />
      <TextAt at={`${at}/id`} label={t('f.question_id')} code short hint={t('f.code_shape')} fits={(id) => isWord(id) && !handling.questions.some((one) => one.id === id && one !== question)} onTyped={(id) => put(renameQuestion(handling, question.id, id))} />
      <ListAt at={`${at}/options`} title={t('f.options')} level={4} name={(i) => t('f.option', { number: i + 1 })} blank={() => blankOption(freshCode('option', question.options.map((one) => one.id)))} onRemove={removeOption}>
        {(here, i) => {
          const option = question.options[i];
          if (!option) return null;
          const rules = valueAt(item, `${here}/not_eligible`) !== undefined;
          return (
            <>
              <LocalizedField at={`${here}/text`} label={t('f.option', { number: i + 1 })} />
              <div className="ed-row">
                <TextAt at={`${here}/id`} label={t('f.option_id')} code short fits={(id) => isWord(id) && !question.options.some((one) => one.id === id && one !== option)} onTyped={(id) => put(renameOption(handling, question.id, option.id, id))} />
                <TickField label={t('f.not_eligible_on')} value={rules} disabled={!editable} onTick={(on) => edit(on ? { kind: 'set', at: `${here}/not_eligible`, value: { ...noText } } : { kind: 'unset', at: `${here}/not_eligible` })} />
              </div>
              {rules ? <LocalizedField at={`${here}/not_eligible`} label={t('f.not_eligible')} rows={2} /> : null}
            </>
          );
        }}
      </ListAt>
      <WhenField at={`${at}/when`} questions={before} />
    </>
  );
}
