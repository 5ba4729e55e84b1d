import { useRef, useState, type ReactElement } from 'react';
import { useMutation } from '@tanstack/react-query';
import { badTags, goodTags, grades, type EvaluationTag, type Grade } from '../../../contract/evaluations.ts';
import { Face } from '../../ui/face/face.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { dayWords } from '../../ui/dates.ts';
import { ActButton } from '../keys/act-button.tsx';
import { answered, api } from '../server/api.ts';
import { newCommandId } from '../server/command-id.ts';
import { Sheet } from '../shell/sheet.tsx';
import { FailureNotice } from '../shell/states.tsx';
import { useWords } from '../words/words.tsx';
import { useEvaluationWords } from './evaluation-words.ts';

/** Takes down what somebody says on the telephone: the matter's number, which service, the grade, reasons, words. */
export function TelephoneSheet({ onClose }: { readonly onClose: () => void }): ReactElement {
  const w = useEvaluationWords();
  const { t, of, language, today } = useWords();
  const [number, setNumber] = useState('');
  const [event, setEvent] = useState('');
  const [grade, setGrade] = useState<Grade | null>(null);
  const [tags, setTags] = useState<readonly EvaluationTag[]>([]);
  const [words, setWords] = useState('');
  const commandId = useRef(newCommandId());
  const events = useMutation({ mutationFn: () => answered(api.GET('/api/v1/evaluations/events', { params: { query: { number: number.trim() } } })), onSuccess: (found) => setEvent(found.events[0]?.event ?? '') });
  const taking = useMutation({
    mutationFn: (said: Grade) => answered(api.POST('/api/v1/evaluations/by-telephone', { body: { commandId: commandId.current, number: number.trim(), event, grade: said, tags: [...tags], words: words.trim() } })),
  });
  const find = (): void => {
    if (number.trim().length >= 5) events.mutate();
  };
  const send = (): void => {
    if (grade !== null && event !== '' && !taking.isPending) taking.mutate(grade);
  };
  const found = events.data?.events ?? [];
  const fitting = grade === null ? [] : grade >= 4 ? badTags : goodTags;
  return (
    <Sheet
      title={w('desk.telephone')} onClose={onClose} narrow bindings={[{ keys: 'Ctrl+Enter', does: w('act.send'), run: send }]}
      foot={taking.isSuccess ? <ActButton kind="primary" keys="Escape" onClick={onClose}>{w('tablet.done')}</ActButton> : <><ActButton kind="primary" keys="Ctrl+Enter" busy={taking.isPending} onClick={send}>{w('act.send')}</ActButton><ActButton kind="quiet" keys="Escape" onClick={onClose}>{t('sheet.cancel')}</ActButton></>}
    >
      {taking.isSuccess ? <Notice kind="good" title={w('telephone.done')} /> : (
        <>
          {taking.isError ? <FailureNotice error={taking.error} /> : null}
          <form className="wb-find" onSubmit={(submit) => { submit.preventDefault(); find(); }}>
            <label className="ym-field__label" htmlFor="telephone-number">{w('telephone.number')}</label>
            <div className="wb-find__line"><input id="telephone-number" className="ym-input ym-numerals" maxLength={60} value={number} onChange={(change) => setNumber(change.target.value)} /><ActButton kind="secondary" icon="search" busy={events.isPending} onClick={find}>{w('telephone.find')}</ActButton></div>
          </form>
          {events.isError ? <FailureNotice error={events.error} /> : null}
          {events.isSuccess && found.length === 0 ? <Notice kind="wait" title={w('telephone.none')} /> : null}
          {found.length > 0 ? (
            <>
              <fieldset className="wb-question"><legend>{w('telephone.event')}</legend><div className="wb-options wb-options--down">
                {found.map((one) => <label key={one.event} className="wb-option"><input type="radio" name="event" checked={event === one.event} onChange={() => setEvent(one.event)} /> <span>{of(one.itemName)} · {w(`event.${one.kind}`)} · {dayWords(one.on, language, today)}</span></label>)}
              </div></fieldset>
              <fieldset className="wb-question"><legend>{w('evaluate.title')}</legend><div className="wb-options wb-options--down">
                {grades.map((one) => <label key={one} className="wb-option"><input type="radio" name="grade" checked={grade === one} onChange={() => { setGrade(one); setTags([]); }} /> <Face grade={one} /> <span>{w(`grade.${one}`)}</span></label>)}
              </div></fieldset>
              {fitting.length > 0 ? <fieldset className="wb-question"><legend>{w(grade !== null && grade >= 4 ? 'evaluate.why_bad' : 'evaluate.why_good')} {w('evaluate.optional')}</legend><div className="wb-options">
                {fitting.map((tag) => <label key={tag} className="wb-option"><input type="checkbox" checked={tags.includes(tag)} onChange={(change) => setTags(change.target.checked ? [...tags, tag] : tags.filter((one) => one !== tag))} /> <span>{w(`tag.${tag}`)}</span></label>)}
              </div></fieldset> : null}
              <label className="ym-field__label" htmlFor="telephone-words">{w('evaluate.words')} {w('evaluate.optional')}</label>
              <textarea id="telephone-words" className="ym-input" rows={3} maxLength={1000} value={words} onChange={(change) => setWords(change.target.value)} />
            </>
          ) : null}
        </>
      )}
    </Sheet>
  );
}
