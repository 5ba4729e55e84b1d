import type { ReactElement } from 'react';

/** Where this page is; the last part is the page itself and no link. */
export function Breadcrumb({ label, parts }: { readonly label: string; readonly parts: readonly { readonly text: string; readonly href?: string }[] }): ReactElement {
  return (
    <nav className="ym-breadcrumb" aria-label={label}>
      <ol>
        {parts.map((part, i) => (
          <li key={i} {...(i === parts.length - 1 ? { 'aria-current': 'page' } : {})}>{part.href && i < parts.length - 1 ? <a href={part.href}>{part.text}</a> : part.text}</li>
        ))}
      </ol>
    </nav>
  );
}
