import { useRef, useState, type DragEvent, type KeyboardEvent, type ReactElement } from 'react';
import type { Material } from '../../../contract/catalogue.ts';
import type { GivenMaterial } from '../../../contract/matters.ts';
import { FileList } from '../../ui/file-list/file-list.tsx';
import { advance } from '../keys/advance.ts';
import { KeyCap } from '../keys/key-cap.tsx';
import { isInputMethodKey } from '../keys/use-keys.ts';
import { SkeletonRows } from '../shell/states.tsx';
import { failureWords } from '../words/failure-words.ts';
import { useWords } from '../words/words.tsx';
import { PaperFor, type PartNames } from './bundle-lines.tsx';
import { formKeys, possibleForms, withAllMarked, withMark, type MaterialForm, type MaterialMark, type NotOffered } from './material-marks.ts';
import { NotOfferedNow, Vouched } from './vouching.tsx';
import { Section } from './section.tsx';

/** The ways to change a material, and where its files can be read. */
export interface MaterialActs {
  readonly onMarks: (marks: readonly MaterialMark[]) => void;
  readonly upload: (materialCode: string, file: File) => Promise<void>;
  readonly removeFile: (materialCode: string, fileId: string) => Promise<void>;
  readonly fileHref: (fileId: string) => string;
}

/** The materials the situation asks for: one key each, the standard in sight. */
export function MaterialSection({ asked, given, acts, notOffered, names }: { readonly asked: readonly Material[] | undefined; readonly given: readonly GivenMaterial[]; readonly acts: MaterialActs; readonly notOffered?: NotOffered | undefined; readonly names?: PartNames }): ReactElement {
  const { t } = useWords();
  const open = (asked ?? []).filter((one) => one.is_need === 'required' && !given.some((other) => other.materialCode === one.material_code)).length;
  const bulk = (form: MaterialForm) => () => acts.onMarks(withAllMarked(asked ?? [], given, form));
  const cityToo = (asked ?? []).some((one) => possibleForms(one).includes('from_city') && !given.some((other) => other.materialCode === one.material_code));
  return (
    <Section
      name="materials" title={t('materials.title')} done={asked !== undefined && open === 0}
      aside={asked && asked.length > 0 ? (
        <span className="wb-section__aside">
          {cityToo ? <button type="button" className="wb-link" onClick={bulk('from_city')}>{t('materials.all_city')}</button> : null}
          {asked.length > given.length ? <button type="button" className="wb-link" onClick={bulk('seen_at_window')}>{t('materials.all_seen')}</button> : null}
          <span>{open === 0 ? t('materials.done') : t('materials.open', { count: open })}</span>
        </span>
      ) : null}
    >
      {asked === undefined ? <SkeletonRows count={3} height="card" /> : null}
      {asked?.length === 0 ? <p className="wb-empty">{t('materials.none')}</p> : null}
      {notOffered ? <NotOfferedNow notOffered={notOffered} asked={asked ?? []} /> : null}
      <MaterialRows asked={asked ?? []} given={given} acts={acts} notOffered={notOffered} names={names ?? {}} />
    </Section>
  );
}

/** Rows with a roving focus. */
export function MaterialRows({ asked, given, acts, notOffered, names = {} }: { readonly asked: readonly Material[]; readonly given: readonly GivenMaterial[]; readonly acts: MaterialActs; readonly notOffered?: NotOffered | undefined; readonly names?: PartNames }): ReactElement {
  const [at, setAt] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const move = (to: number): void => {
    if (to < 0) return;
    if (to >= asked.length) {
      const last = list.current?.children.item(asked.length - 1);
      if (last instanceof HTMLElement) last.focus();
      if (!advance()) document.querySelector<HTMLElement>('[data-finish]')?.focus();
      return;
    }
    setAt(to);
    const row = list.current?.children.item(to);
    if (row instanceof HTMLElement) row.focus();
  };
  return (
    <ul className="wb-materials" ref={list}>
      {asked.map((material, i) => (
        <MaterialRow key={material.material_code} material={material} given={given.find((one) => one.materialCode === material.material_code)} all={given} acts={acts} notOffered={notOffered} names={names} active={i === Math.min(at, asked.length - 1)} onFocus={() => setAt(i)} onMove={(step) => move(i + step)} />
      ))}
    </ul>
  );
}

/** The keys of a row: one for each way that is possible, the arrows, and taking the mark back. */
function keysOf(forms: readonly MaterialForm[], choose: (form: MaterialForm) => void, onMove: (step: number) => void, unmark: () => void): (event: KeyboardEvent) => void {
  const moves: Readonly<Record<string, () => void>> = { ArrowDown: () => onMove(1), ArrowUp: () => onMove(-1), Enter: () => onMove(1), Delete: unmark, Backspace: unmark };
  return (event) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.altKey || event.metaKey || isInputMethodKey(event)) return;
    const form = (formKeys as Readonly<Record<string, MaterialForm>>)[event.key.toUpperCase()];
    const act = form ? (forms.includes(form) ? () => choose(form) : undefined) : moves[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
}

interface RowProps {
  /** what the items of a bundle are called */
  readonly names: PartNames;
  readonly material: Material;
  readonly given: GivenMaterial | undefined;
  readonly all: readonly GivenMaterial[];
  readonly acts: MaterialActs;
  readonly notOffered: NotOffered | undefined;
  readonly active: boolean;
  readonly onFocus: () => void;
  readonly onMove: (step: number) => void;
}

function MaterialRow({ material, given, all, acts, notOffered, names, active, onFocus, onMove }: RowProps): ReactElement {
  const words = useWords();
  const { t, ui, of } = words;
  const picker = useRef<HTMLInputElement>(null);
  const [failure, setFailure] = useState<unknown>(undefined);
  const [busy, setBusy] = useState(false);
  const code = material.material_code;
  const forms = possibleForms(material, notOffered);
  const [vouching, setVouching] = useState(false);
  const run = async (act: () => Promise<void>): Promise<void> => {
    setFailure(undefined);
    setBusy(true);
    await act().catch(setFailure);
    setBusy(false);
  };
  const addFiles = (files: FileList | readonly File[] | null): void => void run(async () => {
    for (const file of files ?? []) await acts.upload(code, file);
  });
  const choose = (form: MaterialForm, byKey: boolean): void => {
    // A promise asks for the applicant's name first.
    if (form === 'promised' && given?.form !== form) return setVouching(true);
    if (form === 'uploaded' && (given?.form === 'uploaded' || (given?.files.length ?? 0) === 0)) return picker.current?.click();
    // A second click takes a mark back; a second key press does not, so that leaning on a key undoes nothing.
    if (given?.form !== form) acts.onMarks(withMark(all, code, form));
    else if (!byKey && form !== 'uploaded') acts.onMarks(withMark(all, code, null));
    if (byKey) onMove(1);
  };
  const onKeyDown = keysOf(forms, (form) => choose(form, true), onMove, () => acts.onMarks(withMark(all, code, null)));
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    addFiles(event.dataTransfer.files);
  };
  return (
    <li
      className={`wb-material${given ? ' wb-material--given' : ''}`} tabIndex={active ? 0 : -1} data-stop="" aria-label={`${of(material.material_name)}: ${given ? t(`form_of.${given.form}`) : ui('material.none')}`}
      onFocus={(event) => (event.target === event.currentTarget ? onFocus() : undefined)} onKeyDown={onKeyDown} onDragOver={(event) => event.preventDefault()} onDrop={onDrop} aria-busy={busy}
    >
      <div className="wb-material__words">
        <p className="wb-material__name">{of(material.material_name)} <span className={`wb-need wb-need--${material.is_need}`}>{ui(`need.${material.is_need}`)}</span> <span className="ym-quiet">{ui(`kind.${material.material_type}`)}</span></p>
        <p className="wb-material__standard">{t('materials.standard')}{of(material.accept_stand)}</p>
        <PaperFor material={material} names={names} />
        <FileList files={(given?.files ?? []).map((file) => ({ name: file.name, sizeBytes: file.sizeBytes, href: acts.fileHref(file.fileId), action: <button type="button" className="wb-link" onClick={() => void run(() => acts.removeFile(code, file.fileId))}>{t('materials.remove')}</button> }))} />
        {failure === undefined ? null : <p className="wb-judgement wb-judgement--wrong" role="alert">{failureWords(failure, words)}</p>}
        <Vouched material={material} given={given} open={vouching} onClose={() => setVouching(false)} onAffirm={(name) => {
          setVouching(false);
          acts.onMarks(withMark(all, code, 'promised', name));
          onMove(1);
        }} />
      </div>
      <FormMarks material={material} given={given} notOffered={notOffered} active={active} uploading={busy} onChoose={(form) => choose(form, false)} />
      <input ref={picker} type="file" className="ym-visually-hidden" multiple tabIndex={-1} aria-hidden="true" accept="application/pdf,image/jpeg,image/png,image/webp" data-no-stop="" onChange={(event) => {
        addFiles([...(event.target.files ?? [])]);
        event.target.value = '';
      }} />
    </li>
  );
}

/** The ways as buttons, with their keys; those not possible for this material rest. */
function FormMarks({ material, given, notOffered, active, uploading, onChoose }: Pick<RowProps, 'material' | 'given' | 'notOffered' | 'active'> & { readonly uploading: boolean; readonly onChoose: (form: MaterialForm) => void }): ReactElement {
  const { t, of } = useWords();
  const forms = possibleForms(material, notOffered);
  return (
    <div className="wb-material__forms" role="group" aria-label={of(material.material_name)}>
      {Object.entries(formKeys).filter(([, form]) => form !== 'promised' || material.promise).map(([key, form]) => (
        <button key={key} type="button" className="wb-mark" tabIndex={active ? 0 : -1} aria-pressed={given?.form === form} disabled={!forms.includes(form)} aria-keyshortcuts={key} onClick={() => onChoose(form)}>
          <KeyCap keys={key} /> {uploading && form === 'uploaded' ? t('materials.uploading') : t(`form_of.${form}`)}
        </button>
      ))}
    </div>
  );
}
