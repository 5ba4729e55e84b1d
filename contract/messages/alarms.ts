import type { Messages } from '../language.ts';

/** What the machine under the server did that an operator must look at: a line in the log, and a code at /health/ready. */
export const alarmMessages = {
  'clock.stepped': {
    'zh-CN': '数据库的时钟跳动了 {seconds} 秒。请检查对时服务（NTP）。受理照常进行；此后十分钟内的记录都注明“时钟存疑”，期间到期事项暂不自动处理。',
    'zh-HK': '資料庫的時鐘跳動了 {seconds} 秒。請檢查對時服務（NTP）。受理照常進行；此後十分鐘內的記錄都註明「時鐘存疑」，期間到期事項暫不自動處理。',
    en: 'The database’s clock made a step of {seconds} s. Check time synchronisation (NTP). Filing goes on; for ten minutes facts are marked “clock suspect” and nothing is done by time alone.',
  },
  'clock.own_stepped': {
    'zh-CN': '本机时钟跳动了 {seconds} 秒。时间以数据库为准，办理不受影响；请检查对时服务（NTP）。',
    'zh-HK': '本機時鐘跳動了 {seconds} 秒。時間以資料庫為準，辦理不受影響；請檢查對時服務（NTP）。',
    en: 'This machine’s own clock made a step of {seconds} s. The database’s time decides, so nothing else changes. Check time synchronisation (NTP).',
  },
  'clock.behind': {
    'zh-CN': '数据库的时钟比上次运行时记下的时间慢 {seconds} 秒。请检查对时服务（NTP），改正后再继续。受理照常进行，记录注明“时钟存疑”。',
    'zh-HK': '資料庫的時鐘比上次執行時記下的時間慢 {seconds} 秒。請檢查對時服務（NTP），更正後再繼續。受理照常進行，記錄註明「時鐘存疑」。',
    en: 'The database’s clock is {seconds} s behind the last moment that was recorded. Check time synchronisation (NTP). Filing goes on; facts are marked “clock suspect”.',
  },
  'storage.no_uploads': {
    'zh-CN': '磁盘只剩 {freeMegabytes} MB（{folder}）。暂不接收上传文件；请尽快腾出空间。',
    'zh-HK': '磁碟只剩 {freeMegabytes} MB（{folder}）。暫不接收上載檔案；請盡快騰出空間。',
    en: 'Only {freeMegabytes} MB are left on the disk of {folder}. Uploads are refused; free some space soon.',
  },
  'storage.no_writes': {
    'zh-CN': '磁盘只剩 {freeMegabytes} MB（{folder}）。暂停办理，只能查询。请立即腾出空间；必要时删除预留文件 {reserve}。',
    'zh-HK': '磁碟只剩 {freeMegabytes} MB（{folder}）。暫停辦理，只能查詢。請立即騰出空間；必要時刪除預留檔案 {reserve}。',
    en: 'Only {freeMegabytes} MB are left on the disk of {folder}. Nothing can be filed, everything can be read. Free space now; in need delete the reserve file {reserve}.',
  },
  'storage.enough': {
    'zh-CN': '磁盘空间恢复（{freeMegabytes} MB），办理恢复正常。',
    'zh-HK': '磁碟空間已恢復（{freeMegabytes} MB），辦理回復正常。',
    en: 'There is room on the disk again ({freeMegabytes} MB); everything goes on as usual.',
  },
} as const satisfies Messages;

/** A stable, public code of `alarmMessages`. */
export type AlarmCode = keyof typeof alarmMessages;
