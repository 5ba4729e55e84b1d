import { useEffect, useState, type ReactElement } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { FileView } from '../../../contract/matters.ts';
import { ActButton } from '../keys/act-button.tsx';
import { fileBytes } from '../server/api.ts';
import { FailureNotice, SkeletonRows } from '../shell/states.tsx';
import { Sheet } from '../shell/sheet.tsx';
import { useWords } from '../words/words.tsx';

/** A file with the material it belongs to and the standard it must meet. */
export interface ViewedFile {
  readonly file: FileView;
  readonly material: string;
  readonly standard: string;
  /** where its bytes are */
  readonly path: string;
}

/** Object URL of a file's bytes; each reading is recorded by the server, so it is read once and kept while the viewer is open. */
function useObjectUrl(path: string) {
  const bytes = useQuery({ queryKey: ['file', path], queryFn: () => fileBytes(path), staleTime: Number.POSITIVE_INFINITY, gcTime: 60_000, refetchOnWindowFocus: false, retry: false });
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    if (!bytes.data) return undefined;
    const next = URL.createObjectURL(bytes.data);
    setUrl(next);
    return () => URL.revokeObjectURL(next);
  }, [bytes.data]);
  return { url: bytes.data ? url : undefined, error: bytes.error, retry: () => void bytes.refetch() };
}

/** The files of a matter, large, beside the standard: ← → go through them, R turns a picture, + and − change its size. */
export function Viewer({ files, first, onClose }: { readonly files: readonly ViewedFile[]; readonly first: number; readonly onClose: () => void }): ReactElement | null {
  const { t } = useWords();
  const [at, setAt] = useState(first);
  const [turn, setTurn] = useState(0);
  const [size, setSize] = useState(100);
  const shown = files[at];
  const go = (step: number): void => {
    setAt((before) => Math.min(files.length - 1, Math.max(0, before + step)));
    setTurn(0);
    setSize(100);
  };
  const larger = (): void => setSize((before) => Math.min(400, before + 25));
  const smaller = (): void => setSize((before) => Math.max(25, before - 25));
  if (!shown) return null;
  const isPicture = shown.file.mediaType.startsWith('image/');
  return (
    <Sheet
      title={`${shown.material} · ${shown.file.name}`} onClose={onClose} aside
      bindings={[
        { keys: 'ArrowRight', does: t('viewer.next'), run: () => go(1) }, { keys: 'ArrowLeft', does: t('viewer.before'), run: () => go(-1) },
        { keys: 'R', does: t('viewer.turn'), run: () => setTurn((before) => (before + 90) % 360) }, { keys: '+ / =', does: t('viewer.larger'), run: larger }, { keys: '-', does: t('viewer.smaller'), run: smaller },
      ]}
      foot={
        <>
          <ActButton keys="ArrowLeft" disabled={at === 0} onClick={() => go(-1)}>{t('viewer.before')}</ActButton>
          <ActButton keys="ArrowRight" disabled={at === files.length - 1} onClick={() => go(1)}>{t('viewer.next')}</ActButton>
          <span className="ym-quiet ym-numerals">{t('viewer.count', { at: at + 1, count: files.length })}</span>
          {isPicture ? <><ActButton kind="quiet" keys="R" onClick={() => setTurn((before) => (before + 90) % 360)}>{t('viewer.turn')}</ActButton><ActButton kind="quiet" keys="+" onClick={larger}>{t('viewer.larger')}</ActButton><ActButton kind="quiet" keys="-" onClick={smaller}>{t('viewer.smaller')}</ActButton></> : null}
        </>
      }
    >
      <p className="wb-material__standard">{t('materials.standard')}{shown.standard}</p>
      <Shown key={shown.path} viewed={shown} turn={turn} size={size} />
    </Sheet>
  );
}

function Shown({ viewed, turn, size }: { readonly viewed: ViewedFile; readonly turn: number; readonly size: number }): ReactElement {
  const { t } = useWords();
  const { url, error, retry } = useObjectUrl(viewed.path);
  if (error) return <FailureNotice error={error} onRetry={retry} />;
  if (!url) return <SkeletonRows count={3} height="card" />;
  if (viewed.file.mediaType === 'application/pdf') {
    return (
      <>
        <iframe className="wb-pdf" src={url} title={viewed.file.name} />
        <p><a href={viewed.path} target="_blank" rel="noreferrer">{t('viewer.new_tab')}</a></p>
      </>
    );
  }
  return <div className="wb-picture" tabIndex={0} role="group" aria-label={viewed.file.name}><img src={url} alt={`${viewed.material}: ${viewed.file.name}`} style={{ width: `${size}%`, transform: `rotate(${turn}deg)` }} /></div>;
}
