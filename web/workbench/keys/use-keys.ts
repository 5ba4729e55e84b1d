import { useEffect, useRef, useSyncExternalStore } from 'react';
import { belongsToInputMethod, bindingFor, type FocusPlace, type KeyBinding } from './key-guard.ts';

/** Bindings of one part of the screen; a `closed` layer (a dialog) hides those below it. */
interface Layer {
  bindings: readonly KeyBinding[];
  readonly closed: boolean;
}

let layers: readonly Layer[] = [];
let composing = false;
let version = 0;
const listeners = new Set<() => void>();

function changed(): void {
  version += 1;
  for (const listener of listeners) listener();
}

/** The layers that may run now, the newest first. */
function openLayers(): readonly Layer[] {
  const newestFirst = [...layers].reverse();
  const wall = newestFirst.findIndex((layer) => layer.closed);
  return wall < 0 ? newestFirst : newestFirst.slice(0, wall + 1);
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented) return;
  const place = document.activeElement as (Element & FocusPlace) | null;
  for (const layer of openLayers()) {
    const binding = bindingFor(layer.bindings, event, place, composing);
    if (!binding) continue;
    event.preventDefault();
    if (!event.repeat) binding.run();
    return;
  }
}

/** Listens for the whole page; called once. */
export function listenToKeys(): () => void {
  const start = (): void => void (composing = true);
  const end = (): void => void (composing = false);
  document.addEventListener('keydown', onKeyDown);
  document.addEventListener('compositionstart', start);
  document.addEventListener('compositionend', end);
  return () => {
    document.removeEventListener('keydown', onKeyDown);
    document.removeEventListener('compositionstart', start);
    document.removeEventListener('compositionend', end);
  };
}

/** Makes accelerators work while the component is shown. `closed`: those of the screen below rest meanwhile. */
export function useKeys(bindings: readonly KeyBinding[], { closed = false }: { readonly closed?: boolean } = {}): void {
  const layer = useRef<Layer | null>(null);
  useEffect(() => {
    const own: Layer = { bindings: [], closed };
    layer.current = own;
    layers = [...layers, own];
    changed();
    return () => {
      layers = layers.filter((one) => one !== own);
      changed();
    };
  }, [closed]);
  useEffect(() => {
    if (layer.current) layer.current.bindings = bindings;
  });
}

/** Every binding that may run now, for the key help; read when the help opens. */
export function useActiveBindings(): readonly KeyBinding[] {
  useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, () => version);
  return [...layers].reverse().filter((layer) => !layer.closed).flatMap((layer) => layer.bindings).filter((binding) => binding.when !== false);
}

/** Whether a key pressed inside a list or a field belongs to an input method: such keys are left alone. */
export function isInputMethodKey(event: { readonly nativeEvent: KeyboardEvent }): boolean {
  return belongsToInputMethod(event.nativeEvent, composing);
}
