import { useRef, type RefObject } from 'react';
import { useKeys } from '../keys/use-keys.ts';
import { useScreenWords } from './screen-words.ts';

/** Moves through the rows of a list with J and K: the links marked `data-row` inside the element the answer is given to. */
export function useRowKeys<E extends HTMLElement>(): RefObject<E | null> {
  const { s } = useScreenWords();
  const list = useRef<E>(null);
  const step = (by: 1 | -1) => (): void => {
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
    const at = rows.findIndex((row) => row === document.activeElement);
    rows[at < 0 ? (by === 1 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, at + by))]?.focus();
  };
  useKeys([{ keys: 'J', does: s('next_row'), run: step(1) }, { keys: 'K', does: s('row_before'), run: step(-1) }]);
  return list;
}
