import type { ReactElement, ReactNode } from 'react';

/** An empty list: what would be here, and how to get it. */
export function EmptyState({ title, children }: { readonly title: string; readonly children?: ReactNode }): ReactElement {
  return (
    <div className="ym-empty">
      <p className="ym-empty__title">{title}</p>
      {children}
    </div>
  );
}
