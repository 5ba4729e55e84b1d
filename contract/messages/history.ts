import { say, type Language, type Messages } from '../language.ts';
import { sayDay } from './calendar.ts';
import { limitMessages } from './limits.ts';

/** What each fact of a matter says in its history, for staff: on the screen, on paper and in the table that is taken out. */
export const historyMessages = {
  'fact.matter_filed': { 'zh-CN': '收件', 'zh-HK': '收件', en: 'Filed' },
  'fact.correction_requested': { 'zh-CN': '一次性告知补正', 'zh-HK': '一次性通知補正', en: 'Corrections told, once' },
  'fact.supplemented': { 'zh-CN': '补正', 'zh-HK': '補正', en: 'Correction notice answered' },
  'fact.corrected_on_spot': { 'zh-CN': '窗口当场更正', 'zh-HK': '櫃位即場更正', en: 'Corrected at the window' },
  'fact.matter_accepted': { 'zh-CN': '受理，法定和承诺期限开始计算', 'zh-HK': '受理，法定及承諾期限開始計算', en: 'Accepted: the clocks start' },
  'fact.deemed_accepted': { 'zh-CN': '逾期未告知，视为受理', 'zh-HK': '逾期未告知，視為受理', en: 'Deemed accepted: nothing was said in time' },
  'fact.acceptance_refused': { 'zh-CN': '不予受理', 'zh-HK': '不予受理', en: 'Not accepted' },
  'fact.matter_withdrawn': { 'zh-CN': '申请人撤回', 'zh-HK': '申請人撤回', en: 'Withdrawn' },
  'fact.terminated': { 'zh-CN': '逾期未补正，退件', 'zh-HK': '逾期未補正，退件', en: 'Returned: not corrected in time' },
  'fact.deferred_handed_in': { 'zh-CN': '补交容缺材料', 'zh-HK': '補交容缺材料', en: 'Deferred materials handed in' },
  'fact.link_opened': { 'zh-CN': '进入环节', 'zh-HK': '進入環節', en: 'Step opened' },
  'fact.link_claimed': { 'zh-CN': '认领', 'zh-HK': '認領', en: 'Taken' },
  'fact.link_released': { 'zh-CN': '放回', 'zh-HK': '放回', en: 'Given back' },
  'fact.link_completed': { 'zh-CN': '办完环节', 'zh-HK': '辦完環節', en: 'Step done' },
  'fact.link_handed_over': { 'zh-CN': '交给 {other} 办理', 'zh-HK': '交由 {other} 辦理', en: 'Handed over to {other}' },
  'fact.link_cancelled': { 'zh-CN': '环节不再需要，由流程取消', 'zh-HK': '環節不再需要，由流程取消', en: 'Step no longer needed: cancelled by the process' },
  'fact.consultation_asked': { 'zh-CN': '征求意见', 'zh-HK': '徵求意見', en: 'Another office asked for its opinion' },
  'fact.consultation_answered': { 'zh-CN': '答复征求意见', 'zh-HK': '答覆徵求意見', en: 'Opinion given' },
  'fact.consultation_recalled': { 'zh-CN': '撤回征求意见', 'zh-HK': '撤回徵求意見', en: 'Opinion no longer asked for' },
  'fact.limit_act_proposed': { 'zh-CN': '提出变动时限', 'zh-HK': '提出變動時限', en: 'A change of the limits proposed' },
  'fact.limit_act_approved': { 'zh-CN': '同意变动时限，时限已变动', 'zh-HK': '同意變動時限，時限已變動', en: 'Approved: the limits moved' },
  'fact.limit_act_rejected': { 'zh-CN': '不同意变动时限', 'zh-HK': '不同意變動時限', en: 'Not approved: the limits stay' },
  'fact.limits_recomputed': { 'zh-CN': '日历变动，时限重新计算', 'zh-HK': '日曆變動，時限重新計算', en: 'The calendar changed: limits counted anew' },
  'fact.limit_passed': { 'zh-CN': '时限届满未办，记录超期', 'zh-HK': '時限屆滿未辦，記錄逾期', en: 'A limit passed: recorded as overdue' },
  'fact.flow_moved': { 'zh-CN': '流程自动前行', 'zh-HK': '流程自動前行', en: 'The process moved by itself' },
  'fact.flow_moved.timer': { 'zh-CN': '流程定时到期，流程前行', 'zh-HK': '流程定時到期，流程前行', en: 'A timer ran out: the process moved on' },
  'fact.flow_moved.message': { 'zh-CN': '收到其他办件的消息，流程前行', 'zh-HK': '收到其他辦件的訊息，流程前行', en: 'A message from another matter came' },
  'fact.flow_moved.part': { 'zh-CN': '一个子事项办结，流程前行', 'zh-HK': '一個子事項辦結，流程前行', en: 'A part ended: the process moved on' },
  'fact.flow_unclear': { 'zh-CN': '流程不知道怎么走，需要人看', 'zh-HK': '流程未能決定去向，需要人手查看', en: 'The process did not know its way: somebody must look' },
  'fact.timer_set': { 'zh-CN': '流程开始定时', 'zh-HK': '流程開始定時', en: 'A timer of the process was set' },
  'fact.timer_cancelled': { 'zh-CN': '流程定时取消', 'zh-HK': '流程定時取消', en: 'A timer of the process was cancelled' },
  'fact.message_sent': { 'zh-CN': '向同一件事的其他办件发出消息', 'zh-HK': '向同一件事的其他辦件發出訊息', en: 'A message was sent to the other matters of the bundle' },
  'fact.part_called': { 'zh-CN': '子事项开始办理', 'zh-HK': '子事項開始辦理', en: 'A part was opened' },
  'fact.part_cancelled': { 'zh-CN': '子事项取消', 'zh-HK': '子事項取消', en: 'A part was cancelled' },
  'fact.deferred_lapsed': { 'zh-CN': '容缺材料逾期未补', 'zh-HK': '容缺材料逾期未補', en: 'A deferred material did not come in time' },
  'fact.promise_checked.kept': { 'zh-CN': '核查告知承诺：属实', 'zh-HK': '核查告知承諾：屬實', en: 'The promise was checked: it is true' },
  'fact.promise_checked.broken': { 'zh-CN': '核查告知承诺：不属实', 'zh-HK': '核查告知承諾：不屬實', en: 'The promise was checked: it is not true' },
  'fact.revocation_proposed': { 'zh-CN': '提出撤销结果', 'zh-HK': '提出撤銷結果', en: 'Taking the result back was proposed' },
  'fact.revocation_rejected': { 'zh-CN': '不同意撤销，结果保留', 'zh-HK': '不同意撤銷，結果保留', en: 'Not approved: the result stands' },
  'fact.result_revoked': { 'zh-CN': '撤销结果', 'zh-HK': '撤銷結果', en: 'The result was taken back' },
  'fact.repair_proposed': { 'zh-CN': '提出修复守信记录', 'zh-HK': '提出修復守信記錄', en: 'Mending the record of words given was proposed' },
  'fact.repair_approved': { 'zh-CN': '同意修复守信记录', 'zh-HK': '同意修復守信記錄', en: 'Approved: the record is mended' },
  'fact.repair_rejected': { 'zh-CN': '不同意修复，记录保留', 'zh-HK': '不同意修復，記錄保留', en: 'Not approved: the record stays' },
  'fact.decision_made': { 'zh-CN': '作出决定', 'zh-HK': '作出決定', en: 'Decided' },
  'fact.matter_completed': { 'zh-CN': '办结', 'zh-HK': '辦結', en: 'Completed' },
  'fact.result_paper_made': { 'zh-CN': '出具结果文书', 'zh-HK': '發出結果文書', en: 'Result paper made' },
  'fact.result_delivered': { 'zh-CN': '结果送达', 'zh-HK': '結果送達', en: 'Result handed over' },
  'fact.other': { 'zh-CN': '其他记录', 'zh-HK': '其他記錄', en: 'Other record' },

  // What it came to
  'came.passed': { 'zh-CN': '通过', 'zh-HK': '通過', en: 'passed' },
  'came.failed': { 'zh-CN': '未通过', 'zh-HK': '未通過', en: 'not passed' },
  'came.granted': { 'zh-CN': '准予', 'zh-HK': '批准', en: 'granted' },
  'came.refused': { 'zh-CN': '不予', 'zh-HK': '不批准', en: 'refused' },
  'came.agreed': { 'zh-CN': '同意', 'zh-HK': '同意', en: 'agreed' },
  'came.returned': { 'zh-CN': '退回', 'zh-HK': '退回', en: 'sent back' },
  'came.stopped': { 'zh-CN': '未作决定即结束', 'zh-HK': '未作決定即結束', en: 'ended without a decision' },
  'came.agree': { 'zh-CN': '同意', 'zh-HK': '同意', en: 'agrees' },
  'came.agree_on_conditions': { 'zh-CN': '附条件同意', 'zh-HK': '附條件同意', en: 'agrees on conditions' },
  'came.disagree': { 'zh-CN': '不同意', 'zh-HK': '不同意', en: 'disagrees' },
  'came.no_remark': { 'zh-CN': '无意见', 'zh-HK': '沒有意見', en: 'has nothing to say' },
  'came.counter': { 'zh-CN': '窗口领取', 'zh-HK': '櫃位領取', en: 'at the counter' },
  'came.courier': { 'zh-CN': '邮寄送达', 'zh-HK': '郵寄送達', en: 'by courier' },
  'came.remind': { 'zh-CN': '提醒申请人', 'zh-HK': '提醒申請人', en: 'the applicant is reminded' },
  'came.refuse': { 'zh-CN': '依规定不予批准', 'zh-HK': '依規定不予批准', en: 'refused, as the item says' },
  'came.revoke': { 'zh-CN': '依规定撤销', 'zh-HK': '依規定撤銷', en: 'to be taken back, as the item says' },
  'came.cancelled': { 'zh-CN': '不再需要', 'zh-HK': '不再需要', en: 'not needed any more' },
  'came.recalled': { 'zh-CN': '已撤回', 'zh-HK': '已撤回', en: 'recalled' },
  'came.unanswered': { 'zh-CN': '逾期未答复', 'zh-HK': '逾期未答覆', en: 'not answered in time' },

  // Grounds
  'ground.not_this_authority': { 'zh-CN': '不属于本机关职权范围', 'zh-HK': '不屬本機關職權範圍', en: 'not within this authority\'s powers' },
  'ground.condition_not_met': { 'zh-CN': '不符合申请条件', 'zh-HK': '不符合申請條件', en: 'a condition is not met' },
  'ground.already_open': { 'zh-CN': '同一申请已在办理', 'zh-HK': '同一申請已在辦理', en: 'the same application is already open' },
  'ground.not_required': { 'zh-CN': '依法不需要办理', 'zh-HK': '依法毋須辦理', en: 'not required by law' },
  'ground.promise_broken': { 'zh-CN': '承诺不属实', 'zh-HK': '承諾不屬實', en: 'the promise was not true' },
  'ground.deferred_not_handed_in': { 'zh-CN': '容缺材料未补交', 'zh-HK': '容缺材料未補交', en: 'the deferred material never came' },
  'ground.not_corrected': { 'zh-CN': '未在期限内补正', 'zh-HK': '未在期限內補正', en: 'not corrected in time' },
  'act.special': { 'zh-CN': '特别程序，停止计时', 'zh-HK': '特別程序，停止計時', en: 'a special procedure, the clock stops' },
  'act.prolong': { 'zh-CN': '延长特别程序', 'zh-HK': '延長特別程序', en: 'the special procedure takes longer' },
  'act.end': { 'zh-CN': '特别程序结束', 'zh-HK': '特別程序完結', en: 'the special procedure is over' },
  'act.extend': { 'zh-CN': '延长办理时限', 'zh-HK': '延長辦理時限', en: 'the time for handling is extended' },

  // The limits of docs/law a fact rests on, with their article where there is one
  'rule.L-001': { 'zh-CN': '行政许可法第四十二条', 'zh-HK': '行政許可法第四十二條', en: 'Administrative Licensing Law, art. 42' },
  'rule.L-002': { 'zh-CN': '承诺办结时限', 'zh-HK': '承諾辦結時限', en: 'promised limit' },
  'rule.L-003': { 'zh-CN': '环节时限', 'zh-HK': '環節時限', en: 'limit of the step' },
  'rule.L-004': { 'zh-CN': '行政许可法第四十二条（延长）', 'zh-HK': '行政許可法第四十二條（延長）', en: 'Administrative Licensing Law, art. 42 (extension)' },
  'rule.L-006': { 'zh-CN': '行政许可法第四十五条', 'zh-HK': '行政許可法第四十五條', en: 'Administrative Licensing Law, art. 45' },
  'rule.L-012': { 'zh-CN': '行政许可法第三十二条', 'zh-HK': '行政許可法第三十二條', en: 'Administrative Licensing Law, art. 32' },
  'rule.L-013': { 'zh-CN': '行政许可法第三十二条（视为受理）', 'zh-HK': '行政許可法第三十二條（視為受理）', en: 'Administrative Licensing Law, art. 32 (deemed acceptance)' },
  'rule.L-014': { 'zh-CN': '补正期限', 'zh-HK': '補正期限', en: 'time for the correction' },
  'rule.L-015': { 'zh-CN': '容缺补交期限', 'zh-HK': '容缺補交期限', en: 'time for deferred materials' },
  'rule.L-016': { 'zh-CN': '承诺核查期限', 'zh-HK': '承諾核查期限', en: 'time to check a promise' },
  'rule.L-020': { 'zh-CN': '行政许可法第四十四条', 'zh-HK': '行政許可法第四十四條', en: 'Administrative Licensing Law, art. 44' },
  'rule.L-032': { 'zh-CN': '日历变动时的重算规则', 'zh-HK': '日曆變動時的重算規則', en: 'rule for a calendar that changes' },

  'span.same': { 'zh-CN': '同一分钟', 'zh-HK': '同一分鐘', en: 'same minute' },
  'span.minutes': { 'zh-CN': '{count} 分钟', 'zh-HK': '{count} 分鐘', en: '{count} min' },
  'span.hours': { 'zh-CN': '{count} 小时', 'zh-HK': '{count} 小時', en: '{count} h' },
  'span.days': { 'zh-CN': '{count} 天', 'zh-HK': '{count} 天', en: '{count} days' },
  'span.working': { 'zh-CN': '{count} 个工作日', 'zh-HK': '{count} 個工作日', en: '{count} working days' },
  'span.working.one': { 'zh-CN': '1 个工作日', 'zh-HK': '1 個工作日', en: '1 working day' },
  'took': { 'zh-CN': '用时 {time}', 'zh-HK': '用時 {time}', en: 'took {time}' },
  'stood_in': { 'zh-CN': '代 {other} 办理', 'zh-HK': '代 {other} 辦理', en: 'standing in for {other}' },
  'by.applicant': { 'zh-CN': '申请人', 'zh-HK': '申請人', en: 'Applicant' },
  'by.system': { 'zh-CN': '系统', 'zh-HK': '系統', en: 'System' },
  'until': { 'zh-CN': '至 {date}', 'zh-HK': '至 {date}', en: 'until {date}' },

  // Columns of the table that is taken out
  'column.seq': { 'zh-CN': '序号', 'zh-HK': '序號', en: 'No.' },
  'column.at': { 'zh-CN': '时间（深圳）', 'zh-HK': '時間（深圳）', en: 'Time (Shenzhen)' },
  'column.after_minutes': { 'zh-CN': '距上一条（分钟）', 'zh-HK': '距上一條（分鐘）', en: 'Since the one before (minutes)' },
  'column.after_days': { 'zh-CN': '距上一条（工作日）', 'zh-HK': '距上一條（工作日）', en: 'Since the one before (working days)' },
  'column.what': { 'zh-CN': '做了什么', 'zh-HK': '做了甚麼', en: 'What' },
  'column.who': { 'zh-CN': '谁', 'zh-HK': '誰', en: 'Who' },
  'column.office': { 'zh-CN': '单位', 'zh-HK': '單位', en: 'Office' },
  'column.took_minutes': { 'zh-CN': '用时（分钟）', 'zh-HK': '用時（分鐘）', en: 'Took (minutes)' },
  'column.took_days': { 'zh-CN': '用时（工作日）', 'zh-HK': '用時（工作日）', en: 'Took (working days)' },
  'column.rule': { 'zh-CN': '依据', 'zh-HK': '依據', en: 'On which ground' },
  'column.document': { 'zh-CN': '文号', 'zh-HK': '文號', en: 'Document' },
  'column.words': { 'zh-CN': '意见和说明', 'zh-HK': '意見和說明', en: 'Words' },
  'column.hash': { 'zh-CN': '指纹', 'zh-HK': '指紋', en: 'Hash' },
} as const satisfies Messages;

/** The parts of a history entry that its sentence is made of (contract/matters.ts HistoryEntry). */
export interface ToldEntry {
  readonly kind: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly about: { readonly name: Readonly<Record<Language, string>>; readonly unitName: Readonly<Record<Language, string>> | null } | null;
  readonly otherName: string | null;
}

const words = (language: Language, code: string, params: Readonly<Record<string, string | number>> = {}): string | undefined => {
  const text = (historyMessages as Messages)[code];
  return text && say(text, language, params);
};

/** What one fact says: what happened, to which link, timer or part, with what outcome, on which ground. */
export function sayFact(entry: ToldEntry, language: Language): string {
  const { params } = entry;
  const coded = (area: string, code: string | number | undefined): string | undefined => (code === undefined ? undefined : words(language, `${area}.${code}`));
  const kind = [coded(`fact.${entry.kind}`, params.event ?? params.kept), words(language, `fact.${entry.kind}`, { other: entry.otherName ?? '' }), words(language, 'fact.other')].find((one) => one !== undefined) ?? entry.kind;
  const limit = params.limit === undefined ? undefined : (limitMessages as Messages)[`limits.kind.${params.limit}`]?.[language];
  const procedure = params.ground === undefined ? undefined : (limitMessages as Messages)[`limits.procedure.${params.ground}`]?.[language];
  const day = typeof params.dueOn === 'string' ? sayDay(params.dueOn, language) : undefined;
  const named = entry.about?.name[language];
  const asked = entry.kind.startsWith('consultation_') || entry.kind === 'link_opened' ? entry.about?.unitName?.[language] : undefined;
  return [
    kind, named === '' ? undefined : named, asked, coded('came', params.action ?? params.stance ?? params.outcome ?? params.consequence ?? params.how), coded('act', params.type), limit,
    day === undefined ? undefined : entry.kind === 'timer_set' || entry.kind === 'consultation_asked' ? words(language, 'until', { date: day }) : day,
    coded('ground', params.ground) ?? procedure, params.resultNumber === undefined ? undefined : String(params.resultNumber),
    entry.otherName === null || entry.kind === 'link_handed_over' ? undefined : words(language, 'stood_in', { other: entry.otherName }),
  ].filter((one): one is string => one !== undefined && one !== '').join(' · ');
}

/** "3 working days, 4 days by the clock"; empty for less than a minute. */
export function saySpan(span: { readonly minutes: number; readonly workingDays: number | null } | null, language: Language): string {
  if (span === null || span.minutes < 1) return '';
  const hours = Math.floor(span.minutes / 60);
  const plain = span.minutes < 60 ? words(language, 'span.minutes', { count: span.minutes }) : hours < 48 ? words(language, 'span.hours', { count: hours }) : words(language, 'span.days', { count: Math.floor(hours / 24) });
  const working = span.workingDays === null || span.workingDays === 0 ? undefined : words(language, span.workingDays === 1 ? 'span.working.one' : 'span.working', { count: span.workingDays });
  return [plain, working].filter(Boolean).join(language === 'en' ? ', ' : '，');
}

/** The law or limit a fact rests on, in words; its number where it has no words yet. */
export const sayRule = (rule: string, language: Language): string => `${words(language, `rule.${rule}`) ?? ''} ${rule}`.trim();
