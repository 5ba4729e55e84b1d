import { describe, expect, test } from 'vitest';
import { readAddress } from './address.ts';
import { workbookOf } from './export-button.tsx';

const query = (search: string): Record<string, string> => Object.fromEntries(new URLSearchParams(workbookOf('440303', readAddress(search))?.query));

describe('An export takes what is on the screen', () => {
  test('the overview, the running limits of a light, the five with their filter, the matters behind a share', () => {
    expect(query('')).toEqual({ what: 'overview', unit: '440303' });
    expect(query('list=red')).toEqual({ what: 'running', unit: '440303', light: 'red' });
    expect(query('view=five&from=2026-01&to=2026-03&channel=online')).toEqual({ what: 'five', unit: '440303', from: '2026-01', to: '2026-03', channel: 'online' });
    expect(query('view=five&list=matters.sunshine.gap&from=2026-01&to=2026-03&item=YM-07-0003-01')).toEqual({ what: 'sunshine', unit: '440303', side: 'gap', from: '2026-01', to: '2026-03', item: 'YM-07-0003-01' });
  });

  test('and nothing where there is no workbook of it', () => {
    expect(workbookOf('440303', readAddress('view=findings'))).toBeUndefined();
    expect(workbookOf('440303', readAddress('list=items.one_net.gap'))).toBeUndefined();
  });
});
