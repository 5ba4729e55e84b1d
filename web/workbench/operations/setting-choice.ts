import type { SettingView } from '../../../contract/operations.ts';

/** Which settings are shown: all, those the environment gives, those that want a second look. */
export const choices = ['all', 'set', 'look'] as const;
export type Choice = (typeof choices)[number];

/** Whether a setting wants a second look: it has a warning, or its file is no longer the one that was read at the start. */
export const wantsLook = ({ warning, file }: Pick<SettingView, 'warning' | 'file'>): boolean => warning !== null || file === 'changed' || file === 'missing';

/** The settings of a choice, in the order of the server. */
export function chosen(settings: readonly SettingView[], choice: Choice): readonly SettingView[] {
  switch (choice) {
    case 'all':
      return settings;
    case 'set':
      return settings.filter((one) => one.source === 'environment');
    case 'look':
      return settings.filter(wantsLook);
  }
}
