import type { ReactElement } from 'react';

const signs: Readonly<Record<string, string>> = { ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→', Escape: 'Esc' };

/** A key as a small cap next to its action: the first of several names. Hidden from screen readers, which read aria-keyshortcuts of the control. */
export function KeyCap({ keys }: { readonly keys: string }): ReactElement {
  const first = keys.split(' / ').at(-1) ?? '';
  return (
    <kbd className="wb-cap" aria-hidden="true">
      {first.split('+').map((part) => signs[part] ?? part).join('+')}
    </kbd>
  );
}
