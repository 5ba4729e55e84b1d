/** Which words of a text went and which came: what a reader should look at. */

/** A run of a text that both sides have, only the earlier, or only the later. */
export interface Run {
  readonly is: 'same' | 'gone' | 'new';
  readonly text: string;
}

/** Longer texts are shown whole, one side gone and the other new: the table of comparisons grows with both. */
const mostPieces = 600;

/** Chinese character by character, other scripts word by word, blanks and signs each for itself. */
const pieces = (text: string): readonly string[] => text.match(/\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}])+|\s+|./gsu) ?? [];

/** The runs of two texts in order: put together without the new ones they are `before`, without those gone `after`. */
export function wordsDiff(before: string, after: string): readonly Run[] {
  const [was, is] = [pieces(before), pieces(after)];
  if (was.length > mostPieces || is.length > mostPieces) return runs([...was.map((text) => ({ is: 'gone' as const, text })), ...is.map((text) => ({ is: 'new' as const, text }))]);
  const common = lengths(was, is);
  const found: Run[] = [];
  let [i, j] = [0, 0];
  while (i < was.length || j < is.length) {
    if (i < was.length && j < is.length && was[i] === is[j]) {
      found.push({ is: 'same', text: was[i] ?? '' });
      i += 1;
      j += 1;
    } else if (j >= is.length || (i < was.length && (common[i + 1]?.[j] ?? 0) >= (common[i]?.[j + 1] ?? 0))) {
      found.push({ is: 'gone', text: was[i] ?? '' });
      i += 1;
    } else {
      found.push({ is: 'new', text: is[j] ?? '' });
      j += 1;
    }
  }
  return runs(found);
}

/** Length of the longest common subsequence from each pair of places on. */
function lengths(was: readonly string[], is: readonly string[]): readonly (readonly number[])[] {
  const table = Array.from({ length: was.length + 1 }, () => new Array<number>(is.length + 1).fill(0));
  for (let i = was.length - 1; i >= 0; i -= 1) {
    const [row, below] = [table[i] ?? [], table[i + 1] ?? []];
    for (let j = is.length - 1; j >= 0; j -= 1) row[j] = was[i] === is[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
  }
  return table;
}

/** Neighbours of one kind as one run. */
function runs(found: readonly Run[]): readonly Run[] {
  const joined: Run[] = [];
  for (const run of found) {
    const last = joined.at(-1);
    if (last?.is === run.is) joined[joined.length - 1] = { is: run.is, text: last.text + run.text };
    else joined.push(run);
  }
  return joined;
}
