/** A code not used yet: `question_3`. */
export function freshCode(word: string, used: readonly string[]): string {
  let n = used.length + 1;
  while (used.includes(`${word}_${n}`)) n += 1;
  return `${word}_${n}`;
}
