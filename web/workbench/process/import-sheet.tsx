import { useRef, useState, type DragEvent, type ReactElement } from 'react';
import { useMutation } from '@tanstack/react-query';
import type { CatalogueProblem } from '../../../contract/catalogue-admin.ts';
import { Notice } from '../../ui/notice/notice.tsx';
import { ActButton } from '../keys/act-button.tsx';
import { answered, api } from '../server/api.ts';
import { Sheet } from '../shell/sheet.tsx';
import { FailureNotice, SkeletonRows } from '../shell/states.tsx';
import { useWords } from '../words/words.tsx';
import { fileFault, isDrawn, laidOut, largestFile } from './file-in-out.ts';
import { ProblemList } from './problem-list.tsx';
import { useProcessWords } from './process-words.ts';

/** A file read and judged. */
interface Judged {
  readonly name: string;
  readonly xml: string;
  readonly laidOut: boolean;
  readonly accepted: boolean;
  readonly problems: readonly CatalogueProblem[];
  readonly unfinished: readonly CatalogueProblem[];
}

/** Reads a drawing from a file, has the server judge it and lays it out where it has no coordinates. */
function useJudge(processId: string) {
  return useMutation({
    mutationFn: async (file: File): Promise<Judged> => {
      const text = await file.text();
      const judged = await answered(api.POST('/api/v1/catalogue-admin/check-process', { body: { processId, bpmn: text } }));
      const bare = !isDrawn(text);
      return { name: file.name, xml: bare && judged.accepted ? await laidOut(text) : text, laidOut: bare, accepted: judged.accepted, problems: judged.problems, unfinished: judged.unfinished };
    },
  });
}

const places = (problems: readonly CatalogueProblem[]) => problems.map((one, i) => ({ key: `${i} ${one.pointer} ${one.code}`, grade: one.grade, text: one.text, where: one.pointer.split('/').at(-1) || undefined }));

/** Imports a BPMN file drawn elsewhere: dropped or chosen, judged, and taken over when everything in it can be carried out. */
export function ImportSheet({ processId, onTake, onClose }: { readonly processId: string; readonly onTake: (xml: string, fileName: string) => void; readonly onClose: () => void }): ReactElement {
  const t = useProcessWords();
  const words = useWords();
  const judge = useJudge(processId);
  const [tooLarge, setTooLarge] = useState(false);
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const take = (file: File | undefined): void => {
    setTooLarge(file !== undefined && file.size > largestFile);
    if (file && file.size <= largestFile) judge.mutate(file);
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  const judged = judge.data;
  return (
    <Sheet
      title={t('import.title')} onClose={onClose}
      foot={<><ActButton kind="primary" disabled={!judged?.accepted} onClick={() => judged && onTake(judged.xml, judged.name)}>{t('import.take')}</ActButton><ActButton kind="quiet" keys="Escape" onClick={onClose}>{words.t('sheet.cancel')}</ActButton></>}
    >
      <div className={over ? 'pr-drop pr-drop--over' : 'pr-drop'} onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)} onDrop={onDrop}>
        <label htmlFor="pr-file">{t('import.drop')}</label>
        <input id="pr-file" ref={input} type="file" accept=".bpmn,.xml" onChange={(event) => take(event.target.files?.[0])} />
      </div>
      <p className="ym-quiet">{t('import.replaces')}</p>
      {tooLarge ? <Notice kind="bad">{t('import.too_large')}</Notice> : null}
      {judge.isPending ? <><p role="status">{t('import.reading', { file: judge.variables.name })}</p><SkeletonRows count={2} /></> : null}
      {judge.isError ? ('problem' in judge.error ? <FailureNotice error={judge.error} /> : <Notice kind="bad">{fileFault(t, judge.error)}</Notice>) : null}
      {judged ? (
        <div aria-live="polite">
          <Notice kind={judged.accepted ? 'good' : 'bad'} title={t(judged.accepted ? 'import.accepted' : 'import.refused', { file: judged.name })}>
            {judged.accepted && judged.laidOut ? <p>{t('import.laid_out')}</p> : null}
          </Notice>
          {judged.problems.length > 0 ? <ProblemList problems={places(judged.problems)} /> : null}
          {judged.unfinished.length > 0 ? <><h3>{t('import.unfinished')}</h3><ProblemList problems={places(judged.unfinished)} /></> : null}
        </div>
      ) : null}
    </Sheet>
  );
}
