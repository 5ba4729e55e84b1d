import type { Messages } from '../language.ts';

/** What the workbench says of a bundle's items, and of a matter that is one. */
export const workbenchBundleMessages = {
  'part_of': { 'zh-CN': '属于“{bundle}”', 'zh-HK': '屬於「{bundle}」', en: 'Part of “{bundle}”' },
  'part_of_words': { 'zh-CN': '申请人只交了这一次；本件办结后结果合并送达，不单独通知。', 'zh-HK': '申請人只交了這一次；本件辦結後結果合併送達，不單獨通知。', en: 'The applicant applied once. The result of this matter is delivered with the others, not by itself.' },
  'title': { 'zh-CN': '一件事的各个事项', 'zh-HK': '一件事的各個事項', en: 'Items of this bundle' },
  'ended': { 'zh-CN': '{done} / {count} 项已办完', 'zh-HK': '{done} / {count} 項已辦完', en: '{done} of {count} done' },
  'item': { 'zh-CN': '事项', 'zh-HK': '事項', en: 'Item' },
  'office': { 'zh-CN': '由谁办', 'zh-HK': '由誰辦', en: 'Handled by' },
  'state': { 'zh-CN': '办到哪里', 'zh-HK': '辦到哪裏', en: 'State' },
  'due': { 'zh-CN': '期限', 'zh-HK': '期限', en: 'Due' },
  'required': { 'zh-CN': '必办', 'zh-HK': '必辦', en: 'required' },
  'not_begun': { 'zh-CN': '还没开始', 'zh-HK': '尚未開始', en: 'Not begun' },
  'stopped': { 'zh-CN': '没有办下去', 'zh-HK': '沒有辦下去', en: 'Stopped' },
  'why': { 'zh-CN': '没能立件：{code}（{where}）。请联系申请人或管理员处理。', 'zh-HK': '未能立件：{code}（{where}）。請聯絡申請人或管理員處理。', en: 'Could not be filed: {code} ({where}). Speak to the applicant or to an administrator.' },
  'why_bare': { 'zh-CN': '没能立件：{code}。请联系申请人或管理员处理。', 'zh-HK': '未能立件：{code}。請聯絡申請人或管理員處理。', en: 'Could not be filed: {code}. Speak to the applicant or to an administrator.' },
  'timers': { 'zh-CN': '流程里的定时', 'zh-HK': '流程裏的定時', en: 'Timers of the process' },
  'timer.running': { 'zh-CN': '{name}：{date}到时', 'zh-HK': '{name}：{date}到時', en: '{name}: rings at the end of {date}' },
  'timer.rung': { 'zh-CN': '{name}：已到时（{date}）', 'zh-HK': '{name}：已到時（{date}）', en: '{name}: has rung ({date})' },
  'timer.cancelled': { 'zh-CN': '{name}：已取消', 'zh-HK': '{name}：已取消', en: '{name}: cancelled' },
  'unclear': { 'zh-CN': '流程在这里没有算出该走哪条路，走了默认的路，请核对', 'zh-HK': '流程在此處未能算出該走哪條路，走了預設的路，請核對', en: 'The process did not know its way here and took the default. Please check' },
} as const satisfies Messages;
