/** What was changed, in steps that can be taken back and made again. Pure. */

/** A document with the steps before it and, after an undo, those ahead. */
export interface History<T> {
  readonly past: readonly T[];
  readonly now: T;
  readonly ahead: readonly T[];
}

export type HistoryEvent<T> =
  | { readonly kind: 'changed'; readonly to: T; /** a change in the same place right after another is the same step */ readonly place?: string | undefined }
  | { readonly kind: 'undone' }
  | { readonly kind: 'redone' }
  | { readonly kind: 'replaced'; readonly by: T };

/** So many steps are kept. */
const stepsKept = 200;

export interface Steps<T> extends History<T> {
  readonly place?: string | undefined;
}

export const historyOf = <T>(now: T): Steps<T> => ({ past: [], now, ahead: [] });

/** The history after an event. `replaced` begins anew: what stands on the server took the place of what was here. */
export function history<T>(state: Steps<T>, event: HistoryEvent<T>): Steps<T> {
  const { past, now, ahead } = state;
  switch (event.kind) {
    case 'changed': {
      if (event.to === now) return state;
      const same = event.place !== undefined && event.place === state.place && ahead.length === 0;
      return { past: same ? past : [...past, now].slice(-stepsKept), now: event.to, ahead: [], place: event.place };
    }
    case 'undone': {
      const last = past.at(-1);
      return last === undefined ? state : { past: past.slice(0, -1), now: last, ahead: [now, ...ahead] };
    }
    case 'redone': {
      const [next, ...rest] = ahead;
      return next === undefined ? state : { past: [...past, now], now: next, ahead: rest };
    }
    case 'replaced': return historyOf(event.by);
  }
}
