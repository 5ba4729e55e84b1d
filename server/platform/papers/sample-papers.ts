import provisionalFile from '../../../data/calendar/provisional-2027.json' with { type: 'json' };
import statutoryFile from '../../../data/calendar/statutory-days.json' with { type: 'json' };
import { say, type Language } from '../../../contract/language.ts';
import { limitMessages, sayClock } from '../../../contract/messages/limits.ts';
import { papersMessages } from '../../../contract/messages/papers.ts';
import { workingCalendarOf, type StartEvent } from '../../kernel/calendar/index.ts';
import { dayStrip, dueOfClock, explainClock, type Clock, type Pause } from '../../kernel/limits/index.ts';
import type { Paper, PaperCheck, PaperDay } from './paper.ts';

// One paper of each kind in each language for the tests and for looking at them. Everybody and every number here is made up;
// units, laws and item names are the real kind of text in their real length.

type Three = Readonly<Record<Language, string>>;
const three = (cn: string, hk: string, en: string): Three => ({ 'zh-CN': cn, 'zh-HK': hk, en });

const t = {
  unit: three('深圳市罗湖区黄贝街道新秀社区党群服务中心', '深圳市羅湖區黃貝街道新秀社區黨群服務中心', 'Xinxiu Community Service Centre, Huangbei Subdistrict, Luohu District, Shenzhen'),
  bureau: three('深圳市罗湖区民政局', '深圳市羅湖區民政局', 'Luohu District Civil Affairs Bureau, Shenzhen'),
  item: three('高龄老人津贴发放', '高齡老人津貼發放', 'Old-age allowance for residents aged 80 and over'),
  applicant: three('陈*英', '陳*英', 'Chen * Ying'),
  clerk: three('综合窗口 3 号 林晓', '綜合窗口 3 號 林曉', 'General window 3, Lin Xiao'),
  idCard: three('居民身份证', '居民身份證', 'Resident identity card'),
  bank: three('本人社会保障卡或银行账户信息', '本人社會保障卡或銀行賬戶資料', "Applicant's social security card or bank account details"),
  form: three('深圳市高龄老人津贴申请表', '深圳市高齡老人津貼申請表', 'Application form for the old-age allowance, Shenzhen'),
  original: three('核验原件', '核驗正本', 'original checked'), electronic: three('电子', '電子', 'electronic'), paper: three('纸质原件', '紙本正本', 'paper original'),
  next1: three('核对材料，告知是否受理', '核對材料，告知是否受理', 'Check the materials and tell you whether it is accepted'),
  next2: three('审核年龄与户籍信息', '審核年齡及戶籍資料', 'Verify age and household registration'),
  next3: three('决定并自受理次月起发放', '決定並自受理翌月起發放', 'Decide, and pay from the month after acceptance'),
  street: three('黄贝街道办事处公共服务办 周敏', '黃貝街道辦事處公共服務辦 周敏', 'Huangbei Subdistrict Office, Zhou Min'),
  body: three('罗湖区政务服务和数据管理局', '羅湖區政務服務和數據管理局', 'the Luohu District Government Services and Data Bureau'),
  defect1: three('上传的照片反光，姓名和号码无法辨认。', '上載的相片反光，姓名和號碼無法辨認。', 'The photograph reflects light; name and number cannot be read.'),
  standard1: three('正反两面四角完整、文字清晰，JPEG 或 PDF。', '正反兩面四角完整、文字清晰，JPEG 或 PDF。', 'Both sides, all four corners visible, text legible, JPEG or PDF.'),
  remedy1: three('重新拍照上传；或带原件到任一综合窗口，由工作人员当场扫描。', '重新拍照上載；或攜正本到任何綜合窗口，由職員即場掃描。', 'Take the photograph again and upload it, or bring the original to any general window, where staff scan it at once.'),
  defect2: three('户名与申请人不一致。', '戶名與申請人不符。', 'The account is not in the applicant’s name.'),
  standard2: three('申请人本人名下的深圳社会保障卡金融账户，或本市开户的一类账户。', '申請人本人名下的深圳社會保障卡金融賬戶，或在本市開立的一類賬戶。', 'The financial account of the applicant’s own Shenzhen social security card, or a class I account opened in the city.'),
  remedy2: three('提交本人账户；本人不能开户的，由监护人持关系证明到窗口办理。', '提交本人賬戶；本人不能開戶的，由監護人持關係證明到窗口辦理。', 'Give an account of your own. If you cannot open one, your guardian can come to a window with proof of the relationship.'),
  submit1: three('网上：登录一门，打开本办件，点“补正”。', '網上：登入一門，打開本辦件，按「補正」。', 'Online: sign in, open this application, choose “Correct”.'),
  submit2: three('窗口：全市任一社区、街道、区综合窗口。', '窗口：全市任何社區、街道、區綜合窗口。', 'In person: any general window of any community, subdistrict or district.'),
  why: three('需要由市级检测机构检测样品。', '需要由市級檢測機構檢測樣品。', 'A sample has to be tested by the city’s testing institute.'), tenDays: three('10 个工作日', '10 個工作日', '10 working days'),
  returned: three('您没有在补正期限内补正，申请材料退回。', '您沒有在補正期限內補正，申請材料退回。', 'The correction was not made in time, so the file is returned.'),
  questions: three('罗湖区新秀社区综合窗口，电话 0755-0000 0000，工作日 9:00–12:00、14:00–18:00。', '羅湖區新秀社區綜合窗口，電話 0755-0000 0000，工作天 9:00–12:00、14:00–18:00。', 'General window of Xinxiu community, telephone 0755-0000 0000, working days 9:00–12:00 and 14:00–18:00.'),
  fee: three('不收费', '不收費', 'Free of charge'),
  reason: three('申请人户籍不在深圳市，不属于本事项的服务对象。', '申請人戶籍不在深圳市，不屬於本事項的服務對象。', 'The applicant’s household registration is not in Shenzhen, so the applicant is not among those this service is for.'),
  basis: three('《深圳市高龄老人津贴发放办法》关于发放对象的规定（示例）', '《深圳市高齡老人津貼發放辦法》關於發放對象的規定（示例）', 'Shenzhen measures on old-age allowances, provision on recipients (example)'),
  advice1: three('户籍迁入深圳后可重新申请，已交材料可直接再用。', '戶籍遷入深圳後可重新申請，已交材料可直接再用。', 'Apply again once your household registration is in Shenzhen. What you handed in can be used again.'),
  advice2: three('可向户籍所在地的社区申请当地的高龄津贴，窗口可代为联系。', '可向戶籍所在地的社區申請當地的高齡津貼，窗口可代為聯絡。', 'Apply for the allowance where you are registered; the window can make contact for you.'),
  review: three('深圳市罗湖区人民政府', '深圳市羅湖區人民政府', 'the People’s Government of Luohu District'), court: three('深圳市盐田区人民法院', '深圳市鹽田區人民法院', 'the People’s Court of Yantian District, Shenzhen'),
  title: three('高龄老人津贴发放决定书', '高齡老人津貼發放決定書', 'Decision on the old-age allowance'),
  body1: three('申请人于2026年11月23日提出高龄老人津贴申请。经审核，申请人年满八十周岁，户籍在罗湖区，符合发放条件。', '申請人於2026年11月23日提出高齡老人津貼申請。經審核，申請人年滿八十周歲，戶籍在羅湖區，符合發放條件。', 'On 23 November 2026 the applicant applied for the old-age allowance. The applicant has reached the age of eighty and is registered in Luohu District, and so meets the conditions.'),
  body2: three('现决定自2026年12月起按月发放高龄老人津贴，存入申请人本人账户。', '現決定自2026年12月起按月發放高齡老人津貼，存入申請人本人賬戶。', 'It is decided to pay the old-age allowance monthly from December 2026 into the applicant’s own account.'),
};

const calendar = workingCalendarOf(statutoryFile, provisionalFile);
/** A testing of ten announced working days that is still going on. */
const pause: Pause = { pauseId: 'p1', ground: 'testing', document: '罗市监测〔2026〕12 号', from: '2026-11-26T02:00:00.000Z', announcedUntil: '2026-12-10T15:59:59.999Z', to: null };

/** A day counted by the calendar of the notices, with its sentence and its strip, as the matters' own papers carry it. */
export function sampleDay(language: Language, startedAt: string, amount: number, event: StartEvent, clock: Partial<Clock> = {}): PaperDay {
  const whole: Clock = { limit: { amount, unit: 'working_day' }, startedAt, pauses: [], extensions: [], ...clock };
  const due = dueOfClock(calendar, whole, { workingDays: 1, hours: 1 });
  if ('code' in due) throw new Error(due.code);
  return {
    on: due.dueOn, explanation: sayClock(explainClock(due, whole, event), language), strip: dayStrip(calendar, whole, due),
    pauses: whole.pauses.map((one) => ({ pauseId: one.pauseId, words: say(limitMessages['limits.pause.ground'], language, { procedure: say(limitMessages[`limits.procedure.${one.ground}`], language), document: one.document }) })),
  };
}

const line = (n: number, bytes: number): string => Buffer.from(Array.from({ length: bytes }, (_none, at) => (at * 31 + n * 17) % 256)).toString('base64');

/** As long as the receipt of a log of a million entries with two witnesses: it says nothing. */
const sampleProof = [
  'c2sp.org/tlog-proof@v1', 'index 417', ...Array.from({ length: 20 }, (_none, n) => line(n, 32)), '', 'yimen.example.gov.cn/cases/v1', '1000000', line(21, 32), '',
  `— yimen.example.gov.cn/cases/v1 ${line(22, 68)}`, `— archives.example/w ${line(23, 76)}`, `— audit.example/w ${line(24, 76)}`, '',
].join('\n');

/** One paper of every kind in this language. */
export function samplePapers(language: Language): Record<Paper['kind'], Paper> {
  const said = (text: Three): string => text[language];
  const check: PaperCheck = { url: 'https://yimen.example.gov.cn/p/440303-20261123-000417?c=7KQ4MX', site: 'yimen.example.gov.cn', code: '7KQ4MX' };
  const base = { language, issuedAt: '2026-11-23T02:14:00.000Z', unit: said(t.unit), number: '440303008-20261123-000417', item: said(t.item), applicant: said(t.applicant), check, complaint: { phone: '12345', body: said(t.body) } };
  const evaluate = { url: 'https://yimen.example.gov.cn/e/0123456789abcdefABCDEF' };
  const days = { promised: sampleDay(language, base.issuedAt, 8, 'accepted'), statutory: sampleDay(language, base.issuedAt, 20, 'accepted') };
  const noticed = { ...base, unit: said(t.bureau), documentNumber: '罗民受〔2026〕000417', questions: said(t.questions) };
  const next = [{ what: said(t.next1), who: said(t.clerk) }, { what: said(t.next2), who: said(t.street) }, { what: said(t.next3), who: said(t.bureau) }];
  const proof = { text: sampleProof, hash: '3f0a'.repeat(16), isIncluded: true, site: check.site };
  const receipt = {
    ...base, proof, receivedAt: '2026-11-23T02:14:00.000Z', receivedBy: said(t.clerk), dayKind: 'notice' as const, day: sampleDay(language, '2026-11-23T02:14:00.000Z', 5, 'received'), next, evaluate,
    materials: [{ name: said(t.idCard), form: said(t.original), count: 1 }, { name: said(t.bank), form: said(t.electronic), count: 1 }, { name: said(t.form), form: said(t.paper), count: 2 }],
  };
  return {
    receipt: { ...receipt, kind: 'receipt' },
    'receipt-ticket': { ...receipt, kind: 'receipt-ticket' },
    'correction-notice': {
      ...noticed, kind: 'correction-notice', receivedOn: '2026-11-23', submitAt: [said(t.submit1), said(t.submit2)], respondBy: sampleDay(language, noticed.issuedAt, 15, 'notified'),
      defects: [{ material: said(t.idCard), defect: said(t.defect1), standard: said(t.standard1), remedy: said(t.remedy1) }, { material: said(t.bank), defect: said(t.defect2), standard: said(t.standard2), remedy: said(t.remedy2) }],
    },
    'acceptance-notice': { ...noticed, kind: 'acceptance-notice', acceptedOn: '2026-11-23', ...days, steps: next, fee: said(t.fee) },
    'deemed-acceptance-notice': { ...noticed, kind: 'deemed-acceptance-notice', issuedAt: '2026-12-01T00:00:02.000Z', acceptedOn: '2026-11-23', silence: { receivedOn: '2026-11-23', noticeDueOn: '2026-11-30' }, ...days, steps: next, fee: said(t.fee) },
    'non-acceptance-notice': {
      ...noticed, kind: 'non-acceptance-notice', receivedOn: '2026-11-23', reasons: [{ reason: said(t.reason), basis: said(t.basis) }], advice: [said(t.advice1), said(t.advice2)], remedies: { reviewBody: said(t.review), court: said(t.court) },
    },
    'limit-notice': {
      ...noticed, kind: 'limit-notice', documentNumber: pause.document, act: 'special', ground: said(limitMessages[`limits.procedure.${pause.ground}`]), reason: said(t.why), length: said(t.tenDays), announced: sampleDay(language, pause.from, 10, 'started'),
      before: '2026-12-03', promised: sampleDay(language, base.issuedAt, 8, 'accepted', { pauses: [pause] }), statutory: sampleDay(language, base.issuedAt, 20, 'accepted', { pauses: [pause] }),
      proposed: { by: said(t.bureau), on: '2026-11-25' }, approved: { by: said(t.bureau), on: '2026-11-26' },
    },
    'termination-notice': {
      ...noticed, kind: 'termination-notice', receivedOn: '2026-10-12', told: { on: '2026-10-15', documentNumber: '440303008-20261012-000417-B1', materials: [said(t.idCard), said(t.bank)] },
      answerBy: sampleDay(language, '2026-10-15T02:00:00.000Z', 15, 'notified'), reason: said(t.returned), advice: [said(papersMessages['paper.termination_advice_again']), said(papersMessages['paper.termination_advice_help'])],
      remedies: { reviewBody: said(t.review), court: said(t.court) },
    },
    result: {
      ...noticed, kind: 'result', evaluate, title: said(t.title), documentNumber: '罗民津〔2026〕000417', decision: 'granted', body: [said(t.body1), said(t.body2)], holderNumber: '449900********1237', decidedOn: '2026-12-03', validity: { from: '2026-12-01' },
    },
  };
}
