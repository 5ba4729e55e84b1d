import type { Messages } from '../language.ts';

/** What the server itself says of handling: names of links that no process draws. */
export const handlingMessages = {
  'handling.opinion_for': { 'zh-CN': '征求意见（{link}）', 'zh-HK': '徵求意見（{link}）', en: 'Opinion asked for ({link})' },
} as const satisfies Messages;
