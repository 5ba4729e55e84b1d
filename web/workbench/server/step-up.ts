import { useSyncExternalStore } from 'react';

type Settle = (shown: boolean) => void;
let waiting: Settle[] = [];
const listeners = new Set<() => void>();
const tell = (): void => listeners.forEach((listener) => listener());

/** Waits until somebody showed a second factor over the page (true), or would not (false). Several calls wait for one sheet. */
export function askToShow(): Promise<boolean> {
  return new Promise((settle) => {
    waiting = [...waiting, settle];
    tell();
  });
}

/** Says how the sheet ended. */
export function sayShown(shown: boolean): void {
  const settled = waiting;
  waiting = [];
  tell();
  for (const settle of settled) settle(shown);
}

/** Whether a call waits for a second factor. */
export function useAskedToShow(): boolean {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, () => waiting.length > 0);
}

/** Sends a request; where the server wants a fresh second factor, asks for it and sends the same request again. */
export async function fetchShowing(request: Request): Promise<Response> {
  const again = request.clone();
  const response = await fetch(request);
  if (response.status !== 403) return response;
  const { code } = (await response.clone().json().catch(() => ({}))) as { code?: string };
  if (code !== 'session.second_factor_needed' && code !== 'account.show_again') return response;
  return (await askToShow()) ? fetch(again) : response;
}
