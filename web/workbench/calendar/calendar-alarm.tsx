import type { ReactElement } from 'react';
import { Link, useLocation } from 'wouter';
import type { CalendarAlarm as Alarm } from '../../../contract/calendar.ts';
import type { Me } from '../../../contract/people.ts';
import { Notice } from '../../ui/notice/notice.tsx';
import { holds } from '../server/session.ts';
import './calendar.css';
import { useCalendarWords } from './calendar-words.ts';
import { useCalendarHealth } from './calls.ts';

/** For administrators, on every screen but the calendar's own: the calendar needs attention, and where. Nothing where all is well or nobody could act. */
export function CalendarAlarm({ me }: { readonly me: Me }): ReactElement | null {
  const { c } = useCalendarWords();
  const [location] = useLocation();
  const concerned = holds(me, 'administrator');
  const health = useCalendarHealth(concerned);
  if (!concerned || location.startsWith('/calendar') || !health.data || health.data.alarms.length === 0) return null;
  return (
    <div className="wb-calendar-alarm ym-no-print">
      <AlarmNotice alarms={health.data.alarms}><Link href="/calendar">{c('alarm.open')}</Link></AlarmNotice>
    </div>
  );
}

/** The alarms in words. */
export function AlarmNotice({ alarms, children }: { readonly alarms: readonly Alarm[]; readonly children?: ReactElement }): ReactElement {
  const { c, coded } = useCalendarWords();
  return (
    <Notice kind="wait" title={c('alarm.title')}>
      {alarms.map((alarm) => <p key={alarm.code + JSON.stringify(alarm.params)}>{coded(alarm.code, alarm.params)}</p>)}
      {children}
    </Notice>
  );
}
