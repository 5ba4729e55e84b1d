import type { DefectRef, LinkAction, RefusalGround } from '../domains/matters/matter.ts';

type Words = readonly [string, ...string[]];

/** What a correction notice of the invented city says, by fault. */
export const correctionWords: Readonly<Record<DefectRef['fault'], string>> = {
  missing: '缺少这一份材料，请补交。',
  unreadable: '照片反光，证件号码和有效期看不清，请在光线均匀处重新拍摄。',
  expired: '这份材料已过有效期，请提交在有效期内的。',
  inconsistent: '材料上的姓名或地址与申请表不一致，请核对后重新提交。',
  wrong_document: '交来的不是所需的材料，请按受理标准提交。',
  other: '请补充说明。',
};

/** Why an acceptance is refused, and the clerk's words. */
export const refusalWords: readonly [readonly [RefusalGround, string], ...(readonly [RefusalGround, string])[]] = [
  ['not_this_authority', '申请人户籍不在本市，应向户籍所在地申请。'],
  ['condition_not_met', '经核对，申请人目前不符合受理条件，条件具备后可再次申请。'],
  ['already_open', '同一事项已有在办的申请，请等候该件办结。'],
  ['not_required', '这件事依法不需要办理许可，可以直接进行。'],
];

/** Opinions written at links, by what the link ended with. */
export const opinions: Readonly<Record<LinkAction, Words>> = {
  passed: ['材料齐全，内容真实，符合条件。', '已上门核实，情况与申请一致。', '已比对共享数据，无异常。'],
  failed: ['现场情况与申请材料不符。', '收入核对结果超过标准。'],
  granted: ['符合规定条件，拟准予。', '经审查，符合条件，建议批准。'],
  refused: ['经审查，不符合规定的条件：核查情况与申请内容不一致。', '未达到规定标准，拟不予批准，可在条件具备后重新申请。'],
  agreed: ['同意。', '同意经办意见。'],
  returned: ['请补充核查收入情况后再报。', '依据条款引用有误，请更正。'],
  agree: ['经研究，无不同意见。', '同意。'],
  agree_on_conditions: ['原则同意，请申请人按规范落实相关措施。'],
  disagree: ['现场条件与本部门管理要求不符，不同意。'],
  no_remark: ['本事项不涉及本部门职责，无意见。'],
  cancelled: ['时限已到，本环节不再办理。'],
  recalled: ['情况已查明，不再征求意见。'],
  unanswered: ['期限内没有收到反馈意见。'],
};

/** What is said of acts that move a limit. */
export const limitActWords = {
  special: '申请材料涉及专业判断，依法需经特别程序，已书面告知申请人所需时间。',
  end: '程序已经完成，结论已归入案卷。',
  extend: '需要跨部门核实情况，原时限内难以办结，理由已书面告知申请人。',
  approve: '同意。',
} as const;

/** How a result was handed over. */
export const deliveryWords = { counter: '申请人本人到窗口领取，已核对证件。', courier: '邮寄送达，单号 EMS1540000。' } as const;

/** What a matter is sent back with whose correction never came. */
export const terminationWords = '补正期限已过，未收到补正材料，现予退件；备齐材料后可随时重新申请。';
