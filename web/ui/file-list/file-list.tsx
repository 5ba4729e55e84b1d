import type { ReactElement, ReactNode } from 'react';
import { sizeWords } from '../dates.ts';
import { Icon } from '../icon/icon.tsx';

/** A file in the list. */
export interface ListedFile {
  readonly name: string;
  readonly sizeBytes: number;
  readonly href?: string | undefined;
  /** what may be done with it, for example take it off */
  readonly action?: ReactNode;
}

/** Files given, with name, size and what may be done with each. */
export function FileList({ files }: { readonly files: readonly ListedFile[] }): ReactElement | null {
  if (files.length === 0) return null;
  return (
    <ul className="ym-file-list">
      {files.map((file, i) => (
        <li key={i}>
          <Icon name="file" />
          <span className="ym-file-list__name">{file.href ? <a href={file.href}>{file.name}</a> : file.name}</span>
          <span className="ym-quiet ym-numerals">{sizeWords(file.sizeBytes)}</span>
          {file.action}
        </li>
      ))}
    </ul>
  );
}
