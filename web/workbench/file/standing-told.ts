import type { Language } from '../../../contract/language.ts';
import type { LimitLight } from '../../../contract/limits.ts';
import { standingMessages } from '../../../contract/messages/standing.ts';
import type { Standing, StandingToken } from '../../../contract/standing.ts';
import { dayWords } from '../../ui/dates.ts';
import { lightShapes } from '../../ui/light/light.tsx';
import { speaker } from '../../ui/speak.ts';
import type { DrawnToken, Told } from '../process/drawing-viewer.ts';

const tones: Readonly<Record<LimitLight, DrawnToken['tone']>> = { green: 'good', yellow: 'soon', red: 'late', paused: 'still', met: 'good', missed: 'late' };
const shapes: Readonly<Record<StandingToken['kind'], string>> = { link: '●', timer: '○', message: '◇', part: '▣', others: '…', unclear: '?' };

/** What a token waits for, in a few words: whose turn it is, until when, for what. */
export function tokenWords(token: StandingToken, language: Language, today: string): string {
  const s = speaker(standingMessages, language);
  const unit = token.unitName?.[language] ?? '';
  const words = (): string => {
    switch (token.kind) {
      case 'link':
        return token.person ? `${unit} · ${token.person}` : `${unit} · ${s('token.free')}`;
      case 'timer':
        return s('token.timer', { date: token.ringsOn ? dayWords(token.ringsOn, language, today) : '' });
      case 'part':
        return token.part ? s('token.part_number', { number: token.part.number }) : s('token.part');
      case 'message':
      case 'others':
      case 'unclear':
        return s(`token.${token.kind}`);
    }
  };
  return token.item === null ? words() : `${token.item}: ${words()}`;
}

/** The same as short as a sign on the drawing must be: the person, else the office. */
function signWords(token: StandingToken, language: Language, today: string): string {
  if (token.kind !== 'link') return tokenWords(token, language, today);
  const who = token.person ?? token.unitName?.[language] ?? '';
  return token.item === null ? who : `${token.item}: ${who}`;
}

/** What the drawing shows of a standing, in the reader's language. */
export function toldOf(standing: Standing, language: Language, today: string): Told {
  return {
    names: Object.fromEntries(Object.entries(standing.names).map(([id, name]) => [id, name[language]])),
    tokens: standing.tokens.map((token) => ({
      id: token.id, element: token.element, words: signWords(token, language, today), tone: token.due ? tones[token.due.light] : token.kind === 'unclear' ? 'late' : 'plain',
      shape: token.due ? lightShapes[token.due.light] : shapes[token.kind],
    })),
    passed: Object.fromEntries([...standing.flows, ...standing.elements].map((one) => [one.id, one.times])),
  };
}
