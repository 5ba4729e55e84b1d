import { useState, type ReactElement } from 'react';
import type { FileView, MatterView } from '../../../contract/matters.ts';
import { sizeWords } from '../../ui/dates.ts';
import { Icon } from '../../ui/icon/icon.tsx';
import { KeyCap } from '../keys/key-cap.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { useWords } from '../words/words.tsx';
import { Viewer, type ViewedFile } from './viewer.tsx';

/** What was handed in, how, with which grade of trust, and against which standard; V opens the first file. */
export function GivenMaterials({ matter }: { readonly matter: MatterView }): ReactElement {
  const { t, ui, of } = useWords();
  const [shown, setShown] = useState<number | null>(null);
  const files: readonly ViewedFile[] = matter.materials.flatMap((material) => material.files.map((file) => ({ file, material: of(material.name), standard: of(material.acceptStand), path: `/api/v1/matters/${matter.matterId}/files/${file.fileId}` })));
  const open = (file: FileView): void => setShown(files.findIndex((one) => one.file === file));
  useKeys([{ keys: 'V', does: t('file.view_files'), run: () => setShown(0), when: files.length > 0 }]);
  return (
    <section className="wb-part" aria-labelledby="part-materials">
      <h3 id="part-materials">{t('materials.title')} {files.length > 0 ? <KeyCap keys="V" /> : null}</h3>
      {matter.materials.length === 0 ? <p className="ym-quiet">{t('materials.none')}</p> : null}
      <ul className="wb-given">
        {matter.materials.map((material) => (
          <li key={material.materialCode}>
            <p className="wb-material__name">{of(material.name)} <span className={`wb-form wb-form--${material.form ?? 'none'}`}>{material.form ? t(`form_of.${material.form}`) : ui('material.none')}</span> {material.grade ? <span className="wb-grade" title={ui(`grade.${material.grade}`)}>{t('file.grade', { grade: material.grade })}</span> : null}</p>
            <p className="wb-material__standard">{t('materials.standard')}{of(material.acceptStand)}</p>
            {material.files.map((file) => (
              <button key={file.fileId} type="button" className="wb-file-button" onClick={() => open(file)}><Icon name="file" /> {file.name} <span className="ym-quiet ym-numerals">{sizeWords(file.sizeBytes)}</span></button>
            ))}
          </li>
        ))}
      </ul>
      {shown === null || shown < 0 ? null : <Viewer files={files} first={shown} onClose={() => setShown(null)} />}
    </section>
  );
}
