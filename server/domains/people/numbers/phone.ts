import { refuse } from './kinds.ts';
import type { Refused } from './kinds.ts';

/** A telephone number in ITU-T E.164 and as it is shown. Only a mobile number is asked for codes by short message. */
export type Phone = Readonly<{
  ok: true;
  place: 'mainland_mobile' | 'mainland_fixed' | 'hong_kong' | 'macau';
  e164: string;
  masked: string;
}>;

function mainlandMobile(digits: string): Phone {
  return { ok: true, place: 'mainland_mobile', e164: `+86${digits}`, masked: `${digits.slice(0, 3)}****${digits.slice(7)}` };
}

/** `digits` with its area's leading 0. Areas 010 and 02x have three digits, all others four. */
function mainlandFixed(digits: string): Phone {
  const area = /^0(10|2\d)/.test(digits) ? digits.slice(0, 3) : digits.slice(0, 4);
  return { ok: true, place: 'mainland_fixed', e164: `+86${digits.slice(1)}`, masked: `${area}-****${digits.slice(-4)}` };
}

function readMainland(digits: string): Phone | Refused {
  // 13–19 and nine digits. Which segments are in use is not judged: the ministry opens new ones, and a list would refuse real people.
  if (/^1[3-9]\d{9}$/.test(digits)) return mainlandMobile(digits);
  if (/^0?(10|2\d)\d{8}$/.test(digits) || /^0?[3-9]\d{2}\d{7,8}$/.test(digits)) return mainlandFixed(digits.startsWith('0') ? digits : `0${digits}`);
  return refuse('numbers.phone_mainland', { actual: digits.length });
}

function readEightDigits(place: 'hong_kong' | 'macau', digits: string): Phone | Refused {
  const isHongKong = place === 'hong_kong';
  // Hong Kong: 8 digits from 2 to 9. Macau: 8 digits, fixed lines 28 and 8, mobiles 6.
  const good = isHongKong ? /^[2-9]\d{7}$/.test(digits) : /^(28|6\d|8\d)\d{6}$/.test(digits);
  if (!good) return refuse(isHongKong ? 'numbers.phone_hong_kong' : 'numbers.phone_macau');
  const code = isHongKong ? '+852' : '+853';
  return { ok: true, place, e164: code + digits, masked: `${code} ${digits.slice(0, 2)}****${digits.slice(6)}` };
}

/**
 * Reads a telephone number of the mainland (mobile, or fixed with its area), Hong Kong or Macau, however it is written, and gives its E.164 form.
 * Eight bare digits are refused: they may be Shenzhen's or Hong Kong's, and a wrong guess sends a code to a stranger.
 */
export function readPhone(input: string): Phone | Refused {
  const text = input.normalize('NFKC').replace(/[\s()./_-]|\p{Dash_Punctuation}/gu, '');
  if (!/^\+?\d{1,15}$/.test(text)) return refuse('numbers.phone_shape');
  const international = /^(?:\+|00)(\d+)$/.exec(text)?.[1] ?? (/^(86[01]\d{10,11}|85[23]\d{8})$/.test(text) ? text : undefined);
  if (international === undefined) {
    if (/^\d{8}$/.test(text)) return refuse('numbers.phone_area_missing');
    return /^[01]/.test(text) ? readMainland(text) : refuse('numbers.phone_shape');
  }
  if (international.startsWith('852')) return readEightDigits('hong_kong', international.slice(3));
  if (international.startsWith('853')) return readEightDigits('macau', international.slice(3));
  if (international.startsWith('86')) return readMainland(international.slice(2));
  return refuse('numbers.phone_shape');
}

/**
 * Whether an E.164 number lies in +86 154…, which is given to no operator: public listings name 154 among the segments not assigned (2022).
 * It may be assigned one day, so demonstration data must never be sent to: an adapter that really sends asks this first.
 */
export function isInventedPhone(e164: string): boolean {
  return /^\+86154\d{8}$/.test(e164);
}
