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

  'paper.deemed_acceptance_notice': { 'zh-CN': '视为受理告知书', 'zh-HK': '視為受理告知書', en: 'Notice of deemed acceptance' },
  'paper.termination_notice': { 'zh-CN': '退件告知书', 'zh-HK': '退件告知書', en: 'Notice of return' },

  'paper.matter_number': { 'zh-CN': '办件编号', 'zh-HK': '辦件編號', en: 'Application number' },
  'paper.check_code': { 'zh-CN': '查询码', 'zh-HK': '查詢碼', en: 'Check code' },
  'paper.document_number': { 'zh-CN': '文书编号', 'zh-HK': '文書編號', en: 'Document number' },
  'paper.scan_progress': { 'zh-CN': '扫码查进度', 'zh-HK': '掃碼查進度', en: 'Scan for progress' },
  'paper.scan_verify': { 'zh-CN': '扫码验真伪', 'zh-HK': '掃碼驗真偽', en: 'Scan to verify' },

  'paper.proof': { 'zh-CN': '入账证明', 'zh-HK': '入帳證明', en: 'Proof of record' },
  'paper.proof_included': {
    'zh-CN': '此码就是证明：这条记录已写进公开账本，谁也改不了。核验：{site}/yimen-verify.html，再填下面的记录指纹。',
    'zh-HK': '此碼就是證明：這項記錄已寫入公開帳本，誰也改不了。核驗：{site}/yimen-verify.html，再填下面的記錄指紋。',
    en: 'This code is the proof that the record stands in a public log that nobody can change. Paste it into the checking page from {site}/yimen-verify.html (it works offline) and type the fingerprint below.',
  },
  'paper.proof_promised': {
    'zh-CN': '此码是我们签了名的承诺：一分钟内把这条记录写进公开账本。之后再打印，这里就是入账证明。请留好这张纸。',
    'zh-HK': '此碼是我們簽署的承諾：一分鐘內把這項記錄寫入公開帳本。之後再列印，這裏就是入帳證明。請留好這張紙。',
    en: 'This code is our signed promise to enter this record in the public log within a minute. Printed later, the proof itself stands here. Keep this paper.',
  },
  'paper.fingerprint': { 'zh-CN': '记录指纹', 'zh-HK': '記錄指紋', en: 'Fingerprint of the record' },

  'paper.scan_evaluate': { 'zh-CN': '扫码评价', 'zh-HK': '掃碼評價', en: 'Scan to rate the service' },
  'paper.evaluate_text': {
    'zh-CN': '办得好不好，请您打分。无需登录，办理人员看不到是谁评的。',
    'zh-HK': '辦得好不好，請您評分。毋須登入，辦理人員看不到由誰評價。',
    en: 'Tell us how it went. No sign-in is needed, and those who served you do not see who rated.',
  },

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
    'zh-CN': '{applicant}：您申请办理“{item}”，我们于{date}收到。经审查，下列 {count} 项内容需要补正。依法一次告知全部内容。',
    'zh-HK': '{applicant}：您申請辦理「{item}」，我們於{date}收到。經審查，下列 {count} 項內容需要補正。現依法一次告知全部內容。',
    en: '{applicant}: on {date} we received your application for “{item}”. The {count} points below need to be corrected. As the law requires, this notice lists everything at once.',
  },
  'paper.correction_intro_one': {
    'zh-CN': '{applicant}：您申请办理“{item}”，我们于{date}收到。经审查，下列 {count} 项内容需要补正。依法一次告知全部内容。',
    'zh-HK': '{applicant}：您申請辦理「{item}」，我們於{date}收到。經審查，下列 {count} 項內容需要補正。現依法一次告知全部內容。',
    en: '{applicant}: on {date} we received your application for “{item}”. The point below needs to be corrected. As the law requires, this notice lists everything at once.',
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

  'paper.correction_after': {
    'zh-CN': '过了这个日期没有补正的，我们可以退件。退件不影响您以后重新申请。',
    'zh-HK': '過了這個日期仍未補正的，我們可以退件。退件不影響您日後重新申請。',
    en: 'If it is not corrected by this day, the file may be returned to you. You can then apply again at any time.',
  },

  'paper.deemed_intro': {
    'zh-CN': '{applicant}：您申请办理“{item}”，我们于{received}收到。法律给我们告知补正内容的期限到{due}届满，我们没有告知。依照行政许可法第三十二条，您的申请自收到之日起即为受理，办理期限从那天起算。',
    'zh-HK': '{applicant}：您申請辦理「{item}」，我們於{received}收到。法律給我們告知補正內容的期限至{due}屆滿，我們沒有告知。依照行政許可法第三十二條，您的申請自收到之日起即為受理，辦理期限由當日起計。',
    en: '{applicant}: we received your application for “{item}” on {received}. By law we had until {due} to tell you what was missing, and told you nothing. Under article 32 of the Administrative Licensing Law it counts as accepted from the day we received it, and the time for handling runs from that day.',
  },
  'paper.deemed_accepted_on': { 'zh-CN': '视为受理日期', 'zh-HK': '視為受理日期', en: 'Counts as accepted on' },

  'paper.limit_subtitle': { 'zh-CN': '办理时限书面告知', 'zh-HK': '辦理時限書面告知', en: 'Written notice on the time limit' },
  'paper.limit.special': { 'zh-CN': '特别程序告知书', 'zh-HK': '特別程序告知書', en: 'Notice of a special procedure' },
  'paper.limit.prolong': { 'zh-CN': '特别程序延长告知书', 'zh-HK': '特別程序延長告知書', en: 'Notice of a longer special procedure' },
  'paper.limit.end': { 'zh-CN': '恢复计时告知书', 'zh-HK': '恢復計時告知書', en: 'Notice that the clock goes on' },
  'paper.limit.extend': { 'zh-CN': '延长办理期限告知书', 'zh-HK': '延長辦理期限告知書', en: 'Notice of an extension' },
  'paper.limit.special_intro': {
    'zh-CN': '{applicant}：您申请办理的“{item}”依法需要{ground}，所需时间为 {length}。这段时间不计入办理期限。',
    'zh-HK': '{applicant}：您申請辦理的「{item}」依法需要{ground}，所需時間為 {length}。這段時間不計入辦理期限。',
    en: '{applicant}: by law your application for “{item}” needs {ground}, which takes {length}. That time does not count towards the time for handling.',
  },
  'paper.limit.prolong_intro': {
    'zh-CN': '{applicant}：您申请办理的“{item}”，{ground}未能在告知的时间内完成，经批准再用 {length}。这段时间不计入办理期限。',
    'zh-HK': '{applicant}：您申請辦理的「{item}」，{ground}未能在告知的時間內完成，經批准再用 {length}。這段時間不計入辦理期限。',
    en: '{applicant}: for your application for “{item}”, {ground} could not be finished in the time announced. With approval it takes {length} more, which does not count towards the time for handling.',
  },
  'paper.limit.end_intro': {
    'zh-CN': '{applicant}：您申请办理的“{item}”，{ground}已经结束，办理期限恢复计算。',
    'zh-HK': '{applicant}：您申請辦理的「{item}」，{ground}已經完結，辦理期限恢復計算。',
    en: '{applicant}: for your application for “{item}”, {ground} is over, and the time for handling runs again.',
  },
  'paper.limit.extend_intro': {
    'zh-CN': '{applicant}：您申请办理的“{item}”不能在期限内作出决定，经负责人批准，延长 {length}。理由见下。',
    'zh-HK': '{applicant}：您申請辦理的「{item}」未能在期限內作出決定，經負責人批准，延長 {length}。理由見下。',
    en: '{applicant}: your application for “{item}” cannot be decided within its time. With the head’s approval the time is extended by {length}; the reason is given below.',
  },
  'paper.promised_now': { 'zh-CN': '现在的承诺办结日期', 'zh-HK': '現在的承諾辦結日期', en: 'Now to be completed by' },
  'paper.limit_before': { 'zh-CN': '原承诺办结日期为{date}。', 'zh-HK': '原承諾辦結日期為{date}。', en: 'It was {date} before.' },
  'paper.limit_same': { 'zh-CN': '承诺办结日期没有变化。', 'zh-HK': '承諾辦結日期沒有變化。', en: 'This day has not changed.' },
  'paper.announced': { 'zh-CN': '告知的时间', 'zh-HK': '告知的時間', en: 'Time announced' },
  'paper.announced_until': { 'zh-CN': '特别程序最迟结束', 'zh-HK': '特別程序最遲完結', en: 'Over at the latest by' },
  'paper.ground': { 'zh-CN': '事由', 'zh-HK': '事由', en: 'Ground' },
  'paper.reason': { 'zh-CN': '说明', 'zh-HK': '說明', en: 'Reason' },
  'paper.proposed_by': { 'zh-CN': '提出单位', 'zh-HK': '提出單位', en: 'Proposed by' },
  'paper.approved_by': { 'zh-CN': '批准单位', 'zh-HK': '批准單位', en: 'Approved by' },
  'paper.by_on': { 'zh-CN': '{unit}，{date}', 'zh-HK': '{unit}，{date}', en: '{unit}, {date}' },
  'paper.legal_basis': { 'zh-CN': '依据', 'zh-HK': '依據', en: 'Basis' },
  'paper.basis_special': {
    'zh-CN': '行政许可法第四十五条：依法需要的程序所需时间不计入办理期限，所需时间书面告知申请人。',
    'zh-HK': '行政許可法第四十五條：依法需要的程序所需時間不計入辦理期限，所需時間書面告知申請人。',
    en: 'Administrative Licensing Law, article 45: the time such a procedure takes does not count, and the applicant is told in writing how long it takes.',
  },
  'paper.basis_extension': {
    'zh-CN': '行政许可法第四十二条：经负责人批准可以延长期限，并将延长的理由告知申请人。',
    'zh-HK': '行政許可法第四十二條：經負責人批准可以延長期限，並將延長的理由告知申請人。',
    en: 'Administrative Licensing Law, article 42: with the head’s approval the time may be extended, and the applicant is told the reason.',
  },

  'paper.termination_intro': {
    'zh-CN': '{applicant}：您申请办理“{item}”，我们于{received}收到，{told}以{document}号补正告知书告知需要补正的内容。补正期限已经届满，我们没有收到补正，现将申请材料退回，本办件终止。',
    'zh-HK': '{applicant}：您申請辦理「{item}」，我們於{received}收到，{told}以{document}號補正告知書告知需要補正的內容。補正期限已經屆滿，我們沒有收到補正，現將申請材料退回，本辦件終止。',
    en: '{applicant}: we received your application for “{item}” on {received} and told you on {told}, in correction notice {document}, what had to be corrected. The time for it has passed and no answer came, so the file is returned and this application ends.',
  },
  'paper.not_corrected': { 'zh-CN': '没有补正的内容', 'zh-HK': '未有補正的內容', en: 'What was not corrected' },
  'paper.answer_was_due': { 'zh-CN': '补正期限届满日', 'zh-HK': '補正期限屆滿日', en: 'The answer was due by' },
  'paper.termination_advice_again': { 'zh-CN': '材料备齐后，可以随时重新申请，不受这次退件影响。', 'zh-HK': '材料備齊後，可隨時重新申請，不受這次退件影響。', en: 'Apply again at any time once the papers are ready; this return does not count against you.' },
  'paper.termination_advice_help': { 'zh-CN': '不会准备材料，可以带上现有材料到任一综合窗口，由工作人员当场核对。', 'zh-HK': '不懂準備材料，可帶同現有材料到任何綜合窗口，由職員即場核對。', en: 'If you are not sure what is needed, bring what you have to any general window: staff check it with you.' },

  'paper.strip.start': { 'zh-CN': '起', 'zh-HK': '起', en: 'from' },
  'paper.strip.holiday': { 'zh-CN': '休', 'zh-HK': '休', en: 'off' },
  'paper.strip.closure': { 'zh-CN': '停', 'zh-HK': '停', en: 'shut' },
  'paper.strip.swapped_in': { 'zh-CN': '班', 'zh-HK': '班', en: 'work' },
  'paper.strip.due': { 'zh-CN': '到期', 'zh-HK': '到期', en: 'due' },
  'paper.strip.key.counted': { 'zh-CN': '计入，数字是第几日', 'zh-HK': '計入，數字是第幾日', en: 'counted; the number says which day' },
  'paper.strip.key.due': { 'zh-CN': '到期日', 'zh-HK': '到期日', en: 'the day it is due' },

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
