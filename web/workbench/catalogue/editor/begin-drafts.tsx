import { useState, type ReactElement } from 'react';
import { Link, useLocation } from 'wouter';
import type { CatalogueStart } from '../../../../contract/catalogue-admin.ts';
import { momentWords } from '../../../ui/dates.ts';
import { ActButton } from '../../keys/act-button.tsx';
import { ChoiceField, TypedField } from '../../process/typed-field.tsx';
import { Sheet } from '../../shell/sheet.tsx';
import { FailureNotice } from '../../shell/states.tsx';
import { useWords } from '../../words/words.tsx';
import { useBegin, useChanges, useProcesses } from './calls.ts';
import { useEditorWords } from './editor-context.tsx';
import '../../process/process.css';
import './editor.css';

/** Where a draft is edited. */
export const editorPath = (changeId: string): string => `/catalogue/edit/${changeId}`;

/** Begins a draft and opens it. */
function useBeginAndOpen() {
  const begin = useBegin();
  const [, go] = useLocation();
  return { begin, start: (from: CatalogueStart) => begin.mutate(from, { onSuccess: ({ change }) => go(editorPath(change.changeId)) }) };
}

/** At an item: change it, or copy it as another. For administrators; the screen shows it to nobody else. */
export function ItemActs({ taskCode }: { readonly taskCode: string }): ReactElement {
  const t = useEditorWords();
  const words = useWords();
  const { begin, start } = useBeginAndOpen();
  const [copying, setCopying] = useState(false);
  const [code, setCode] = useState(`${taskCode}-2`);
  return (
    <div className="ed-acts">
      <ActButton kind="secondary" icon="pencil" busy={begin.isPending} onClick={() => start({ from: 'item', taskCode })}>{t('begin.edit')}</ActButton>
      <ActButton kind="quiet" onClick={() => setCopying(true)}>{t('begin.copy')}</ActButton>
      {begin.isError && !copying ? <FailureNotice error={begin.error} /> : null}
      {copying ? (
        <Sheet title={t('begin.copy')} narrow onClose={() => setCopying(false)} foot={<><ActButton kind="primary" busy={begin.isPending} onClick={() => start({ from: 'copy', taskCode, newTaskCode: code })}>{t('begin.go')}</ActButton><ActButton kind="quiet" keys="Escape" onClick={() => setCopying(false)}>{words.t('sheet.cancel')}</ActButton></>}>
          <TypedField label={t('begin.copy_code')} value={code} code maxLength={50} fits={(text) => text.length >= 4} onTyped={setCode} />
          {begin.isError ? <FailureNotice error={begin.error} /> : null}
        </Sheet>
      ) : null}
    </div>
  );
}

/** Above the list of items: a new item, a process to change, and the drafts that are open. */
export function BeginDrafts(): ReactElement {
  const t = useEditorWords();
  const { begin, start } = useBeginAndOpen();
  const [choosing, setChoosing] = useState(false);
  return (
    <div className="ed-begin">
      <p className="pr-row">
        <ActButton kind="secondary" busy={begin.isPending} onClick={() => start({ from: 'blank' })}>{t('begin.new')}</ActButton>
        <ActButton kind="secondary" onClick={() => setChoosing(true)}>{t('begin.process')}</ActButton>
      </p>
      {begin.isError ? <FailureNotice error={begin.error} /> : null}
      <Drafts />
      {choosing ? <ProcessChoice busy={begin.isPending} onChoose={(processId) => start({ from: 'process', processId })} onClose={() => setChoosing(false)} /> : null}
    </div>
  );
}

function Drafts(): ReactElement | null {
  const t = useEditorWords();
  const { of, language } = useWords();
  const drafts = useChanges('draft');
  const mine = (drafts.data?.changes ?? []).filter((one) => one.kind !== 'override');
  if (mine.length === 0) return null;
  return (
    <details className="ed-drafts" open>
      <summary>{t('drafts.title')} · {mine.length}</summary>
      <ul className="wb-hits">{mine.map((one) => <li key={one.changeId}><Link href={editorPath(one.changeId)}>{one.title || of(one.subjectName) || one.subject || t('editor.unnamed')}</Link><span className="ym-quiet">{t(`kind.${one.kind}`)} · {t('drafts.changed', { when: momentWords(one.changedAt, language) })}</span></li>)}</ul>
    </details>
  );
}

function ProcessChoice({ busy, onChoose, onClose }: { readonly busy: boolean; readonly onChoose: (processId: string) => void; readonly onClose: () => void }): ReactElement {
  const t = useEditorWords();
  const words = useWords();
  const processes = useProcesses();
  const all = processes.data?.processes ?? [];
  const [chosen, setChosen] = useState('');
  const one = all.find((process) => process.processId === chosen);
  return (
    <Sheet title={t('begin.process_choose')} narrow onClose={onClose} foot={<><ActButton kind="primary" busy={busy} disabled={!one} onClick={() => onChoose(chosen)}>{t('begin.go')}</ActButton><ActButton kind="quiet" keys="Escape" onClick={onClose}>{words.t('sheet.cancel')}</ActButton></>}>
      {processes.isError ? <FailureNotice error={processes.error} /> : null}
      <ChoiceField label={t('f.process')} value={chosen} empty="—" choices={all.map((process) => ({ value: process.processId, text: `${words.of(process.name)} (${process.processId})` }))} onChoose={setChosen} />
      {one ? <><p>{t('begin.process_used', { count: one.items.length })}</p><ul className="wb-posts">{one.items.map((item) => <li key={item.taskCode}>{words.of(item.name)}</li>)}</ul></> : null}
    </Sheet>
  );
}
