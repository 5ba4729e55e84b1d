import { say, type Language, type Messages } from '../language.ts';

/** Refusals about consents, with their sentences. */
export const consentRefusalMessages = {
  'consents.text_changed': { 'zh-CN': '说明的文字已经更新。请看过现在的内容再决定。', 'zh-HK': '說明的文字已更新。請看過現時的內容再決定。', en: 'The text has changed. Read it as it is now, then decide.' },
  'consents.guardian_needed': { 'zh-CN': '不满十四周岁，要由父母或其他监护人同意。请监护人带证件到任一窗口办理。', 'zh-HK': '未滿十四周歲，須由父母或其他監護人同意。請監護人帶同證件到任何窗口辦理。', en: 'Under 14, a parent or guardian consents. Ask your guardian to bring identity papers to any window.' },
  'consents.none_standing': { 'zh-CN': '这项没有同意过，或已经撤回。', 'zh-HK': '這項沒有同意過，或已撤回。', en: 'You have not agreed to this, or have taken it back already.' },
} as const satisfies Messages;

/** What a person is told before anything is asked of him (告知), and what he may agree to besides. */
export const consentMessages = {
  // The notice: what, why, how long, to whom, and what one may ask.
  'notice.title': { 'zh-CN': '您的信息怎样使用', 'zh-HK': '您的資料怎樣使用', en: 'How your information is used' },
  'notice.short': { 'zh-CN': '只用来办理这件事；办理是法定职责，不需要您另外同意。', 'zh-HK': '只用作辦理此事；辦理是法定職責，毋須您另外同意。', en: 'Only to handle this application. That is a duty by law, so you are not asked to agree.' },
  'notice.what': { 'zh-CN': '用哪些', 'zh-HK': '使用哪些資料', en: 'What' },
  'notice.what_words': { 'zh-CN': '您的姓名、证件号码、手机号码，这份申请里填写的内容和材料。', 'zh-HK': '您的姓名、證件號碼、手提電話號碼，以及這份申請填寫的內容和材料。', en: 'Your name, number and mobile phone, and what you write and hand in with this application.' },
  'notice.why': { 'zh-CN': '为什么', 'zh-HK': '為甚麼', en: 'Why' },
  'notice.why_words': { 'zh-CN': '办理“{item}”，告诉您进度和结果。', 'zh-HK': '辦理「{item}」，並告知您進度和結果。', en: 'To handle “{item}” and to tell you where it stands and what comes of it.' },
  'notice.ground': { 'zh-CN': '凭什么', 'zh-HK': '依據', en: 'By what right' },
  'notice.ground.statutory_duty': { 'zh-CN': '履行法定职责。', 'zh-HK': '履行法定職責。', en: 'A duty by law.' },
  'notice.ground.consent': { 'zh-CN': '您的同意。', 'zh-HK': '您的同意。', en: 'Your consent.' },
  'notice.unverified': { 'zh-CN': '条文还待核对原文。', 'zh-HK': '條文仍待核對原文。', en: 'The article has yet to be held against its text.' },
  'notice.whom': { 'zh-CN': '谁看得到', 'zh-HK': '誰看得到', en: 'Who sees it' },
  'notice.whom_words': { 'zh-CN': '收件的窗口、办理的部门，以及依法要会办、核验的部门；只看办理要用的。谁看过都有记录，您可以查。', 'zh-HK': '收件的窗口、辦理的部門，以及依法須會辦、核驗的部門；只看辦理所需的。誰看過均有紀錄，您可以查閱。', en: 'The window, the department that handles it, and those that must by law join in or check; each sees only what it needs. Every look is recorded for you to read.' },
  'notice.long': { 'zh-CN': '保存多久', 'zh-HK': '保存多久', en: 'How long' },
  'notice.long_words': { 'zh-CN': '办结后 {years} 年。没有提交的草稿 {days} 天。', 'zh-HK': '辦結後 {years} 年。未遞交的草稿 {days} 天。', en: '{years} years after the end. A draft that is not filed: {days} days.' },
  'notice.long_unverified': { 'zh-CN': '年限还待本市档案部门核定。', 'zh-HK': '年限仍待本市檔案部門核定。', en: 'The city\'s archive office has yet to confirm the years.' },
  'notice.rights': { 'zh-CN': '您可以', 'zh-HK': '您可以', en: 'You may' },
  'notice.rights_words': { 'zh-CN': '查看、下载、申请删除，看谁看过：在“我的信息”。有疑问打 12345。', 'zh-HK': '查看、下載、申請刪除，並查閱誰看過：在「我的資料」。如有疑問請致電 12345。', en: 'See it, download it, ask for it to be erased, and see who looked: under “My data”. Questions: call 12345.' },
  'notice.my_data': { 'zh-CN': '我的信息', 'zh-HK': '我的資料', en: 'My data' },
  // Uses that rest on consent alone. `ask.*` is the whole text that is agreed to; its hash is kept.
  'use.contact_details': { 'zh-CN': '用以前填过的联系方式填好新申请', 'zh-HK': '以過往填寫的聯絡資料填好新申請', en: 'Fill in new applications with contact details from earlier ones' },
  'ask.contact_details': {
    'zh-CN': '您开始新的申请时，系统从您自己以前的办件里取地址、联系人、联系电话、收件地址和电子邮箱，替您填好；您看过、可以改。不同意也照常办理，只是要自己填。同意到您撤回为止；撤回马上生效。',
    'zh-HK': '您開始新的申請時，系統從您自己過往的辦件取得地址、聯絡人、聯絡電話、收件地址和電郵地址，替您填好；您可查看及更改。不同意亦照常辦理，只是須自行填寫。同意至您撤回為止；撤回即時生效。',
    en: 'When you begin an application, the address, contact person, contact phone, delivery address and e-mail are taken from your own earlier applications and filled in for you to check and change. If you do not agree, everything works the same and you fill them in yourself. It holds until you take it back, which works at once.',
  },
  'use.bank_account': { 'zh-CN': '用以前填过的银行账户填好新申请', 'zh-HK': '以過往填寫的銀行戶口填好新申請', en: 'Fill in new applications with the bank account from earlier ones' },
  'ask.bank_account': {
    'zh-CN': '银行账户是敏感个人信息，泄露会危及财产，所以单独问您。您开始新的申请时，系统从您自己以前的办件里取开户人、开户银行、支行和账号，替您填好；您看过、可以改。不同意也照常办理，只是要自己填。同意到您撤回为止；撤回马上生效。',
    'zh-HK': '銀行戶口屬敏感個人資料，洩漏會危及財產，故單獨詢問。您開始新的申請時，系統從您自己過往的辦件取得戶口持有人、銀行、分行和戶口號碼，替您填好；您可查看及更改。不同意亦照常辦理，只是須自行填寫。同意至您撤回為止；撤回即時生效。',
    en: 'A bank account is sensitive: a leak could cost you money, so you are asked separately. When you begin an application, the holder, bank, branch and account number are taken from your own earlier applications and filled in for you to check and change. If you do not agree, everything works the same and you fill them in yourself. It holds until you take it back, which works at once.',
  },
  'use.evaluation_sms': { 'zh-CN': '办完后发短信请您评价', 'zh-HK': '辦完後發短訊請您評價', en: 'Ask by SMS how it went' },
  'ask.evaluation_sms': {
    'zh-CN': '事情办完后，系统用您的手机号码发一条短信，请您评价。不同意就不发，评价照样可以在网上或窗口做。同意到您撤回为止；撤回马上生效。',
    'zh-HK': '事情辦完後，系統以您的手提電話號碼發出一則短訊，請您評價。不同意便不發，您仍可在網上或窗口評價。同意至您撤回為止；撤回即時生效。',
    en: 'When something is done, one SMS goes to your mobile phone and asks how it went. If you do not agree, none is sent, and you can still say so online or at a window. It holds until you take it back, which works at once.',
  },
  // On the page of one's own data
  'mine.title': { 'zh-CN': '另外的用途：您说了算', 'zh-HK': '其他用途：由您決定', en: 'Other uses: you decide' },
  'mine.lead': { 'zh-CN': '下面每一项都要您同意才用，不同意不影响办理；一项一项分开，随时撤回。', 'zh-HK': '以下每一項均須您同意才使用，不同意不影響辦理；逐項分開，隨時撤回。', en: 'Each of these is done only if you agree; saying no changes nothing about your applications. Each stands by itself, and you can take it back at any time.' },
  'mine.sensitive': { 'zh-CN': '敏感信息', 'zh-HK': '敏感資料', en: 'Sensitive' },
  'mine.standing': { 'zh-CN': '{moment} 起同意', 'zh-HK': '由 {moment} 起同意', en: 'Agreed since {moment}' },
  'mine.not_given': { 'zh-CN': '没有同意', 'zh-HK': '沒有同意', en: 'Not agreed' },
  'mine.agree': { 'zh-CN': '同意', 'zh-HK': '同意', en: 'Agree' },
  'mine.withdraw': { 'zh-CN': '撤回', 'zh-HK': '撤回', en: 'Take back' },
  'mine.past': { 'zh-CN': '撤回过的', 'zh-HK': '已撤回的', en: 'Taken back' },
  'mine.past_line': { 'zh-CN': '{use}：{given} 同意，{withdrawn} 撤回', 'zh-HK': '{use}：{given} 同意，{withdrawn} 撤回', en: '{use}: agreed {given}, taken back {withdrawn}' },
  // Beside what was filled in
  'filled.title': { 'zh-CN': '已替您填好', 'zh-HK': '已替您填好', en: 'Filled in for you' },
  'filled.words': { 'zh-CN': '这些内容来自您以前的办件 {number}，请看一遍。不想这样，可以在“我的信息”撤回同意。', 'zh-HK': '這些內容來自您過往的辦件 {number}，請看一遍。如不想這樣，可在「我的資料」撤回同意。', en: 'This comes from your earlier application {number}. Please look it over. If you do not want this, take your consent back under “My data”.' },
} as const satisfies Messages;

/** Uses of a person's data that rest on his consent alone. */
export const consentScopes = ['contact_details', 'bank_account', 'evaluation_sms'] as const;
export type ConsentScope = (typeof consentScopes)[number];

/** The whole text that is agreed to, as it is shown and as its SHA-256 is kept: what for, and the terms. */
export function consentText(scope: ConsentScope, language: Language): string {
  return `${say(consentMessages[`use.${scope}`], language)}\n${say(consentMessages[`ask.${scope}`], language)}`;
}
