import type { ReactElement } from 'react';

/** Line signs of the drawing's tools on a 24 × 24 grid, as those of web/ui/icon. */
const paths = {
  undo: 'M9 5 4 10l5 5M4.500 10H14a5.500 5.500 0 0 1 0 11h-3',
  redo: 'M15 5l5 5-5 5M19.500 10H10a5.500 5.500 0 0 0 0 11h3',
  in: 'M12 5v14M5 12h14',
  out: 'M5 12h14',
  fit: 'M9 4H4v5M15 4h5v5M9 20H4v-5M15 20h5v-5',
} as const;

/** A tool's sign; the button around it has the word. */
export function ToolIcon({ name }: { readonly name: keyof typeof paths }): ReactElement {
  return <svg className="ym-icon" viewBox="0 0 24 24" width="18" height="18" aria-hidden="true" focusable="false"><path d={paths[name]} fill="none" stroke="currentColor" strokeWidth="1.9" strokeLinecap="round" strokeLinejoin="round" /></svg>;
}
