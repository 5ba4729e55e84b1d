import type { Messages } from '../language.ts';
import { cityIdentityMessages } from './city-identity.ts';

/** Why somebody could not sign in, be registered or be appointed, and what to do about it. */
export const peopleMessages = {
  'people.claim_at_window': {
    'zh-CN': '这个号码已经登记，但绑定的是另一个手机号码。请带证件到任一综合窗口，核对后即可改绑您的手机。',
    'zh-HK': '這個號碼已經登記，但綁定的是另一個手提電話號碼。請帶同證件到任何綜合窗口，核對後即可改為綁定您的手提電話。',
    en: 'This number is already registered with another phone. Bring your document to any general window; after checking it we will link your phone.',
  },
  'people.too_many_claims': {
    'zh-CN': '今天用这个手机填写的号码已有多次不符。请明天再试，或带证件到任一综合窗口办理。',
    'zh-HK': '今日用這個手提電話填寫的號碼已多次不符。請明日再試，或帶同證件到任何綜合窗口辦理。',
    en: 'Too many numbers entered with this phone today did not fit. Try again tomorrow, or bring your document to any general window.',
  },
  'people.phone_taken': {
    'zh-CN': '这个手机号码已绑定其他人或单位。请换一个号码；如果这个号码现在归您使用，请原使用人先到窗口改绑，或不填手机，到窗口查询进度。',
    'zh-HK': '這個手提電話號碼已綁定其他人或機構。請改用另一個號碼；如果這個號碼現時由您使用，請原使用人先到窗口更改綁定，或不填電話，到窗口查詢進度。',
    en: 'This phone is linked to somebody else. Use another number. If it is yours now, ask the earlier holder to change theirs at a window, or leave the phone out and ask for progress at a window.',
  },
  'people.declare_as_person': {
    'zh-CN': '请用您本人的证件号码登录。替企业办事时，在申请表里填写企业的统一社会信用代码。',
    'zh-HK': '請以您本人的證件號碼登入。代企業辦事時，在申請表填寫企業的統一社會信用代碼。',
    en: 'Sign in with your own document number. When you act for a company, enter its credit code in the application form.',
  },
  'people.name_needed': {
    'zh-CN': '请填写姓名或单位名称，与证件上的一致。',
    'zh-HK': '請填寫姓名或機構名稱，須與證件相同。',
    en: 'Enter the name exactly as on the document.',
  },
  'sign_in.mobile_needed': {
    'zh-CN': '固定电话收不到验证码。请填写手机号码，或到任一综合窗口办理。',
    'zh-HK': '固網電話未能接收驗證碼。請填寫手提電話號碼，或到任何綜合窗口辦理。',
    en: 'A fixed line cannot receive a code. Enter a mobile number, or come to any general window.',
  },
  'sign_in.wait': {
    'zh-CN': '验证码刚刚发出。请等 {seconds} 秒后再获取，并先看看短信是否已到。',
    'zh-HK': '驗證碼剛剛發出。請等 {seconds} 秒後再索取，並先查看短訊是否已到。',
    en: 'A code was just sent. Check your messages; you can ask for another in {seconds} seconds.',
  },
  'sign_in.too_many_today': {
    'zh-CN': '这个手机号码获取验证码的次数已达上限。请 {hours} 小时后再试，或到任一综合窗口办理。',
    'zh-HK': '這個手提電話號碼索取驗證碼的次數已達上限。請 {hours} 小時後再試，或到任何綜合窗口辦理。',
    en: 'No more codes can be sent to this number for now. Try again in {hours} hours, or come to any general window.',
  },
  'sign_in.too_many_from_here': {
    'zh-CN': '从这个网络登录的次数过多。请 {minutes} 分钟后再试，换用手机网络，或到任一综合窗口办理。',
    'zh-HK': '從這個網絡登入的次數過多。請 {minutes} 分鐘後再試，改用流動網絡，或到任何綜合窗口辦理。',
    en: 'Too many sign-ins from this network. Try again in {minutes} minutes, use mobile data, or come to any general window.',
  },
  'sign_in.phone_not_reachable': {
    'zh-CN': '这个手机号码收不到短信。请检查号码，或换一个号码。',
    'zh-HK': '這個手提電話號碼未能接收短訊。請檢查號碼，或使用另一個號碼。',
    en: 'This number cannot receive messages. Check it, or use another number.',
  },
  'sign_in.messages_down': {
    'zh-CN': '短信暂时发不出去。请过几分钟再试，或到任一综合窗口办理。',
    'zh-HK': '短訊暫時未能發出。請過幾分鐘再試，或到任何綜合窗口辦理。',
    en: 'Messages cannot be sent just now. Try again in a few minutes, or come to any general window.',
  },
  'sign_in.wrong_code': {
    'zh-CN': '验证码不对。请对照短信再填一次，还可以试 {left} 次。',
    'zh-HK': '驗證碼不正確。請對照短訊再填一次，尚可嘗試 {left} 次。',
    en: 'The code is not right. Check the message and enter it again; {left} tries left.',
  },
  'sign_in.too_many_attempts': {
    'zh-CN': '验证码填错次数过多，已作废。请重新获取验证码。',
    'zh-HK': '驗證碼填錯次數過多，已作廢。請重新索取驗證碼。',
    en: 'The code was entered wrongly too often and no longer works. Ask for a new one.',
  },
  'sign_in.code_expired': {
    'zh-CN': '验证码已过期或已使用过。请重新获取验证码。',
    'zh-HK': '驗證碼已過期或已使用。請重新索取驗證碼。',
    en: 'The code has expired or was already used. Ask for a new one.',
  },
  'sign_in.wrong_login_or_password': {
    'zh-CN': '登录名或密码不对。请检查大小写后再试；忘记密码请联系系统管理员。',
    'zh-HK': '登入名稱或密碼不正確。請檢查大小寫後再試；忘記密碼請聯絡系統管理員。',
    en: 'The login or the password is not right. Check capitals and try again. If you forgot the password, ask the administrator.',
  },
  'sign_in.locked': {
    'zh-CN': '输错次数过多，已暂停登录。请 {minutes} 分钟后再试，或联系系统管理员。',
    'zh-HK': '輸入錯誤次數過多，已暫停登入。請 {minutes} 分鐘後再試，或聯絡系統管理員。',
    en: 'Too many failed tries, so sign-in is paused. Try again in {minutes} minutes, or ask the administrator.',
  },
  'staff.institution_unknown': {
    'zh-CN': '没有代码为 {institution} 的机构。请重新选择。',
    'zh-HK': '沒有代碼為 {institution} 的機構。請重新選擇。',
    en: 'There is no institution with code {institution}. Choose again.',
  },
  'staff.password_too_easy': {
    'zh-CN': '这个密码太容易猜到。请至少用 12 个字符，不要包含登录名，也不要只重复少数几个字符。',
    'zh-HK': '這個密碼太容易被猜中。請使用最少 12 個字元，不要包含登入名稱，也不要只重複少數幾個字元。',
    en: 'This password is too easy to guess. Use at least 12 characters, without your login, and not just a few characters repeated.',
  },
  ...cityIdentityMessages,
  'first_start.link_not_valid': {
    'zh-CN': '这个链接已使用过或已被新的链接取代。如已有管理员，请直接登录；否则重新启动系统，使用新打印的链接。',
    'zh-HK': '這個連結已使用或已被新連結取代。如已有管理員，請直接登入；否則重新啟動系統，使用新列印的連結。',
    en: 'This link was used or replaced by a newer one. If there is an administrator, sign in. If not, restart the system and use the link it prints.',
  },
  'absence.unknown': { 'zh-CN': '找不到这个人或这次请假，或者不归您管理。', 'zh-HK': '找不到此人或這次缺勤，或不屬您管理。', en: 'No such person or absence, or it is not for you to change.' },
  'absence.days_wrong': { 'zh-CN': '日期不对：结束不能早于开始和今天，一次最长 {most} 天。', 'zh-HK': '日期不符：結束不能早於開始及今日，一次最長 {most} 日。', en: 'The days are wrong: it must not end before it begins or before today, and last at most {most} days.' },
  'absence.stand_in_not_in_post': { 'zh-CN': '代理人须是同一单位、同一岗位的另一位同事。请重新选择。', 'zh-HK': '代理人須為同一單位、同一崗位的另一位同事。請重新選擇。', en: 'The stand-in must be another person of the same post in the same office. Choose again.' },
  'absence.overlaps': { 'zh-CN': '这几天和已登记的请假（{from} 至 {to}）重叠。请先结束那一次，或改日期。', 'zh-HK': '這幾天與已登記的缺勤（{from} 至 {to}）重疊。請先結束該次，或更改日期。', en: 'These days overlap an absence entered already ({from} to {to}). End that one first, or change the days.' },
  'absence.stand_in_away': { 'zh-CN': '这位代理人在 {from} 至 {to} 期间也不在岗。请另选一位。', 'zh-HK': '這位代理人在 {from} 至 {to} 期間亦不在崗。請另選一位。', en: 'This stand-in is away from {from} to {to}. Choose another.' },
  'absence.over': { 'zh-CN': '这次请假已经结束。', 'zh-HK': '這次缺勤已經結束。', en: 'This absence is over already.' },
} as const satisfies Messages;
