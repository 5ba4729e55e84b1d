import { useSyncExternalStore } from 'react';

let ended = false;
const listeners = new Set<() => void>();

/** Says whether the server still knows the session of this page. */
export function sayEnded(value: boolean): void {
  ended = value;
  for (const listener of listeners) listener();
}

/** Whether the session ended while somebody was at work. */
export function useSessionEnded(): boolean {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, () => ended);
}
