import type { Language, MessageParams } from '../../../contract/language.ts';
import type { messageRefusals, smsMessages } from '../../../contract/messages/sms.ts';

/** The short messages there are; their texts are in contract/messages/sms.ts. */
export type SmsTemplate = keyof typeof smsMessages;
export type SmsRefusalCode = keyof typeof messageRefusals;

/** `to` in E.164 (+8613…); `params` fill the marks of the text; `reference` is ours, to find the message at the gateway again. */
export type Sms = { to: string; templateCode: SmsTemplate; params: MessageParams; language: Language; reference?: string };

/**
 * `sent`: the gateway took it. `retry`: nothing is wrong with the message, send it again after that many seconds; after a time-out
 * the first may have gone out, so a message can arrive twice. `refused`: sending it again would not help.
 */
export type SmsResult =
  | { outcome: 'sent'; providerId: string }
  | { outcome: 'retry'; code: SmsRefusalCode; params: MessageParams; afterSeconds: number }
  | { outcome: 'refused'; code: SmsRefusalCode; params: MessageParams };

/** Hands one message to a gateway. Never throws for what a gateway or a network does. */
export type SendSms = (sms: Sms) => Promise<SmsResult>;
