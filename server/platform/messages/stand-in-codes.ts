import type { TemplateCodes } from './alibaba-sms.ts';

/** The codes under which the stand-in gateway knows our texts. A real account's own codes replace them by configuration. */
export const standInTemplateCodes: TemplateCodes = {
  'sms.sign_in_code': { 'zh-CN': 'SMS_900000101', 'zh-HK': 'SMS_900000102', en: 'SMS_900000103' },
  'sms.filed': { 'zh-CN': 'SMS_900000201', 'zh-HK': 'SMS_900000202', en: 'SMS_900000203' },
  'sms.correction_needed': { 'zh-CN': 'SMS_900000301', 'zh-HK': 'SMS_900000302', en: 'SMS_900000303' },
  'sms.accepted': { 'zh-CN': 'SMS_900000401', 'zh-HK': 'SMS_900000402', en: 'SMS_900000403' },
  'sms.not_accepted': { 'zh-CN': 'SMS_900000501', 'zh-HK': 'SMS_900000502', en: 'SMS_900000503' },
  'sms.result_ready': { 'zh-CN': 'SMS_900000601', 'zh-HK': 'SMS_900000602', en: 'SMS_900000603' },
  'sms.deemed_accepted': { 'zh-CN': 'SMS_900000701', 'zh-HK': 'SMS_900000702', en: 'SMS_900000703' },
  'sms.clock_stopped': { 'zh-CN': 'SMS_900000801', 'zh-HK': 'SMS_900000802', en: 'SMS_900000803' },
  'sms.extended': { 'zh-CN': 'SMS_900000901', 'zh-HK': 'SMS_900000902', en: 'SMS_900000903' },
  'sms.due_moved': { 'zh-CN': 'SMS_900001001', 'zh-HK': 'SMS_900001002', en: 'SMS_900001003' },
  'sms.answer_overdue': { 'zh-CN': 'SMS_900001101', 'zh-HK': 'SMS_900001102', en: 'SMS_900001103' },
  'sms.terminated': { 'zh-CN': 'SMS_900001201', 'zh-HK': 'SMS_900001202', en: 'SMS_900001203' },
  'sms.delivered': { 'zh-CN': 'SMS_900001301', 'zh-HK': 'SMS_900001302', en: 'SMS_900001303' },
  'sms.deferred_reminded': { 'zh-CN': 'SMS_900001401', 'zh-HK': 'SMS_900001402', en: 'SMS_900001403' },
  'sms.deferred_refused': { 'zh-CN': 'SMS_900001501', 'zh-HK': 'SMS_900001502', en: 'SMS_900001503' },
  'sms.deferred_revocable': { 'zh-CN': 'SMS_900001601', 'zh-HK': 'SMS_900001602', en: 'SMS_900001603' },
  'sms.result_revoked': { 'zh-CN': 'SMS_900001701', 'zh-HK': 'SMS_900001702', en: 'SMS_900001703' },
  'sms.evaluation_asked': { 'zh-CN': 'SMS_900001801', 'zh-HK': 'SMS_900001802', en: 'SMS_900001803' },
};
