import { say, type Language, type MessageParams, type Messages } from '../../contract/language.ts';
import { uiMessages } from '../../contract/messages/ui.ts';

/** Says a message of one message file in one language; an unknown code does not compile. */
export type Speaker<M extends Messages> = (code: keyof M & string, params?: MessageParams) => string;

/** The speaker of `messages` in `language`. */
export function speaker<M extends Messages>(messages: M, language: Language): Speaker<M> {
  return (code, params) => {
    const text = messages[code];
    return text ? say(text, language, params) : code;
  };
}

/** The speaker of the sentences both faces share (contract/messages/ui.ts). */
export function uiSpeaker(language: Language): Speaker<typeof uiMessages> {
  return speaker(uiMessages, language);
}

/** The shared sentence `area.code`, or the one of `area.other` where the code came from a newer server and is not known here. */
export function uiOrOther(language: Language, area: string, code: string, params?: MessageParams): string {
  const messages: Messages = uiMessages;
  const text = messages[`${area}.${code}`] ?? messages[`${area}.other`];
  return text ? say(text, language, params) : code;
}
