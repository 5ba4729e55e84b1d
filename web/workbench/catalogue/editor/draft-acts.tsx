import { useRef, useState, type ReactElement } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { ActButton } from '../../keys/act-button.tsx';
import { newCommandId } from '../../server/command-id.ts';
import { Sheet } from '../../shell/sheet.tsx';
import { FailureNotice } from '../../shell/states.tsx';
import { useWords } from '../../words/words.tsx';
import { actOnChange, discardChange } from './calls.ts';
import { useEditorWords } from './editor-context.tsx';
import type { SavedDraft } from './use-saved-draft.ts';

/** What may be done with the draft now, as the server says: propose it, take it back, throw it away. */
export function DraftActs({ draft }: { readonly draft: SavedDraft }): ReactElement {
  const t = useEditorWords();
  const client = useQueryClient();
  const [, go] = useLocation();
  const [sure, setSure] = useState(false);
  const { change } = draft;
  const may = (act: (typeof change.allowed)[number]): boolean => change.allowed.includes(act);
  const last = useRef<{ readonly told: string; readonly commandId: string } | null>(null);
  const act = useMutation({
    mutationFn: async (kind: 'propose' | 'withdraw') => {
      if (kind === 'propose' && !(await draft.settle())) return;
      const revision = draft.revisionNow();
      const told = `${kind} ${revision}`;
      // Pressed again after a lost answer it is the same command, and counts once.
      if (last.current?.told !== told) last.current = { told, commandId: newCommandId() };
      draft.take((await actOnChange(kind, change.changeId, revision, last.current.commandId)).change);
    },
    onSettled: () => void client.invalidateQueries({ queryKey: ['catalogue-changes'] }),
  });
  const discard = useMutation({
    mutationFn: () => discardChange(change.changeId, draft.revisionNow()),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['catalogue-changes'] });
      go('/catalogue');
    },
  });
  const errors = change.problems.filter((one) => one.grade === 'error').length;
  return (
    <>
      {may('propose') || may('save') ? <ActButton kind="primary" busy={act.isPending} disabled={draft.state.at === 'saved' && errors > 0} onClick={() => act.mutate('propose')}>{t('editor.propose')}</ActButton> : null}
      {may('withdraw') ? <ActButton kind="secondary" busy={act.isPending} onClick={() => act.mutate('withdraw')}>{t('editor.withdraw')}</ActButton> : null}
      {may('discard') ? <ActButton kind="quiet" onClick={() => setSure(true)}>{t('editor.discard')}</ActButton> : null}
      {act.isError ? <FailureNotice error={act.error} /> : null}
      {sure ? <DiscardSheet busy={discard.isPending} error={discard.error} onDiscard={() => discard.mutate()} onClose={() => setSure(false)} /> : null}
    </>
  );
}

function DiscardSheet({ busy, error, onDiscard, onClose }: { readonly busy: boolean; readonly error: unknown; readonly onDiscard: () => void; readonly onClose: () => void }): ReactElement {
  const t = useEditorWords();
  const words = useWords();
  return (
    <Sheet title={t('editor.discard')} narrow onClose={onClose} foot={<><ActButton kind="primary" busy={busy} onClick={onDiscard}>{t('editor.discard')}</ActButton><ActButton kind="quiet" keys="Escape" onClick={onClose}>{words.t('sheet.cancel')}</ActButton></>}>
      <p>{t('editor.discard_sure')}</p>
      {error ? <FailureNotice error={error} /> : null}
    </Sheet>
  );
}
