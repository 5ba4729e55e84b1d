import type { Me } from '../../../contract/people.ts';
import { holds } from '../server/session.ts';

/** A screen of the workbench and the key that leads there. */
export interface Place {
  readonly name: 'intake' | 'worklist' | 'staff' | 'units' | 'catalogue';
  readonly path: string;
  readonly keys?: string;
}

/** The screens somebody's posts lead to: only those, so that no entry of the menu leads nowhere. */
export function placesFor(me: Me): readonly Place[] {
  return [
    ...(holds(me, 'window_clerk') ? [{ name: 'intake', path: '/intake', keys: 'F2' } as const] : []),
    ...(holds(me, 'window_clerk', 'officer', 'approver') ? [{ name: 'worklist', path: '/worklist', keys: 'F4' } as const] : []),
    ...(holds(me, 'administrator')
      ? [{ name: 'staff', path: '/staff' }, { name: 'units', path: '/units' }, { name: 'catalogue', path: '/catalogue' }] as const
      : []),
  ];
}
