import type { Messages } from '../language.ts';

/** What is looked at before it is said that the installation may safely take what people file, each in one plain sentence. */
export const healthMessages = {
  'health.database.good': { 'zh-CN': '数据库可以写入。', 'zh-HK': '數據庫可以寫入。', en: 'The database takes what is written.' },
  'health.database.bad': { 'zh-CN': '数据库没有回答，或者只能读。请检查数据库。', 'zh-HK': '數據庫沒有回應，或者只可讀取。請檢查數據庫。', en: 'The database does not answer, or can only be read. Look at the database.' },
  'health.clock.good': { 'zh-CN': '时钟正常。', 'zh-HK': '時鐘正常。', en: 'The clock is in order.' },
  'health.clock.bad': { 'zh-CN': '时钟存疑：最近跳动过。请检查对时服务（NTP）。', 'zh-HK': '時鐘存疑：最近跳動過。請檢查對時服務（NTP）。', en: 'The clock is doubted: it made a step lately. Check time synchronisation (NTP).' },
  'health.storage.good': { 'zh-CN': '磁盘空间足够。', 'zh-HK': '磁碟空間足夠。', en: 'There is room on the disk.' },
  'health.storage.bad': { 'zh-CN': '磁盘空间不足，已停止接收{what}。请尽快腾出空间。', 'zh-HK': '磁碟空間不足，已停止接收{what}。請盡快騰出空間。', en: 'The disk is nearly full: {what} are refused. Free some space soon.' },
  'health.ledger.good': { 'zh-CN': '账本正常签名。', 'zh-HK': '帳本正常簽署。', en: 'The logs are being signed.' },
  'health.ledger.bad': { 'zh-CN': '账本 {origin} 已停止签名（{why}）。事实照记，但没有新的凭证。', 'zh-HK': '帳本 {origin} 已停止簽署（{why}）。事實照記，但沒有新的憑證。', en: 'The log {origin} has stopped ({why}). Facts are kept, but there are no new receipts.' },
  'health.witnesses.good': { 'zh-CN': '见证方正常签名。', 'zh-HK': '見證方正常簽署。', en: 'Enough witnesses sign.' },
  'health.witnesses.off': { 'zh-CN': '没有设置见证方（LEDGER_POLICY）。', 'zh-HK': '未設定見證方（LEDGER_POLICY）。', en: 'No witnesses are set up (LEDGER_POLICY).' },
  'health.witnesses.bad': { 'zh-CN': '签名的见证方不够：{signing}／{quorum}。', 'zh-HK': '簽署的見證方不足：{signing}／{quorum}。', en: 'Too few witnesses sign: {signing} of the {quorum} needed.' },
  'health.backup.good': { 'zh-CN': '备份正常。', 'zh-HK': '備份正常。', en: 'Backups are in order.' },
  'health.backup.off': { 'zh-CN': '没有备份（BACKUP_TARGET）。', 'zh-HK': '沒有備份（BACKUP_TARGET）。', en: 'There are no backups (BACKUP_TARGET).' },
  'health.backup.bad': { 'zh-CN': '备份太旧，或者送不出去。最近一次完整备份：{last}。', 'zh-HK': '備份太舊，或者送不出去。最近一次完整備份：{last}。', en: 'Backups are too old or cannot leave. Last whole backup: {last}.' },
} as const satisfies Messages;

/** A stable code of `healthMessages`. */
export type HealthCode = keyof typeof healthMessages;
