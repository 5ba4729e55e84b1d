import type { ReactElement, ReactNode } from 'react';

/** The foot of every page: a few links, and where a human can be reached. */
export function PageFooter({ label, links, children }: { readonly label: string; readonly links: readonly { readonly text: string; readonly href: string }[]; readonly children?: ReactNode }): ReactElement {
  return (
    <footer className="ym-footer ym-no-print">
      <div className="ym-footer__inside">
        <nav aria-label={label}>
          <ul>{links.map((link) => <li key={link.href}><a href={link.href}>{link.text}</a></li>)}</ul>
        </nav>
        {children}
      </div>
    </footer>
  );
}
