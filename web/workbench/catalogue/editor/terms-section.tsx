import type { ReactElement } from 'react';
import type { CatalogueChange, CatalogueProblem } from '../../../../contract/catalogue-admin.ts';
import { useWords } from '../../words/words.tsx';
import { TickField, TypedField } from '../../process/typed-field.tsx';
import { useEditorWords } from './editor-context.tsx';

type Terms = CatalogueChange['terms'];

/** What is said of the change itself: its name for people, why, from which day, on which law. */
export function TermsSection({ terms, problems, editable, onTerms }: { readonly terms: Terms; readonly problems: readonly CatalogueProblem[]; readonly editable: boolean; readonly onTerms: (terms: Terms) => void }): ReactElement {
  const t = useEditorWords();
  const { of } = useWords();
  const fault = (pointer: string): string | undefined => problems.filter((one) => one.pointer === pointer || one.pointer.startsWith(`${pointer}/`)).map((one) => of(one.text)).join(' ') || undefined;
  const law = terms.lawChange;
  return (
    <>
      <TypedField label={t('terms.title')} hint={t('terms.title_hint')} value={terms.title} maxLength={120} disabled={!editable} error={fault('/terms/title')} onTyped={(title) => onTerms({ ...terms, title })} />
      <TypedField label={t('terms.reason')} value={terms.reason} rows={4} maxLength={1_000} disabled={!editable} error={fault('/terms/reason')} onTyped={(reason) => onTerms({ ...terms, reason })} />
      <TypedField label={t('terms.effective')} value={terms.effectiveOn ?? ''} short maxLength={10} placeholder="2026-12-01" disabled={!editable} error={fault('/terms/effectiveOn')} onTyped={(on) => onTerms({ ...terms, effectiveOn: on === '' ? null : on })} />
      <p><TickField label={t('terms.law')} value={law !== null} disabled={!editable} onTick={(on) => onTerms({ ...terms, lawChange: on ? { document: '', from: '', applies: 'new_matters' } : null })} /></p>
      {law ? (
        <>
          <div className="ed-row">
            <TypedField label={t('terms.law_document')} value={law.document} maxLength={200} disabled={!editable} error={fault('/terms/lawChange/document')} onTyped={(document) => onTerms({ ...terms, lawChange: { ...law, document } })} />
            <TypedField label={t('terms.law_from')} value={law.from} short maxLength={10} placeholder="2026-12-01" disabled={!editable} error={fault('/terms/lawChange/from')} onTyped={(from) => onTerms({ ...terms, lawChange: { ...law, from } })} />
          </div>
          <p className="ym-quiet">{t('terms.law_rule')}</p>
        </>
      ) : null}
    </>
  );
}
