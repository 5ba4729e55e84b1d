import type { Messages } from '../language.ts';

/** What the server itself says of handling: names of links that no process draws. */
export const handlingMessages = {
  'handling.opinion_for': { 'zh-CN': '征求意见（{link}）', 'zh-HK': '徵求意見（{link}）', en: 'Opinion asked for ({link})' },
  'handling.opinion_of': { 'zh-CN': '征求{office}意见', 'zh-HK': '徵求{office}意見', en: 'Opinion of {office}' },
} as const satisfies Messages;
