import type { ReactElement } from 'react';
import { lifeEvents, taskTypes } from '../../../../contract/catalogue.ts';
import { portalMessages } from '../../../../contract/messages/portal.ts';
import { TypedField } from '../../process/typed-field.tsx';
import { useWords } from '../../words/words.tsx';
import { useEditorWords, useItemEditing } from './editor-context.tsx';
import { CodeAt, ListAt, LocalizedField, placeId, TextAt, TickAt, TicksAt, useFault } from './fields.tsx';

/** What the item is called, what it is, under which codes, and on which legal ground. */
export function BasicsSection(): ReactElement {
  const t = useEditorWords();
  const { language } = useWords();
  const events = lifeEvents.map((event) => ({ value: event, text: portalMessages[`life.${event}`][language] }));
  return (
    <>
      <LocalizedField at="/catalog_item/task_name" label={t('f.task_name')} maxLength={120} />
      <LocalizedField at="/summary" label={t('f.summary')} rows={3} maxLength={500} />
      <PlainWords />
      <TicksAt at="/life_events" label={t('f.life_events')} choices={events} />
      <div className="ed-row">
        <TextAt at="/catalog_item/catalog_code" label={t('f.catalog_code')} code maxLength={50} />
        <TextAt at="/implementation_item/task_code" label={t('f.task_code')} code maxLength={50} />
        <CodeAt at="/catalog_item/task_type" label={t('f.task_type')} prefix="task_type" codes={taskTypes} />
      </div>
      <p><TickAt at="/catalog_item/code_is_ours" label={`${t('f.catalog_code')}: ${t('f.code_is_ours')}`} /><TickAt at="/implementation_item/code_is_ours" label={`${t('f.task_code')}: ${t('f.code_is_ours')}`} /></p>
      <ListAt at="/catalog_item/by_law" title={t('f.by_law')} name={(i) => `${t('f.by_law')} ${i + 1}`} blank={() => ({ law_name: '' })}>
        {(at) => (
          <>
            <div className="ed-row">
              <TextAt at={`${at}/law_name`} lang="zh-CN" label={t('f.law_name')} />
              <TextAt at={`${at}/according_number`} lang="zh-CN" label={t('f.according_number')} optional />
              <TextAt at={`${at}/terms_number`} lang="zh-CN" label={t('f.terms_number')} optional />
            </div>
            <TextAt at={`${at}/terms_content`} lang="zh-CN" label={t('f.terms_content')} optional rows={2} maxLength={4_000} />
          </>
        )}
      </ListAt>
    </>
  );
}

function PlainWords(): ReactElement {
  const t = useEditorWords();
  const { item, editable, edit } = useItemEditing();
  const at = '/plain_words';
  return <TypedField id={placeId(at)} label={t('f.plain_words')} value={item.plain_words.join('\n')} rows={4} maxLength={2_000} lang="zh-CN" disabled={!editable} error={useFault(at, true)} onTyped={(text) => edit({ kind: 'set', at, value: text.split('\n').map((one) => one.trim()).filter(Boolean) }, at)} />;
}
