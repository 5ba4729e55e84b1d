/** Check characters as pure functions. Each takes the body without its check character and gives the check character. */

function weighted(values: readonly number[], weights: readonly number[]): number {
  return values.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0);
}

const alphanumeric = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

function valuesIn(alphabet: string, text: string): number[] {
  return [...text].map((character) => alphabet.indexOf(character));
}

const citizenWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** ISO 7064 MOD 11-2 over 17 digits, as GB 11643-1999 prescribes it for the citizen number; `X` stands for ten. */
export function citizenCheckDigit(seventeenDigits: string): string {
  return '10X98765432'.charAt(weighted(valuesIn(alphanumeric, seventeenDigits), citizenWeights) % 11);
}

/** The 31 characters of GB 32100-2015: digits and capitals without I, O, S, V, Z. */
export const creditCodeAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

const creditWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** The 18th character of a unified social credit code: MOD 31, weights 3^i mod 31 (GB 32100-2015, after GB/T 17710). */
export function creditCodeCheckCharacter(seventeenCharacters: string): string {
  return creditCodeAlphabet.charAt((31 - (weighted(valuesIn(creditCodeAlphabet, seventeenCharacters), creditWeights) % 31)) % 31);
}

const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

/** The 9th character of an organisation code (GB 11714-1997): MOD 11, `X` stands for ten, letters count A = 10 … Z = 35. */
export function organisationCheckCharacter(eightCharacters: string): string {
  return '0123456789X'.charAt((11 - (weighted(valuesIn(alphanumeric, eightCharacters), organisationWeights) % 11)) % 11);
}

const hkIdWeights = [9, 8, 7, 6, 5, 4, 3, 2];

/** The bracketed character of a Hong Kong identity card: MOD 11 over two letter places (an empty first one counts 36) and six digits; `A` stands for ten. */
export function hkIdCheckCharacter(body: string): string {
  const letters = body.length - 6;
  const values = [...(letters === 1 ? [36] : []), ...valuesIn(alphanumeric, body)];
  return '0123456789A'.charAt((11 - (weighted(values, hkIdWeights) % 11)) % 11);
}

/** The check digit of ICAO Doc 9303 part 3 §4.9: weights 7, 3, 1 repeated, MOD 10; letters A = 10 … Z = 35, filler `<` = 0. */
export function icaoCheckDigit(text: string): string {
  const sum = [...text].reduce((total, character, at) => total + Math.max(0, alphanumeric.indexOf(character)) * ([7, 3, 1][at % 3] ?? 0), 0);
  return String(sum % 10);
}
