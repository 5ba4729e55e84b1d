/** Proofs for the compiler: a text is complete in every shipped language, or it does not compile. */
import { say, type Localized, type Messages } from '../../contract/language.ts';

export const whole: Localized = { 'zh-CN': '路灯', 'zh-HK': '街燈', en: 'Street lamp' };

// @ts-expect-error -- no Hong Kong text
export const withoutHongKong: Localized = { 'zh-CN': '路灯', en: 'Street lamp' };

// @ts-expect-error -- no English text
export const withoutEnglish: Localized = { 'zh-CN': '路灯', 'zh-HK': '街燈' };

// @ts-expect-error -- a language we do not ship is a slip of the pen
export const strange: Localized = { 'zh-CN': '路灯', 'zh-HK': '街燈', en: 'Street lamp', 'zh-TW': '路燈' };

export const messages = {
  'lamp.dark': { 'zh-CN': '灯不亮。', 'zh-HK': '燈不亮。', en: 'The lamp is dark.' },
} as const satisfies Messages;

export const incomplete = {
  'lamp.dark': { 'zh-CN': '灯不亮。', 'zh-HK': '燈不亮。', en: 'The lamp is dark.' },
  // @ts-expect-error -- one message of many lacks a language
  'lamp.gone': { 'zh-CN': '灯没了。', 'zh-HK': '燈不見了。' },
} as const satisfies Messages;

// @ts-expect-error -- Taiwan usage is not a language we speak in
say(whole, 'zh-TW');
