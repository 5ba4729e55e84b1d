import type { ReactElement } from 'react';
import type { Localized } from '../../../contract/language.ts';
import { Icon } from '../../ui/icon/icon.tsx';
import { useWords } from '../words/words.tsx';
import { useProcessWords } from './process-words.ts';

/** One thing wrong, or worth a look, and where it leads when pressed. */
export interface ListedProblem {
  readonly key: string;
  readonly grade: 'error' | 'warning';
  readonly text: Localized;
  /** where it is, in words */
  readonly where?: string | undefined;
  readonly onGo?: (() => void) | undefined;
}

/** Problems, the grave ones first; pressing one goes to its place. */
export function ProblemList({ problems, none }: { readonly problems: readonly ListedProblem[]; readonly none?: string }): ReactElement {
  const t = useProcessWords();
  const { of } = useWords();
  const sorted = [...problems].sort((a, b) => Number(a.grade === 'warning') - Number(b.grade === 'warning'));
  const errors = problems.filter((one) => one.grade === 'error').length;
  return (
    <>
      <p className="wb-count" role="status">{problems.length === 0 ? (none ?? t('problems.none')) : t('problems.count', { errors, warnings: problems.length - errors })}</p>
      <ul className="pr-problems">
        {sorted.map((one) => (
          <li key={one.key} className={`pr-problem pr-problem--${one.grade}`}>
            <Icon name={one.grade === 'error' ? 'cross' : 'warning'} />
            <span>
              <span className="ym-visually-hidden">{t(`problems.${one.grade}`)}: </span>
              {one.onGo ? <button type="button" className="pr-link" onClick={one.onGo}>{of(one.text)}</button> : of(one.text)}
              {one.where ? <span className="ym-quiet"> {one.where}</span> : null}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
