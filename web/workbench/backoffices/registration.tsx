import { useState, type ReactElement, type ReactNode } from 'react';
import { backofficeEvents, backofficeParticulars, backofficePosts, type Backoffice, type BackofficeTerms } from '../../../contract/backoffices.ts';
import { languages } from '../../../contract/language.ts';
import { Field } from '../../ui/field/field.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { ActButton } from '../keys/act-button.tsx';
import { FailureNotice } from '../shell/states.tsx';
import { Sheet } from '../shell/sheet.tsx';
import { useWords } from '../words/words.tsx';
import { useBackofficeWords, type BackofficeWords } from './backoffice-words.ts';
import { useActOn, type BackofficeAct } from './calls.ts';
import { SecretSheet } from './secret-sheet.tsx';
import { ReasonField, TermsSheet } from './terms-sheet.tsx';

type Asking = 'terms' | 'secret' | 'resume' | 'reject' | 'suspend';

/** The registration: what waits for a second person, what stands, its secrets by their times, and what the reader may do. */
export function Registration({ backoffice }: { readonly backoffice: Backoffice }): ReactElement {
  const { b, moment } = useBackofficeWords();
  const act = useActOn(backoffice);
  const [asking, setAsking] = useState<Asking | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const may = (one: Backoffice['allowed'][number]): boolean => backoffice.allowed.includes(one);
  const run = (one: BackofficeAct): void => {
    if (act.isPending) return;
    act.mutate(one, { onSuccess: (done) => {
      setAsking(null);
      setSecret(done.secret ?? null);
    } });
  };
  const ask = (what: Asking): void => {
    act.reset();
    setAsking(what);
  };
  return (
    <>
      {act.isError && asking === null ? <FailureNotice error={act.error} /> : null}
      {backoffice.suspendedAt && backoffice.suspendedBy ? <Notice kind="bad" title={b(`suspended.${backoffice.suspendedBy}`, { at: moment(backoffice.suspendedAt), words: backoffice.words ?? '' })} /> : null}
      {!backoffice.suspendedAt && backoffice.words ? <Notice kind="wait" title={b('rejected.words', { words: backoffice.words })} /> : null}
      {backoffice.proposal ? <Waiting backoffice={backoffice} busy={act.isPending} onApprove={() => run({ act: 'approve' })} onReject={() => ask('reject')} onWithdraw={() => run({ act: 'withdraw' })} /> : null}
      {backoffice.terms ? <TermsLines terms={backoffice.terms} institutions={backoffice.institutions} more={<StandingLines backoffice={backoffice} />} /> : null}
      <div className="wb-acts__row ym-no-print">
        {may('propose') ? <ActButton icon="pencil" onClick={() => ask('terms')}>{b('propose.change')}</ActButton> : null}
        {may('propose') ? <ActButton icon="shield" onClick={() => ask('secret')}>{b('propose.secret')}</ActButton> : null}
        {may('propose') && backoffice.status === 'suspended' ? <ActButton onClick={() => ask('resume')}>{b('propose.resume')}</ActButton> : null}
        {may('suspend') ? <ActButton kind="danger" icon="warning" onClick={() => ask('suspend')}>{b('act.suspend')}</ActButton> : null}
      </div>
      {asking === 'terms' ? <TermsSheet title={b('propose.change')} terms={backoffice.terms} busy={act.isPending} error={act.error} onClose={() => setAsking(null)} onSend={(terms, reason) => run({ act: 'propose', reason, change: { kind: 'terms', terms } })} /> : null}
      {asking !== null && asking !== 'terms' ? <WordsSheet asking={asking} busy={act.isPending} error={act.error} onClose={() => setAsking(null)} onSend={run} /> : null}
      {secret ? <SecretSheet secret={secret} callbackPath={backoffice.callbackPath} onClose={() => setSecret(null)} /> : null}
    </>
  );
}

function Waiting({ backoffice, busy, onApprove, onReject, onWithdraw }: { readonly backoffice: Backoffice; readonly busy: boolean; readonly onApprove: () => void; readonly onReject: () => void; readonly onWithdraw: () => void }): ReactElement | null {
  const { b, moment } = useBackofficeWords();
  const { proposal } = backoffice;
  if (!proposal) return null;
  const may = (one: Backoffice['allowed'][number]): boolean => backoffice.allowed.includes(one);
  return (
    <section className="wb-waiting" aria-labelledby="waiting">
      <h2 id="waiting">{b('proposal.waits')}</h2>
      <p>{b('proposal.by', { name: proposal.proposedBy.name, at: moment(proposal.proposedAt), reason: proposal.reason })}</p>
      {proposal.terms ? <TermsLines terms={proposal.terms} before={backoffice.terms} institutions={backoffice.institutions} /> : <p><strong>{proposal.change === 'secret' ? b('proposal.secret', { hours: proposal.keepOldHours ?? 0 }) : b('proposal.resume')}</strong></p>}
      <div className="wb-acts__row ym-no-print">
        {may('approve') ? <ActButton kind="primary" busy={busy} onClick={onApprove}>{b('act.approve')}</ActButton> : null}
        {may('reject') ? <ActButton kind="danger" busy={busy} onClick={onReject}>{b('act.reject')}</ActButton> : null}
        {may('withdraw') ? <ActButton kind="danger" busy={busy} onClick={onWithdraw}>{b('act.withdraw')}</ActButton> : null}
      </div>
    </section>
  );
}

type Line = readonly [name: string, value: string];

function linesOf(terms: BackofficeTerms, institutions: Backoffice['institutions'], { b, list }: BackofficeWords, of: (text: BackofficeTerms['name']) => string): readonly Line[] {
  const nameOf = (code: string): string => {
    const found = institutions.find((one) => one.code === code);
    return found ? `${of(found.name)} (${code})` : code;
  };
  return [
    [b('terms.name'), languages.map((language) => terms.name[language]).join(' / ')],
    [b('terms.institutions'), list(terms.institutions.map(nameOf))],
    [b('terms.posts'), list(backofficePosts.filter((post) => terms.posts.includes(post)).map((post) => b(`terms.post.${post}`)))],
    [b('terms.url'), terms.url],
    [b('terms.network'), b(`terms.network.${terms.network}`)],
    [b('terms.events'), list(backofficeEvents.filter((event) => terms.events.includes(event)).map((event) => b(`event.${event}`)))],
    [b('terms.particulars'), terms.particulars.length > 0 ? list(backofficeParticulars.filter((part) => terms.particulars.includes(part)).map((part) => b(`particular.${part}`))) : b('particular.none')],
  ];
}

/** Terms line by line; beside what would change, what it was. */
function TermsLines({ terms, before = null, institutions, more }: { readonly terms: BackofficeTerms; readonly before?: BackofficeTerms | null; readonly institutions: Backoffice['institutions']; readonly more?: ReactNode }): ReactElement {
  const { of } = useWords();
  const words = useBackofficeWords();
  const was = before ? linesOf(before, institutions, words, of) : null;
  return (
    <dl className="wb-pairs">
      {linesOf(terms, institutions, words, of).map(([name, value], i) => (
        <div key={name} className="wb-pairs__line"><dt>{name}</dt><dd>{value}{was && was[i]?.[1] !== value ? <span className="wb-mark-word wb-mark-word--open">{words.b('proposal.was', { before: was[i]?.[1] ?? '' })}</span> : null}</dd></div>
      ))}
      {more}
    </dl>
  );
}

function StandingLines({ backoffice }: { readonly backoffice: Backoffice }): ReactElement {
  const { b, moment } = useBackofficeWords();
  const said = (secret: Backoffice['secrets'][number]): string => (secret.endsAt ? b('secret.ends', { from: moment(secret.madeAt), to: moment(secret.endsAt) }) : b('secret.stands', { from: moment(secret.madeAt) }));
  return (
    <>
      <div className="wb-pairs__line"><dt>{b('secret.title')}</dt><dd>{backoffice.secrets.length === 0 ? b('secret.none') : backoffice.secrets.slice(0, 3).map((secret) => <div key={secret.secretId}>{said(secret)}</div>)}</dd></div>
      <div className="wb-pairs__line"><dt>{b('callback.path')}</dt><dd><code>{backoffice.callbackPath}</code></dd></div>
      {backoffice.approvedBy && backoffice.approvedAt ? <div className="wb-pairs__line"><dt>{b('approved.by')}</dt><dd>{backoffice.approvedBy.name} <span className="ym-quiet ym-numerals">{moment(backoffice.approvedAt)}</span></dd></div> : null}
    </>
  );
}

/** The acts that want words: a new secret, resuming, rejecting, suspending. */
function WordsSheet({ asking, busy, error, onSend, onClose }: { readonly asking: Exclude<Asking, 'terms'>; readonly busy: boolean; readonly error: unknown; readonly onSend: (act: BackofficeAct) => void; readonly onClose: () => void }): ReactElement {
  const { t } = useWords();
  const { b } = useBackofficeWords();
  const [words, setWords] = useState('');
  const [hours, setHours] = useState('24');
  const titles = { secret: b('propose.secret'), resume: b('propose.resume'), reject: b('act.reject'), suspend: b('act.suspend') } as const;
  const keepOldHours = /^\d{1,3}$/.test(hours) ? Math.min(168, Number(hours)) : 24;
  const send = (): void => {
    switch (asking) {
      case 'secret':
        return onSend({ act: 'propose', reason: words, change: { kind: 'secret', keepOldHours } });
      case 'resume':
        return onSend({ act: 'propose', reason: words, change: { kind: 'resume' } });
      case 'reject':
      case 'suspend':
        return onSend({ act: asking, words });
    }
  };
  return (
    <Sheet
      title={titles[asking]} onClose={onClose} narrow bindings={[{ keys: 'Ctrl+Enter', does: titles[asking], run: send }]}
      foot={<><ActButton kind={asking === 'reject' || asking === 'suspend' ? 'danger' : 'primary'} keys="Ctrl+Enter" busy={busy} onClick={send}>{asking === 'secret' || asking === 'resume' ? b('propose.send') : titles[asking]}</ActButton><ActButton kind="quiet" keys="Escape" onClick={onClose}>{t('sheet.close')}</ActButton></>}
    >
      {error ? <FailureNotice error={error} /> : null}
      {asking === 'secret' ? <Field id="hours" label={b('propose.keep_hours')}>{(control) => <input {...control} className="ym-input ym-input--short ym-numerals" inputMode="numeric" maxLength={3} value={hours} onChange={(event) => setHours(event.target.value)} />}</Field> : null}
      <ReasonField reason={words} onReason={setWords} />
    </Sheet>
  );
}
