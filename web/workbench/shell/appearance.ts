import { useSyncExternalStore } from 'react';

/** How close rows and fields stand: 36-px rows, or 44-px ones with larger print. */
export type Density = 'close' | 'wide';
/** On what the receipt is printed: the 80-mm roll of the window's printer, or A4. */
export type PaperSize = 'ticket' | 'a4';

interface Settings {
  readonly density: Density;
  readonly paper: PaperSize;
  /** institution and role of the post somebody works for now, `institution role` */
  readonly post: string;
}

const key = 'yimen.workbench';
const first: Settings = { density: 'close', paper: 'ticket', post: '' };

function read(): Settings {
  try {
    return { ...first, ...(JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Settings>) };
  } catch {
    return first; // storage closed by the browser, or not ours: the page works with the defaults
  }
}

let settings = read();
const listeners = new Set<() => void>();

/** Puts the density on the page. */
export function applyAppearance(): void {
  document.documentElement.dataset.density = settings.density;
}

/** Changes settings of this desk; they stay on this computer. */
export function changeSettings(change: Partial<Settings>): void {
  settings = { ...settings, ...change };
  try {
    localStorage.setItem(key, JSON.stringify(settings));
  } catch {
    // as above: kept until the page is closed
  }
  applyAppearance();
  for (const listener of listeners) listener();
}

/** The settings of this desk. */
export function useSettings(): Settings {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, () => settings);
}
