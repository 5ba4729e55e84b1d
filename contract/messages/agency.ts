import type { Messages } from '../language.ts';

/** Why nobody acts for another here, and what would make it a yes. */
export const agencyMessages = {
  'agency.unknown': { 'zh-CN': '找不到这份授权，或者与您无关。', 'zh-HK': '找不到此授權，或與您無關。', en: 'No such mandate, or it does not concern you.' },
  'agency.changed_meanwhile': { 'zh-CN': '这份授权刚刚有变动。请重新查看。', 'zh-HK': '此授權剛有變動。請重新查看。', en: 'This mandate was changed a moment ago. Look again.' },
  'agency.given_already': { 'zh-CN': '这份授权已经登记。', 'zh-HK': '此授權已經登記。', en: 'This mandate was given already.' },
  'agency.over': { 'zh-CN': '这份授权已经结束或到期。', 'zh-HK': '此授權已經結束或到期。', en: 'This mandate is over already.' },
  'agency.mandate_needed': {
    'zh-CN': '您没有替这家单位或这个人办这件事的授权，或者授权已到期。请由对方在“代理授权”里授权，或带营业执照、授权委托书到任一窗口登记。',
    'zh-HK': '您沒有替這個機構或這位人士辦理此事的授權，或授權已到期。請由對方在「代理授權」內授權，或帶同營業執照、授權書到任何窗口登記。',
    en: 'You have no mandate to do this for them, or it is over. They can give you one under “Acting for others”, or bring the licence and a letter of authority to any window.',
  },
  'agency.same_party': { 'zh-CN': '不能授权给自己。请填另一个人。', 'zh-HK': '不能授權予自己。請填寫另一位人士。', en: 'You cannot name yourself. Name another person.' },
  'agency.agent_must_be_person': { 'zh-CN': '代理人须是自然人。请填个人的证件号码。', 'zh-HK': '代理人須為自然人。請填寫個人的證件號碼。', en: 'An agent must be a person. Give a person’s number.' },
  'agency.agent_unknown': {
    'zh-CN': '没有找到号码和姓名都相符的人。请核对；对方要先在这里登录一次，或到窗口登记。',
    'zh-HK': '沒有找到號碼與姓名均相符的人士。請核對；對方須先在此登入一次，或到窗口登記。',
    en: 'Nobody with this number and name is known here. Check both; they must have signed in once or been to a window.',
  },
  'agency.too_many_looks': { 'zh-CN': '今天找人的次数太多。请过 {hours} 小时再试，或到窗口办理。', 'zh-HK': '今日查找次數過多。請於 {hours} 小時後再試，或到窗口辦理。', en: 'Too many tries today. Try again in {hours} hours, or go to a window.' },
  'agency.role_of_organisations': { 'zh-CN': '个人只能授权经办人。', 'zh-HK': '個人只能授權經辦人。', en: 'A person can only name agents.' },
  'agency.evidence_needed': { 'zh-CN': '请选择看过的证明材料。', 'zh-HK': '請選擇已查閱的證明文件。', en: 'Say which document you saw.' },
  'agency.acts_needed': { 'zh-CN': '请至少选一项可以代办的事。', 'zh-HK': '請最少選擇一項可代辦的事。', en: 'Choose at least one act.' },
  'agency.items_needed': { 'zh-CN': '请至少选一个事项，或选“全部事项”。', 'zh-HK': '請最少選擇一個事項，或選「全部事項」。', en: 'Choose at least one item, or all items.' },
  'agency.item_unknown': { 'zh-CN': '没有编码为 {taskCode} 的事项。请重新选择。', 'zh-HK': '沒有編碼為 {taskCode} 的事項。請重新選擇。', en: 'There is no item {taskCode}. Choose again.' },
  'agency.until_past': { 'zh-CN': '到期日已经过去。请选今天或以后的日期。', 'zh-HK': '到期日已過。請選擇今日或以後的日期。', en: 'This day is over. Choose today or later.' },
  'agency.until_too_late': { 'zh-CN': '一次最长授权 {months} 个月。请选早一点的日期。', 'zh-HK': '一次最長授權 {months} 個月。請選擇較早的日期。', en: 'A mandate lasts at most {months} months. Choose an earlier day.' },
  'agency.may_not_give': { 'zh-CN': '您不能替对方授权给别人。请由本人、法定代表人或管理人办理。', 'zh-HK': '您不能代對方授權予他人。請由本人、法定代表人或管理人辦理。', en: 'You cannot name others for them. The person, the legal representative or a manager can.' },
  'agency.too_many': { 'zh-CN': '有效的授权已达 {most} 份。请先结束不用的。', 'zh-HK': '有效的授權已達 {most} 份。請先結束不再需要的。', en: 'There are {most} standing mandates already. End those not needed first.' },
} as const satisfies Messages;

/** Words of mandates on every screen. */
export const agencyWords = {
  'role.legal_representative': { 'zh-CN': '法定代表人', 'zh-HK': '法定代表人', en: 'Legal representative' },
  'role.manager': { 'zh-CN': '管理人', 'zh-HK': '管理人', en: 'Manager' },
  'role.agent': { 'zh-CN': '经办人', 'zh-HK': '經辦人', en: 'Agent' },
  'act.file': { 'zh-CN': '申请', 'zh-HK': '申請', en: 'apply' },
  'act.supplement': { 'zh-CN': '补正、补交材料', 'zh-HK': '補正、補交文件', en: 'hand in what is missing' },
  'act.read': { 'zh-CN': '查看', 'zh-HK': '查看', en: 'look' },
  'act.withdraw': { 'zh-CN': '撤回', 'zh-HK': '撤回', en: 'withdraw' },
  'how.principal': { 'zh-CN': '本人授权', 'zh-HK': '本人授權', en: 'given by the person' },
  'how.representative': { 'zh-CN': '单位授权', 'zh-HK': '機構授權', en: 'given by the organisation' },
  'how.window': { 'zh-CN': '窗口登记', 'zh-HK': '窗口登記', en: 'registered at a window' },
  'how.city_identity': { 'zh-CN': '城市身份服务确认', 'zh-HK': '城市身份服務確認', en: 'confirmed by the city identity service' },
  'evidence.licence_and_identity': { 'zh-CN': '营业执照和法定代表人身份证', 'zh-HK': '營業執照及法定代表人身份證', en: 'Licence and the representative’s identity card' },
  'evidence.letter_of_authority': { 'zh-CN': '授权委托书', 'zh-HK': '授權書', en: 'Letter of authority' },
  'evidence.certificate_of_representative': { 'zh-CN': '法定代表人身份证明书', 'zh-HK': '法定代表人身份證明書', en: 'Certificate of the legal representative' },
  'evidence.guardianship': { 'zh-CN': '监护关系证明', 'zh-HK': '監護關係證明', en: 'Proof of guardianship' },
  'state.standing': { 'zh-CN': '有效', 'zh-HK': '有效', en: 'standing' },
  'state.over': { 'zh-CN': '已到期', 'zh-HK': '已到期', en: 'over' },
  'state.ended': { 'zh-CN': '已结束', 'zh-HK': '已結束', en: 'ended' },
  'items.all': { 'zh-CN': '全部事项', 'zh-HK': '全部事項', en: 'All items' },
} as const satisfies Messages;
