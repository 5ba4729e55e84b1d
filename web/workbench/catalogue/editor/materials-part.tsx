import type { ReactElement } from 'react';
import type { HandlingItem, Material } from '../../../../contract/catalogue.ts';
import { isWord } from '../../process/element-facts.ts';
import { TickField } from '../../process/typed-field.tsx';
import { useWords } from '../../words/words.tsx';
import { useEditorWords, useItemEditing } from './editor-context.tsx';
import { CodeAt, ListAt, LocalizedField, NumberAt, TextAt, TickAt, TicksAt } from './fields.tsx';
import { freshCode } from './fresh-code.ts';
import { blankMaterial, noText } from './item-draft.ts';
import { WhenField } from './when-field.tsx';

const types = ['original', 'copy', 'original_and_copy', 'form', 'certificate', 'photo'] as const;
const needs = ['required', 'optional', 'deferrable'] as const;
const sources = ['applicant', 'government', 'other'] as const;
const consequences = ['remind', 'refuse', 'revoke'] as const;

/** The materials of a handling item, each with the situations in which it is asked for. */
export function MaterialsPart({ index, handling }: { readonly index: number; readonly handling: HandlingItem }): ReactElement {
  const t = useEditorWords();
  const { of } = useWords();
  const at = `/handling_items/${index}/materials`;
  return (
    <ListAt at={at} title={t('part.materials')} folded name={(i) => t('f.material_n', { number: i + 1 })} heading={(i) => <Heading material={handling.materials[i]} index={i} of={of} />} blank={() => blankMaterial(freshCode('material', handling.materials.map((one) => one.material_code)))}>
      {(here, i) => {
        const material = handling.materials[i];
        return material ? <MaterialFields at={here} material={material} handling={handling} /> : null;
      }}
    </ListAt>
  );
}

function Heading({ material, index, of }: { readonly material: Material | undefined; readonly index: number; readonly of: (text: Material['material_name']) => string }): ReactElement {
  const t = useEditorWords();
  return <>{index + 1}. {material ? of(material.material_name) || t('editor.unnamed') : ''} <span className="ym-quiet">{material ? t(`is_need.${material.is_need}`) : ''}{material?.when ? ` · ${t('f.when')}` : ''}{material?.promise ? ` · ${t('f.promise')}` : ''}</span></>;
}

function MaterialFields({ at, material, handling }: { readonly at: string; readonly material: Material; readonly handling: HandlingItem }): ReactElement {
  const t = useEditorWords();
  const formats = (['paper', 'electronic'] as const).map((value) => ({ value, text: t(`material_format.${value}`) }));
  return (
    <>
      <LocalizedField at={`${at}/material_name`} label={t('f.material_name')} maxLength={120} />
      <LocalizedField at={`${at}/accept_stand`} label={t('f.accept_stand')} rows={2} />
      <div className="ed-row">
        <TextAt at={`${at}/material_code`} label={t('f.material_code')} code short hint={t('f.code_shape')} fits={(code) => isWord(code) && !handling.materials.some((one) => one.material_code === code && one !== material)} />
        <CodeAt at={`${at}/material_type`} label={t('f.material_type')} prefix="material_type" codes={types} />
        <CodeAt at={`${at}/is_need`} label={t('f.is_need')} prefix="is_need" codes={needs} />
        <CodeAt at={`${at}/source_type`} label={t('f.source_type')} prefix="source_type" codes={sources} />
      </div>
      <TicksAt at={`${at}/material_format`} label={t('f.material_format')} choices={formats} />
      <p><TickAt at={`${at}/filled_by_form`} label={t('f.filled_by_form')} /></p>
      <LocalizedField at={`${at}/issued_by`} label={t('f.issued_by')} optional maxLength={120} />
      <LocalizedField at={`${at}/fill_explain`} label={t('f.fill_explain')} optional rows={2} />
      <Later at={at} material={material} />
      <WhenField at={`${at}/when`} questions={handling.questions} />
    </>
  );
}

/** What may come later, and what may be vouched for instead. */
function Later({ at, material }: { readonly at: string; readonly material: Material }): ReactElement {
  const t = useEditorWords();
  const { edit, editable } = useItemEditing();
  return (
    <>
      {material.is_need === 'deferrable' || material.deferral ? (
        <fieldset className="ed-ticks">
          <legend className="ym-field__label">{t('f.deferral')}</legend>
          <div className="ed-row">
            <NumberAt at={`${at}/deferral/working_days`} label={t('f.deferral_days')} optional />
            <CodeAt at={`${at}/deferral/consequence`} label={t('f.consequence')} prefix="consequence" codes={consequences} onChoose={(consequence) => edit(consequence === '' ? { kind: 'unset', at: `${at}/deferral` } : { kind: 'set', at: `${at}/deferral`, value: { ...material.deferral, consequence } })} optional />
          </div>
        </fieldset>
      ) : null}
      <p><TickField label={t('f.promise')} value={material.promise !== undefined} disabled={!editable} onTick={(on) => edit(on ? { kind: 'set', at: `${at}/promise`, value: { promise_text: { ...noText } } } : { kind: 'unset', at: `${at}/promise` })} /></p>
      {material.promise ? <><LocalizedField at={`${at}/promise/promise_text`} label={t('f.promise_text')} rows={3} /><NumberAt at={`${at}/promise/check_within_days`} label={t('f.check_within_days')} optional /></> : null}
    </>
  );
}
