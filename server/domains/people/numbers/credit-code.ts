import { isProvince } from './areas.ts';
import { creditCodeAlphabet, creditCodeCheckCharacter, organisationCheckCharacter } from './check-digits.ts';
import { refuse } from './kinds.ts';
import type { Identified } from './kinds.ts';
import { firstForeignCharacter } from './spelling.ts';

/**
 * Registration department (1st character) → its organisation categories (2nd character), GB 32100-2015 with amendment 1 and later assignments.
 * 1 机构编制 · 2 外交 · 3 司法行政 · 4 文化 · 5 民政 (4: residents' and villagers' committees) · 6 旅游 · 7 宗教 · 8 工会 · 9 市场监管 (1 company, 2 individual
 * business, 3 farmers' co-operative) · A 中央军委改革和编制办公室 · N 农业 · Y others. 9 as category is "other".
 * Category 5-4 is known from practice, not from the text of the standard: unverified.
 */
export const registrationDepartments: Readonly<Record<string, string>> = {
  '1': '1239',
  '2': '19',
  '3': '123459',
  '4': '19',
  '5': '12349',
  '6': '129',
  '7': '129',
  '8': '19',
  '9': '123',
  A: '19',
  N: '1239',
  Y: '1',
};

/** Registration area 10 (100000) is the State's own register; otherwise a province. */
function isRegistrationArea(twoDigits: string): boolean {
  return twoDigits === '10' || isProvince(twoDigits);
}

/**
 * Reads a unified social credit code (GB 32100-2015): department, category, area (6 digits), organisation code (GB 11714, its own check
 * character in the 17th place), check character (MOD 31). `masked` hides nothing: the code is published by law (企业信息公示暂行条例).
 */
export function readCreditCode(text: string): Identified {
  if (text.length !== 18) return refuse('numbers.length', { expected: 18, actual: text.length });
  const foreign = firstForeignCharacter(text, creditCodeAlphabet);
  if (foreign !== undefined) return refuse('numbers.characters', { position: foreign });
  const foreignInArea = firstForeignCharacter(text.slice(2, 8), '0123456789');
  if (foreignInArea !== undefined) return refuse('numbers.characters', { position: foreignInArea + 2 });
  const categories = registrationDepartments[text.charAt(0)];
  if (categories === undefined) return refuse('numbers.registration_department');
  if (!categories.includes(text.charAt(1))) return refuse('numbers.organisation_category');
  const regionPrefix = text.slice(2, 8);
  if (!isRegistrationArea(regionPrefix.slice(0, 2))) return refuse('numbers.province', { prefix: regionPrefix.slice(0, 2) });
  if (creditCodeCheckCharacter(text.slice(0, 17)) !== text.charAt(17)) return refuse('numbers.check_digit', { position: 18 });
  if (organisationCheckCharacter(text.slice(8, 16)) !== text.charAt(16)) return refuse('numbers.organisation_check_digit', { position: 17 });
  return { ok: true, kind: 'credit_code', subject: 'organisation', normal: text, masked: text, regionPrefix };
}

/** Whether a plain 18-character text begins as a credit code does: known department and category, registration area. */
export function beginsLikeCreditCode(text: string): boolean {
  return (registrationDepartments[text.charAt(0)] ?? '').includes(text.charAt(1)) && isRegistrationArea(text.slice(2, 4));
}
