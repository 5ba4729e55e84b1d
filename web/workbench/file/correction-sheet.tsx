import { useMemo, useState, type ReactElement } from 'react';
import type { Defect, MatterView } from '../../../contract/matters.ts';
import { answerWords } from '../../ui/form/answer-words.ts';
import { fieldsOf, isAsked } from '../../ui/form/form-field.ts';
import { Notice } from '../../ui/notice/notice.tsx';
import { ActButton } from '../keys/act-button.tsx';
import { FailureNotice } from '../shell/states.tsx';
import { Sheet } from '../shell/sheet.tsx';
import { useWords } from '../words/words.tsx';
import { defectsOf, faultsFor, nameableOf, subjectKey, subjectsOf, withFault, withoutWords, withWords, type CorrectionDraft, type CorrectionSubject, type Fault } from './correction.ts';
import type { ActSheetProps } from './supplement-sheet.tsx';

/** Name, standard and present state of what a line is about. */
interface SubjectWords {
  readonly name: string;
  readonly standard: string;
  readonly now: string;
}

function useSubjects(matter: MatterView): { readonly subjects: readonly CorrectionSubject[]; readonly wordsOf: (subject: CorrectionSubject) => SubjectWords } {
  const { t, ui, of, language } = useWords();
  const asked = useMemo(() => fieldsOf(matter.formDefinition).filter((field) => isAsked(field, matter.form)), [matter]);
  const wordsOf = ({ about, code }: CorrectionSubject): SubjectWords => {
    const material = about === 'material' ? matter.materials.find((one) => one.materialCode === code) : undefined;
    if (material) return { name: of(material.name), standard: of(material.acceptStand), now: material.form ? t(`form_of.${material.form}`) : ui('material.none') };
    const field = about === 'field' ? asked.find((one) => one.name === code) : undefined;
    if (field) return { name: of(field.label), standard: '', now: answerWords(field, matter.form[field.name], language) };
    return { name: t('correction.other'), standard: '', now: '' };
  };
  return { subjects: subjectsOf(matter, asked), wordsOf };
}

/** 一次性告知: everything that is missing or wrong, said once; each line with its standard, and the notice as the resident will read it. */
export function CorrectionSheet({ matter, busy, error, onSend, onClose }: ActSheetProps): ReactElement {
  const { t, ui } = useWords();
  const { subjects, wordsOf } = useSubjects(matter);
  const { offered, examined } = nameableOf(subjects, matter.nameable);
  const [draft, setDraft] = useState<CorrectionDraft>({});
  const [tried, setTried] = useState(false);
  const defects = defectsOf(draft, offered);
  const empty = withoutWords(draft);
  const send = (): void => {
    setTried(true);
    if (defects.length > 0 && empty.length === 0 && !busy) onSend({ kind: 'request_correction', defects });
    else document.getElementById(`words ${empty[0] ?? ''}`)?.focus();
  };
  return (
    <Sheet
      title={ui('command.request_correction')} onClose={onClose} aside bindings={[{ keys: 'Ctrl+Enter', does: t('correction.send'), run: send }]}
      foot={<><ActButton kind="primary" keys="Ctrl+Enter" busy={busy} onClick={send}>{defects.length > 0 ? t('correction.send_count', { count: defects.length }) : t('correction.send')}</ActButton><ActButton kind="quiet" keys="Escape" onClick={onClose}>{t('sheet.cancel')}</ActButton></>}
    >
      {matter.nameable === null
        ? <Notice kind="wait" title={t('correction.once')}><p>{t('correction.once_words')}</p></Notice>
        : <Notice kind="wait" title={t('correction.second')}><p>{t(offered.length > 0 ? 'correction.second_words' : 'correction.second_none')}</p></Notice>}
      {error ? <FailureNotice error={error} /> : null}
      {tried && defects.length === 0 ? <Notice kind="bad" title={t('correction.nothing')} /> : null}
      {offered.length > 0 ? <table className="wb-correction">
        <thead><tr><th scope="col">{t('correction.what')}</th><th scope="col">{t('correction.fault')}</th><th scope="col">{t('correction.words')}</th></tr></thead>
        <tbody>
          {offered.map((subject) => (
            <CorrectionRow key={subjectKey(subject)} subject={subject} words={wordsOf(subject)} draft={draft} onDraft={setDraft} wrong={tried && empty.includes(subjectKey(subject))} />
          ))}
        </tbody>
      </table> : null}
      <Examined names={examined.map((subject) => wordsOf(subject).name)} />
      <Preview defects={defects} wordsOf={wordsOf} />
    </Sheet>
  );
}

interface RowProps {
  readonly subject: CorrectionSubject;
  readonly words: SubjectWords;
  readonly draft: CorrectionDraft;
  readonly onDraft: (draft: CorrectionDraft) => void;
  readonly wrong: boolean;
}

function CorrectionRow({ subject, words, draft, onDraft, wrong }: RowProps): ReactElement {
  const { t, ui } = useWords();
  const key = subjectKey(subject);
  const found = draft[key];
  return (
    <tr className={found ? 'wb-correction__found' : ''}>
      <th scope="row">
        {words.name}
        {words.now ? <span className="ym-quiet"> {words.now}</span> : null}
        {words.standard ? <span className={found ? 'wb-correction__standard wb-correction__standard--failed' : 'wb-correction__standard'}>{t(found ? 'correction.fails' : 'materials.standard')}{words.standard}</span> : null}
      </th>
      <td>
        <select className="ym-input ym-select" aria-label={`${words.name}: ${t('correction.fault')}`} value={found?.fault ?? ''} onChange={(event) => onDraft(withFault(draft, subject, event.target.value === '' ? null : (event.target.value as Fault)))}>
          <option value="">{t('correction.fine')}</option>
          {faultsFor(subject.about).map((fault) => <option key={fault} value={fault}>{ui(`defect.${fault}`)}</option>)}
        </select>
      </td>
      <td>
        <input id={`words ${key}`} className="ym-input" aria-label={`${words.name}: ${t('correction.words')}`} maxLength={500} disabled={!found} value={found?.words ?? ''} {...(wrong ? { 'aria-invalid': true } : {})} onChange={(event) => onDraft(withWords(draft, subject, event.target.value))} />
        {wrong ? <p className="wb-judgement wb-judgement--wrong" role="alert">{t('correction.words_missing')}</p> : null}
      </td>
    </tr>
  );
}

/** What a second notice cannot name any more, and so is not offered. */
function Examined({ names }: { readonly names: readonly string[] }): ReactElement | null {
  const { t, language } = useWords();
  if (names.length === 0) return null;
  return (
    <details className="wb-correction__examined">
      <summary>{t('correction.examined', { count: names.length })}</summary>
      <p className="ym-quiet">{names.join(language === 'en' ? ', ' : '、')}</p>
    </details>
  );
}

function Preview({ defects, wordsOf }: { readonly defects: readonly Defect[]; readonly wordsOf: (subject: CorrectionSubject) => SubjectWords }): ReactElement | null {
  const { t, ui } = useWords();
  if (defects.length === 0) return null;
  return (
    <section className="wb-preview" aria-labelledby="preview">
      <h3 id="preview">{t('correction.preview')}</h3>
      <p>{t('correction.preview_head')}</p>
      <ol>
        {defects.map((defect) => {
          const { name, standard } = wordsOf(defect);
          return (
            <li key={subjectKey(defect)}>
              <strong>{name}</strong>{t('mark.colon')}{ui(`defect.${defect.fault}`)}{defect.words ? t('mark.words', { words: defect.words }) : t('mark.stop')}
              {standard ? <span className="wb-correction__standard">{t('correction.fails')}{standard}</span> : null}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
