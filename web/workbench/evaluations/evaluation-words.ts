import { evaluationDeskWords, evaluationWords } from '../../../contract/messages/evaluations.ts';
import { say, type Language, type MessageParams, type Messages } from '../../../contract/language.ts';
import { speaker, type Speaker } from '../../ui/speak.ts';
import { useWords } from '../words/words.tsx';

const words = { ...evaluationWords, ...evaluationDeskWords };

/** Says the words of evaluations in one language. */
export type EvaluationSpeaker = Speaker<typeof words>;

/** The words of these screens in a language. */
export const evaluationSpeaker = (language: Language): EvaluationSpeaker => speaker(words, language);

/** The words of these screens in the reader's language. */
export const useEvaluationWords = (): EvaluationSpeaker => evaluationSpeaker(useWords().language);

/** A word whose code came from the server; nothing where this program does not know it. */
export function wordOf(language: Language, code: string, params?: MessageParams): string {
  const all: Messages = words;
  const text = all[code];
  return text ? say(text, language, params) : '';
}
