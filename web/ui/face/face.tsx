import type { ReactElement } from 'react';

/** Grades of satisfaction, 1 the best (GB/T 39046 A.8). */
export type FaceGrade = 1 | 2 | 3 | 4 | 5;

/** Mouth, and brows where there are some: each face is told by its drawing alone, without its colour. */
const mouths: Readonly<Record<FaceGrade, string>> = {
  1: 'M14 28c2 8 18 8 20 0z', 2: 'M15 29c4 6 14 6 18 0', 3: 'M16 31h16', 4: 'M15 34c4-6 14-6 18 0', 5: 'M14 36c3-9 17-9 20 0',
};
const brows: Readonly<Record<FaceGrade, string>> = { 1: 'M14 14c1-2 4-2 5 0M29 14c1-2 4-2 5 0', 2: '', 3: '', 4: '', 5: 'M13 13l6 3M35 13l-6 3' };

/** One of the five faces. It stands beside its word and is hidden from screen readers. */
export function Face({ grade }: { readonly grade: FaceGrade }): ReactElement {
  return (
    <svg className={`ym-face ym-face--${grade}`} viewBox="0 0 48 48" width="48" height="48" aria-hidden="true" focusable="false">
      <circle className="ym-face__skin" cx="24" cy="24" r="21" />
      <circle className="ym-face__eye" cx="17" cy="20" r="2.400" />
      <circle className="ym-face__eye" cx="31" cy="20" r="2.400" />
      <path className={grade === 1 ? 'ym-face__mouth ym-face__mouth--open' : 'ym-face__mouth'} d={mouths[grade]} />
      {brows[grade] ? <path className="ym-face__mouth" d={brows[grade]} /> : null}
    </svg>
  );
}
