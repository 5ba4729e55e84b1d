import { useSyncExternalStore } from 'react';

const query = '(max-width: 47.99rem)';

/** Whether the screen is as narrow as a phone's. */
export function useNarrow(): boolean {
  return useSyncExternalStore((listener) => {
    const list = window.matchMedia(query);
    list.addEventListener('change', listener);
    return () => list.removeEventListener('change', listener);
  }, () => window.matchMedia(query).matches);
}
