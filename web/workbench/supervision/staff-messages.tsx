import { useState, type ReactElement } from 'react';
import { useLocation } from 'wouter';
import { staffMessageWords } from '../../../contract/messages/workbench-orders.ts';
import type { Me } from '../../../contract/people.ts';
import type { DigestLine, StaffMessage } from '../../../contract/supervision.ts';
import { dayWords, momentWords } from '../../ui/dates.ts';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { Light } from '../../ui/light/light.tsx';
import { speaker, type Speaker } from '../../ui/speak.ts';
import { ActButton } from '../keys/act-button.tsx';
import { useLive } from '../server/live.ts';
import { holds } from '../server/session.ts';
import { Sheet } from '../shell/sheet.tsx';
import { FailureNotice, SkeletonRows } from '../shell/states.tsx';
import { useWords } from '../words/words.tsx';
import { addressOf } from './address.ts';
import { useMarkRead, useMyDigest, useStaffMessages } from './calls.ts';
import './staff-messages.css';

const bell = 'M12 3a6 6 0 0 0-6 6c0 5-2 6.500-2 8h16c0-1.500-2-3-2-8a6 6 0 0 0-6-6ZM9.500 20a2.600 2.600 0 0 0 5 0';
const mostLines = 20;

function useMessageWords(): Speaker<typeof staffMessageWords> {
  return speaker(staffMessageWords, useWords().language);
}

/** The bell in the bar: how many messages are unread, and the sheet with them and with what is urgent now. For posts that are told anything; nothing for others. */
export function StaffMessages({ me }: { readonly me: Me }): ReactElement | null {
  const m = useMessageWords();
  const [open, setOpen] = useState(false);
  const told = holds(me, 'window_clerk', 'officer', 'approver', 'hall_manager', 'supervisor');
  const messages = useStaffMessages(told);
  useLive(told ? ['staff-messages'] : [], { everyMs: 15_000, kinds: ['orders', 'institution'] });
  if (!told) return null;
  const unread = messages.data?.unread ?? 0;
  return (
    <>
      <button type="button" className="wb-top-button sv-bell" onClick={() => setOpen(true)} aria-label={unread > 0 ? m('bell_unread', { count: unread }) : m('bell')} title={m('bell')}>
        <svg className="ym-icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false"><path d={bell} fill="none" stroke="currentColor" strokeWidth="1.7" strokeLinecap="round" strokeLinejoin="round" /></svg>
        {unread > 0 ? <span className="sv-bell__count ym-numerals" aria-hidden="true">{unread > 99 ? '99+' : unread}</span> : null}
      </button>
      {open ? <MessageSheet me={me} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function MessageSheet({ me, onClose }: { readonly me: Me; readonly onClose: () => void }): ReactElement {
  const m = useMessageWords();
  const { t } = useWords();
  const [, go] = useLocation();
  const messages = useStaffMessages(true);
  const mark = useMarkRead();
  const list = messages.data?.messages ?? [];
  const unread = list.filter((one) => one.readAt === null).map((one) => one.messageId);
  const leave = (path: string): void => {
    onClose();
    go(path);
  };
  return (
    <Sheet title={m('title')} onClose={onClose} aside foot={<>{unread.length > 0 ? <ActButton busy={mark.isPending} onClick={() => mark.mutate(unread)}>{m('mark_all')}</ActButton> : null}<ActButton kind="quiet" keys="Escape" onClick={onClose}>{t('sheet.close')}</ActButton></>}>
      <Now me={me} onLeave={leave} />
      <h3>{m('told')}</h3>
      {mark.isError ? <FailureNotice error={mark.error} /> : null}
      {messages.isPending ? <SkeletonRows count={4} height="card" /> : null}
      {messages.isError ? <FailureNotice error={messages.error} onRetry={() => void messages.refetch()} /> : null}
      {messages.isSuccess && list.length === 0 ? <EmptyState title={m('none')}><p>{m('none_how')}</p></EmptyState> : null}
      <ul className="sv-told">{list.map((one) => <Told key={one.messageId} message={one} onLeave={leave} onRead={() => mark.mutate([one.messageId])} />)}</ul>
    </Sheet>
  );
}

/** What is urgent for this person now: orders that wait, limits that are red or yellow. */
function Now({ me, onLeave }: { readonly me: Me; readonly onLeave: (path: string) => void }): ReactElement {
  const m = useMessageWords();
  const { language, ui } = useWords();
  const digest = useMyDigest();
  if (digest.isPending) return <SkeletonRows count={3} />;
  if (digest.isError) return <FailureNotice error={digest.error} onRetry={() => void digest.refetch()} />;
  const { red, yellow, lines, ordersToReply, ordersToJudge } = digest.data;
  const more = Math.max(0, lines.length - mostLines);
  const orders = (count: number, code: 'reply_orders' | 'judge_orders'): ReactElement | null => (count > 0 ? <p><button type="button" className="wb-link" onClick={() => onLeave('/orders')}>{m(code, { count })}</button></p> : null);
  return (
    <section className="sv-now" aria-label={m('now')}>
      <h3>{m('now')}</h3>
      {orders(ordersToReply, 'reply_orders')}{orders(ordersToJudge, 'judge_orders')}
      {red + yellow === 0 ? <p className="ym-quiet">{m('nothing_urgent')}</p> : <p><Light state="red" language={language} /> {red} · <Light state="yellow" language={language} /> {yellow}</p>}
      {lines.length > 0 ? <ul className="sv-told">{lines.slice(0, mostLines).map((line) => <Urgent key={`${line.matterId} ${line.limitId}`} line={line} name={ui(`limit.${line.kind}` as 'limit.notice')} onOpen={() => onLeave(matterPath(me, line.matterId))} />)}</ul> : null}
      {more > 0 ? <p className="ym-quiet">{m('more_lines', { count: more })}</p> : null}
    </section>
  );
}

/** Where somebody reads a matter: on his own list, or from the supervisor's screen. */
function matterPath(me: Me, matterId: string): string {
  return holds(me, 'window_clerk', 'officer', 'approver') ? `/worklist/${matterId}` : addressOf(undefined, { matter: matterId });
}

function Urgent({ line, name, onOpen }: { readonly line: DigestLine; readonly name: string; readonly onOpen: () => void }): ReactElement {
  const { of, language, today } = useWords();
  return (
    <li>
      <Light state={line.light} language={language} /> <span className="ym-numerals">{dayWords(line.dueOn, language, today)}</span> <button type="button" className="wb-link" onClick={onOpen}>{of(line.itemName)}</button> <span className="ym-quiet ym-numerals">{line.number}</span>
      <span className="sv-told__more">{name} · {of(line.institutionName)}{line.staff ? ` · ${line.staff.name}` : ''}</span>
    </li>
  );
}

function Told({ message, onLeave, onRead }: { readonly message: StaffMessage; readonly onLeave: (path: string) => void; readonly onRead: () => void }): ReactElement {
  const m = useMessageWords();
  const { of, language, today } = useWords();
  const { orderId } = message;
  const open = (): void => {
    if (message.readAt === null) onRead();
    onLeave(`/orders/${orderId ?? ''}`);
  };
  return (
    <li className={message.readAt === null ? 'sv-told__unread' : ''}>
      {message.readAt === null ? <span className="wb-mark-word wb-mark-word--open">{m('unread')}</span> : null} {of(message.text)}
      <span className="sv-told__more"><span className="ym-numerals">{momentWords(message.at, language, today)}</span>{orderId ? <button type="button" className="wb-link" onClick={open}>{m('open_order')}</button> : null}{message.readAt === null ? <button type="button" className="wb-link" onClick={onRead}>{m('mark_read')}</button> : null}</span>
    </li>
  );
}
