import { useId, useRef, type ReactElement, type ReactNode } from 'react';
import { useScreenWords } from './screen-words.ts';

const edge = 8;
const widest = 360;

/** Closes an open definition: says whether there was one, so that Escape closes it first and leaves the screen only the next time. */
export function closedDefinition(): boolean {
  const open = document.querySelector<HTMLElement>('.sv-define__box:popover-open');
  open?.hidePopover();
  return open !== null;
}

/** Spans all the way down: it stands in the middle of sentences. What a number counts, one tap away: a small “?” beside its name; Escape or a tap elsewhere closes it (the browser's own popover). */
export function Definition({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactElement {
  const { s } = useScreenWords();
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const box = useRef<HTMLSpanElement>(null);
  const place = (): void => {
    const [from, to] = [button.current?.getBoundingClientRect(), box.current];
    if (!from || !to) return;
    to.style.left = `${Math.max(edge, Math.min(from.left, window.innerWidth - widest - edge))}px`;
    to.style.top = `${from.bottom + 4}px`;
  };
  return (
    <>
      <button ref={button} type="button" className="sv-define ym-no-print" popoverTarget={id} aria-label={s('define', { name })} title={s('define', { name })} onClick={place}>?</button>
      <span ref={box} id={id} popover="auto" className="sv-define__box"><strong>{name}</strong><span className="sv-define__words">{children}</span></span>
    </>
  );
}
