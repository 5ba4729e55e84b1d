import type { ReactElement } from 'react';
import { Button } from '../../ui/button/button.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Radios } from '../../ui/radios/radios.tsx';
import type { Material } from '../../ui/wire.ts';
import { alwaysAsked } from '../../ui/form/asked-form.ts';
import type { PageContext } from '../context.ts';
import { situationHolds } from '../situation.ts';
import { partNames, UsedFor } from './bundle.tsx';
import type { GuideData } from './guide-data.ts';
import { Section } from './section.tsx';

/** What is asked of one material: what must be seen, who issues it, whether the city already has it. */
export function MaterialWords({ ctx, material, names = {} }: { readonly ctx: PageContext; readonly material: Material; readonly names?: Readonly<Record<string, string>> }): ReactElement {
  const { t, ui, language } = ctx;
  const facts = [
    ui(`kind.${material.material_type}`), ...(material.is_need === 'required' ? [] : [ui(`need.${material.is_need}`)]),
    ...(material.issued_by ? [t('guide.issued_by', { body: material.issued_by[language] })] : []),
  ];
  return (
    <>
      <p className="ym-quiet">{facts.join(' · ')}</p>
      <UsedFor ctx={ctx} material={material} names={names} />
      {material.source_type === 'government' ? <p className="pt-city">{t('guide.from_city')}</p> : null}
      {material.filled_by_form ? <p className="pt-city">{ui('material.filled_in_form')}</p> : null}
      <p>{t('guide.must_show', { standard: material.accept_stand[language] })}</p>
      {material.fill_explain ? <p>{material.fill_explain[language]}</p> : null}
    </>
  );
}

function MaterialList({ ctx, materials, names }: { readonly ctx: PageContext; readonly materials: readonly Material[]; readonly names: Readonly<Record<string, string>> }): ReactElement {
  return (
    <ol className="pt-materials">
      {materials.map((material) => <li key={material.material_code}><h3>{material.material_name[ctx.language]}</h3><MaterialWords ctx={ctx} material={material} names={names} /></li>)}
    </ol>
  );
}

function Questions({ ctx, guide }: { readonly ctx: PageContext; readonly guide: GuideData }): ReactElement {
  const { t, language } = ctx;
  const asked = guide.handling.questions.filter((question) => situationHolds(question.when, guide.answers));
  return (
    <form className="pt-box" method="get" action="#materials">
      <input type="hidden" name="item" value={guide.handling.task_handle_item} />
      <p className="pt-box__title">{t('guide.materials_ask')}</p>
      {asked.map((question) => (
        <Radios
          key={question.id} id={`q-${question.id}`} name={`q.${question.id}`} label={question.text[language]} hint={question.why?.[language]} value={guide.answers[question.id]}
          choices={question.options.map((option) => ({ value: option.id, text: option.text[language] }))}
        />
      ))}
      <Button kind="secondary">{t('guide.materials_show')}</Button>
    </form>
  );
}

/** Materials: asked for by situation; without answers, those everybody needs and those that depend. */
export function GuideMaterials({ ctx, guide }: { readonly ctx: PageContext; readonly guide: GuideData }): ReactElement {
  const { t, language } = ctx;
  const { handling, checklist, item } = guide;
  const answered = Object.keys(guide.answers).length > 0 && checklist !== null;
  const always = answered ? checklist.materials : handling.materials.filter(alwaysAsked);
  const depends = answered ? [] : handling.materials.filter((material) => !alwaysAsked(material));
  return (
    <Section id="materials" title={t('guide.materials')}>
      {item.handling_items.length > 1 ? (
        <p className="pt-inline-links">{item.handling_items.map((one) => <a key={one.task_handle_item} href={`?item=${encodeURIComponent(one.task_handle_item)}#materials`} {...(one === handling ? { 'aria-current': 'true' } : {})}>{one.name[language]}</a>)}</p>
      ) : null}
      {handling.questions.length > 0 ? <Questions ctx={ctx} guide={guide} /> : null}
      {answered && checklist.notEligible ? <Notice kind="wait" title={t('situation.not_eligible')}><p>{checklist.notEligible.reason[language]}</p></Notice> : null}
      {answered && checklist.notEligible ? null : always.length + depends.length === 0 ? <p>{t('guide.materials_none')}</p> : <MaterialList ctx={ctx} materials={always} names={partNames(item, ctx)} />}
      {depends.length > 0 ? <><h3>{t('guide.materials_depends')}</h3><ul>{depends.map((one) => <li key={one.material_code}>{one.material_name[language]}</li>)}</ul></> : null}
    </Section>
  );
}
