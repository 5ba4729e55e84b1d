import type { ReactElement } from 'react';
import type { Language } from '../../../contract/language.ts';
import { uiSpeaker } from '../speak.ts';

/** States of a legal clock, as the server computes them (contract/matters.ts Due.light). */
export type LightState = 'green' | 'yellow' | 'red' | 'met' | 'missed' | 'paused';

/** The shape of each light, for lists where the word stands elsewhere. */
export const lightShapes: Readonly<Record<LightState, string>> = { green: '●', yellow: '▲', red: '■', met: '✓', missed: '×', paused: '‖' };

/** A light: shape, word and colour, so that no one of them stands alone. */
export function Light({ state, language }: { readonly state: LightState; readonly language: Language }): ReactElement {
  return (
    <span className={`ym-light ym-light--${state}`}>
      <span className="ym-light__shape" aria-hidden="true">{lightShapes[state]}</span> {uiSpeaker(language)(`light.${state}`)}
    </span>
  );
}
