import type { Messages } from '../language.ts';

/**
 * The words that the papers carry by themselves; names, reasons and addresses come from the data, already in the reader's language.
 * The wording of the remedies follows 行政复议法 (2023) 第二十条 (60 days) and 行政诉讼法 第四十六条 (6 months); it has not been
 * reviewed by a lawyer, and an item whose law says otherwise (复议前置, shorter terms) gives its own sentence instead.
 */
export const papersMessages = {
  'paper.receipt': { 'zh-CN': '收件凭证', 'zh-HK': '收件憑證', en: 'Receipt' },
  'paper.correction_notice': { 'zh-CN': '补正告知书', 'zh-HK': '補正告知書', en: 'Correction notice' },
  'paper.correction_subtitle': { 'zh-CN': '一次性告知', 'zh-HK': '一次性告知', en: 'Everything that is missing, told once' },
  'paper.acceptance_notice': { 'zh-CN': '受理通知书', 'zh-HK': '受理通知書', en: 'Acceptance notice' },
  'paper.non_acceptance_notice': { 'zh-CN': '不予受理通知书', 'zh-HK': '不予受理通知書', en: 'Notice of non-acceptance' },

  'paper.matter_number': { 'zh-CN': '办件编号', 'zh-HK': '辦件編號', en: 'Application number' },
  'paper.check_code': { 'zh-CN': '查询码', 'zh-HK': '查詢碼', en: 'Check code' },
  'paper.document_number': { 'zh-CN': '文书编号', 'zh-HK': '文書編號', en: 'Document number' },
  'paper.scan_progress': { 'zh-CN': '扫码查进度', 'zh-HK': '掃碼查進度', en: 'Scan for progress' },
  'paper.scan_verify': { 'zh-CN': '扫码验真伪', 'zh-HK': '掃碼驗真偽', en: 'Scan to verify' },

  'paper.notice_by': { 'zh-CN': '在此日期前告知您是否受理', 'zh-HK': '在此日期前告知您是否受理', en: 'You will know by this day whether it is accepted' },
  'paper.promised_by': { 'zh-CN': '承诺办结日期', 'zh-HK': '承諾辦結日期', en: 'To be completed by' },
  'paper.respond_by': { 'zh-CN': '请在此日期前补正', 'zh-HK': '請在此日期前補正', en: 'Please correct by' },

  'paper.item': { 'zh-CN': '事项', 'zh-HK': '事項', en: 'Service' },
  'paper.applicant': { 'zh-CN': '申请人', 'zh-HK': '申請人', en: 'Applicant' },
  'paper.received_at': { 'zh-CN': '收件时间', 'zh-HK': '收件時間', en: 'Received at' },
  'paper.received_by': { 'zh-CN': '收件人员', 'zh-HK': '收件人員', en: 'Received by' },
  'paper.accepted_on': { 'zh-CN': '受理日期', 'zh-HK': '受理日期', en: 'Accepted on' },
  'paper.statutory_on': { 'zh-CN': '法定期限届满日', 'zh-HK': '法定期限屆滿日', en: 'Statutory limit' },
  'paper.fee': { 'zh-CN': '费用', 'zh-HK': '費用', en: 'Fee' },
  'paper.holder': { 'zh-CN': '持有人', 'zh-HK': '持有人', en: 'Holder' },
  'paper.decision': { 'zh-CN': '决定', 'zh-HK': '決定', en: 'Decision' },
  'paper.validity': { 'zh-CN': '有效期', 'zh-HK': '有效期', en: 'Valid' },
  'paper.validity_range': { 'zh-CN': '{from}至{to}', 'zh-HK': '{from}至{to}', en: '{from} to {to}' },
  'paper.validity_open': { 'zh-CN': '自{from}起长期有效', 'zh-HK': '自{from}起長期有效', en: 'from {from}, without end' },
  'paper.granted': { 'zh-CN': '准予', 'zh-HK': '准予', en: 'Granted' },
  'paper.refused': { 'zh-CN': '不予', 'zh-HK': '不予', en: 'Refused' },

  'paper.materials': { 'zh-CN': '已收材料', 'zh-HK': '已收材料', en: 'Materials received' },
  'paper.materials_none': { 'zh-CN': '本次没有收取材料。', 'zh-HK': '本次沒有收取材料。', en: 'No materials were taken.' },
  'paper.copies': { 'zh-CN': '{count} 份', 'zh-HK': '{count} 份', en: '× {count}' },
  'paper.what_next': { 'zh-CN': '接下来', 'zh-HK': '接下來', en: 'What happens next' },
  'paper.how_to_check': { 'zh-CN': '怎样查进度', 'zh-HK': '怎樣查進度', en: 'How to check progress' },
  'paper.how_to_check_text': {
    'zh-CN': '扫描二维码，或在 {site} 输入办件编号和查询码。无需登录，页面不显示个人信息。',
    'zh-HK': '掃描二維碼，或在 {site} 輸入辦件編號及查詢碼。毋須登入，頁面不會顯示個人資料。',
    en: 'Scan the code, or enter the application number and the check code at {site}. No sign-in is needed and no personal details are shown.',
  },
  'paper.how_to_complain': { 'zh-CN': '怎样投诉', 'zh-HK': '怎樣投訴', en: 'How to complain' },
  'paper.how_to_complain_text': {
    'zh-CN': '对办理有意见，请拨打 {phone}，或向{body}反映。每件投诉都有编号和答复期限。',
    'zh-HK': '對辦理有意見，請致電 {phone}，或向{body}反映。每宗投訴均有編號及答覆期限。',
    en: 'If you are not satisfied, call {phone} or turn to {body}. Every complaint gets a number and a date by which it is answered.',
  },
  'paper.questions': { 'zh-CN': '咨询', 'zh-HK': '查詢', en: 'Questions' },

  'paper.correction_intro': {
    'zh-CN': '{applicant}：您申请办理“{item}”，我们于{date}收到。经审查，下列 {count} 项材料需要补正。依法一次告知全部内容。',
    'zh-HK': '{applicant}：您申請辦理「{item}」，我們於{date}收到。經審查，下列 {count} 項材料需要補正。現依法一次告知全部內容。',
    en: '{applicant}: on {date} we received your application for “{item}”. The {count} materials below need to be corrected. As the law requires, this notice lists everything at once.',
  },
  'paper.defect': { 'zh-CN': '问题', 'zh-HK': '問題', en: 'What is wrong' },
  'paper.standard': { 'zh-CN': '受理标准', 'zh-HK': '受理標準', en: 'What is accepted' },
  'paper.remedy': { 'zh-CN': '怎样补正', 'zh-HK': '怎樣補正', en: 'How to correct it' },
  'paper.how_to_submit': { 'zh-CN': '补正后交到哪里', 'zh-HK': '補正後交到哪裏', en: 'Where to submit it' },
  'paper.correction_clock': {
    'zh-CN': '收到全部补正材料后，我们重新计算告知是否受理的期限。办理期限从受理之日起计算。',
    'zh-HK': '收到全部補正材料後，我們會重新計算告知是否受理的期限。辦理期限由受理之日起計算。',
    en: 'When everything has been corrected, the period for telling you whether it is accepted starts again. The handling period starts on the day of acceptance.',
  },

  'paper.acceptance_intro': {
    'zh-CN': '{applicant}：您申请办理“{item}”，材料齐全、符合法定形式，现予受理。',
    'zh-HK': '{applicant}：您申請辦理「{item}」，材料齊全、符合法定形式，現予受理。',
    en: '{applicant}: your application for “{item}” is complete and in the required form. It is accepted.',
  },
  'paper.steps': { 'zh-CN': '办理环节与承办人', 'zh-HK': '辦理環節與承辦人', en: 'Steps and who handles them' },

  'paper.non_acceptance_intro': {
    'zh-CN': '{applicant}：您申请办理“{item}”，我们于{date}收到。经审查，决定不予受理。',
    'zh-HK': '{applicant}：您申請辦理「{item}」，我們於{date}收到。經審查，決定不予受理。',
    en: '{applicant}: on {date} we received your application for “{item}”. After examination it is not accepted.',
  },
  'paper.reasons': { 'zh-CN': '理由', 'zh-HK': '理由', en: 'Reasons' },
  'paper.basis': { 'zh-CN': '依据：{basis}', 'zh-HK': '依據：{basis}', en: 'Basis: {basis}' },
  'paper.what_you_can_do': { 'zh-CN': '您可以怎么办', 'zh-HK': '您可以怎樣做', en: 'What you can do' },
  'paper.remedies': { 'zh-CN': '救济途径', 'zh-HK': '救濟途徑', en: 'How to object' },
  'paper.remedies_text': {
    'zh-CN': '如不服本决定，您可以自收到本文书之日起六十日内依法向{reviewBody}申请行政复议，也可以自收到之日起六个月内依法向{court}提起行政诉讼。',
    'zh-HK': '如不服本決定，您可以自收到本文書之日起六十日內依法向{reviewBody}申請行政覆議，亦可以自收到之日起六個月內依法向{court}提起行政訴訟。',
    en: 'If you disagree with this decision, you may apply to {reviewBody} for administrative reconsideration within sixty days of receiving it, or bring an administrative action before {court} within six months of receiving it.',
  },

  'paper.verify_text': {
    'zh-CN': '扫描二维码，或在 {site} 输入文书编号和查询码，可核对本文书的真伪与当前效力。',
    'zh-HK': '掃描二維碼，或在 {site} 輸入文書編號及查詢碼，可核對本文書的真偽及當前效力。',
    en: 'Scan the code, or enter the document number and the check code at {site}, to see whether this document is genuine and still in force.',
  },

  'paper.seal': { 'zh-CN': '（盖章处）', 'zh-HK': '（蓋章處）', en: '(seal)' },
  'paper.issued': { 'zh-CN': '出具时间 {time}', 'zh-HK': '發出時間 {time}', en: 'Issued {time}' },
  'paper.page': { 'zh-CN': '第 {page} 页，共 {pages} 页', 'zh-HK': '第 {page} 頁，共 {pages} 頁', en: 'Page {page} of {pages}' },
  'paper.translation': {
    'zh-CN': '',
    'zh-HK': '本繁體版本供閱讀之用，如與簡體中文文本有出入，以簡體中文文本為準。',
    en: 'This English version is for information. If it differs from the Simplified Chinese text, the Chinese text prevails.',
  },
  'paper.date': { 'zh-CN': '{year}年{month}月{day}日', 'zh-HK': '{year}年{month}月{day}日', en: '{day} {monthName} {year}' },
  'paper.date_with_weekday': { 'zh-CN': '{date}（星期{weekday}）', 'zh-HK': '{date}（星期{weekday}）', en: '{weekday}, {date}' },
  'paper.weekdays': { 'zh-CN': '日,一,二,三,四,五,六', 'zh-HK': '日,一,二,三,四,五,六', en: 'Sunday,Monday,Tuesday,Wednesday,Thursday,Friday,Saturday' },
  'paper.months': {
    'zh-CN': '1,2,3,4,5,6,7,8,9,10,11,12',
    'zh-HK': '1,2,3,4,5,6,7,8,9,10,11,12',
    en: 'January,February,March,April,May,June,July,August,September,October,November,December',
  },

  'papers.glyph_missing': {
    'zh-CN': '文书无法生成：字库中没有这些字 {characters}。已转工作人员处理，请勿用其他字代替。',
    'zh-HK': '文書無法產生：字庫沒有這些字 {characters}。已轉交職員處理，請勿以其他字代替。',
    en: 'The document cannot be made: the font has no form for {characters}. Staff will handle it. Do not replace these characters by others.',
  },
} as const satisfies Messages;
