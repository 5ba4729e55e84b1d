import type { ReactElement, ReactNode } from 'react';

/** One part of the intake with its name; `data-section` is where the keys jump to. */
export function Section({ name, title, aside, done = false, children }: { readonly name: string; readonly title: string; readonly aside?: ReactNode; readonly done?: boolean; readonly children: ReactNode }): ReactElement {
  return (
    <section className={`wb-section wb-section--${name}${done ? ' wb-section--done' : ''}`} data-section={name} aria-labelledby={`section-${name}`}>
      <div className="wb-section__head">
        <h2 id={`section-${name}`}>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
