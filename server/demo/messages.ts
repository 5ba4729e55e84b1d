import type { Messages } from '../../contract/language.ts';

/** What the operator reads when the invented city is filled; the start prints English, as everything it prints. */
export const demoMessages = {
  'demo.filling': {
    'zh-CN': '正在建立虚构城市（种子 {seed}）：居民 {residents} 人，企业 {firms} 家，办件 {matters} 件……',
    'zh-HK': '正在建立虛構城市（種子 {seed}）：居民 {residents} 人，企業 {firms} 家，辦件 {matters} 宗……',
    en: 'Filling the invented city (seed {seed}): {residents} residents, {firms} firms, {matters} matters …',
  },
  'demo.filled': {
    'zh-CN': '虚构城市已建好：居民 {residents} 人，企业 {firms} 家，工作人员 {staff} 人，办件 {matters} 件，用时 {seconds} 秒。',
    'zh-HK': '虛構城市已建好：居民 {residents} 人，企業 {firms} 家，工作人員 {staff} 人，辦件 {matters} 宗，用時 {seconds} 秒。',
    en: 'The invented city is there: {residents} residents, {firms} firms, {staff} staff, {matters} matters, in {seconds} s.',
  },
  'demo.accounts': {
    'zh-CN': '  工作人员账号 {logins}，密码都是 {password}',
    'zh-HK': '  工作人員帳號 {logins}，密碼都是 {password}',
    en: '  Staff      {logins}; the password of each is {password}',
  },
  'demo.phones': {
    'zh-CN': '  居民手机号 {mainland}（身份证），{hongKong}（港澳居民居住证）；验证码显示在短信替身页面',
    'zh-HK': '  居民電話 {mainland}（身份證），{hongKong}（港澳居民居住證）；驗證碼顯示在短訊替身頁面',
    en: '  Residents  sign in by telephone: {mainland} (mainland identity card), {hongKong} (Hong Kong resident’s permit); the code is shown at the SMS stand-in',
  },
  'demo.warning': {
    'zh-CN': '  这是一座虚构的城市，密码人人皆知。切勿把真实的人的资料放进这一安装。',
    'zh-HK': '  這是一座虛構的城市，密碼人人皆知。切勿把真實的人的資料放進這個安裝。',
    en: '  THIS CITY IS INVENTED and its passwords are public: never enter anything about real people into this installation.',
  },
  'demo.not_empty': {
    'zh-CN': '未建立虚构城市：此安装已有居民、工作人员或办件。请换一个空的数据文件夹（YIMEN_DATA）再试。',
    'zh-HK': '未建立虛構城市：此安裝已有居民、工作人員或辦件。請換一個空的資料夾（YIMEN_DATA）再試。',
    en: 'The invented city was not filled: this installation already has people, staff or matters of its own. Start it with an empty data folder (YIMEN_DATA).',
  },
} as const satisfies Messages;
