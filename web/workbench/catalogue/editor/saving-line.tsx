import type { ReactElement } from 'react';
import { momentWords } from '../../../ui/dates.ts';
import { Notice } from '../../../ui/notice/notice.tsx';
import { saveAs } from '../../process/file-in-out.ts';
import { FailureNotice } from '../../shell/states.tsx';
import { useWords } from '../../words/words.tsx';
import { useEditorWords } from './editor-context.tsx';
import type { SavedDraft } from './use-saved-draft.ts';

/** Whether what is typed is on the server. */
export function SavingLine({ draft }: { readonly draft: SavedDraft }): ReactElement {
  const t = useEditorWords();
  const { language } = useWords();
  const { state } = draft;
  return <span className={`ed-saving ed-saving--${state.at}`} role="status">{state.at === 'saved' ? t('saving.saved', { time: momentWords(draft.savedAt, language) }) : t(`saving.${state.at}`)}</span>;
}

/** What stands in the way of saving: somebody else was faster, or the server said no. What was typed can be kept before it is given up. */
export function SavingTrouble({ draft }: { readonly draft: SavedDraft }): ReactElement | null {
  const t = useEditorWords();
  if (draft.state.at === 'overtaken') {
    return (
      <Notice kind="bad" title={t('saving.overtaken')}>
        <p>{t('saving.overtaken_how')}</p>
        <p className="pr-row">
          <button type="button" className="pr-small" onClick={() => saveAs(`${draft.change.subject || 'draft'}.json`, 'application/json', JSON.stringify(draft.typed, null, 2))}>{t('saving.keep_copy')}</button>
          <button type="button" className="pr-small" onClick={() => void draft.reload()}>{t('saving.reload')}</button>
        </p>
      </Notice>
    );
  }
  return draft.state.at === 'failed' && draft.error ? <FailureNotice error={draft.error}><p>{t('saving.failed')}</p></FailureNotice> : null;
}
