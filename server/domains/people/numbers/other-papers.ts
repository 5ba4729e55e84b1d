import { isProvince } from './areas.ts';
import { hkIdCheckCharacter, icaoCheckDigit } from './check-digits.ts';
import { realDate } from './dates.ts';
import { refuse } from './kinds.ts';
import type { Identified } from './kinds.ts';
import { starred } from './spelling.ts';

/**
 * Reads the foreigner's permanent-residence number of before 2023-12-01: country (3 letters), area (4 digits), birth (YYMMDD), order (1), check (ICAO 7-3-1).
 * Two digits of the year leave the century open; `birthOn` is given only where one of 19YY and 20YY is possible.
 * The check digit misses what MOD 10 misses: a letter changed by ten places (A for K), neighbours swapped that differ by five.
 */
export function readPermanentResidenceOld(text: string, today: string): Identified {
  if (!/^[A-Z]{3}\d{12}$/.test(text)) return refuse('numbers.permanent_residence_old_shape');
  if (!isProvince(text.slice(3, 5))) return refuse('numbers.province', { prefix: text.slice(3, 5) });
  const sixDigits = text.slice(7, 13);
  const possible = ['19', '20'].map((century) => realDate(century + sixDigits)).filter((date) => date !== undefined && date <= today);
  if (possible.length === 0) return refuse('numbers.impossible_date', { date: `${sixDigits.slice(0, 2)}-${sixDigits.slice(2, 4)}-${sixDigits.slice(4)}` });
  if (icaoCheckDigit(text.slice(0, 14)) !== text.charAt(14)) return refuse('numbers.check_digit', { position: 15 });
  const birthOn = possible.length === 1 ? possible[0] : undefined;
  return {
    ok: true,
    kind: 'permanent_residence_old',
    subject: 'person',
    normal: text,
    masked: starred(text, 3, 4),
    ...(birthOn === undefined ? {} : { birthOn }),
    sexFromNumber: Number(text.charAt(13)) % 2 === 1 ? 'male' : 'female',
    regionPrefix: `${text.slice(3, 7)}00`,
  };
}

/**
 * Reads the mainland travel permit of Hong Kong (H) and Macau (M) residents: letter and 8 digits for life, then 2 digits counting the cards on the old form
 * (公安部出入境管理局, 2010-03-10); HA/MA and 7 digits for residents who are not Chinese nationals (国家移民管理局, since 2024-07-10).
 * `normal` is the nine characters for life, so that a renewed card is the same person. There is no check digit.
 */
export function readTravelPermitHkMacau(text: string): Identified {
  if (!/^[HM][A\d]\d{7}(\d{2})?$/.test(text)) return refuse('numbers.travel_permit_hk_macau_shape');
  const normal = text.slice(0, 9);
  return { ok: true, kind: 'mainland_travel_permit_hk_macau', subject: 'person', normal, masked: starred(normal, 3, 2) };
}

/** Reads the mainland travel permit of Taiwan residents: the 8 digits for life of the card in use since 2015. There is no check digit. */
export function readTravelPermitTaiwan(text: string): Identified {
  if (!/^\d{8}$/.test(text)) return refuse('numbers.travel_permit_taiwan_shape');
  return { ok: true, kind: 'mainland_travel_permit_taiwan', subject: 'person', normal: text, masked: starred(text, 2, 2) };
}

/**
 * Reads a Hong Kong identity card number: one or two letters, six digits, check character with or without brackets; `normal` has no brackets.
 * MOD 11 catches every wrong or swapped digit; of letters it misses those eleven or twenty-two places apart (A for L).
 */
export function readHkId(text: string): Identified {
  const parts = /^([A-NP-Z]{1,2}\d{6})(?:\(([\dA])\)|([\dA]))$/.exec(text);
  const body = parts?.[1];
  const check = parts?.[2] ?? parts?.[3];
  if (body === undefined || check === undefined) return refuse('numbers.hk_id_shape');
  if (hkIdCheckCharacter(body) !== check) return refuse('numbers.hk_id_check_digit');
  return { ok: true, kind: 'hk_id', subject: 'person', normal: body + check, masked: `${starred(body, body.length - 4, 0)}(*)` };
}

/** Reads a passport number as ICAO Doc 9303 part 4 bounds it: up to nine letters and digits; we ask for five at least and one digit. There is no check digit outside the machine-readable zone. */
export function readPassport(text: string): Identified {
  if (!/^(?=.*\d)[A-Z0-9]{5,9}$/.test(text)) return refuse('numbers.passport_shape');
  return { ok: true, kind: 'passport', subject: 'person', normal: text, masked: starred(text, 2, 2) };
}
