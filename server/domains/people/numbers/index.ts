/** One number for people and firms: pure readers, no I/O and no clock. */
export { identify } from './identify.ts';
export type { IdentifyOptions } from './identify.ts';
export { numberKinds } from './kinds.ts';
export type { AskedKind, Identification, Identified, NumberKind, NumbersRefusal, NumbersRefusalCode, Refused, SexFromNumber } from './kinds.ts';
export { isInventedNumber } from './areas.ts';
export { citizenCheckDigit, creditCodeAlphabet, creditCodeCheckCharacter, organisationCheckCharacter } from './check-digits.ts';
export { maskName, maskPhone } from './mask.ts';
export { readMrz } from './mrz.ts';
export type { MachineReadable } from './mrz.ts';
export { isInventedPhone, readPhone } from './phone.ts';
export type { Phone } from './phone.ts';
