import { useEffect, useRef, useState, type ReactElement, type ReactNode } from 'react';
import type { LimitProposalView } from '../../../contract/limits.ts';
import type { LinkView, MatterCommand } from '../../../contract/matters.ts';
import { stances, type Stance } from '../../../contract/opinions.ts';
import { ActButton } from '../keys/act-button.tsx';
import { KeyCap } from '../keys/key-cap.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { useWords, type Words } from '../words/words.tsx';
import type { Act } from './act-calls.ts';
import { moveWords } from './move-words.ts';
import { opinionDrafts, type OpinionDraft } from './opinion-drafts.ts';

/** A choice that ends a link or decides a proposal: its value, whether it is the favourable one, and the act it makes. */
interface Choice {
  readonly value: 'passed' | 'failed' | 'granted' | 'refused' | 'agreed' | 'returned' | 'rejected' | Stance;
  readonly good: boolean;
  readonly make: (id: string, opinion: string) => Act;
  /** whether the law or the server asks for words */
  readonly needsWords: boolean;
}

/** The commands of a link that end it with words. */
export function opinionActs(link: LinkView): readonly MatterCommand[] {
  return link.allowed.filter((command) => ['record_finding', 'propose_decision', 'approve_decision', 'return_decision', 'give_opinion'].includes(command));
}

/** What somebody has in hand and says something about: a link taken, or a proposal that waits for the second person. */
export interface InHand {
  readonly id: string;
  readonly name: string;
  readonly note: string;
  readonly choices: readonly Choice[];
}

/** A link in hand. */
export function linkInHand(link: LinkView, { t, of }: Pick<Words, 't' | 'of'>): InHand {
  return { id: link.linkId, name: of(link.name), note: noteOf(link, { t, of }), choices: choicesOf(link) };
}

/** What the person must know beside it: the question asked, in whose place, and the standard. */
function noteOf(link: LinkView, { t, of }: Pick<Words, 't' | 'of'>): string {
  return [
    ...(link.forName ? [t('standin.for', { name: link.forName })] : []), ...(link.question ? [`${t('consult.asks')}${link.question}`] : []), ...(link.standard ? [`${t('opinion.standard')}${of(link.standard)}`] : []),
  ].join(' · ');
}

/** A proposal to move a limit, before the person who may decide on it. */
export function proposalInHand(proposal: LimitProposalView, words: Words): InHand {
  return {
    id: proposal.proposalId, name: words.t('acts.decide'), note: moveWords(proposal, words),
    choices: [
      { value: 'agreed', good: true, needsWords: false, make: (proposalId, said): Act => ({ kind: 'approve_limit_act', proposalId, words: said }) },
      { value: 'rejected', good: false, needsWords: true, make: (proposalId, said): Act => ({ kind: 'reject_limit_act', proposalId, words: said }) },
    ],
  };
}

function choicesOf(link: LinkView): readonly Choice[] {
  const allowed = opinionActs(link);
  return [
    ...(allowed.includes('record_finding') ? (['passed', 'failed'] as const).map((finding) => ({ value: finding, good: finding === 'passed', needsWords: true, make: (linkId: string, opinion: string): Act => ({ kind: 'record_finding', linkId, finding, opinion }) })) : []),
    ...(allowed.includes('propose_decision') ? (['granted', 'refused'] as const).map((outcome) => ({ value: outcome, good: outcome === 'granted', needsWords: true, make: (linkId: string, opinion: string): Act => ({ kind: 'propose_decision', linkId, outcome, opinion }) })) : []),
    ...(allowed.includes('approve_decision') ? [{ value: 'agreed' as const, good: true, needsWords: false, make: (linkId: string, opinion: string): Act => ({ kind: 'approve_decision', linkId, opinion }) }] : []),
    ...(allowed.includes('give_opinion') ? stances.map((stance) => ({ value: stance, good: stance !== 'disagree', needsWords: stance === 'disagree' || stance === 'agree_on_conditions', make: (linkId: string, opinion: string): Act => ({ kind: 'give_opinion', linkId, stance, opinion }) })) : []),
    ...(allowed.includes('return_decision') ? [{ value: 'returned' as const, good: false, needsWords: true, make: (linkId: string, opinion: string): Act => ({ kind: 'return_decision', linkId, opinion }) }] : []),
  ];
}

/** What somebody has in hand: what it comes to (G or X), in which words, and Ctrl+Enter. What is typed survives reloads and faster colleagues. `others` are the other acts possible now. */
export function OpinionPanel({ matterId, inHand, busy, onSend, others }: { readonly matterId: string; readonly inHand: InHand; readonly busy: boolean; readonly onSend: (act: Act) => void; readonly others: ReactNode }): ReactElement {
  const { t } = useWords();
  const { id, name, note, choices } = inHand;
  const [draft, setDraft] = useState<OpinionDraft>(() => opinionDrafts.read(matterId, id));
  const [tried, setTried] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const chosen = choices.find((choice) => choice.value === draft.choice);
  useEffect(() => opinionDrafts.write(matterId, id, draft), [draft, matterId, id]);
  const choose = (choice: Choice): void => {
    setDraft((before) => ({ ...before, choice: choice.value }));
    area.current?.focus();
  };
  const wordsMissing = chosen?.needsWords === true && draft.words.trim() === '';
  const send = (): void => {
    setTried(true);
    if (busy) return;
    if (!chosen) document.getElementById(`choice-${choices[0]?.value ?? ''}`)?.focus();
    else if (wordsMissing) area.current?.focus();
    else onSend(chosen.make(id, draft.words.trim()));
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
    <section className="wb-opinion" aria-labelledby={`opinion-${id}`}>
      <div className="wb-opinion__head">
        <h3 id={`opinion-${id}`}>{name}</h3>
        {note ? <p className="ym-quiet">{note}</p> : null}
      </div>
      <div className="wb-opinion__choices" role="radiogroup" aria-label={name}>
        {choices.map((choice) => (
          <label key={choice.value} className={`wb-choice ${choice.good ? 'wb-choice--good' : 'wb-choice--bad'}`}>
            <input type="radio" id={`choice-${choice.value}`} name={`choice-${id}`} checked={draft.choice === choice.value} onChange={() => choose(choice)} {...(choice === good || choice === bad ? { 'aria-keyshortcuts': choice.good ? 'G' : 'X' } : {})} />
            <span>{t(`choice.${choice.value}`)}</span> {choice === good || choice === bad ? <KeyCap keys={choice.good ? 'G' : 'X'} /> : null}
          </label>
        ))}
        {phrase ? <button type="button" className="wb-link" onClick={() => setDraft((before) => ({ ...before, words: before.words ? `${before.words}\n${phrase}` : phrase }))}>{t('opinion.phrase')}“{phrase}”</button> : null}
      </div>
      <label className="ym-visually-hidden" htmlFor={`words-${id}`}>{t('opinion.words')}</label>
      <textarea
        ref={area} id={`words-${id}`} className="ym-input" rows={2} maxLength={2000} placeholder={t('opinion.placeholder')} value={draft.words}
        {...(tried && wordsMissing ? { 'aria-invalid': true, 'aria-describedby': `fault-${id}` } : {})}
        onChange={(event) => setDraft((before) => ({ ...before, words: event.target.value }))}
      />
      {tried && (!chosen || wordsMissing) ? <p className="wb-judgement wb-judgement--wrong" id={`fault-${id}`} role="alert">{chosen ? t('opinion.words_missing') : t('opinion.choice_missing')}</p> : null}
      <div className="wb-acts__row"><ActButton kind="primary" keys="Ctrl+Enter" busy={busy} onClick={send}>{t('opinion.send')}</ActButton>{others}</div>
    </section>
  );
}
