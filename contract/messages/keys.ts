import type { Messages } from '../language.ts';

/** What the server says about its keys at start; `{path}` is the key file, `{names}` the missing keys. */
export const keysMessages = {
  'keys.created': {
    'zh-CN': '!! 已生成加密密钥：{path}。请立即单独备份，不要与数据库备份放在一起。密钥丢失，已加密的数据就无法恢复。',
    'zh-HK': '!! 已產生加密金鑰：{path}。請立即另行備份，切勿與數據庫備份放在一起。金鑰遺失，已加密的資料便無法復原。',
    en: '!! New encryption keys: {path}. Back this file up now, apart from the database backups. If the keys are lost, everything encrypted is lost.',
  },
  'keys.missing': {
    'zh-CN': '数据库存在，但缺少密钥：{names}。请把备份的密钥文件放回 {path} 后再启动。系统不会生成新密钥，因为新密钥打不开旧数据。',
    'zh-HK': '數據庫存在，但缺少金鑰：{names}。請把備份的金鑰檔案放回 {path} 後再啟動。系統不會產生新金鑰，因為新金鑰打不開舊資料。',
    en: 'The database exists but these keys are missing: {names}. Put the backed-up key file back at {path} and start again. No new keys are made, because they could not open the old data.',
  },
  'keys.unreadable': {
    'zh-CN': '密钥文件 {path} 已损坏，无法读取。请用备份恢复后再启动。',
    'zh-HK': '金鑰檔案 {path} 已損壞，無法讀取。請以備份復原後再啟動。',
    en: 'The key file {path} is damaged and cannot be read. Restore it from your backup and start again.',
  },
} as const satisfies Messages;
