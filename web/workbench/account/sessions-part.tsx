import type { ReactElement } from 'react';
import type { MySession } from '../../../contract/account.ts';
import { momentWords } from '../../ui/dates.ts';
import { Tag } from '../../ui/tag/tag.tsx';
import { ActButton } from '../keys/act-button.tsx';
import { FailureNotice } from '../shell/states.tsx';
import { useWords } from '../words/words.tsx';
import { useAccountWords } from './account-words.ts';
import { useEndOtherSessions, useEndSession } from './calls.ts';

/** Where one is signed in: this desk first, then the others, each of which can be ended; this one ends with “sign out” in the bar. */
export function SessionsPart({ sessions, onSaid }: { readonly sessions: readonly MySession[]; readonly onSaid: (words: string) => void }): ReactElement {
  const a = useAccountWords();
  const end = useEndSession();
  const endOthers = useEndOtherSessions();
  const others = sessions.filter((one) => !one.isThis);
  const told = (code: 'sessions.ended' | 'sessions.others_ended'): void => {
    onSaid(a(code));
    document.getElementById('account-sessions')?.focus();
  };
  return (
    <section className="wb-account__part" aria-labelledby="account-sessions">
      <h2 id="account-sessions" tabIndex={-1}>{a('sessions.title')}</h2>
      {end.isError ? <FailureNotice error={end.error} /> : null}
      {endOthers.isError ? <FailureNotice error={endOthers.error} /> : null}
      <ul className="wb-account__list">
        {[...sessions.filter((one) => one.isThis), ...others].map((session) => (
          <SessionLine key={session.sessionId} session={session} busy={end.isPending && end.variables === session.sessionId} onEnd={() => end.mutate(session.sessionId, { onSuccess: () => told('sessions.ended') })} />
        ))}
      </ul>
      {others.length === 0 ? <p className="ym-quiet">{a('sessions.only_this')}</p> : <ActButton kind="danger" busy={endOthers.isPending} onClick={() => endOthers.mutate(undefined, { onSuccess: () => told('sessions.others_ended') })}>{a('sessions.end_others')}</ActButton>}
    </section>
  );
}

function SessionLine({ session, busy, onEnd }: { readonly session: MySession; readonly busy: boolean; readonly onEnd: () => void }): ReactElement {
  const a = useAccountWords();
  const { language, today } = useWords();
  const where = `${session.browser || a('unknown_browser')}, ${session.address || a('unknown_address')}`;
  return (
    <li className="wb-account__line">
      <div>
        <strong>{where}</strong> {session.isThis ? <Tag tone="good">{a('sessions.this')}</Tag> : null}
        <div className="ym-quiet ym-numerals">{a('sessions.made', { at: momentWords(session.madeAt, language, today) })} · {a('sessions.seen', { at: momentWords(session.seenAt, language, today) })}</div>
      </div>
      {session.isThis ? null : <ActButton kind="secondary" busy={busy} aria-label={a('sessions.end_named', { where })} onClick={onEnd}>{a('sessions.end')}</ActButton>}
    </li>
  );
}
