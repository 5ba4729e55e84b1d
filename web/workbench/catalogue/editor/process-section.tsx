import { lazy, Suspense, useState, type ReactElement } from 'react';
import type { CatalogueChange, CatalogueProblem } from '../../../../contract/catalogue-admin.ts';
import { Notice } from '../../../ui/notice/notice.tsx';
import { ChoiceField, TypedField } from '../../process/typed-field.tsx';
import { FailureNotice, SkeletonRows } from '../../shell/states.tsx';
import { useWords } from '../../words/words.tsx';
import { useAdminItems, useProcesses, useProcessXml } from './calls.ts';
import { useEditorWords } from './editor-context.tsx';
import { elementOf } from './field-faults.ts';

const ProcessEditor = lazy(async () => ({ default: (await import('../../process/process-editor.tsx')).ProcessEditor }));

/** A process drawn with an item or by itself. */
export interface OwnProcess {
  readonly processId: string;
  readonly bpmn: string;
}

const isProcessId = (id: string): boolean => /^[a-z][a-z0-9-]{1,59}$/.test(id);

/** What a call activity may call: other processes, and handling items by their item's code. */
export function useCallable(): readonly { readonly value: string; readonly text: string }[] {
  const { of } = useWords();
  const processes = useProcesses();
  return (processes.data?.processes ?? []).map((one) => ({ value: `process-${one.processId}`, text: `${of(one.name)} (${one.processId})` }));
}

interface DrawnProps {
  readonly own: OwnProcess;
  /** another drawing from outside (a reload, an undo of the draft) opens the editor anew */
  readonly openKey: string;
  readonly editable: boolean;
  readonly problems: readonly CatalogueProblem[];
  readonly judged: boolean;
  readonly onXml: (xml: string) => void;
}

/** The drawing, with what is wrong at its elements. */
export function DrawnProcess({ own, openKey, editable, problems, judged, onXml }: DrawnProps): ReactElement {
  const callable = useCallable();
  const here = problems.flatMap((one) => {
    const element = elementOf(one);
    return element === undefined ? [] : [{ element, grade: one.grade, text: one.text }];
  });
  return (
    <Suspense fallback={<SkeletonRows count={6} height="card" />}>
      <ProcessEditor key={`${own.processId} ${openKey}`} processId={own.processId} xml={own.bpmn} editable={editable} problems={here} judged={judged} onXml={onXml} callable={callable} />
    </Suspense>
  );
}

interface Props {
  readonly processName: string;
  readonly own: OwnProcess | null;
  readonly openKey: string;
  readonly taskCode: string;
  readonly editable: boolean;
  readonly change: CatalogueChange;
  readonly judged: boolean;
  readonly onChoose: (processId: string) => void;
  readonly onOwn: (own: OwnProcess | null) => void;
}

/** Which process an item follows: one in use, which is shown, or one of its own, which is drawn here. */
export function ProcessSection({ processName, own, openKey, taskCode, editable, change, judged, onChoose, onOwn }: Props): ReactElement {
  const t = useEditorWords();
  const { of } = useWords();
  const processes = useProcesses();
  const items = useAdminItems();
  const all = processes.data?.processes ?? [];
  const followed = all.find((one) => one.processId === processName);
  const shared = useProcessXml(followed?.processId ?? '', own ? undefined : followed?.version);
  const others = followed?.items.filter((one) => one.taskCode !== taskCode).length ?? 0;
  if (processes.isError) return <FailureNotice error={processes.error} onRetry={() => void processes.refetch()} />;
  if (own) {
    return (
      <>
        <div className="ed-row">
          <TypedField label={t('process.own_id')} value={own.processId} code disabled={!editable} fits={isProcessId} onTyped={(processId) => onOwn({ ...own, processId })} />
          {editable ? <button type="button" className="pr-small" onClick={() => onOwn(null)}>{t('process.drop')}</button> : null}
        </div>
        <DrawnProcess own={own} openKey={openKey} editable={editable} problems={change.problems} judged={judged} onXml={(bpmn) => onOwn({ ...own, bpmn })} />
      </>
    );
  }
  return (
    <>
      <ChoiceField label={t('f.process')} value={processName} hint={t('process.shared_hint')} {...(followed ? {} : { empty: processName === '' ? '—' : processName })} choices={all.map((one) => ({ value: one.processId, text: `${of(one.name)} (${one.processId})` }))} disabled={!editable || items.isPending} onChoose={onChoose} />
      {editable ? <OwnStart taskCode={taskCode} present={shared.data?.bpmn} onOwn={onOwn} /> : null}
      {followed ? <Notice>{t('process.reading')} {others > 0 ? t('begin.process_used', { count: others + 1 }) : null}</Notice> : <p className="ym-quiet">{t('process.none')}</p>}
      {shared.data && followed ? <DrawnProcess own={{ processId: followed.processId, bpmn: shared.data.bpmn }} openKey={String(followed.version)} editable={false} problems={change.problems} judged={judged} onXml={() => undefined} /> : null}
    </>
  );
}

/** Begins a process of the item's own: with the one it follows, or with nothing. */
function OwnStart({ taskCode, present, onOwn }: { readonly taskCode: string; readonly present: string | undefined; readonly onOwn: (own: OwnProcess) => void }): ReactElement {
  const t = useEditorWords();
  const proposed = `own-${taskCode.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`.replace(/-+$/, '').slice(0, 60);
  const [id, setId] = useState(proposed);
  const begin = async (bpmn: string | undefined): Promise<void> => {
    const { blankProcess } = await import('../../process/drawing-tool.ts');
    onOwn({ processId: id, bpmn: bpmn ?? blankProcess(id) });
  };
  return (
    <details className="ed-own">
      <summary>{t('process.own')}</summary>
      <TypedField label={t('process.own_id')} value={id} code fits={isProcessId} onTyped={setId} />
      <p className="pr-row">
        {present ? <button type="button" className="pr-small" onClick={() => void begin(present)}>{t('process.own_from')}</button> : null}
        <button type="button" className="pr-small" onClick={() => void begin(undefined)}>{t('process.own_blank')}</button>
      </p>
    </details>
  );
}
