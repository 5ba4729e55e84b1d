import type { Text } from './told.ts';

/** What stands where a particular of a person stood. */
export const withheld = '[withheld]';

/** A text that may be written, and how many particulars were taken out of it. */
export interface Cleaned {
  readonly text: Text;
  readonly count: number;
}

/** Seventeen digits and a check character, not part of a longer number (GB 11643-1999). */
const identityNumber = /(?<![0-9A-Za-z])\d{17}[\dXx](?![0-9A-Za-z])/g;
/** Mainland mobiles with or without +86, and Hong Kong and Macau numbers where the code stands before them. */
const phone = /(?<![0-9A-Za-z.-])(?:(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}|\+?85[23][- ]?\d{4}[- ]?\d{4})(?![0-9A-Za-z-])/g;
/** The part before the @ has at most 64 characters (RFC 5321 section 4.5.3.1.1); without that bound a long text without an @ takes the square of its length. */
const mail = /[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+/g;
/** `(column)=(value)` of a message of PostgreSQL about a key: the value is whatever somebody typed. */
const keyDetail = /\)=\([^)]*\)/g;
/** What follows the path of an address: a query may carry anything. */
const query = /(https?:\/\/[^\s?#"')]{1,2048})[?#][^\s"')]*/g;
/** Name and password in an address. */
const credentials = /([a-z][a-z0-9+.-]{0,30}:\/\/)[^\s/@]+@/gi;

/** Whether the last of eighteen characters is the one that the first seventeen give (ISO 7064 MOD 11-2). */
export function hasIdentityCheck(number: string): boolean {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(number[index]), 0);
  return '10X98765432'[sum % 11] === number[17]?.toUpperCase();
}

/**
 * The second guard behind the types (C-PR-5): takes identity numbers with a right check character, telephone numbers, mail addresses, the values in the
 * database's words about a key, and the queries and passwords of addresses out of a text that comes from elsewhere, such as the words of an error. Names cannot be found so: the closed list of fields keeps them away.
 */
export function withoutParticulars(text: string): Cleaned {
  let count = 0;
  const take = (): string => {
    count += 1;
    return withheld;
  };
  const cleaned = text
    .replace(credentials, (_whole, scheme: string) => `${scheme}${take()}@`)
    .replace(query, (_whole, address: string) => `${address}?${take()}`)
    .replace(mail, (found) => (found.startsWith(withheld) || found.includes('node_modules') ? found : take()))
    .replace(identityNumber, (found) => (hasIdentityCheck(found) ? take() : found))
    .replace(phone, take)
    .replace(keyDetail, () => `)=(${take()})`);
  return { text: cleaned as Text, count };
}
