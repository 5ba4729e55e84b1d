import type { KeyboardEvent, ReactElement } from 'react';
import type { SituationQuestion } from '../../../contract/catalogue.ts';
import type { SituationAnswers } from '../../../contract/items.ts';
import { Notice } from '../../ui/notice/notice.tsx';
import { advance } from '../keys/advance.ts';
import { KeyCap } from '../keys/key-cap.tsx';
import { isInputMethodKey } from '../keys/use-keys.ts';
import { useWords } from '../words/words.tsx';
import { Section } from './section.tsx';
import { answerQuestion, askedQuestions } from './situation.ts';

/** The situation questions: number keys answer and go on to the next. */
export function QuestionSection({ questions, answers, onAnswers }: { readonly questions: readonly SituationQuestion[]; readonly answers: SituationAnswers; readonly onAnswers: (answers: SituationAnswers) => void }): ReactElement | null {
  const { t } = useWords();
  if (questions.length === 0) return null;
  const asked = askedQuestions(questions, answers);
  const open = asked.filter((question) => !answers[question.id]).length;
  return (
    <Section name="questions" title={t('questions.title')} done={open === 0} aside={<span className="wb-section__aside">{open === 0 ? t('questions.done') : t('questions.open', { count: open })}</span>}>
      {asked.map((question) => <Question key={question.id} question={question} chosen={answers[question.id]} onChoose={(option) => onAnswers(answerQuestion(questions, answers, question.id, option))} />)}
    </Section>
  );
}

function Question({ question, chosen, onChoose }: { readonly question: SituationQuestion; readonly chosen: string | undefined; readonly onChoose: (option: string) => void }): ReactElement {
  const { of } = useWords();
  const notEligible = question.options.find((option) => option.id === chosen)?.not_eligible;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey || isInputMethodKey(event)) return;
    const option = /^[1-9]$/.test(event.key) ? question.options[Number(event.key) - 1] : undefined;
    if (option) {
      event.preventDefault();
      onChoose(option.id);
    } else if (event.key !== 'Enter' || !chosen) return;
    event.preventDefault();
    if (!option?.not_eligible) requestAnimationFrame(() => advance());
  };
  return (
    <fieldset className="wb-question" onKeyDown={onKeyDown}>
      <legend>{of(question.text)}</legend>
      {question.why ? <p className="wb-question__why">{of(question.why)}</p> : null}
      <div className="wb-options">
        {question.options.map((option, i) => (
          <label key={option.id} className="wb-option">
            <input type="radio" id={i === 0 ? `q-${question.id}` : undefined} name={`q.${question.id}`} value={option.id} checked={chosen === option.id} onChange={() => onChoose(option.id)} aria-keyshortcuts={i < 9 ? String(i + 1) : undefined} />
            {i < 9 ? <KeyCap keys={String(i + 1)} /> : null}
            <span>{of(option.text)}</span>
          </label>
        ))}
      </div>
      {notEligible ? <Notice kind="wait">{of(notEligible)}</Notice> : null}
    </fieldset>
  );
}
