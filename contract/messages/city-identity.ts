import type { Messages } from '../language.ts';

/** Why somebody could not come in through the identity service of the city, or link his account to it, and what to do about it. */
export const cityIdentityMessages = {
  'city_identity.away': { 'zh-CN': '现在连不上城市身份服务。请稍后再试，或用其他方式登录。', 'zh-HK': '現時未能連接城市身份服務。請稍後再試，或以其他方式登入。', en: 'The city identity service cannot be reached now. Try again later, or sign in another way.' },
  'city_identity.not_confirmed': { 'zh-CN': '城市身份服务没有确认您的身份，或者等得太久。请再试一次。', 'zh-HK': '城市身份服務未有確認您的身份，或等候過久。請再試一次。', en: 'The city identity service did not confirm who you are, or it took too long. Try again.' },
  'city_identity.declined': { 'zh-CN': '您在城市身份服务中取消了登录。可以重新登录，或用其他方式登录。', 'zh-HK': '您在城市身份服務中取消了登入。可重新登入，或以其他方式登入。', en: 'You stopped at the city identity service. Try again, or sign in another way.' },
  'city_identity.particulars_missing': { 'zh-CN': '城市身份服务没有给出有效的姓名和证件号码。请用手机号码登录，或到窗口办理。', 'zh-HK': '城市身份服務未有提供有效的姓名和證件號碼。請以手機號碼登入，或到窗口辦理。', en: 'The city identity service gave no valid name and number. Sign in with your phone, or go to a window.' },
  'city_identity.another_person': { 'zh-CN': '城市身份服务里的证件号码与以前登记的不同。请带证件到任一窗口核对。', 'zh-HK': '城市身份服務內的證件號碼與以往登記的不同。請帶同證件到任何窗口核對。', en: 'The number at the city identity service differs from the one known here. Bring your document to any window.' },
  'city_identity.not_linked': { 'zh-CN': '这个城市身份还没有绑定工作账号。请先用登录名和密码登录，在“我的账号”里绑定；没有账号请找安全管理员。', 'zh-HK': '這個城市身份尚未綁定工作帳號。請先以登入名稱和密碼登入，在「我的帳號」綁定；沒有帳號請聯絡安全管理員。', en: 'No staff account is linked to this city identity. Sign in with login and password and link it under “My account”. Without an account, ask your security administrator.' },
  'city_identity.linked_to_another': { 'zh-CN': '这个城市身份已绑定另一个工作账号。请用您自己的身份重试，或找安全管理员。', 'zh-HK': '這個城市身份已綁定另一個工作帳號。請用您自己的身份再試，或聯絡安全管理員。', en: 'This city identity is linked to another staff account. Try again with your own, or ask your security administrator.' },
  'city_identity.linked_already': { 'zh-CN': '您的账号已绑定一个城市身份。要换一个，请先解除原来的绑定。', 'zh-HK': '您的帳號已綁定一個城市身份。如要更換，請先解除原來的綁定。', en: 'Your account is linked to a city identity already. Unlink that one before you link another.' },
  'city_identity.too_many': { 'zh-CN': '从这个网络去城市身份服务的次数过多。请过一会儿再试，或用其他方式登录。', 'zh-HK': '從這個網絡前往城市身份服務的次數過多。請稍後再試，或以其他方式登入。', en: 'Too many visits to the city identity service from this network. Try again later, or sign in another way.' },
  'city_identity.not_here': { 'zh-CN': '这里没有设置城市身份服务。请用登录名和密码登录。', 'zh-HK': '這裏沒有設定城市身份服務。請以登入名稱和密碼登入。', en: 'No city identity service is set here. Sign in with login and password.' },
} as const satisfies Messages;

/** What the workbench's entrance says about that service. */
export const cityEntranceMessages = {
  'city.sign_in': { 'zh-CN': '用城市身份登录', 'zh-HK': '以城市身份登入', en: 'Sign in with city identity' },
  'city.or': { 'zh-CN': '或用登录名和密码：', 'zh-HK': '或用登入名稱和密碼：', en: 'Or with login and password:' },
} as const satisfies Messages;
