import { useRef, useState, type ReactElement } from 'react';
import type { Form, HandlingItem, Item, Material } from '../../../../contract/catalogue.ts';
import { type Language, languageNames, languages, type Localized } from '../../../../contract/language.ts';
import type { FormAnswers } from '../../../../contract/matters.ts';
import { portalMessages } from '../../../../contract/messages/portal.ts';
import { editorMessages } from '../../../../contract/messages/workbench-editor.ts';
import { FormFields } from '../../../ui/form/form-fields.tsx';
import { isAsked } from '../../../ui/form/form-field.ts';
import { gather, readForm } from '../../../ui/form/read-form.ts';
import { Notice } from '../../../ui/notice/notice.tsx';
import { Radios } from '../../../ui/radios/radios.tsx';
import { speaker, uiSpeaker } from '../../../ui/speak.ts';
import { promiseWords } from '../../intake/promise-words.ts';
import { useWords } from '../../words/words.tsx';
import { TickField } from '../../process/typed-field.tsx';
import { useEditorWords } from './editor-context.tsx';
import { PreviewFrame } from './preview-frame.tsx';
import { situationOf } from './situation-edits.ts';


/** What was answered and filled in the preview of a handling item; the test run takes it from here. */
export interface Filled {
  readonly answers: Readonly<Record<string, string>>;
  readonly form: FormAnswers;
}
export const nothingFilled: Filled = { answers: {}, form: {} };

interface Props {
  readonly item: Item;
  readonly index: number;
  readonly filled: Filled;
  readonly onFilled: (filled: Filled) => void;
  /** what is being edited: the preview shows that part */
  readonly part: 'questions' | 'materials' | 'form' | undefined;
}

/** The item as residents will see it: its questions, what to bring, its form; in each language, in elder mode too. */
export function Preview({ item, index, filled, onFilled, part }: Props): ReactElement {
  const t = useEditorWords();
  const words = useWords();
  const [language, setLanguage] = useState<Language>(words.language);
  const [elder, setElder] = useState(false);
  const handling = item.handling_items[index] ?? item.handling_items[0];
  return (
    <div className="ed-preview">
      <div className="ed-preview__tools">
        <div className="wb-views" role="group" aria-label={t('preview.language')}>{languages.map((one) => <button key={one} type="button" lang={one} aria-pressed={one === language} onClick={() => setLanguage(one)}>{languageNames[one]}</button>)}</div>
        <TickField label={t('preview.elder')} value={elder} onTick={setElder} />
      </div>
      <PreviewFrame title={t('preview.frame')} language={language} elder={elder} shows={part === undefined || part === 'questions' ? undefined : `preview-${part}`}>
        {/* anew in another language: the controls keep what they hold by themselves */}
        {handling ? <Page key={`${language} ${handling.task_handle_item}`} item={item} handling={handling} language={language} filled={filled} onFilled={onFilled} promise={promiseWords({ amount: item.implementation_item.promise_day, unit: item.implementation_item.promise_type }, { ...words, ui: uiSpeaker(language) })} /> : null}
      </PreviewFrame>
    </div>
  );
}

interface PageProps {
  readonly item: Item;
  readonly handling: HandlingItem;
  readonly language: Language;
  readonly filled: Filled;
  readonly onFilled: (filled: Filled) => void;
  readonly promise: string;
}

function Page({ item, handling, language, filled, onFilled, promise }: PageProps): ReactElement {
  const e = speaker(editorMessages, language);
  const ui = uiSpeaker(language);
  const of = (text: Localized | undefined): string => text?.[language] ?? '';
  const { asked, notEligible, materials } = situationOf(handling, filled.answers);
  const open = asked.some((question) => !filled.answers[question.id]);
  const list = useRef<HTMLFormElement>(null);
  const answer = (): void => {
    const given = list.current ? [...new FormData(list.current).entries()].map(([name, value]) => [name.slice(2), String(value)] as const) : [];
    onFilled({ ...filled, answers: Object.fromEntries(given) });
  };
  return (
    <main>
      <h1>{of(item.catalog_item.task_name) || '—'}</h1>
      <p>{of(handling.name)}</p>
      <p>{of(item.summary)}</p>
      <p><strong>{ui('limit.promised')}: {promise}</strong></p>
      {asked.length > 0 ? (
        <form ref={list} className="pt-box" onInput={answer} onSubmit={(event) => event.preventDefault()}>
          {asked.map((question) => <Radios key={question.id} id={`q-${question.id}`} name={`q.${question.id}`} label={of(question.text)} hint={question.why ? of(question.why) : undefined} value={filled.answers[question.id]} choices={question.options.map((option) => ({ value: option.id, text: of(option.text) }))} />)}
        </form>
      ) : null}
      {notEligible ? <Notice kind="wait" title={e('preview.not_way')}><p>{of(notEligible.not_eligible)}</p></Notice> : (
        <>
          <h2 id="preview-materials">{e('preview.checklist')}</h2>
          {open ? <p className="ym-quiet">{e('preview.open')}</p> : null}
          <ol className="pt-materials">{materials.map((material) => <li key={material.material_code}><h3>{of(material.material_name)}</h3><MaterialWords material={material} language={language} /></li>)}</ol>
          <FormPages form={handling.form} language={language} answers={filled.form} onForm={(form) => onFilled({ ...filled, form })} />
        </>
      )}
    </main>
  );
}

function MaterialWords({ material, language }: { readonly material: Material; readonly language: Language }): ReactElement {
  const p = speaker(portalMessages, language);
  const e = speaker(editorMessages, language);
  const ui = uiSpeaker(language);
  const facts = [e(`material_type.${material.material_type}`), ui(`need.${material.is_need}`), ...(material.issued_by ? [p('guide.issued_by', { body: material.issued_by[language] })] : []), ...(material.deferral?.working_days ? [e('preview.deferral', { days: material.deferral.working_days })] : [])];
  return (
    <>
      <p className="ym-quiet">{facts.join(' · ')}</p>
      {material.source_type === 'government' ? <p className="pt-city">{p('guide.from_city')}</p> : null}
      {material.filled_by_form ? <p className="pt-city">{ui('material.filled_in_form')}</p> : null}
      <p>{p('guide.must_show', { standard: material.accept_stand[language] })}</p>
      {material.fill_explain ? <p>{material.fill_explain[language]}</p> : null}
      {material.promise ? <p>{e('preview.promise')}{material.promise.promise_text[language]}</p> : null}
    </>
  );
}

/** The form, page after page, drawn by the renderer of the portal; fields not asked are not shown. */
function FormPages({ form, language, answers, onForm }: { readonly form: Form; readonly language: Language; readonly answers: FormAnswers; readonly onForm: (answers: FormAnswers) => void }): ReactElement {
  const element = useRef<HTMLFormElement>(null);
  const [initial] = useState(answers);
  const read = (): void => {
    if (element.current) onForm(readForm(form, gather([...new FormData(element.current).entries()])).answers);
  };
  return (
    <form id="preview-form" ref={element} onInput={read} onSubmit={(event) => event.preventDefault()} noValidate>
      {form.ui.pages.map((page) => (
        <section key={page.id}>
          <h2>{page.title[language]}</h2>
          {page.why ? <p>{page.why[language]}</p> : null}
          {page.fields.filter((field) => isAsked(field, answers)).map((field) => <OneField key={`${field.name} ${field.widget}`} form={form} field={field} language={language} initial={initial} />)}
        </section>
      ))}
    </form>
  );
}

function OneField({ form, field, language, initial }: { readonly form: Form; readonly field: Form['ui']['pages'][number]['fields'][number]; readonly language: Language; readonly initial: FormAnswers }): ReactElement {
  const { when: _asked, ...plain } = field;
  return <FormFields form={form} fields={[field.when ? (plain as typeof field) : field]} language={language} answers={initial} />;
}
