import { useState, type ReactElement } from 'react';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { Me } from '../../../contract/people.ts';
import { clockOf } from '../../ui/dates.ts';
import { ActButton } from '../keys/act-button.tsx';
import { answered, api, done } from '../server/api.ts';
import { Sheet } from '../shell/sheet.tsx';
import { FailureNotice } from '../shell/states.tsx';
import { useWords } from '../words/words.tsx';
import './evaluations.css';
import { useEvaluationWords } from './evaluation-words.ts';

/** Where a tablet opens its page. */
export const tabletPath = '/workbench/tablet';

/** The clerk's side of the tablet: a code to pair it, the ones that are paired, and their end. What people choose on it comes back to nobody here. */
export function TabletSheet({ me, onClose }: { readonly me: Me; readonly onClose: () => void }): ReactElement {
  const w = useEvaluationWords();
  const { t, of } = useWords();
  const halls = me.posts.filter((post) => post.role === 'window_clerk' || post.role === 'hall_manager');
  const [institution, setInstitution] = useState(halls[0]?.institution ?? '');
  const [window, setWindow] = useState('');
  const tablets = useQuery({ queryKey: ['evaluation-tablets'], refetchInterval: 5_000, queryFn: () => answered(api.GET('/api/v1/evaluations/tablets')) });
  const opening = useMutation({ mutationFn: () => answered(api.POST('/api/v1/evaluations/tablets', { body: { institution, window: window.trim() } })), onSuccess: () => void tablets.refetch() });
  const ending = useMutation({ mutationFn: (tabletId: string) => done(api.POST('/api/v1/evaluations/tablets/{tabletId}/end', { params: { path: { tabletId } } })), onSuccess: () => void tablets.refetch() });
  const open = (): void => {
    if (window.trim() !== '' && institution !== '' && !opening.isPending) opening.mutate();
  };
  const list = tablets.data?.tablets ?? [];
  return (
    <Sheet title={w('tablet.title')} onClose={onClose} narrow foot={<ActButton kind="quiet" keys="Escape" onClick={onClose}>{t('sheet.close')}</ActButton>}>
      <p>{w('tablet.unseen')}</p>
      {opening.isError ? <FailureNotice error={opening.error} /> : null}
      {halls.length > 1 ? <select className="ym-input" aria-label={w('figures.unit')} value={institution} onChange={(event) => setInstitution(event.target.value)}>{halls.map((hall) => <option key={`${hall.institution} ${hall.role}`} value={hall.institution}>{of(hall.institutionName)}</option>)}</select> : null}
      <form onSubmit={(event) => { event.preventDefault(); open(); }}>
        <label className="ym-field__label" htmlFor="tablet-window">{w('tablet.window')}</label>
        <div className="wb-find__line"><input id="tablet-window" className="ym-input" maxLength={20} value={window} onChange={(event) => setWindow(event.target.value)} /><ActButton kind="primary" busy={opening.isPending} onClick={open}>{w('tablet.get_code')}</ActButton></div>
      </form>
      {opening.data ? (
        <div className="wb-code" role="status">
          <p>{w('tablet.code')}</p>
          <p className="wb-code__digits ym-numerals">{opening.data.code.slice(0, 4)} {opening.data.code.slice(4)}</p>
          <p className="ym-quiet">{w('tablet.how', { address: `${globalThis.location.origin}${tabletPath}`, time: clockOf(opening.data.codeEndsAt) })}</p>
        </div>
      ) : null}
      {list.length === 0 ? <p className="ym-quiet">{w('tablet.none')}</p> : (
        <ul className="wb-tablets">
          {list.map((tablet) => <li key={tablet.tabletId}><span>{tablet.window} · {tablet.state === 'paired' ? w('tablet.until', { time: clockOf(tablet.endsAt) }) : w('tablet.waiting')}</span> <ActButton kind="quiet" busy={ending.isPending} onClick={() => ending.mutate(tablet.tabletId)}>{w('tablet.end')}</ActButton></li>)}
        </ul>
      )}
    </Sheet>
  );
}
