import type { Messages } from '../language.ts';

/** Why a second factor, a password or a session could not be taken, and what to do about it. */
export const accountMessages = {
  'account.sign_in_first': { 'zh-CN': '请先登录，然后再试。', 'zh-HK': '請先登入，然後再試。', en: 'Please sign in first, then try again.' },
  'account.show_again': { 'zh-CN': '这一步需要再次确认是您本人。请确认后重试。', 'zh-HK': '這一步需要再次確認是您本人。請確認後再試。', en: 'This step needs to be sure that it is you. Confirm and try again.' },
  'account.old_password_wrong': { 'zh-CN': '原密码不对。请检查后再试。', 'zh-HK': '原密碼不正確。請檢查後再試。', en: 'The old password is not right. Check it and try again.' },
  'account.session_unknown': { 'zh-CN': '这个登录已经结束，或不是您的。', 'zh-HK': '這個登入已經結束，或不屬於您。', en: 'This sign-in has ended already, or it is not yours.' },
  'factors.wrong': { 'zh-CN': '没有通过。请核对后再试；验证码 30 秒一换，用过一次就作废。', 'zh-HK': '未能通過。請核對後再試；驗證碼 30 秒一換，用過一次即作廢。', en: 'That did not fit. Check and try again. A code changes every 30 seconds and works once.' },
  'factors.way_not_open': { 'zh-CN': '这个账号现在不能用这种方式。请换一种方式。', 'zh-HK': '這個帳號現時不能使用這種方式。請改用另一種方式。', en: 'This way is not open to this account now. Use another.' },
  'factors.unknown': { 'zh-CN': '没有找到这个第二因素，它可能已停用。请刷新页面。', 'zh-HK': '找不到這個第二因素，它可能已停用。請重新整理頁面。', en: 'There is no such second factor; it may have been removed. Reload the page.' },
  'factors.last_one': { 'zh-CN': '这里要求至少保留一个第二因素。请先添加新的，再停用这个。', 'zh-HK': '這裏要求最少保留一個第二因素。請先新增，再停用這個。', en: 'At least one second factor must stay. Add a new one first, then remove this one.' },
  'factors.too_many': { 'zh-CN': '最多可以有 {most} 个第二因素。请先停用一个不用的。', 'zh-HK': '最多可有 {most} 個第二因素。請先停用一個不再使用的。', en: 'You can have {most} second factors at most. Remove one you no longer use.' },
  'factors.passkeys_not_here': { 'zh-CN': '这个网址不能使用通行密钥。请改用动态验证码，或请管理员为系统设置域名。', 'zh-HK': '這個網址不能使用通行密鑰。請改用動態驗證碼，或請管理員為系統設定域名。', en: 'Passkeys do not work at this address. Use a code generator, or ask the administrator to give the system a domain name.' },
  'factors.passkey_not_made': { 'zh-CN': '通行密钥没有建立成功。请再试一次；同一设备已有的通行密钥不必重复建立。', 'zh-HK': '未能建立通行密鑰。請再試一次；同一裝置已有的通行密鑰無須重複建立。', en: 'The passkey was not made. Try again; a device that has one already needs no second.' },
  'factors.passkey_not_known': { 'zh-CN': '没有认出这个通行密钥。请用手机验证码登录；工作人员请从工作台登录。', 'zh-HK': '未能識別這個通行密鑰。請用手提電話驗證碼登入；工作人員請從工作台登入。', en: 'This passkey is not known here. Sign in with a code by phone; staff sign in at the workbench.' },
} as const satisfies Messages;
