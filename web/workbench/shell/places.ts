import type { Me } from '../../../contract/people.ts';
import { holds } from '../server/session.ts';

/** A screen of the workbench and the key that leads there. */
export interface Place {
  readonly name: 'intake' | 'worklist' | 'supervision' | 'orders' | 'evaluations' | 'staff' | 'keys' | 'calendar' | 'absences' | 'law' | 'units' | 'catalogue' | 'backoffices' | 'ledger' | 'audit' | 'privacy' | 'settings';
  readonly path: string;
  readonly keys?: string;
  /** looked up now and then: behind “more” in the bar */
  readonly more?: true;
}

/** The screens somebody's posts lead to: only those, so that no entry of the menu leads nowhere. */
export function placesFor(me: Me): readonly Place[] {
  const anyPost = me.posts.length > 0;
  return [
    ...(holds(me, 'window_clerk') ? [{ name: 'intake', path: '/intake', keys: 'F2' } as const] : []),
    ...(holds(me, 'window_clerk', 'officer', 'approver') ? [{ name: 'worklist', path: '/worklist', keys: 'F4' } as const] : []),
    ...(holds(me, 'supervisor', 'hall_manager', 'approver') ? [{ name: 'supervision', path: '/supervision', keys: 'F7' } as const] : []),
    ...(holds(me, 'supervisor', 'hall_manager', 'approver', 'officer') ? [{ name: 'orders', path: '/orders' } as const] : []),
    // Who leads a hall looks after the others' work; nothing waits for the post itself.
    ...(holds(me, 'hall_manager') && !holds(me, 'window_clerk', 'officer', 'approver') ? [{ name: 'worklist', path: '/worklist', keys: 'F4' } as const] : []),
    ...(holds(me, 'supervisor', 'hall_manager') ? [{ name: 'evaluations', path: '/evaluations' } as const] : []),
    ...(holds(me, 'security_administrator', 'audit_administrator') ? [{ name: 'staff', path: '/staff' } as const] : []),
    ...(holds(me, 'security_administrator', 'audit_administrator') ? [{ name: 'keys', path: '/keys' } as const] : []),
    ...(holds(me, 'administrator', 'security_administrator') ? [{ name: 'units', path: '/units' } as const] : []),
    ...(holds(me, 'administrator') ? [{ name: 'catalogue', path: '/catalogue' } as const] : []),
    ...(holds(me, 'administrator', 'supervisor') ? [{ name: 'backoffices', path: '/backoffices', more: true } as const] : []),
    ...(holds(me, 'administrator', 'audit_administrator', 'supervisor') ? [{ name: 'ledger', path: '/ledger', more: true } as const] : []),
    ...(holds(me, 'audit_administrator', 'security_administrator') ? [{ name: 'audit', path: '/audit' } as const] : []),
    ...(holds(me, 'security_administrator') ? [{ name: 'privacy', path: '/privacy' } as const] : []),
    ...(holds(me, 'administrator', 'audit_administrator') ? [{ name: 'settings', path: '/settings', more: true } as const] : []),
    ...(anyPost ? [{ name: 'absences', path: '/absences', more: true }, { name: 'calendar', path: '/calendar', more: true }, { name: 'law', path: '/law', more: true }] as const : []),
  ];
}
