/** A name as it is kept: one composition (NFC), no control or direction marks, single blanks; undefined when nothing is left. */
export function readName(typed: string): string | undefined {
  const name = typed.normalize('NFC').replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  return name === '' ? undefined : name;
}

/** A login as it is kept and looked up. */
export function readLogin(typed: string): string {
  return typed.normalize('NFKC').trim().toLowerCase();
}

/** Whether a chosen password is too easy: shorter than 12, made of fewer than 5 different characters, or containing the login. Rules of composition are left out: they make passwords worse (NIST SP 800-63B). */
export function isTooEasy(password: string, login: string): boolean {
  const text = password.normalize('NFKC');
  return [...text].length < 12 || new Set(text).size < 5 || text.toLowerCase().includes(login);
}
