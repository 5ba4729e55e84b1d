import type { ReactElement, ReactNode } from 'react';

/** One line: what was asked, what was answered, and how to change it. */
export interface SummaryRow {
  readonly name: string;
  readonly value: ReactNode;
  readonly change?: { readonly href: string; readonly text: string } | undefined;
}

/** Answers in a list, each with its "change". */
export function SummaryList({ rows }: { readonly rows: readonly SummaryRow[] }): ReactElement {
  return (
    <dl className="ym-summary">
      {rows.map((row, i) => (
        <div className="ym-summary__row" key={i}>
          <dt>{row.name}</dt>
          <dd>{row.value}</dd>
          {row.change ? <dd className="ym-summary__change"><a href={row.change.href}>{row.change.text}<span className="ym-visually-hidden">: {row.name}</span></a></dd> : null}
        </div>
      ))}
    </dl>
  );
}
