import type { Messages } from '../language.ts';

/** Words of an exported difference. */
export const catalogueExportMessages = {
  'catalogue_export.sheet': { 'zh-CN': '差异', 'zh-HK': '差異', en: 'Differences' },
  'catalogue_export.mark': { 'zh-CN': '{code}：{left} 与 {right} 的差异，{day}', 'zh-HK': '{code}：{left} 與 {right} 的差異，{day}', en: '{code}: {left} and {right} compared, {day}' },
  'catalogue_export.where': { 'zh-CN': '位置', 'zh-HK': '位置', en: 'Where' },
  'catalogue_export.part': { 'zh-CN': '所属', 'zh-HK': '所屬', en: 'Part' },
  'catalogue_export.what': { 'zh-CN': '变动', 'zh-HK': '變動', en: 'What' },
  'catalogue_export.added': { 'zh-CN': '新增', 'zh-HK': '新增', en: 'added' },
  'catalogue_export.removed': { 'zh-CN': '删除', 'zh-HK': '刪除', en: 'removed' },
  'catalogue_export.changed': { 'zh-CN': '修改', 'zh-HK': '修改', en: 'changed' },
  'catalogue_export.moved': { 'zh-CN': '移位', 'zh-HK': '移位', en: 'moved' },
} as const satisfies Messages;
