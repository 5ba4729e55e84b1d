import type { Messages } from '../language.ts';

/**
 * The texts of short messages, in the order in which a matter causes them. They name the matter's number and nothing else of
 * the matter or the person: a message is read on locked screens and by whoever holds the phone. The gateway puts the signature
 * in front. At a real gateway each text is registered per language and gets a code of its own (how-to: configuration).
 */
export const smsMessages = {
  'sms.sign_in_code': {
    'zh-CN': '您的登录验证码是 {code}，{minutes} 分钟内有效。工作人员不会向您索要验证码，请勿告诉他人。',
    'zh-HK': '您的登入驗證碼是 {code}，{minutes} 分鐘內有效。職員不會向您索取驗證碼，請勿告訴他人。',
    en: 'Your sign-in code is {code}, valid for {minutes} minutes. Staff never ask for it. Do not tell it to anyone.',
  },
  'sms.filed': {
    'zh-CN': '已收到您的申请，办件编号 {number}。我们将在 {date} 前告知是否受理。凭编号和收件凭证上的查询码可查进度。',
    'zh-HK': '已收到您的申請，辦件編號 {number}。我們會在 {date} 前告知是否受理。憑編號及收件憑證上的查詢碼可查進度。',
    en: 'We have received your application, number {number}. We will tell you by {date} whether it is accepted. Check progress with the number and the code on your receipt.',
  },
  'sms.correction_needed': {
    'zh-CN': '办件 {number} 需要补正材料。请登录查看补正告知书，一次列明全部内容；也可到任一综合窗口办理。',
    'zh-HK': '辦件 {number} 需要補正材料。請登入查看補正告知書，全部內容一次列明；亦可前往任何綜合窗口辦理。',
    en: 'Application {number} needs corrections. Sign in to see the notice, which lists everything at once, or come to any general window.',
  },
  'sms.accepted': {
    'zh-CN': '办件 {number} 已受理，预计 {date} 前办结。可登录下载受理通知书。',
    'zh-HK': '辦件 {number} 已受理，預計 {date} 前辦結。可登入下載受理通知書。',
    en: 'Application {number} is accepted. It will be completed by {date}. Sign in to download the acceptance notice.',
  },
  'sms.not_accepted': {
    'zh-CN': '办件 {number} 不予受理。理由、可以怎么办以及救济途径见不予受理通知书，请登录查看或到窗口领取。',
    'zh-HK': '辦件 {number} 不予受理。理由、可以怎樣做及救濟途徑載於不予受理通知書，請登入查看或到窗口領取。',
    en: 'Application {number} is not accepted. The reasons, what you can do and how to object are in the notice: sign in, or collect it at a window.',
  },
  'sms.result_ready': {
    'zh-CN': '办件 {number} 已办结，结果文书已生成。请登录下载，或凭办件编号到窗口领取。',
    'zh-HK': '辦件 {number} 已辦結，結果文書已發出。請登入下載，或憑辦件編號到窗口領取。',
    en: 'Application {number} is completed and its result is ready. Sign in to download it, or collect it at a window with the number.',
  },
  'sms.deemed_accepted': {
    'zh-CN': '办件 {number} 因未在法定期限内告知，依法自收到材料之日起视为受理，预计 {date} 前办结。',
    'zh-HK': '辦件 {number} 因未在法定期限內告知，依法自收到材料之日起視為受理，預計 {date} 前辦結。',
    en: 'Application {number}: nothing was said in the legal time, so by law it counts as accepted from the day we received it. It will be completed by {date}.',
  },
  'sms.clock_stopped': {
    'zh-CN': '办件 {number} 进入特别程序，所需时间不计入办理时限，预计 {date} 前办结。理由和文书请登录查看。',
    'zh-HK': '辦件 {number} 進入特別程序，所需時間不計入辦理時限，預計 {date} 前辦結。理由及文書請登入查看。',
    en: 'Application {number} needs a special procedure whose time does not count. It will be completed by {date}. Sign in for the ground and the notice.',
  },
  'sms.extended': {
    'zh-CN': '办件 {number} 经批准延长办理时限，预计 {date} 前办结。理由和文书请登录查看。',
    'zh-HK': '辦件 {number} 經批准延長辦理時限，預計 {date} 前辦結。理由及文書請登入查看。',
    en: 'The time for application {number} was extended with approval. It will be completed by {date}. Sign in for the reason and the notice.',
  },
  'sms.due_moved': {
    'zh-CN': '因工作日历调整或程序变化，办件 {number} 的办理期限重新计算，预计 {date} 前办结。',
    'zh-HK': '因工作日曆調整或程序變化，辦件 {number} 的辦理期限重新計算，預計 {date} 前辦結。',
    en: 'The dates of application {number} were computed again after a change of the calendar or the procedure. It will be completed by {date}.',
  },
  'sms.deferred_reminded': {
    'zh-CN': '办件 {number} 中说好后补的材料已过期限。办理仍在进行，补交之前不能准予。请登录补交，或到任一综合窗口办理。',
    'zh-HK': '辦件 {number} 中約定後補的材料已過期限。辦理仍在進行，補交之前不能批准。請登入補交，或前往任何綜合窗口辦理。',
    en: 'Application {number}: a material that was to come later is overdue. Handling goes on, but it cannot be granted before the material comes. Sign in to hand it in, or come to any general window.',
  },
  'sms.deferred_refused': {
    'zh-CN': '办件 {number} 中说好后补的材料逾期未交，申请不予批准。理由和救济途径见结果文书；材料备齐后可以重新申请。',
    'zh-HK': '辦件 {number} 中約定後補的材料逾期未交，申請不獲批准。理由及救濟途徑載於結果文書；材料備齊後可重新申請。',
    en: 'Application {number} is refused: a material that was to come later did not come. The result says why and how to object; once you have everything you may apply again.',
  },
  'sms.deferred_revocable': {
    'zh-CN': '办件 {number} 中说好后补的材料逾期未交，部门将决定是否撤销已经准予的结果。请尽快登录补交，或到任一综合窗口办理。',
    'zh-HK': '辦件 {number} 中約定後補的材料逾期未交，部門將決定是否撤銷已批准的結果。請盡快登入補交，或前往任何綜合窗口辦理。',
    en: 'Application {number}: a material that was to come later did not come, and the department now decides whether the grant is taken back. Hand it in as soon as you can, online or at any general window.',
  },
  'sms.result_revoked': {
    'zh-CN': '办件 {number} 的结果已被撤销。理由和救济途径请登录查看，或到窗口领取。',
    'zh-HK': '辦件 {number} 的結果已被撤銷。理由及救濟途徑請登入查看，或到窗口領取。',
    en: 'The result of application {number} has been taken back. Sign in for the reasons and how to object, or collect them at a window.',
  },
  'sms.answer_overdue': {
    'zh-CN': '办件 {number} 等待您补交的期限已过。请尽快登录补交或到任一综合窗口办理，否则可能退件。',
    'zh-HK': '辦件 {number} 等待您補交的期限已過。請盡快登入補交或前往任何綜合窗口辦理，否則可能退件。',
    en: 'The time for your answer on application {number} is over. Sign in and answer soon, or come to any general window; otherwise it may be returned.',
  },
  'sms.terminated': {
    'zh-CN': '办件 {number} 因未按期补正已退件。您可以随时重新申请。',
    'zh-HK': '辦件 {number} 因未按期補正已退件。您可以隨時重新申請。',
    en: 'Application {number} was returned because the correction was not answered in time. You can apply again at any time.',
  },
  'sms.delivered': {
    'zh-CN': '办件 {number} 的结果已送达。如非本人领取，请致电 12345。',
    'zh-HK': '辦件 {number} 的結果已送達。如非本人領取，請致電 12345。',
    en: 'The result of application {number} has been delivered. If it was not you who received it, call 12345.',
  },
  'sms.evaluation_asked': {
    'zh-CN': '办件 {number} 已办结，请您评价。请登录一门，打开“我的评价和投诉”；也可到任一综合窗口评价。不想再收到，可在“我的信息”撤回同意。',
    'zh-HK': '辦件 {number} 已辦結，請您評價。請登入一門，打開「我的評價和投訴」；亦可到任何綜合窗口評價。不想再收到，可在「我的資料」撤回同意。',
    en: 'Application {number} is completed. How did it go? Sign in to Yimen and open “My evaluations and complaints”, or say so at any general window. To get no more of these, take your consent back under “My data”.',
  },
} as const satisfies Messages;

/** Why a message did not go out: what staff and, for a sign-in code, the person see. */
export const messageRefusals = {
  'messages.too_often': {
    'zh-CN': '向这个号码发送短信过于频繁。请在 {seconds} 秒后再试。',
    'zh-HK': '向這個號碼發送短訊過於頻密。請在 {seconds} 秒後再試。',
    en: 'Too many messages to this number. Try again in {seconds} seconds.',
  },
  'messages.provider_unreachable': {
    'zh-CN': '短信服务暂时无法使用，系统会自动重试。您也可以到任一综合窗口办理。',
    'zh-HK': '短訊服務暫時無法使用，系統會自動重試。您亦可前往任何綜合窗口辦理。',
    en: 'The message service cannot be reached just now. It will be tried again. You can also come to any general window.',
  },
  'messages.number_not_reachable': {
    'zh-CN': '这个手机号码无法接收短信。请检查号码，或换一个号码。',
    'zh-HK': '這個手提電話號碼未能接收短訊。請檢查號碼，或使用另一個號碼。',
    en: 'This number cannot receive messages. Check it, or use another number.',
  },
  'messages.provider_misconfigured': {
    'zh-CN': '短信服务的配置不正确（{providerCode}）。请系统管理员检查密钥、签名、模板和余额。',
    'zh-HK': '短訊服務的設定不正確（{providerCode}）。請系統管理員檢查金鑰、簽名、範本及餘額。',
    en: 'The message service is not set up correctly ({providerCode}). The administrator should check its keys, signature, templates and balance.',
  },
} as const satisfies Messages;
