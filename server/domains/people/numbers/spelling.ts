const blanksAndHyphens = /[\s\u200B-\u200D\u2060\uFEFF\u00AD_-]|\p{Dash_Punctuation}|\u2212/gu;

/**
 * One spelling of what was typed or scanned: full-width digits and letters become plain (Unicode NFKC), blanks, invisible
 * characters and hyphens go, letters are upper-cased. Look-alikes (O for 0, l for 1) are left alone: guessing them would
 * turn a typing error into somebody else's number.
 */
export function plainNumber(input: string): string {
  return input.normalize('NFKC').replace(blanksAndHyphens, '').toUpperCase();
}

/** The 1-based position of the first character of `text` that `allowed` does not contain, or undefined where all are allowed. */
export function firstForeignCharacter(text: string, allowed: string): number | undefined {
  const at = [...text].findIndex((character) => !allowed.includes(character));
  return at < 0 ? undefined : at + 1;
}

/** `text` with everything hidden but its first `head` and last `tail` characters, one star for each hidden one. */
export function starred(text: string, head: number, tail: number): string {
  return text.slice(0, head) + '*'.repeat(Math.max(0, text.length - head - tail)) + text.slice(text.length - tail);
}
