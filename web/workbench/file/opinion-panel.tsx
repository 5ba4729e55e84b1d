import { useEffect, useRef, useState, type ReactElement, type ReactNode } from 'react';
import type { LinkView, MatterCommand, MatterView } from '../../../contract/matters.ts';
import { ActButton } from '../keys/act-button.tsx';
import { KeyCap } from '../keys/key-cap.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { useWords } from '../words/words.tsx';
import type { Act } from './act-calls.ts';
import { opinionDrafts, type OpinionDraft } from './opinion-drafts.ts';

/** A choice that ends a link: its value, whether it is the favourable one, and the act it makes. */
interface LinkChoice {
  readonly value: 'passed' | 'failed' | 'granted' | 'refused' | 'agreed' | 'returned';
  readonly good: boolean;
  readonly make: (linkId: string, opinion: string) => Act;
  /** whether the law or the server asks for words */
  readonly needsWords: boolean;
}

/** The commands of a link that end it with words. */
export function opinionActs(link: LinkView): readonly MatterCommand[] {
  return link.allowed.filter((command) => ['record_finding', 'propose_decision', 'approve_decision', 'return_decision'].includes(command));
}

function choicesOf(link: LinkView): readonly LinkChoice[] {
  const allowed = opinionActs(link);
  return [
    ...(allowed.includes('record_finding') ? (['passed', 'failed'] as const).map((finding) => ({ value: finding, good: finding === 'passed', needsWords: true, make: (linkId: string, opinion: string): Act => ({ kind: 'record_finding', linkId, finding, opinion }) })) : []),
    ...(allowed.includes('propose_decision') ? (['granted', 'refused'] as const).map((outcome) => ({ value: outcome, good: outcome === 'granted', needsWords: true, make: (linkId: string, opinion: string): Act => ({ kind: 'propose_decision', linkId, outcome, opinion }) })) : []),
    ...(allowed.includes('approve_decision') ? [{ value: 'agreed' as const, good: true, needsWords: false, make: (linkId: string, opinion: string): Act => ({ kind: 'approve_decision', linkId, opinion }) }] : []),
    ...(allowed.includes('return_decision') ? [{ value: 'returned' as const, good: false, needsWords: true, make: (linkId: string, opinion: string): Act => ({ kind: 'return_decision', linkId, opinion }) }] : []),
  ];
}

/** The link somebody has taken: what it comes to (G or X), in which words, and Ctrl+Enter. What is typed survives reloads and faster colleagues. `others` are the link's other acts. */
export function OpinionPanel({ matter, link, busy, onSend, others }: { readonly matter: MatterView; readonly link: LinkView; readonly busy: boolean; readonly onSend: (act: Act) => void; readonly others: ReactNode }): ReactElement {
  const { t, of } = useWords();
  const [draft, setDraft] = useState<OpinionDraft>(() => opinionDrafts.read(matter.matterId, link.linkId));
  const [tried, setTried] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const choices = choicesOf(link);
  const chosen = choices.find((choice) => choice.value === draft.choice);
  useEffect(() => opinionDrafts.write(matter.matterId, link.linkId, draft), [draft, matter.matterId, link.linkId]);
  const choose = (choice: LinkChoice): void => {
    setDraft((before) => ({ ...before, choice: choice.value }));
    area.current?.focus();
  };
  const wordsMissing = chosen?.needsWords === true && draft.words.trim() === '';
  const send = (): void => {
    setTried(true);
    if (busy) return;
    if (!chosen) document.getElementById(`choice-${choices[0]?.value ?? ''}`)?.focus();
    else if (wordsMissing) area.current?.focus();
    else onSend(chosen.make(link.linkId, draft.words.trim()));
  };
  const good = choices.find((choice) => choice.good);
  const bad = choices.find((choice) => !choice.good);
  useKeys([
    { keys: 'G', does: good ? t(`choice.${good.value}`) : '', run: () => (good ? choose(good) : undefined), when: good !== undefined },
    { keys: 'X', does: bad ? t(`choice.${bad.value}`) : '', run: () => (bad ? choose(bad) : undefined), when: bad !== undefined },
    { keys: 'Ctrl+Enter', does: t('opinion.send'), run: send },
  ]);
  const phrase = chosen ? t(`phrase.${chosen.value}`) : '';
  return (
    <section className="wb-opinion" aria-labelledby={`opinion-${link.linkId}`}>
      <div className="wb-opinion__head">
        <h3 id={`opinion-${link.linkId}`}>{of(link.name)}</h3>
        {link.standard ? <p className="ym-quiet">{t('opinion.standard')}{of(link.standard)}</p> : null}
      </div>
      <div className="wb-opinion__choices" role="radiogroup" aria-label={of(link.name)}>
        {choices.map((choice) => (
          <label key={choice.value} className={`wb-choice ${choice.good ? 'wb-choice--good' : 'wb-choice--bad'}`}>
            <input type="radio" id={`choice-${choice.value}`} name={`choice-${link.linkId}`} checked={draft.choice === choice.value} onChange={() => choose(choice)} aria-keyshortcuts={choice.good ? 'G' : 'X'} />
            <span>{t(`choice.${choice.value}`)}</span> <KeyCap keys={choice.good ? 'G' : 'X'} />
          </label>
        ))}
        {phrase ? <button type="button" className="wb-link" onClick={() => setDraft((before) => ({ ...before, words: before.words ? `${before.words}\n${phrase}` : phrase }))}>{t('opinion.phrase')}“{phrase}”</button> : null}
      </div>
      <label className="ym-visually-hidden" htmlFor={`words-${link.linkId}`}>{t('opinion.words')}</label>
      <textarea
        ref={area} id={`words-${link.linkId}`} className="ym-input" rows={2} maxLength={2000} placeholder={t('opinion.placeholder')} value={draft.words}
        {...(tried && wordsMissing ? { 'aria-invalid': true, 'aria-describedby': `fault-${link.linkId}` } : {})}
        onChange={(event) => setDraft((before) => ({ ...before, words: event.target.value }))}
      />
      {tried && (!chosen || wordsMissing) ? <p className="wb-judgement wb-judgement--wrong" id={`fault-${link.linkId}`} role="alert">{chosen ? t('opinion.words_missing') : t('opinion.choice_missing')}</p> : null}
      <div className="wb-acts__row"><ActButton kind="primary" keys="Ctrl+Enter" busy={busy} onClick={send}>{t('opinion.send')}</ActButton>{others}</div>
    </section>
  );
}
