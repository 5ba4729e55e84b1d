import { useEffect, useState, type ReactElement } from 'react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { languageNames, languages } from '../../../contract/language.ts';
import { badTags, goodTags, grades, type EvaluationTag, type Grade } from '../../../contract/evaluations.ts';
import { dayWords } from '../../ui/dates.ts';
import { Face } from '../../ui/face/face.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import type { Reply } from '../../ui/wire.ts';
import { answered, api, codeOf, done } from '../server/api.ts';
import { newCommandId } from '../server/command-id.ts';
import { failureWords } from '../words/failure-words.ts';
import { useWords } from '../words/words.tsx';
import './evaluations.css';
import { useEvaluationWords } from './evaluation-words.ts';

const kept = 'ym-tablet';
const askEveryMs = 3_000;
/** How long thanks stand before the next person comes, and how long the reasons wait, in seconds. */
const thanksSeconds = 6;

type Ask = NonNullable<Reply<'tabletNow'>['ask']>;

/** The page of the tablet at a window, full screen: paired with a code, quiet until somebody was served, then the five faces, once. */
export function EvaluationTablet(): ReactElement {
  const { language, setLanguage } = useWords();
  const [token, setToken] = useState<string | null>(() => localStorage.getItem(kept));
  const keep = (next: string | null): void => {
    if (next === null) localStorage.removeItem(kept);
    else localStorage.setItem(kept, next);
    setToken(next);
  };
  return (
    <main className="wb-tablet" id="content">
      <div className="wb-tablet__languages">{languages.map((one) => <button key={one} type="button" lang={one} aria-pressed={one === language} onClick={() => setLanguage(one)}>{languageNames[one]}</button>)}</div>
      {token === null ? <Pair onPaired={keep} /> : <Paired token={token} onEnded={() => keep(null)} />}
    </main>
  );
}

function Pair({ onPaired }: { readonly onPaired: (token: string) => void }): ReactElement {
  const w = useEvaluationWords();
  const words = useWords();
  const [code, setCode] = useState('');
  const pairing = useMutation({ mutationFn: () => answered(api.POST('/api/v1/evaluations/tablets/pair', { body: { code: code.replace(/\D/g, '') } })), onSuccess: (answer) => onPaired(answer.token) });
  return (
    <form className="wb-tablet__pair" onSubmit={(event) => { event.preventDefault(); if (code.replace(/\D/g, '').length === 8) pairing.mutate(); }}>
      <h1>{w('tablet.pair')}</h1>
      <label htmlFor="tablet-code">{w('tablet.pair_how')}</label>
      <input id="tablet-code" className="ym-input ym-numerals" inputMode="numeric" autoComplete="off" maxLength={12} value={code} onChange={(event) => setCode(event.target.value)} />
      {pairing.isError ? <Notice kind="bad" title={failureWords(pairing.error, words)} /> : null}
      <button type="submit" className="ym-button ym-button--primary" disabled={pairing.isPending}>{w('tablet.pair')}</button>
    </form>
  );
}

function Paired({ token, onEnded }: { readonly token: string; readonly onEnded: () => void }): ReactElement {
  const w = useEvaluationWords();
  const words = useWords();
  const [thanked, setThanked] = useState(false);
  const now = useQuery({ queryKey: ['tablet-now', token], refetchInterval: askEveryMs, refetchIntervalInBackground: true, retry: false, queryFn: () => answered(api.POST('/api/v1/evaluations/tablets/now', { body: { token } })) });
  const ended = codeOf(now.error) === 'evaluations.tablet_unknown';
  useEffect(() => {
    if (ended) onEnded();
  }, [ended, onEnded]);
  useEffect(() => {
    if (!thanked) return undefined;
    const timer = setTimeout(() => setThanked(false), thanksSeconds * 1_000);
    return () => clearTimeout(timer);
  }, [thanked]);
  const over = (said: boolean): void => {
    setThanked(said);
    void now.refetch();
  };
  const head = now.data ? <p className="wb-tablet__where">{words.of(now.data.unitName)} · {now.data.window}</p> : null;
  if (thanked) return <div className="wb-tablet__quiet" role="status">{head}<h1>{w('thanks.title')}</h1></div>;
  if (now.data?.ask) return <>{head}<Asking key={now.data.ask.askId} token={token} ask={now.data.ask} onOver={over} /></>;
  return <div className="wb-tablet__quiet">{head}<h1>{w('tablet.idle')}</h1><p>{w('tablet.idle_how')}</p>{now.isError && !ended ? <Notice kind="wait" title={failureWords(now.error, words)} /> : null}</div>;
}

/** Seconds until a moment, counted down once a second. */
function useSecondsUntil(until: string): number {
  const left = (): number => Math.max(0, Math.ceil((Date.parse(until) - Date.now()) / 1_000));
  const [seconds, setSeconds] = useState(left);
  useEffect(() => {
    const timer = setInterval(() => setSeconds(Math.max(0, Math.ceil((Date.parse(until) - Date.now()) / 1_000))), 1_000);
    return () => clearInterval(timer);
  }, [until]);
  return seconds;
}

function Asking({ token, ask, onOver }: { readonly token: string; readonly ask: Ask; readonly onOver: (said: boolean) => void }): ReactElement {
  const w = useEvaluationWords();
  const words = useWords();
  const [grade, setGrade] = useState<Grade | null>(null);
  const [tags, setTags] = useState<readonly EvaluationTag[]>([]);
  const [commandId] = useState(newCommandId);
  const seconds = useSecondsUntil(ask.until);
  const answering = useMutation({
    mutationFn: (said: { grade: Grade; tags: EvaluationTag[] } | null) => done(api.POST('/api/v1/evaluations/tablets/answer', { body: { token, askId: ask.askId, answer: said && { commandId, ...said } } })),
    onSuccess: (_nothing, said) => onOver(said !== null),
  });
  const busy = answering.isPending;
  return (
    <div className="wb-tablet__ask">
      <h1>{w(grade === null ? 'evaluate.title' : grade >= 4 ? 'evaluate.why_bad' : 'evaluate.why_good')}</h1>
      <p>{words.of(ask.itemName)} · {w(`event.${ask.kind}`)} · {dayWords(ask.on, words.language, words.today)}</p>
      {answering.isError ? <Notice kind="bad" title={failureWords(answering.error, words)} /> : null}
      {grade === null ? (
        <ul className="wb-tablet__faces">{grades.map((one) => <li key={one}><button type="button" onClick={() => setGrade(one)}><Face grade={one} /> <span>{w(`grade.${one}`)}</span></button></li>)}</ul>
      ) : (
        <>
          <p className="wb-tablet__chosen"><Face grade={grade} /> {w('evaluate.chosen', { grade: w(`grade.${grade}`) })} <button type="button" className="ym-button ym-button--link" onClick={() => { setGrade(null); setTags([]); }}>{w('evaluate.back')}</button></p>
          <div className="wb-tablet__tags" role="group" aria-label={w('evaluate.optional')}>{(grade >= 4 ? badTags : goodTags).map((tag) => <button key={tag} type="button" aria-pressed={tags.includes(tag)} onClick={() => setTags(tags.includes(tag) ? tags.filter((one) => one !== tag) : [...tags, tag])}>{w(`tag.${tag}`)}</button>)}</div>
          <button type="button" className="ym-button ym-button--primary wb-tablet__send" disabled={busy} onClick={() => answering.mutate({ grade, tags: [...tags] })}>{w('evaluate.send')}</button>
        </>
      )}
      <p className="wb-tablet__foot"><span>{w('evaluate.hidden')}</span> <button type="button" className="ym-button ym-button--link" disabled={busy} onClick={() => answering.mutate(null)}>{w('tablet.skip')}</button> <span className="ym-quiet ym-numerals">{w('tablet.seconds', { n: seconds })}</span></p>
    </div>
  );
}
