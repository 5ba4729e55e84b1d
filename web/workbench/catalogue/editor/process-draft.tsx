import type { ReactElement } from 'react';
import { TermsSection } from './terms-section.tsx';
import { useEditorWords } from './editor-context.tsx';
import { DrawnProcess } from './process-section.tsx';
import { useOpenKey } from './use-item-parts.ts';
import type { SavedDraft } from './use-saved-draft.ts';

/** A process changed by itself: its drawing, and what is said of the change. */
export function ProcessDraft({ draft, editable }: { readonly draft: SavedDraft; readonly editable: boolean }): ReactElement | null {
  const t = useEditorWords();
  const { content } = draft.typed;
  const process = content.kind === 'process' ? content : undefined;
  const { openKey, drawn } = useOpenKey(process?.bpmn);
  if (!process) return null;
  return (
    <div className="ed-process">
      <DrawnProcess
        own={process} openKey={openKey} editable={editable} problems={draft.change.problems} judged={draft.state.at === 'saved'}
        onXml={(bpmn) => {
          drawn(bpmn);
          draft.edit((typed) => (typed.content.kind === 'process' && typed.content.bpmn !== bpmn ? { ...typed, content: { ...typed.content, bpmn } } : typed), 'drawing');
        }}
      />
      <section className="ed-terms"><h2>{t('section.terms')}</h2><TermsSection terms={draft.typed.terms} problems={draft.change.problems} editable={editable} onTerms={(terms) => draft.edit((typed) => ({ ...typed, terms }), 'terms')} /></section>
    </div>
  );
}
