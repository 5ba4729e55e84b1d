import type { Messages } from '../language.ts';

/** What the workbench says while somebody shows or adds a second factor. */
export const accountWorkMessages = {
  'second.title': { 'zh-CN': '第二步：确认是您本人', 'zh-HK': '第二步：確認是您本人', en: 'Step two: show that it is you' },
  'second.again': { 'zh-CN': '再次确认是您本人', 'zh-HK': '再次確認是您本人', en: 'Show again that it is you' },
  'second.again_why': { 'zh-CN': '这一步涉及敏感内容。确认后继续，填写的内容不会丢失。', 'zh-HK': '這一步涉及敏感內容。確認後繼續，填寫的內容不會遺失。', en: 'This step is sensitive. It goes on once you have confirmed; nothing typed is lost.' },
  'second.totp': { 'zh-CN': '动态验证码', 'zh-HK': '動態驗證碼', en: 'Code from your generator' },
  'second.totp_hint': { 'zh-CN': '打开手机上的验证码应用，填写六位数字。', 'zh-HK': '打開手機上的驗證碼應用程式，填寫六位數字。', en: 'Open the generator on your phone and enter its six digits.' },
  'second.recovery_code': { 'zh-CN': '恢复码', 'zh-HK': '復原碼', en: 'Recovery code' },
  'second.recovery_hint': { 'zh-CN': '添加第二因素时保存的一个恢复码，每个只能用一次。', 'zh-HK': '新增第二因素時保存的一個復原碼，每個只能使用一次。', en: 'One of the codes you kept when you added the second factor. Each works once.' },
  'second.password': { 'zh-CN': '密码', 'zh-HK': '密碼', en: 'Password' },
  'second.use_other': { 'zh-CN': '改用恢复码', 'zh-HK': '改用復原碼', en: 'Use a recovery code' },
  'second.use_totp': { 'zh-CN': '改用动态验证码', 'zh-HK': '改用動態驗證碼', en: 'Use a code from the generator' },
  'second.confirm': { 'zh-CN': '确认', 'zh-HK': '確認', en: 'Confirm' },
  'enrol.title': { 'zh-CN': '添加第二因素', 'zh-HK': '新增第二因素', en: 'Add a second factor' },
  'enrol.why': { 'zh-CN': '这里的工作账号除密码外还须有第二因素。用手机上的验证码应用扫描二维码，再填写它显示的六位数字。', 'zh-HK': '這裏的工作帳號除密碼外還須有第二因素。用手機上的驗證碼應用程式掃描二維碼，再填寫它顯示的六位數字。', en: 'Staff accounts here need a second factor beside the password. Scan this with a code generator on your phone, then enter the six digits it shows.' },
  'enrol.qr': { 'zh-CN': '验证码应用的二维码', 'zh-HK': '驗證碼應用程式的二維碼', en: 'QR code for the generator' },
  'enrol.secret': { 'zh-CN': '不能扫描时，手工输入：', 'zh-HK': '未能掃描時，手動輸入：', en: 'If you cannot scan, type this: ' },
  'enrol.device': { 'zh-CN': '手机验证码', 'zh-HK': '手機驗證碼', en: 'Code generator' },
  'enrol.codes_title': { 'zh-CN': '保存您的恢复码', 'zh-HK': '保存您的復原碼', en: 'Keep your recovery codes' },
  'enrol.codes_why': { 'zh-CN': '手机丢失时用它们登录，每个只能用一次。现在打印或抄下来，以后不再显示。', 'zh-HK': '遺失手機時用它們登入，每個只能使用一次。請現在列印或抄下，以後不再顯示。', en: 'They let you in when your phone is lost, each once. Print them or write them down now; they are not shown again.' },
  'enrol.print': { 'zh-CN': '打印', 'zh-HK': '列印', en: 'Print' },
  'enrol.kept': { 'zh-CN': '已保存，继续', 'zh-HK': '已保存，繼續', en: 'I have kept them, go on' },
} as const satisfies Messages;
