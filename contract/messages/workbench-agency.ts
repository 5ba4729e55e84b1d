import type { Messages } from '../language.ts';

/** A mandate registered at the window, beside the firm somebody files for. */
export const workbenchAgencyMessages = {
  'agency.title': { 'zh-CN': '没有办理授权', 'zh-HK': '沒有辦理授權', en: 'No mandate' },
  'agency.lead': { 'zh-CN': '这个人没有替这家单位申请的授权。看过证明材料后在这里登记。', 'zh-HK': '此人沒有代這個機構申請的授權。查閱證明文件後在此登記。', en: 'This person has no mandate to file for the organisation. Register it here once you have seen the papers.' },
  'agency.evidence': { 'zh-CN': '看过的材料', 'zh-HK': '已查閱的文件', en: 'Seen' },
  'agency.role': { 'zh-CN': '身份', 'zh-HK': '身份', en: 'As' },
  'agency.until': { 'zh-CN': '到哪天为止', 'zh-HK': '至何日為止', en: 'Until' },
  'agency.register': { 'zh-CN': '原件已核对，登记授权', 'zh-HK': '正本已核對，登記授權', en: 'Originals seen: register' },
  'problem.mandate': { 'zh-CN': '登记替单位办理的授权', 'zh-HK': '登記代機構辦理的授權', en: 'Register the mandate for the organisation' },
} as const satisfies Messages;
