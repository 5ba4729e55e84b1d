import type { ReactElement } from 'react';
import type { CatalogueProblem } from '../../../../contract/catalogue-admin.ts';
import { useWords } from '../../words/words.tsx';
import { useEditorWords, useItemEditing } from './editor-context.tsx';
import { elementOf } from './field-faults.ts';
import { blankHandling, sectionOf, type SectionId } from './item-draft.ts';

const fixed: readonly SectionId[] = ['basics', 'body', 'limits', 'process', 'links'];

interface Props {
  readonly section: SectionId;
  readonly onSection: (section: SectionId) => void;
  readonly missing: readonly { readonly at: string }[];
  readonly problems: readonly CatalogueProblem[];
}

/** The parts of an item with what is wrong and what is not translated in each. */
export function SectionNav({ section, onSection, missing, problems }: Props): ReactElement {
  const t = useEditorWords();
  const { of } = useWords();
  const { item, editable, edit, faults } = useItemEditing();
  const handling = item.handling_items.map((one, i) => ({ id: `handling-${i}` as SectionId, text: t('section.handling', { name: of(one.name) || t('editor.unnamed') }) }));
  const all = [...fixed.map((id) => ({ id, text: t(`section.${id as 'basics'}`) })), ...handling, { id: 'terms' as SectionId, text: t('section.terms') }];
  const wrong = (id: SectionId): number => {
    if (id === 'process') return problems.filter((one) => elementOf(one) !== undefined).length;
    if (id === 'terms') return problems.filter((one) => one.pointer.startsWith('/terms')).length;
    return faults.filter((one) => sectionOf(one.at) === id).length;
  };
  const untold = (id: SectionId): number => missing.filter((one) => sectionOf(one.at) === id).length;
  const marks = (id: SectionId): string => [wrong(id) > 0 ? t('editor.faults', { count: wrong(id) }) : '', untold(id) > 0 ? t('text.missing_count', { count: untold(id) }) : ''].filter(Boolean).join(' · ');
  const add = (): void => {
    const index = item.handling_items.length;
    edit({ kind: 'insert', at: '/handling_items', index, value: blankHandling(`${item.implementation_item.task_code}-${String(index + 1).padStart(2, '0')}`) });
    onSection(`handling-${index}`);
  };
  return (
    <nav className="ed-nav" aria-label={t('editor.sections')}>
      <label className="ed-nav__short"><span className="ym-field__label">{t('editor.section')}</span><select className="ym-input ym-select" value={section} onChange={(event) => onSection(event.target.value as SectionId)}>{all.map((one) => <option key={one.id} value={one.id}>{one.text}{marks(one.id) ? ` (${marks(one.id)})` : ''}</option>)}</select></label>
      <ul>
        {all.map((one) => (
          <li key={one.id}>
            <button type="button" aria-current={one.id === section ? 'true' : undefined} onClick={() => onSection(one.id)}>{one.text}{wrong(one.id) > 0 ? <span className="ed-count" title={t('editor.faults', { count: wrong(one.id) })}>{wrong(one.id)}</span> : null}{untold(one.id) > 0 ? <span className="ed-count ed-count--text" title={t('text.missing_count', { count: untold(one.id) })}>译 {untold(one.id)}</span> : null}</button>
          </li>
        ))}
      </ul>
      {editable ? <button type="button" className="pr-small" onClick={add}>+ {t('section.add_handling')}</button> : null}
    </nav>
  );
}
