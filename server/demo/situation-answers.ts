import type { HandlingItem } from '../../contract/catalogue.ts';
import { checklist } from '../domains/catalogue/index.ts';
import type { Chance } from './chance.ts';
import type { Origin } from './people.ts';

/** What an option says of the person when it has one of these ids. */
const optionsOf: Readonly<Record<Origin, readonly string[]>> = {
  mainland: ['mainland', 'shenzhen'], hong_kong: ['hmt', 'hk_macau_tw', 'hk_macau'], macau: ['hmt', 'hk_macau_tw', 'hk_macau'], taiwan: ['hmt', 'hk_macau_tw'], abroad: ['foreign'],
};
const everyOrigin = new Set(Object.values(optionsOf).flat());

/**
 * Answers to an item's situation questions under which it may be filed by somebody of this origin: the first fitting option mostly, another one
 * sometimes. Undefined where the item is not for this person.
 */
export function situationAnswers(handling: HandlingItem, origin: Origin, chance: Chance): Readonly<Record<string, string>> | undefined {
  const answers: Record<string, string> = {};
  for (;;) {
    const read = checklist(handling, answers);
    if (!read.ok || read.checklist.notEligible) return undefined;
    const open = handling.questions.find((question) => question.id === read.checklist.openQuestions[0]);
    if (!open) return answers;
    const fitting = open.options.filter((option) => !option.not_eligible && (!everyOrigin.has(option.id) || optionsOf[origin].includes(option.id)));
    const [first] = fitting;
    if (!first) return undefined;
    answers[open.id] = chance.happens(0.7) ? first.id : chance.oneOf(fitting as [typeof first, ...(typeof first)[]]).id;
  }
}
