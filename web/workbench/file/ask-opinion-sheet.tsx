import { useState, type ReactElement } from 'react';
import type { AskableOffice, HandlingChoices } from '../../../contract/handling.ts';
import { dayWords } from '../../ui/dates.ts';
import { ActButton } from '../keys/act-button.tsx';
import { FailureNotice, SkeletonRows } from '../shell/states.tsx';
import { Sheet } from '../shell/sheet.tsx';
import { useWords } from '../words/words.tsx';
import { opinionDrafts } from './opinion-drafts.ts';
import type { ActSheetProps } from './supplement-sheet.tsx';
import { useChoices } from './use-choices.ts';
import './handling.css';

const levels = ['district', 'city', 'street', 'community'] as const;

/** Words kept in this tab until the act is done. */
function useKept(matterId: string, key: string): readonly [string, (words: string) => void] {
  const [words, setWords] = useState(() => opinionDrafts.read(matterId, key).words);
  return [words, (next) => {
    setWords(next);
    opinionDrafts.write(matterId, key, { choice: '', words: next });
  }];
}

/** 征求意见: which offices, what question, and by when; the date of each length of time comes from the server. */
export function AskOpinionSheet({ matter, linkId = '', busy, error, onSend, onClose }: ActSheetProps): ReactElement {
  const { t, ui } = useWords();
  const choices = useChoices(matter.matterId, linkId);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [days, setDays] = useState<number | null>(null);
  const [words, setWords] = useKept(matter.matterId, `ask_opinion ${linkId}`);
  const [tried, setTried] = useState(false);
  const workingDays = days ?? choices.data?.dues.at(-1)?.workingDays ?? 1;
  const send = (): void => {
    setTried(true);
    if (busy) return;
    if (chosen.length > 0 && words.trim() !== '') onSend({ kind: 'ask_opinion', linkId, institutions: chosen, workingDays, words: words.trim() });
    else document.getElementById(chosen.length === 0 ? 'ask-find' : 'ask-words')?.focus();
  };
  return (
    <Sheet
      title={ui('command.ask_opinion')} onClose={onClose} bindings={[{ keys: 'Ctrl+Enter', does: t('ask.send'), run: send }]}
      foot={<><ActButton kind="primary" keys="Ctrl+Enter" busy={busy} onClick={send}>{t('ask.send')}</ActButton><ActButton kind="quiet" keys="Escape" onClick={onClose}>{t('sheet.cancel')}</ActButton></>}
    >
      {error ? <FailureNotice error={error} /> : null}
      {choices.isPending ? <SkeletonRows count={6} /> : null}
      {choices.isError ? <FailureNotice error={choices.error} onRetry={() => void choices.refetch()} /> : null}
      {choices.data ? (
        <div className="wb-ask">
          <Offices offices={choices.data.offices} chosen={chosen} onChosen={setChosen} fault={tried && chosen.length === 0} />
          <div>
            <label className="ym-field__label" htmlFor="ask-words">{t('ask.question')}</label>
            <p className="ym-field__hint" id="ask-hint">{t('ask.question_hint')}</p>
            <textarea id="ask-words" className="ym-input" rows={5} maxLength={2000} value={words} aria-describedby="ask-hint" onChange={(event) => setWords(event.target.value)} {...(tried && words.trim() === '' ? { 'aria-invalid': true } : {})} />
            {tried && words.trim() === '' ? <p className="wb-judgement wb-judgement--wrong" role="alert">{t('ask.fault_words')}</p> : null}
            <Until dues={choices.data.dues} workingDays={workingDays} onDays={setDays} />
            <p className="ym-quiet">{t('ask.runs_on')}</p>
          </div>
        </div>
      ) : null}
    </Sheet>
  );
}

function Until({ dues, workingDays, onDays }: { readonly dues: HandlingChoices['dues']; readonly workingDays: number; readonly onDays: (days: number) => void }): ReactElement {
  const { t, language, today } = useWords();
  return (
    <>
      <label className="ym-field__label" htmlFor="ask-until">{t('ask.until')}</label>
      <select id="ask-until" className="ym-input ym-select" value={workingDays} onChange={(event) => onDays(Number(event.target.value))}>
        {dues.map((due) => <option key={due.workingDays} value={due.workingDays}>{t('ask.until_days', { date: dayWords(due.dueOn, language, today), days: due.workingDays })}</option>)}
      </select>
    </>
  );
}

interface OfficesProps {
  readonly offices: readonly AskableOffice[];
  readonly chosen: readonly string[];
  readonly onChosen: (chosen: readonly string[]) => void;
  readonly fault: boolean;
}

/** The offices over the matter's area, level by level, found by a part of the name in any language; those chosen stay in sight. */
function Offices({ offices, chosen, onChosen, fault }: OfficesProps): ReactElement {
  const { t, of, language } = useWords();
  const [text, setText] = useState('');
  const wanted = text.trim().toLowerCase();
  const fits = (office: AskableOffice): boolean => Object.values(office.name).some((name) => name.toLowerCase().includes(wanted));
  const shown = offices.filter(fits);
  const names = offices.filter((office) => chosen.includes(office.institution)).map((office) => of(office.name)).join(language === 'en' ? ', ' : '、');
  const toggle = (code: string): void => onChosen(chosen.includes(code) ? chosen.filter((one) => one !== code) : [...chosen, code]);
  return (
    <fieldset className="wb-question wb-ask__offices">
      <legend>{t('ask.offices')}</legend>
      <input id="ask-find" type="search" autoFocus className="ym-input" placeholder={t('ask.find')} aria-label={t('ask.find')} value={text} maxLength={40} onChange={(event) => setText(event.target.value)} />
      <p className="wb-ask__chosen" role="status">{names === '' ? '' : t('ask.chosen', { names })}</p>
      {fault ? <p className="wb-judgement wb-judgement--wrong" role="alert">{t('ask.fault_offices')}</p> : null}
      <div className="wb-ask__list" tabIndex={-1}>
        {shown.length === 0 ? <p className="ym-quiet">{t('ask.none_found')}</p> : null}
        {levels.map((level) => {
          const here = shown.filter((office) => office.level === level);
          return here.length === 0 ? null : (
            <div key={level} role="group" aria-label={t(`ask.level_${level}`)}>
              <p className="wb-ask__level">{t(`ask.level_${level}`)}</p>
              {here.map((office) => (
                <label key={office.institution} className="wb-option"><input type="checkbox" checked={chosen.includes(office.institution)} disabled={office.asked} onChange={() => toggle(office.institution)} /> <span>{of(office.name)}{office.asked ? <span className="wb-opinions__step">{t('ask.asked')}</span> : null}</span></label>
              ))}
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}

/** 撤回征求: why the answer is no longer needed. */
export function RecallSheet({ matter, linkId = '', busy, error, onSend, onClose }: ActSheetProps): ReactElement {
  const { t, ui, of } = useWords();
  const [words, setWords] = useKept(matter.matterId, `recall_opinion ${linkId}`);
  const [tried, setTried] = useState(false);
  const asked = matter.links.find((link) => link.linkId === linkId);
  const send = (): void => {
    setTried(true);
    if (words.trim() !== '' && !busy) onSend({ kind: 'recall_opinion', linkId, words: words.trim() });
    else document.getElementById('recall-words')?.focus();
  };
  return (
    <Sheet
      title={`${ui('command.recall_opinion')}${asked ? ` · ${of(asked.institutionName)}` : ''}`} onClose={onClose} narrow bindings={[{ keys: 'Ctrl+Enter', does: t('recall.send'), run: send }]}
      foot={<><ActButton kind="danger" keys="Ctrl+Enter" busy={busy} onClick={send}>{t('recall.send')}</ActButton><ActButton kind="quiet" keys="Escape" onClick={onClose}>{t('sheet.cancel')}</ActButton></>}
    >
      {error ? <FailureNotice error={error} /> : null}
      {asked?.question ? <blockquote>{asked.question}</blockquote> : null}
      <label className="ym-field__label" htmlFor="recall-words">{t('recall.why')}</label>
      <p className="ym-field__hint" id="recall-hint">{t('recall.why_hint')}</p>
      <textarea id="recall-words" className="ym-input" rows={3} maxLength={2000} value={words} aria-describedby="recall-hint" onChange={(event) => setWords(event.target.value)} {...(tried && words.trim() === '' ? { 'aria-invalid': true } : {})} />
      {tried && words.trim() === '' ? <p className="wb-judgement wb-judgement--wrong" role="alert">{t('handover.fault_words')}</p> : null}
    </Sheet>
  );
}
