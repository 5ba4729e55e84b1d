import type { ReactElement } from 'react';
import type { MatterView } from '../../../contract/matters.ts';
import { uiOrOther } from '../../ui/speak.ts';
import { useWords } from '../words/words.tsx';

/** What a correction notice said, with the standards quoted. */
export function DefectList({ matter }: { readonly matter: MatterView }): ReactElement | null {
  const { t, of, language } = useWords();
  if (matter.defects.length === 0) return null;
  return (
    <section className="wb-preview" aria-label={t('file.defects')}>
      <h3>{t('file.defects')}</h3>
      <ol>
        {matter.defects.map((defect) => (
          <li key={`${defect.about} ${defect.code}`}>
            <strong>{of(defect.name)}</strong>{t('mark.colon')}{uiOrOther(language, 'defect', defect.fault)}{defect.words ? t('mark.words', { words: defect.words }) : t('mark.stop')}
            {defect.standard ? <span className="wb-correction__standard">{t('correction.fails')}{of(defect.standard)}</span> : null}
          </li>
        ))}
      </ol>
    </section>
  );
}
