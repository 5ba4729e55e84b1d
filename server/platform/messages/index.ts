export { alibabaSms } from './alibaba-sms.ts';
export type { AlibabaSmsConfig, TemplateCodes } from './alibaba-sms.ts';
export type { SendSms, Sms, SmsRefusalCode, SmsResult, SmsTemplate } from './sms.ts';
export { standInTemplateCodes } from './stand-in-codes.ts';
