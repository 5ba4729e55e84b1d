import type { ReactElement } from 'react';

/** Line icons of our own on a 24 × 24 grid, one stroke. Each is an SVG path. */
const paths = {
  door: 'M5 21V4.5C5 3.7 5.7 3 6.5 3h11c.8 0 1.5.7 1.5 1.5V21M3 21h18M9 21V8h6v13M13 14.5h.01',
  search: 'M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM20.5 20.5 16 16',
  person: 'M12 11.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20.5c.6-4 3.6-6 7.5-6s6.900 2 7.500 6',
  building: 'M4 21V5l8-2v18M12 9h7v12M2.500 21h19M7 8h2M7 12h2M7 16h2M15 13h1.500M15 17h1.500',
  calendar: 'M4 6h16v15H4zM4 10.500h16M8 3v5M16 3v5',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 7v5.500l3.500 2',
  file: 'M6 3h8l4.500 4.500V21H6zM14 3v5h4.500M9 12.500h6M9 16.500h6',
  upload: 'M12 16V4M7 8.500 12 4l5 4.500M4 16v4.500h16V16',
  download: 'M12 4v12M7 11.500 12 16l5-4.500M4 16v4.500h16V16',
  print: 'M7 8V3h10v5M7 17H4V8h16v9h-3M7 14h10v7H7z',
  check: 'M4.500 12.500 10 18 20 6.500',
  cross: 'M6 6l12 12M18 6 6 18',
  warning: 'M12 3.500 22 20.500H2zM12 10v5M12 17.800h.01',
  info: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 11v5.500M12 7.800h.01',
  pencil: 'M4 20l1-4L16 5l3 3L8 19zM14 7l3 3',
  phone: 'M6 3h3.500l1.500 5-2 1.500c1 2.300 3.200 4.500 5.500 5.500l1.500-2 5 1.500V18c0 1.700-1.300 3-3 3C10.300 21 3 13.700 3 6c0-1.700 1.300-3 3-3Z',
  forward: 'M9 5l7 7-7 7',
  back: 'M15 5l-7 7 7 7',
  home: 'M3 11.500 12 4l9 7.500M5.500 10v11h13V10M10 21v-6h4v6',
  message: 'M3.500 5h17v12H12l-4.500 4v-4h-4zM8 9.500h8M8 13h5',
  pin: 'M12 21.500s7-6.500 7-12a7 7 0 1 0-14 0c0 5.500 7 12 7 12ZM12 12a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5Z',
  shield: 'M12 3l8 3v6c0 4.500-3.200 7.800-8 9-4.800-1.200-8-4.500-8-9V6zM8.500 12l2.500 2.500 4.500-5',
  letters: 'M3 19 8.500 5 14 19M5 14.500h7M15.500 19l3-8 3 8M16.600 16.300h3.800',
  globe: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM3 12h18M12 3c3 2.500 3.800 6 3.800 9S15 18.500 12 21c-3-2.500-3.800-6-3.800-9S9 5.500 12 3Z',
} as const;

/** Names of the icons in the set. */
export type IconName = keyof typeof paths;

/** All names, for a gallery. */
export const iconNames = Object.keys(paths) as readonly IconName[];

/** A line icon the height of the text beside it. Always set beside a word, so it is hidden from screen readers. */
export function Icon({ name }: { readonly name: IconName }): ReactElement {
  return (
    <svg className="ym-icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">
      <path d={paths[name]} fill="none" stroke="currentColor" strokeWidth="1.7" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
