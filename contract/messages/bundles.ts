import type { Messages } from '../language.ts';

/** What bundles (一件事) are described with: their processes, their merged forms, and the pages that show them. */
export const bundleMessages = {
  'bundle.start': { 'zh-CN': '受理', 'zh-HK': '受理', en: 'Accepted' },
  'bundle.together': { 'zh-CN': '同时办理', 'zh-HK': '同時辦理', en: 'At the same time' },
  'bundle.joined': { 'zh-CN': '都已办完', 'zh-HK': '均已辦完', en: 'All done' },
  'bundle.asked': { 'zh-CN': '办不办这一项？', 'zh-HK': '是否辦理此項？', en: 'Is this part wanted?' },
  'bundle.issue': { 'zh-CN': '合并出具结果', 'zh-HK': '合併發出結果', en: 'Issue the results together' },
  'bundle.end': { 'zh-CN': '办结', 'zh-HK': '辦結', en: 'Completed' },
  'bundle.form_name': { 'zh-CN': '“{bundle}”申请表', 'zh-HK': '「{bundle}」申請表', en: 'Application form: {bundle}' },
  'bundle.confirm': { 'zh-CN': '确认和承诺', 'zh-HK': '確認及承諾', en: 'Confirm' },
  'bundle.promise': {
    'zh-CN': '最长的一条线决定：{path}，合计{days}个工作日。其他事项同时办理，不另加时间；当场办结的，等前一项办完的算一天，受理当天办的不算。',
    'zh-HK': '最長的一條線決定：{path}，合計{days}個工作天。其他事項同時辦理，不另加時間；即場辦結的，等前一項辦完的算一天，受理當天辦的不算。',
    en: 'The longest line decides: {path}, {days} working days together. The other items run at the same time and add nothing. An item done on the spot counts a day when it waits for another, and none on the day of acceptance.',
  },
  'bundle.path_step': { 'zh-CN': '{item}（{days}个工作日）', 'zh-HK': '{item}（{days}個工作天）', en: '{item} ({days} working days)' },
  'bundle.path_step_one': { 'zh-CN': '{item}（1个工作日）', 'zh-HK': '{item}（1個工作天）', en: '{item} (1 working day)' },
  'bundle.path_then': { 'zh-CN': '，然后', 'zh-HK': '，然後', en: ', then ' },
  'bundle.path_spot': { 'zh-CN': '{item}（当场）', 'zh-HK': '{item}（即場）', en: '{item} (on the spot)' },
} as const satisfies Messages;
