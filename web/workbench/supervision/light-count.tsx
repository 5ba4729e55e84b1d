import type { ReactElement } from 'react';
import { Link } from 'wouter';
import type { Lights } from '../../../contract/measures.ts';
import { lightShapes } from '../../ui/light/light.tsx';
import { useWords } from '../words/words.tsx';
import { addressOf, lights, type RunningLight } from './address.ts';
import { useScreenWords } from './screen-words.ts';

/** How many limits show a light, as shape, number and colour, the word in the heading above or beside it; it opens their list. None: nothing to open. */
export function LightCount({ light, count, place, placeName, mayOpen }: { readonly light: RunningLight; readonly count: number; readonly place: string; readonly placeName: string; readonly mayOpen: boolean }): ReactElement {
  const { ui } = useWords();
  const { s } = useScreenWords();
  const shown = <><span className="sv-light__shape" aria-hidden="true">{lightShapes[light]}</span> <span className="ym-numerals">{count}</span></>;
  if (count === 0 || !mayOpen) return <span className={count === 0 ? 'sv-light sv-light--none' : `sv-light sv-light--${light}`}>{shown}</span>;
  return <Link className={`sv-light sv-light--${light}`} href={addressOf(place, { list: { of: 'running', light } })} aria-label={s('overview.list_of', { place: placeName, name: ui(`light.${light}`), count })}>{shown}</Link>;
}

/** The four lights large, each with its word. */
export function LightRow({ counts, place, placeName, mayOpen }: { readonly counts: Lights; readonly place: string; readonly placeName: string; readonly mayOpen: boolean }): ReactElement {
  const { ui } = useWords();
  return (
    <ul className="sv-lights">
      {lights.map((light) => (
        <li key={light}><LightCount light={light} count={counts[light]} place={place} placeName={placeName} mayOpen={mayOpen} /><span className="sv-lights__word">{ui(`light.${light}`)}</span></li>
      ))}
    </ul>
  );
}
