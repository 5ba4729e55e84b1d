import { useState, type ReactElement } from 'react';
import type { Material } from '../../../contract/catalogue.ts';
import type { FormAnswers, GivenMaterial, MatterView } from '../../../contract/matters.ts';
import { ActButton } from '../keys/act-button.tsx';
import { FormBody, hasFields } from '../intake/form-section.tsx';
import { MaterialRows } from '../intake/material-section.tsx';
import { answered, api, withFile } from '../server/api.ts';
import { FailureNotice, SkeletonRows } from '../shell/states.tsx';
import { Sheet } from '../shell/sheet.tsx';
import { useItem } from '../server/queries.ts';
import { useWords } from '../words/words.tsx';
import type { Act } from './act-calls.ts';
import { DefectList } from './defect-list.tsx';

/** 补正 at the window: what the notice asked for, handed in by whoever brings it. */
export function SupplementSheet({ matter, busy, error, onSend, onClose }: { readonly matter: MatterView; readonly busy: boolean; readonly error: unknown; readonly onSend: (act: Act) => void; readonly onClose: () => void }): ReactElement {
  const { t, ui } = useWords();
  const item = useItem(matter.taskCode);
  const [form, setForm] = useState<FormAnswers>(matter.form);
  const [unread, setUnread] = useState(0);
  const [given, setGiven] = useState<readonly GivenMaterial[]>([]);
  const handling = item.data?.item.handling_items.find((one) => one.task_handle_item === matter.handlingItem);
  const wanted = new Set(matter.defects.filter((defect) => defect.about === 'material').map((defect) => defect.code));
  const asked = (handling?.materials ?? []).filter((material: Material) => wanted.has(material.material_code));
  const ready = unread === 0 && asked.every((material) => given.some((one) => one.materialCode === material.material_code));
  const send = (): void => {
    if (ready && !busy) onSend({ kind: 'supplement', form, materials: given });
  };
  const upload = async (materialCode: string, file: File): Promise<void> => {
    const view = await answered(api.POST('/api/v1/matters/{matterId}/files', { params: { path: { matterId: matter.matterId } }, ...withFile(file) }));
    setGiven((before) => {
      const files = before.find((one) => one.materialCode === materialCode)?.files ?? [];
      return [...before.filter((one) => one.materialCode !== materialCode), { materialCode, form: 'uploaded', files: [...files.filter((one) => one.fileId !== view.fileId), view] }];
    });
  };
  const removeFile = async (materialCode: string, fileId: string): Promise<void> => {
    setGiven((before) => before.map((one) => (one.materialCode === materialCode ? { ...one, files: one.files.filter((file) => file.fileId !== fileId) } : one)).filter((one) => one.form !== 'uploaded' || one.files.length > 0));
  };
  const onMarks = (marks: readonly Pick<GivenMaterial, 'materialCode' | 'form'>[]): void =>
    setGiven((before) => [...marks.map((mark) => ({ ...mark, files: [] })), ...before.filter((one) => one.form === 'uploaded' && !marks.some((mark) => mark.materialCode === one.materialCode))]);
  return (
    <Sheet
      title={ui('command.supplement')} onClose={onClose} aside bindings={[{ keys: 'Ctrl+Enter', does: t('supplement.send'), run: send }]}
      foot={<><ActButton kind="primary" keys="Ctrl+Enter" busy={busy} disabled={!ready} onClick={send}>{t('supplement.send')}</ActButton><ActButton kind="quiet" keys="Escape" onClick={onClose}>{t('sheet.cancel')}</ActButton></>}
    >
      <DefectList matter={matter} />
      {error ? <FailureNotice error={error} /> : null}
      {item.isPending ? <SkeletonRows count={3} height="card" /> : null}
      {item.isError ? <FailureNotice error={item.error} onRetry={() => void item.refetch()} /> : null}
      {asked.length > 0 ? <><h3>{t('materials.title')}</h3><MaterialRows asked={asked} given={given} acts={{ onMarks, upload, removeFile, fileHref: (fileId) => `/api/v1/matters/${matter.matterId}/files/${fileId}` }} /></> : null}
      {hasFields(matter.formDefinition) ? <><h3>{t('form.title')}</h3><FormBody form={matter.formDefinition} initial={matter.form} onAnswers={(answers, faulty) => {
        setForm(answers);
        setUnread(faulty.length);
      }} faults={[]} near={matter.areaUnit} /></> : null}
    </Sheet>
  );
}
