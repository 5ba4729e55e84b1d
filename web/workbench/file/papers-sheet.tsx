import { useState, type ReactElement, type ReactNode } from 'react';
import type { HandlingItem, Material } from '../../../contract/catalogue.ts';
import type { FormAnswers, GivenMaterial, MatterView } from '../../../contract/matters.ts';
import { faultsOf } from '../../ui/form/fault-words.ts';
import { ActButton } from '../keys/act-button.tsx';
import { FormBody, hasFields } from '../intake/form-section.tsx';
import { MaterialRows } from '../intake/material-section.tsx';
import { problemLines } from '../intake/problem-words.ts';
import { answered, api, isFailure, withFile } from '../server/api.ts';
import { FailureNotice, SkeletonRows } from '../shell/states.tsx';
import { Sheet } from '../shell/sheet.tsx';
import { useItem } from '../server/queries.ts';
import { useWords } from '../words/words.tsx';
import { withMarks, withoutUpload, withUpload } from './papers.ts';

/** What stands in a sheet of papers when it is sent, or asked whether it can be. */
export interface SheetPapers {
  readonly given: readonly GivenMaterial[];
  readonly form: FormAnswers;
  /** fields whose answer cannot be read yet */
  readonly unread: number;
  readonly asked: readonly Material[];
}

interface PapersSheetProps {
  readonly matter: MatterView;
  readonly title: string;
  readonly sendWords: string;
  readonly busy: boolean;
  readonly error: unknown;
  /** what is in the sheet when it opens */
  readonly start: readonly GivenMaterial[];
  /** the materials of the item it is about */
  readonly about: (materials: readonly Material[]) => readonly Material[];
  readonly withForm: boolean;
  /** why it cannot be sent yet, or null */
  readonly hindrance: (papers: SheetPapers) => string | null;
  readonly onSend: (papers: SheetPapers) => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Papers handed in at the window: materials with one key each, the form where it may change, refusals in place. */
export function PapersSheet(props: PapersSheetProps): ReactElement {
  const { matter, title, sendWords, busy, error, start, about, withForm, hindrance, onSend, onClose, children } = props;
  const { t } = useWords();
  const item = useItem(matter.taskCode);
  const [form, setForm] = useState<FormAnswers>(matter.form);
  const [unread, setUnread] = useState(0);
  const [given, setGiven] = useState<readonly GivenMaterial[]>(start);
  const handling = item.data?.item.handling_items.find((one) => one.task_handle_item === matter.handlingItem);
  const asked = about(handling?.materials ?? []);
  const papers: SheetPapers = { given, form, unread, asked };
  const hinders = handling ? hindrance(papers) : '';
  const send = (): void => {
    if (hinders === null && !busy) onSend(papers);
  };
  const upload = async (materialCode: string, file: File): Promise<void> => {
    const view = await answered(api.POST('/api/v1/matters/{matterId}/files', { params: { path: { matterId: matter.matterId } }, ...withFile(file) }));
    setGiven((before) => withUpload(before, materialCode, view));
  };
  const removeFile = async (materialCode: string, fileId: string): Promise<void> => setGiven((before) => withoutUpload(before, materialCode, fileId));
  return (
    <Sheet
      title={title} onClose={onClose} aside bindings={[{ keys: 'Ctrl+Enter', does: sendWords, run: send }]}
      foot={<><ActButton kind="primary" keys="Ctrl+Enter" busy={busy} disabled={hinders !== null} onClick={send}>{sendWords}</ActButton><ActButton kind="quiet" keys="Escape" onClick={onClose}>{t('sheet.cancel')}</ActButton>{hinders ? <span className="ym-quiet" role="status">{hinders}</span> : null}</>}
    >
      {children}
      {error ? <Refused error={error} handling={handling} asked={asked} /> : null}
      {item.isPending ? <SkeletonRows count={3} height="card" /> : null}
      {item.isError ? <FailureNotice error={item.error} onRetry={() => void item.refetch()} /> : null}
      {asked.length > 0 ? <><h3>{t('materials.title')}</h3><MaterialRows asked={asked} given={given} acts={{ onMarks: (marks) => setGiven((before) => withMarks(before, marks)), upload, removeFile, fileHref: (fileId) => `/api/v1/matters/${matter.matterId}/files/${fileId}` }} /></> : null}
      {withForm && hasFields(matter.formDefinition) ? (
        <>
          <h3>{t('form.title')}</h3>
          <FormBody form={matter.formDefinition} initial={matter.form} faults={faultsOf(matter.formDefinition, isFailure(error) ? (error.problem.errors ?? []) : [])} near={matter.areaUnit} onAnswers={(answers, faulty) => {
            setForm(answers);
            setUnread(faulty.length);
          }} />
        </>
      ) : null}
    </Sheet>
  );
}

/** A refusal with each thing it is about. */
function Refused({ error, handling, asked }: { readonly error: unknown; readonly handling: HandlingItem | undefined; readonly asked: readonly Material[] }): ReactElement {
  const words = useWords();
  const lines = handling && isFailure(error) ? problemLines(error.problem.errors ?? [], handling, asked, words) : [];
  return <FailureNotice error={error}>{lines.length > 0 ? <ul>{lines.map((line) => <li key={line.text}>{line.text}</li>)}</ul> : null}</FailureNotice>;
}
