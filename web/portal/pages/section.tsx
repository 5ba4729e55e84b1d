import type { ReactElement, ReactNode } from 'react';

/** A section with its heading, reached by `#id`. */
export function Section({ id, title, children }: { readonly id: string; readonly title: string; readonly children?: ReactNode }): ReactElement {
  return <section className="pt-section" aria-labelledby={id}><h2 id={id}>{title}</h2>{children}</section>;
}
