import type { ReactElement } from 'react';
import { Notice } from '../../../ui/notice/notice.tsx';
import { useWords } from '../../words/words.tsx';
import { useEditorWords, useItemEditing } from './editor-context.tsx';
import { FaultAt, LocalizedField, NumberAt, placeId } from './fields.tsx';
import { describesAll, linksAs, type ProcessTask } from './process-tasks.ts';

const at = '/implementation_item/handle_flow';

/** The links as people are told of them: their names, what is looked at, how long each may take. Which there are, and in which order, comes from the process. */
export function LinksSection({ tasks }: { readonly tasks: readonly ProcessTask[] | undefined }): ReactElement {
  const t = useEditorWords();
  const { of } = useWords();
  const { item, editable, edit } = useItemEditing();
  const links = item.implementation_item.handle_flow;
  const differ = tasks !== undefined && !describesAll(tasks, links);
  return (
    <>
      <FaultAt at="/implementation_item/process" />
      <div id={placeId(at)}><FaultAt at={at} /></div>
      {differ ? (
        <Notice kind="wait" title={t('process.links_differ')}>
          {editable ? <button type="button" className="pr-small" onClick={() => edit({ kind: 'set', at, value: linksAs(tasks, links) })}>{t('process.take_links')}</button> : null}
        </Notice>
      ) : null}
      {links.map((link, i) => (
        <section key={link.element} className="ed-list">
          <h3>{i + 1}. {of(link.name) || link.element} <code className="ym-quiet">{link.element}</code></h3>
          <LocalizedField at={`${at}/${i}/name`} label={t('f.link_name')} maxLength={120} />
          <LocalizedField at={`${at}/${i}/standard`} label={t('f.standard')} optional rows={2} />
          <NumberAt at={`${at}/${i}/working_days`} label={t('f.working_days')} optional />
        </section>
      ))}
    </>
  );
}
