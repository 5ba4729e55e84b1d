import type { Messages } from '../language.ts';

/** What the portal says where somebody shows again who he is, signs in through the city, or looks after his sign-in. */
export const portalSecurityMessages = {
  'again.title': { 'zh-CN': '再次确认身份', 'zh-HK': '再次確認身份', en: 'Confirm it is you' },
  'again.why': { 'zh-CN': '这一步关系到您的个人信息或权利，要再确认一次是您本人。确认后 15 分钟内不再询问。', 'zh-HK': '這一步關乎您的個人資料或權利，須再確認一次是您本人。確認後 15 分鐘內不再詢問。', en: 'This step concerns your personal data or your rights, so it has to be you. You are not asked again for 15 minutes.' },
  'again.kept': { 'zh-CN': '您刚才填写的内容已保留，还没有提交。', 'zh-HK': '您剛才填寫的內容已保留，尚未提交。', en: 'What you filled in is kept. It has not been sent yet.' },
  'again.phone_hint': { 'zh-CN': '填写您登录用的号码：{phone}。', 'zh-HK': '填寫您登入用的號碼：{phone}。', en: 'The number you sign in with: {phone}.' },
  'again.confirm': { 'zh-CN': '确认', 'zh-HK': '確認', en: 'Confirm' },
  'again.cancel': { 'zh-CN': '不做了，返回', 'zh-HK': '不做了，返回', en: 'Leave it and go back' },
  'again.not_yours': { 'zh-CN': '验证码没有通过。请用您自己登录的号码重新发送。', 'zh-HK': '驗證碼未能通過。請用您自己登入的號碼重新發送。', en: 'That did not fit. Send a new code to the number you sign in with yourself.' },
  'again.no_phone': { 'zh-CN': '我们没有登记您的手机号码。请退出后重新登录，再做这一步；也可以到任一综合窗口办理。', 'zh-HK': '我們沒有登記您的手提電話號碼。請登出後重新登入，再做這一步；亦可前往任何綜合窗口辦理。', en: 'No phone is registered for you. Sign out, sign in again and repeat this step, or come to any general window.' },
  'again.done_title': { 'zh-CN': '已确认是您本人', 'zh-HK': '已確認是您本人', en: 'It is you' },
  'again.done_act': { 'zh-CN': '您刚才的操作还没有提交。要继续，请按下面的按钮。', 'zh-HK': '您剛才的操作尚未提交。如要繼續，請按下面的按鈕。', en: 'What you were doing has not been sent yet. To go on, use the button below.' },
  'again.go_on': { 'zh-CN': '继续提交', 'zh-HK': '繼續提交', en: 'Go on and send it' },
  'again.done': { 'zh-CN': '已确认是您本人，15 分钟内有效。刚才没有完成的操作，请再做一次。', 'zh-HK': '已確認是您本人，15 分鐘內有效。剛才未完成的操作，請再做一次。', en: 'It is you, for the next 15 minutes. Please repeat what you were about to do.' },
  'city.sign_in': { 'zh-CN': '使用城市身份服务登录', 'zh-HK': '使用城市身份服務登入', en: 'Sign in with the city identity service' },
  'city.or': { 'zh-CN': '或用手机验证码登录：', 'zh-HK': '或以手機驗證碼登入：', en: 'Or with a code sent to your phone:' },
} as const satisfies Messages;
