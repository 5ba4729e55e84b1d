import type { ReactElement } from 'react';

/** One error and the field it is about. */
export interface ErrorLine {
  readonly text: string;
  /** id of the control; without it the line is no link */
  readonly fieldId?: string | undefined;
}

/** What is wrong on this page, all of it, at the top: takes focus when the page opens (autofocus) and leads to each field. */
export function ErrorSummary({ title, lines }: { readonly title: string; readonly lines: readonly ErrorLine[] }): ReactElement | null {
  if (lines.length === 0) return null;
  return (
    <div className="ym-error-summary" role="alert" aria-labelledby="error-summary-title" tabIndex={-1} autoFocus id="error-summary">
      <h2 id="error-summary-title">{title}</h2>
      <ul>
        {lines.map((line, i) => <li key={i}>{line.fieldId ? <a href={`#${line.fieldId}`}>{line.text}</a> : line.text}</li>)}
      </ul>
    </div>
  );
}
