import { useState, type ReactElement } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ActButton } from '../keys/act-button.tsx';
import { answered, api } from '../server/api.ts';
import { useMe } from '../server/session.ts';
import { useSettled } from '../server/use-settled.ts';
import { FailureNotice, SkeletonRows } from '../shell/states.tsx';
import { Sheet } from '../shell/sheet.tsx';
import { useWords } from '../words/words.tsx';
import { useAbsenceColleagues } from './absence-queries.ts';

/** Enters an absence: who, from when to when, and who stands in; only people who share a post are offered. */
export function AbsenceSheet({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { t, today } = useWords();
  const client = useQueryClient();
  const me = useMe().data?.staffId ?? '';
  const [staffId, setStaffId] = useState(me);
  const [standInId, setStandInId] = useState('');
  const [days, setDays] = useState({ fromOn: today, toOn: today });
  const [tried, setTried] = useState(false);
  const enter = useMutation({
    mutationFn: () => answered(api.POST('/api/v1/absences', { body: { staffId, standInId, ...days } })),
    onSuccess: () => {
      void client.invalidateQueries({ predicate: (query) => ['absences', 'worklist', 'choices'].includes(String(query.queryKey[0])) });
      onClose();
    },
  });
  const isWhole = standInId !== '' && days.fromOn !== '' && days.toOn >= days.fromOn && days.toOn >= today;
  const send = (): void => {
    setTried(true);
    if (isWhole && !enter.isPending) enter.mutate();
    else if (!isWhole) document.getElementById(standInId === '' ? 'absence-stand-in' : 'absence-to')?.focus();
  };
  return (
    <Sheet
      title={t('absence.enter')} onClose={onClose} narrow bindings={[{ keys: 'Ctrl+Enter', does: t('absence.send'), run: send }]}
      foot={<><ActButton kind="primary" keys="Ctrl+Enter" busy={enter.isPending} onClick={send}>{t('absence.send')}</ActButton><ActButton kind="quiet" keys="Escape" onClick={onClose}>{t('sheet.cancel')}</ActButton></>}
    >
      {enter.isError ? <FailureNotice error={enter.error} /> : null}
      <People me={me} staffId={staffId} standInId={standInId} onStaff={(next) => { setStaffId(next); setStandInId(''); }} onStandIn={setStandInId} fault={tried && standInId === ''} />
      <div className="wb-absence__days">
        <Day id="absence-from" label={t('absence.from')} value={days.fromOn} onDay={(fromOn) => setDays((before) => ({ fromOn, toOn: before.toOn < fromOn ? fromOn : before.toOn }))} />
        <Day id="absence-to" label={t('absence.to')} value={days.toOn} least={days.fromOn > today ? days.fromOn : today} onDay={(toOn) => setDays((before) => ({ ...before, toOn }))} />
      </div>
      {tried && !isWhole ? <p className="wb-judgement wb-judgement--wrong" role="alert">{t('absence.fault')}</p> : null}
    </Sheet>
  );
}

interface PeopleProps {
  readonly me: string;
  readonly staffId: string;
  readonly standInId: string;
  readonly onStaff: (staffId: string) => void;
  readonly onStandIn: (staffId: string) => void;
  readonly fault: boolean;
}

function People({ me, staffId, standInId, onStaff, onStandIn, fault }: PeopleProps): ReactElement {
  const { t } = useWords();
  const [text, setText] = useState('');
  const colleagues = useAbsenceColleagues(staffId || undefined, useSettled(text.trim()));
  if (colleagues.isPending) return <SkeletonRows count={3} />;
  if (colleagues.isError) return <FailureNotice error={colleagues.error} onRetry={() => void colleagues.refetch()} />;
  const { staff, standIns } = colleagues.data;
  return (
    <>
      {staff.length > 1 || text !== '' ? (
        <>
          <label className="ym-field__label" htmlFor="absence-find">{t('absence.find')}</label>
          <input id="absence-find" type="search" className="ym-input" value={text} maxLength={40} onChange={(event) => setText(event.target.value)} />
          <label className="ym-field__label" htmlFor="absence-who">{t('absence.who')}</label>
          <select id="absence-who" className="ym-input ym-select" value={staffId} onChange={(event) => onStaff(event.target.value)}>
            {staff.map((one) => <option key={one.staffId} value={one.staffId}>{one.name}{one.staffId === me ? `（${t('absence.me')}）` : ''}</option>)}
          </select>
        </>
      ) : null}
      <label className="ym-field__label" htmlFor="absence-stand-in">{t('absence.stand_in')}</label>
      <select id="absence-stand-in" autoFocus className="ym-input ym-select" value={standInId} onChange={(event) => onStandIn(event.target.value)} {...(fault ? { 'aria-invalid': true } : {})}>
        <option value="">{t(standIns.length === 0 ? 'absence.nobody' : 'absence.choose')}</option>
        {standIns.map((one) => <option key={one.staffId} value={one.staffId}>{one.name}</option>)}
      </select>
    </>
  );
}

function Day({ id, label, value, least, onDay }: { readonly id: string; readonly label: string; readonly value: string; readonly least?: string; readonly onDay: (day: string) => void }): ReactElement {
  return (
    <div>
      <label className="ym-field__label" htmlFor={id}>{label}</label>
      <input id={id} type="date" className="ym-input" value={value} {...(least ? { min: least } : {})} onChange={(event) => onDay(event.target.value)} />
    </div>
  );
}
