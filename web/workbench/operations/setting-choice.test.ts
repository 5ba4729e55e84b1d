import { expect, it } from 'vitest';
import type { SettingView } from '../../../contract/operations.ts';
import { chosen } from './setting-choice.ts';

const words = { 'zh-CN': '一', 'zh-HK': '一', en: 'one' };
const setting = (name: string, more: Partial<SettingView>): SettingView => ({ name, about: words, isSecret: false, value: '1', source: 'default', file: null, warning: null, ...more });
const settings = [
  setting('PLAIN', {}), setting('SET', { source: 'environment' }), setting('WARNED', { warning: words }), setting('UNSET_WARNED', { source: 'unset', value: null, warning: words }),
  setting('FILE', { source: 'environment', file: 'as_at_start' }), setting('CHANGED', { source: 'environment', file: 'changed' }), setting('GONE', { source: 'environment', file: 'missing' }),
];
const names = (choice: Parameters<typeof chosen>[1]): readonly string[] => chosen(settings, choice).map((one) => one.name);

it('all settings are shown, those of the environment, or those that want a second look: a warning, a file that is no longer what was read', () => {
  expect(names('all')).toEqual(settings.map((one) => one.name));
  expect(names('set')).toEqual(['SET', 'FILE', 'CHANGED', 'GONE']);
  expect(names('look')).toEqual(['WARNED', 'UNSET_WARNED', 'CHANGED', 'GONE']);
});
