import { useCallback, type KeyboardEvent, type ReactElement } from 'react';
import { Link } from 'wouter';
import type { CatalogueChange } from '../../../../contract/catalogue-admin.ts';
import { EmptyState } from '../../../ui/empty-state/empty-state.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { useKeys } from '../../keys/use-keys.ts';
import { ToolIcon } from '../../process/tool-icon.tsx';
import { FailureNotice, SkeletonRows } from '../../shell/states.tsx';
import { useWords } from '../../words/words.tsx';
import { useChange } from './calls.ts';
import { DraftActs } from './draft-acts.tsx';
import { useEditorWords } from './editor-context.tsx';
import { ItemEditor } from './item-editor.tsx';
import { ProcessDraft } from './process-draft.tsx';
import { SavingLine, SavingTrouble } from './saving-line.tsx';
import { useSavedDraft, type SavedDraft } from './use-saved-draft.ts';
import '../../process/process.css';
import './editor.css';

/** A draft of the catalogue, opened for writing by its author and for reading by other administrators. */
export function EditorScreen({ changeId }: { readonly changeId: string }): ReactElement {
  const read = useChange(changeId);
  if (read.isPending) return <main className="wb-plain" id="content"><SkeletonRows count={8} height="card" /></main>;
  if (read.isError) return <main className="wb-plain" id="content"><FailureNotice error={read.error} onRetry={() => void read.refetch()} /></main>;
  return <OpenDraft key={changeId} initial={read.data} />;
}

/** While text is typed, Ctrl+Z is the text's; on the drawing it is the drawing's. */
const keepsOwnUndo = (target: EventTarget): boolean => target instanceof HTMLElement ? ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName) || target.isContentEditable || target.closest('.pr-canvas') !== null : target instanceof SVGElement;

function OpenDraft({ initial }: { readonly initial: CatalogueChange }): ReactElement {
  const t = useEditorWords();
  const draft = useSavedDraft(initial);
  const { change, undo, redo } = draft;
  const editable = change.allowed.includes('save') && draft.state.at !== 'overtaken';
  useKeys([{ keys: 'Ctrl+S', does: t('saving.sending'), run: () => void draft.settle() }]);
  const onKeyDown = useCallback((event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || keepsOwnUndo(event.target)) return;
    const key = event.key.toLowerCase();
    if (key === 'z' && !event.shiftKey) undo();
    else if (key === 'y' || (key === 'z' && event.shiftKey)) redo();
    else return;
    event.preventDefault();
  }, [undo, redo]);
  return (
    <main className="ed" id="content" onKeyDown={onKeyDown}>
      <Head draft={draft} editable={editable} />
      <div className="ed-notices"><Standing draft={draft} /><SavingTrouble draft={draft} /></div>
      {draft.typed.content.kind === 'item' ? <ItemEditor draft={draft} editable={editable} /> : null}
      {draft.typed.content.kind === 'process' ? <ProcessDraft draft={draft} editable={editable} /> : null}
      {draft.typed.content.kind === 'override' ? <EmptyState title={t('kind.override')}><p><Link href={`/catalogue/${draft.typed.content.taskCode}/versions`}>{t('editor.versions')}</Link></p></EmptyState> : null}
    </main>
  );
}

function Head({ draft, editable }: { readonly draft: SavedDraft; readonly editable: boolean }): ReactElement {
  const t = useEditorWords();
  const { of } = useWords();
  const { change } = draft;
  return (
    <header className="ed-head">
      <div className="ed-head__name">
        <Link href="/catalogue">{t('editor.back')}</Link>
        <h1><span className="ed-head__kind">{t(`kind.${change.kind}`)}</span> {of(change.subjectName) || t('editor.unnamed')} <code className="ym-quiet">{change.subject}</code></h1>
      </div>
      <div className="ed-head__acts">
        {editable ? (
          <>
            <SavingLine draft={draft} />
            <button type="button" className="pr-tool" title={`${t('editor.undo')} (Ctrl+Z)`} aria-label={t('editor.undo')} disabled={!draft.canUndo} onClick={draft.undo}><ToolIcon name="undo" /></button>
            <button type="button" className="pr-tool" title={`${t('editor.redo')} (Ctrl+Y)`} aria-label={t('editor.redo')} disabled={!draft.canRedo} onClick={draft.redo}><ToolIcon name="redo" /></button>
          </>
        ) : null}
        <DraftActs draft={draft} />
      </div>
    </header>
  );
}

/** Why it can only be read, and what moved since it was begun. */
function Standing({ draft }: { readonly draft: SavedDraft }): ReactElement | null {
  const t = useEditorWords();
  const { change } = draft;
  if (change.status === 'proposed') return <Notice>{t('editor.proposed')}</Notice>;
  if (change.status !== 'draft') return <Notice>{t('editor.not_draft')}</Notice>;
  if (!change.allowed.includes('save')) return <Notice>{t('editor.not_yours', { name: change.author.name })}</Notice>;
  if (change.newestVersion !== null && change.newestVersion > (change.baseVersion ?? 0)) {
    return <Notice kind="wait" title={t('editor.moved', { version: change.newestVersion })}><button type="button" className="pr-small" onClick={() => void draft.rebase()}>{t('editor.rebase')}</button></Notice>;
  }
  return null;
}
