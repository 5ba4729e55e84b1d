import type { Messages } from '../language.ts';

/** Refusals of the unit tree. `{unit}` is the unit's code, `{successors}` the codes that stand in its place, blank-separated, perhaps none. */
export const unitsMessages = {
  'units.unknown': {
    'zh-CN': '没有代码为 {unit} 的区划单位。请核对后重新选择。',
    'zh-HK': '沒有代碼為 {unit} 的區劃單位。請核對後重新選擇。',
    en: 'There is no unit with code {unit}. Check it and choose again.',
  },
  'units.not_yet_in_force': {
    'zh-CN': '单位 {unit} 自 {validFrom} 起设立，此日期之前不能选用。',
    'zh-HK': '單位 {unit} 自 {validFrom} 起設立，此日期之前不能選用。',
    en: 'Unit {unit} exists only from {validFrom}; it cannot be used for an earlier day.',
  },
  'units.no_longer_exists': {
    'zh-CN': '单位 {unit} 已于 {endedOn} 撤销或调整。请选择承接它的单位：{successors}。',
    'zh-HK': '單位 {unit} 已於 {endedOn} 撤銷或調整。請選擇承接它的單位：{successors}。',
    en: 'Unit {unit} ended on {endedOn}. Choose the unit that took over: {successors}.',
  },
  'units.no_such_department': {
    'zh-CN': '单位 {unit} 在该层级没有承办此类事务的部门。请联系大厅工作人员。',
    'zh-HK': '單位 {unit} 在該層級沒有承辦此類事務的部門。請聯絡大廳職員。',
    en: 'No department handles this at that level for unit {unit}. Ask the hall staff.',
  },
} as const satisfies Messages;
