import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import { anchorOf } from './chosen-row.ts';

/** Rows of a list on the screen, by their `data-row`. */
function placesIn(list: HTMLElement): readonly { readonly key: string; readonly top: number; readonly bottom: number }[] {
  return [...list.querySelectorAll<HTMLElement>('[data-row]')].map((row) => {
    const { top, bottom } = row.getBoundingClientRect();
    return { key: row.dataset.row ?? '', top, bottom };
  });
}

/**
 * Keeps a scrolling list still under the cursor when rows come and go above it: the row somebody points at or has chosen stays where it is on the
 * screen, as far as the list can scroll. What the browser does by itself (overflow-anchor) does nothing at the top of a list, where the most urgent rows come in.
 */
export function useSteadyRows(list: RefObject<HTMLElement | null>): void {
  const anchor = useRef<{ readonly key: string; readonly top: number } | undefined>(undefined);
  const cursorY = useRef<number | null>(null);
  const remember = (): void => {
    const element = list.current;
    if (!element) return;
    const focused = document.activeElement?.closest<HTMLElement>('[data-row]')?.dataset.row ?? null;
    // At the top, with nobody pointing or choosing, new rows are shown as they come.
    const watched = cursorY.current !== null || (focused !== null && element.contains(document.activeElement)) || element.scrollTop > 0;
    anchor.current = watched ? anchorOf(placesIn(element), { top: element.getBoundingClientRect().top, cursorY: cursorY.current, focused }) : undefined;
  };
  useEffect(() => {
    const element = list.current;
    if (!element) return undefined;
    const point = (event: PointerEvent): void => {
      cursorY.current = event.pointerType === 'mouse' ? event.clientY : null;
      remember();
    };
    const leave = (): void => {
      cursorY.current = null;
      remember();
    };
    element.addEventListener('pointermove', point, { passive: true });
    element.addEventListener('pointerleave', leave);
    element.addEventListener('scroll', remember, { passive: true });
    element.addEventListener('focusin', remember);
    return () => {
      element.removeEventListener('pointermove', point);
      element.removeEventListener('pointerleave', leave);
      element.removeEventListener('scroll', remember);
      element.removeEventListener('focusin', remember);
    };
  });
  useLayoutEffect(() => {
    const element = list.current;
    const before = anchor.current;
    const now = element && before ? placesIn(element).find((place) => place.key === before.key) : undefined;
    if (element && before && now) element.scrollTop += now.top - before.top;
    remember();
  });
}
