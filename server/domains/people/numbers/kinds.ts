/** Every kind of number a person or an organisation can come to a window with. Public strings: stored, never renamed. */
export const numberKinds = [
  'citizen_id',
  'hk_macau_taiwan_residence_permit',
  'permanent_residence',
  'permanent_residence_old',
  'mainland_travel_permit_hk_macau',
  'mainland_travel_permit_taiwan',
  'hk_id',
  'passport',
  'credit_code',
] as const;
export type NumberKind = (typeof numberKinds)[number];

/** A kind that can be asked for. The 15-digit form of before 1999-10-01 (国发〔1999〕15号) must be asked for by name: cards bearing it are no longer valid. */
export type AskedKind = NumberKind | 'citizen_id_old_form';

/** What a number says about sex. It is a claim of the number, to be confirmed by a paper or a clerk, never written over what a person states. */
export type SexFromNumber = 'female' | 'male';

/** Every reason for which a number, a machine-readable zone or a telephone number is refused. Public strings: superseded, never renamed. */
export type NumbersRefusalCode =
  | 'numbers.empty'
  | 'numbers.unknown_kind'
  | 'numbers.kind_unclear'
  | 'numbers.length'
  | 'numbers.characters'
  | 'numbers.province'
  | 'numbers.residence_permit_area'
  | 'numbers.impossible_date'
  | 'numbers.future_birth'
  | 'numbers.birth_too_early'
  | 'numbers.check_digit'
  | 'numbers.old_form'
  | 'numbers.is_citizen_id'
  | 'numbers.is_residence_permit'
  | 'numbers.is_permanent_residence'
  | 'numbers.permanent_residence_old_shape'
  | 'numbers.travel_permit_hk_macau_shape'
  | 'numbers.travel_permit_taiwan_shape'
  | 'numbers.hk_id_shape'
  | 'numbers.hk_id_check_digit'
  | 'numbers.passport_shape'
  | 'numbers.registration_department'
  | 'numbers.organisation_category'
  | 'numbers.organisation_check_digit'
  | 'numbers.mrz_shape'
  | 'numbers.mrz_characters'
  | 'numbers.mrz_date'
  | 'numbers.mrz_document_check_digit'
  | 'numbers.mrz_birth_check_digit'
  | 'numbers.mrz_expiry_check_digit'
  | 'numbers.mrz_personal_check_digit'
  | 'numbers.mrz_composite_check_digit'
  | 'numbers.phone_shape'
  | 'numbers.phone_mainland'
  | 'numbers.phone_area_missing'
  | 'numbers.phone_hong_kong'
  | 'numbers.phone_macau';

/** Why something was refused. `params` never holds the number itself, so that a refusal may be logged. */
export type NumbersRefusal = Readonly<{ code: NumbersRefusalCode; params: Readonly<Record<string, string | number>> }>;

/** A refused input. */
export type Refused = Readonly<{ ok: false; refusal: NumbersRefusal }>;

/**
 * A number that passed every check that can be made without asking its issuer.
 * - `normal`: the one spelling; feed `kind` and `normal` to the blind index.
 * - `masked`: the spelling to show.
 * - `birthOn` (YYYY-MM-DD) only where the number says it without doubt about the century.
 * - `regionPrefix`: six digits of GB/T 2260 as written in the number (a permanent-residence card says only the province).
 * - `oldForm`: given in the 15-digit form; `normal` is its 18-digit equivalent.
 */
export type Identification = Readonly<{
  ok: true;
  kind: NumberKind;
  subject: 'person' | 'organisation';
  normal: string;
  masked: string;
  birthOn?: string;
  sexFromNumber?: SexFromNumber;
  regionPrefix?: string;
  oldForm?: true;
}>;

/** The answer of every reader of numbers: an identification or a refusal, never an exception. */
export type Identified = Identification | Refused;

/** Makes a refusal. */
export function refuse(code: NumbersRefusalCode, params: NumbersRefusal['params'] = {}): Refused {
  return { ok: false, refusal: { code, params } };
}
