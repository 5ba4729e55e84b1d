import type { Messages } from '../language.ts';

/** What the workbench says about a matter's limits and about the acts that correct, return, move and hand over. */
export const fileMessages = {
  // The limits of a matter
  'limits.title': { 'zh-CN': '时限', 'zh-HK': '時限', en: 'Limits' },
  'limits.others': { 'zh-CN': '其他时限', 'zh-HK': '其他時限', en: 'Other limits' },
  'limits.of_link': { 'zh-CN': '{kind} · {link}', 'zh-HK': '{kind} · {link}', en: '{kind} · {link}' },
  'limits.ended_on': { 'zh-CN': '{date} 止', 'zh-HK': '{date} 止', en: 'ended {date}' },
  'limits.link_late': { 'zh-CN': '环节已超期，全件还在期限内', 'zh-HK': '環節已逾期，全件仍在期限內', en: 'This step is late; the matter is still in time' },
  'limits.link_late_words': { 'zh-CN': '“{link}”应在 {linkDue}前办完。全件最迟 {date}，请先办这一环节。', 'zh-HK': '「{link}」應在 {linkDue}前辦完。全件最遲 {date}，請先辦理這一環節。', en: '“{link}” was due by {linkDue}. The whole matter is due by {date}: do this step first.' },
  'limits.deemed': { 'zh-CN': '视为受理', 'zh-HK': '視為受理', en: 'Deemed accepted' },
  'limits.deemed_words': { 'zh-CN': '收件单位没有在期限内一次告知补正内容。依行政许可法第三十二条，自收到申请材料之日（{date}）起即为受理，办理时限也从那天起算。', 'zh-HK': '收件單位沒有在期限內一次告知補正內容。依行政許可法第三十二條，自收到申請材料之日（{date}）起即為受理，辦理時限亦由當日起計。', en: 'Nothing was said about corrections in time. By article 32 of the Administrative Licensing Law the application counts as accepted from the day its papers came ({date}), and the time for handling runs from that day.' },
  'limits.delivered': { 'zh-CN': '结果已送达', 'zh-HK': '結果已送達', en: 'The result was handed over' },
  'limits.not_delivered': { 'zh-CN': '结果还没有送达', 'zh-HK': '結果尚未送達', en: 'The result has not been handed over yet' },

  // Acts that move a limit: always two persons
  'acts.title': { 'zh-CN': '时限变动和审批', 'zh-HK': '時限變動和審批', en: 'What moved the limits, and who agreed' },
  'acts.open': { 'zh-CN': '等待审批：{act}', 'zh-HK': '等待審批：{act}', en: 'Waiting for approval: {act}' },
  'acts.open_words': { 'zh-CN': '审批同意以后，时限才变动。', 'zh-HK': '審批同意以後，時限才變動。', en: 'Nothing moves until it is approved.' },
  'acts.special': { 'zh-CN': '{ground}，停止计时 {days} 个工作日', 'zh-HK': '{ground}，停止計時 {days} 個工作日', en: 'the clock stops for {ground}, {days} working days' },
  'acts.prolong': { 'zh-CN': '特别程序延长 {days} 个工作日', 'zh-HK': '特別程序延長 {days} 個工作日', en: 'the special procedure takes {days} working days more' },
  'acts.end': { 'zh-CN': '特别程序结束，恢复计时', 'zh-HK': '特別程序完結，恢復計時', en: 'the special procedure is over, the clock goes on' },
  'acts.extend': { 'zh-CN': '办理时限延长 {days} 个工作日', 'zh-HK': '辦理時限延長 {days} 個工作日', en: 'the time for handling is extended by {days} working days' },
  'acts.document': { 'zh-CN': '书面告知 {document}', 'zh-HK': '書面告知 {document}', en: 'written notice {document}' },
  'acts.proposed': { 'zh-CN': '提出', 'zh-HK': '提出', en: 'Proposed' },
  'acts.outcome.open': { 'zh-CN': '待审批', 'zh-HK': '待審批', en: 'open' },
  'acts.outcome.approved': { 'zh-CN': '同意', 'zh-HK': '同意', en: 'Approved' },
  'acts.outcome.rejected': { 'zh-CN': '不同意', 'zh-HK': '不同意', en: 'Not approved' },
  'acts.decide': { 'zh-CN': '审批时限变动', 'zh-HK': '審批時限變動', en: 'Decide on the limit' },
  'choice.rejected': { 'zh-CN': '不同意', 'zh-HK': '不同意', en: 'Do not agree' },
  'phrase.rejected': { 'zh-CN': '理由不充分，按原时限办理：', 'zh-HK': '理由不充分，按原時限辦理：', en: 'The reason does not carry it; the limits stay: ' },

  // Proposing one
  'move.which': { 'zh-CN': '要变动什么', 'zh-HK': '要變動甚麼', en: 'What is to change' },
  'move.special': { 'zh-CN': '进入特别程序，停止计时', 'zh-HK': '進入特別程序，停止計時', en: 'A special procedure: the clock stops' },
  'move.special_hint': { 'zh-CN': '听证、检验、检测、专家评审等（行政许可法第四十五条）。所需时间要书面告知申请人，最多停到告知的日子。', 'zh-HK': '聽證、檢驗、檢測、專家評審等（行政許可法第四十五條）。所需時間須以書面告知申請人，最多停至告知的日子。', en: 'Hearing, inspection, testing, expert review and the like (Administrative Licensing Law, article 45). The applicant is told in writing how long; the clock stops no longer than that.' },
  'move.prolong': { 'zh-CN': '延长正在进行的特别程序', 'zh-HK': '延長正在進行的特別程序', en: 'More time for the procedure under way' },
  'move.prolong_hint': { 'zh-CN': '要在已告知的时间届满以前，并再次书面告知。', 'zh-HK': '須在已告知的時間屆滿以前，並再次以書面告知。', en: 'Before the announced time is over, with another written notice.' },
  'move.end': { 'zh-CN': '特别程序已结束，恢复计时', 'zh-HK': '特別程序已完結，恢復計時', en: 'The procedure is over: the clock goes on' },
  'move.end_hint': { 'zh-CN': '从提出的时刻起恢复计时，不等审批。', 'zh-HK': '由提出的時刻起恢復計時，不等審批。', en: 'The clock goes on from the moment this is proposed; waiting for approval stops nothing.' },
  'move.extend': { 'zh-CN': '延长办理时限', 'zh-HK': '延長辦理時限', en: 'Extend the time for handling' },
  'move.extend_hint': { 'zh-CN': '只能延长一次，并把理由告知申请人（行政许可法第四十二条）。', 'zh-HK': '只能延長一次，並將理由告知申請人（行政許可法第四十二條）。', en: 'Once only, and the applicant is told why (Administrative Licensing Law, article 42).' },
  'move.procedure': { 'zh-CN': '哪一项特别程序', 'zh-HK': '哪一項特別程序', en: 'Which procedure' },
  'move.ground': { 'zh-CN': '法定事由', 'zh-HK': '法定事由', en: 'Ground' },
  'move.document': { 'zh-CN': '书面告知的文号', 'zh-HK': '書面告知的文號', en: 'Number of the written notice' },
  'move.days_special': { 'zh-CN': '告知申请人的时间（工作日）', 'zh-HK': '告知申請人的時間（工作日）', en: 'Time told to the applicant (working days)' },
  'move.days_more': { 'zh-CN': '再加几个工作日', 'zh-HK': '再加幾個工作日', en: 'Working days more' },
  'move.words': { 'zh-CN': '理由', 'zh-HK': '理由', en: 'Reason' },
  'move.words_hint': { 'zh-CN': '写明为什么，审批人据此决定。写到一半也会留着。', 'zh-HK': '寫明為甚麼，審批人據此決定。寫到一半也會保留。', en: 'Why: the approver decides by it. Half-written words are kept.' },
  'move.nothing_yet': { 'zh-CN': '提交以后还不会变', 'zh-HK': '提交以後還不會變', en: 'Nothing moves yet' },
  'move.nothing_yet_words': { 'zh-CN': '要由另一位审批人同意，时限才变动，两个人都会记在卷里。新的日期由系统按日历计算，审批后显示。', 'zh-HK': '須由另一位審批人同意，時限才變動，兩個人都會記在卷內。新的日期由系統按日曆計算，審批後顯示。', en: 'Another person must approve before the limits move, and both stay in the file. The new dates are counted by the calendar and show after the approval.' },
  'move.send': { 'zh-CN': '提交审批', 'zh-HK': '提交審批', en: 'Send for approval' },
  'move.fault.document': { 'zh-CN': '请填写书面告知的文号', 'zh-HK': '請填寫書面告知的文號', en: 'Give the number of the written notice' },
  'move.fault.days': { 'zh-CN': '请填 1 到 365 的整数', 'zh-HK': '請填 1 至 365 的整數', en: 'A whole number from 1 to 365' },
  'move.fault.words': { 'zh-CN': '请写明理由', 'zh-HK': '請寫明理由', en: 'Say why' },
  'move.fault.ground': { 'zh-CN': '请选择法定事由', 'zh-HK': '請選擇法定事由', en: 'Choose the ground' },
  'move.fault.pauseId': { 'zh-CN': '请选择特别程序', 'zh-HK': '請選擇特別程序', en: 'Choose the procedure' },

  // Corrections
  'correction.fails': { 'zh-CN': '不符合的标准：', 'zh-HK': '不符合的標準：', en: 'Standard it fails: ' },
  'correction.second': { 'zh-CN': '第二次告知，只能指出申请人改动过的内容', 'zh-HK': '第二次告知，只能指出申請人改動過的內容', en: 'A second notice: only what the applicant has changed' },
  'correction.second_words': { 'zh-CN': '其余内容第一次审查时已经看过，当时没有提出，现在不能再要求补正。', 'zh-HK': '其餘內容首次審查時已經看過，當時沒有提出，現在不能再要求補正。', en: 'The rest lay before you at the first examination and was not raised then; it cannot be asked for now.' },
  'correction.second_none': { 'zh-CN': '申请人没有改动任何一处，不能再次告知。请受理，或依法不予受理。', 'zh-HK': '申請人沒有改動任何一處，不能再次告知。請受理，或依法不予受理。', en: 'The applicant changed nothing, so there is no second notice. Accept, or refuse acceptance on a legal ground.' },
  'correction.examined': { 'zh-CN': '已审查过，不再列出（{count} 处）', 'zh-HK': '已審查過，不再列出（{count} 處）', en: 'Examined already, not offered ({count})' },

  // Corrected at the window, deferred materials
  'spot.why': { 'zh-CN': '申请人在场，可以当场更正', 'zh-HK': '申請人在場，可以即場更正', en: 'The applicant is here and can correct it now' },
  'spot.why_words': { 'zh-CN': '只改需要更换的材料和填错的栏目，其余保持原样。告知期限照常计算。', 'zh-HK': '只改需要更換的材料和填錯的欄目，其餘保持原樣。告知期限照常計算。', en: 'Change only the materials and entries that are wrong; the rest stays. The time for the notice runs on.' },
  'spot.send': { 'zh-CN': '保存更正', 'zh-HK': '儲存更正', en: 'Save the correction' },
  'spot.nothing': { 'zh-CN': '还没有改动', 'zh-HK': '尚未有改動', en: 'Nothing is changed yet' },
  'deferred.why': { 'zh-CN': '受理时允许以后补交的材料', 'zh-HK': '受理時容許以後補交的材料', en: 'Materials that were to come later' },
  'deferred.why_words': { 'zh-CN': '可以分次补交。全部补齐后才能准予。', 'zh-HK': '可以分次補交。全部補齊後才能批准。', en: 'They may come one by one. The application can be granted once all have come.' },
  'deferred.due': { 'zh-CN': '最迟 {date}补交', 'zh-HK': '最遲 {date}補交', en: 'due by {date}' },
  'deferred.nothing': { 'zh-CN': '请至少补交一份', 'zh-HK': '請至少補交一份', en: 'Hand in at least one' },
  'papers.field_faulty': { 'zh-CN': '表单里有 {count} 处填得不对，请先改正', 'zh-HK': '表格內有 {count} 處填寫有誤，請先更正', en: 'Put {count} thing(s) in the form right first' },

  // Returning the file
  'terminate.why': { 'zh-CN': '补正期限已过，申请人没有补正，可以退件', 'zh-HK': '補正期限已過，申請人沒有補正，可以退件', en: 'The time for the correction is over and nothing came: the file may be returned' },
  'terminate.why_words': { 'zh-CN': '补正期限是 {date}。退件后办件结束，申请人可以随时重新申请。', 'zh-HK': '補正期限是 {date}。退件後辦件結束，申請人可隨時重新申請。', en: 'It was due by {date}. Returning ends the matter; the applicant may apply again at any time.' },
  'terminate.not_yet': { 'zh-CN': '还不能退件', 'zh-HK': '還不能退件', en: 'It cannot be returned yet' },
  'terminate.not_yet_words': { 'zh-CN': '申请人到 {date}（含当天）都可以补正，期限届满仍未补正才能退件。', 'zh-HK': '申請人至 {date}（包括當天）均可補正，期限屆滿仍未補正才能退件。', en: 'The applicant may answer until the end of {date}; only then, if nothing came, can it be returned.' },
  'terminate.words': { 'zh-CN': '给申请人的说明', 'zh-HK': '給申請人的說明', en: 'What the applicant is told' },
  'terminate.usual': { 'zh-CN': '您没有在补正期限内补正，申请材料退回。备齐后可随时重新申请。', 'zh-HK': '您沒有在補正期限內補正，申請材料退回。備齊後可隨時重新申請。', en: 'The correction did not come in time, so the papers are returned. You may apply again at any time.' },
  'terminate.send': { 'zh-CN': '退件', 'zh-HK': '退件', en: 'Return the file' },

  // Handing the result over
  'deliver.how': { 'zh-CN': '怎么送达的', 'zh-HK': '怎樣送達', en: 'How it was handed over' },
  'deliver.counter': { 'zh-CN': '窗口领取', 'zh-HK': '櫃位領取', en: 'At the counter' },
  'deliver.courier': { 'zh-CN': '邮寄送达', 'zh-HK': '郵寄送達', en: 'By courier' },
  'deliver.words_counter': { 'zh-CN': '谁领取的，核对了什么证件', 'zh-HK': '由誰領取，核對了甚麼證件', en: 'Who took it, and which document you saw' },
  'deliver.words_courier': { 'zh-CN': '快递单号，谁签收', 'zh-HK': '速遞單號，由誰簽收', en: 'Tracking number, and who signed for it' },
  'deliver.words_missing': { 'zh-CN': '请写明', 'zh-HK': '請寫明', en: 'Say it in words' },
  'deliver.send': { 'zh-CN': '登记送达', 'zh-HK': '登記送達', en: 'Record it' },
  'deliver.ends': { 'zh-CN': '登记后，送达期限按登记的时刻结束。', 'zh-HK': '登記後，送達期限按登記的時刻結束。', en: 'The time for handing over ends at the moment you record it.' },

  // The worklist, kept up to date
  'worklist.goes_on': { 'zh-CN': '{date} 恢复', 'zh-HK': '{date} 恢復', en: 'until {date}' },
  'worklist.link_late': { 'zh-CN': '环节超 {days} 天', 'zh-HK': '環節逾 {days} 天', en: 'step {days} late' },
  'worklist.open_first': { 'zh-CN': '打开最急的一件', 'zh-HK': '打開最急的一件', en: 'Open the most urgent' },
  'live.live': { 'zh-CN': '实时更新', 'zh-HK': '即時更新', en: 'live' },
  'live.reconnecting': { 'zh-CN': '正在重新连接', 'zh-HK': '正在重新連接', en: 'reconnecting' },
  'live.off': { 'zh-CN': '每分钟更新', 'zh-HK': '每分鐘更新', en: 'every minute' },
} as const satisfies Messages;
