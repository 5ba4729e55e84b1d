import type { Messages } from '../language.ts';

/** Why a backup, a restore or a check cannot go on, and what the operator is told about backups, in the words of whoever runs the machine. */
export const backupMessages = {
  'backup.too_few_recipients': {
    'zh-CN': '备份至少要加密给两位接收者，这里只有 {count} 位。请在 BACKUP_RECIPIENTS 中写明两个以上不同的 age1… 公钥，用 yimen keys new-recipient 生成。',
    'zh-HK': '備份至少要加密給兩位接收者，這裏只有 {count} 位。請在 BACKUP_RECIPIENTS 寫明兩個以上不同的 age1… 公鑰，可用 yimen keys new-recipient 產生。',
    en: 'A backup is encrypted to at least two recipients; there is only {count}. Name two or more different age1… keys in BACKUP_RECIPIENTS; yimen keys new-recipient makes them.',
  },
  'backup.recipient_unreadable': {
    'zh-CN': '接收者公钥无法识别：{recipient}。',
    'zh-HK': '無法識別接收者公鑰：{recipient}。',
    en: 'This is not the key of a recipient: {recipient}.',
  },
  'backup.target_unreadable': {
    'zh-CN': '备份位置 {target} 无法使用：{reason}',
    'zh-HK': '備份位置 {target} 無法使用：{reason}',
    en: 'The place for backups {target} cannot be used: {reason}',
  },
  'backup.target_missing': {
    'zh-CN': '请说明备份放在哪里：设置 BACKUP_TARGET，或使用 --target（文件夹，或 s3://存储桶/前缀）。',
    'zh-HK': '請說明備份放在哪裏：設定 BACKUP_TARGET，或使用 --target（資料夾，或 s3://儲存桶/前綴）。',
    en: 'Say where backups are kept: set BACKUP_TARGET or use --target (a folder, or s3://bucket/prefix).',
  },
  'backup.external_database': {
    'zh-CN': '数据库由 DATABASE_URL 指定，不归本程序备份。请使用 PostgreSQL 自己的工具，见 docs/how-to/back-up-and-restore.md。',
    'zh-HK': '資料庫由 DATABASE_URL 指定，不由本程式備份。請使用 PostgreSQL 自己的工具，見 docs/how-to/back-up-and-restore.md。',
    en: 'The database is the one of DATABASE_URL, which is not ours to back up. Use the tools of PostgreSQL; see docs/how-to/back-up-and-restore.md.',
  },
  'backup.store_failed': {
    'zh-CN': '备份位置没有收下或给出 {name}：{reason}',
    'zh-HK': '備份位置沒有收下或給出 {name}：{reason}',
    en: 'The place for backups did not take or give {name}: {reason}',
  },
  'backup.not_verified': {
    'zh-CN': '{name} 写入后读回的内容与写入的不同。',
    'zh-HK': '{name} 寫入後讀回的內容與寫入的不同。',
    en: '{name} reads back differently from what was written.',
  },
  'backup.several_installations': {
    'zh-CN': '{target} 中有多套系统的备份：{installations}。请用 --installation 指明一套。',
    'zh-HK': '{target} 中有多套系統的備份：{installations}。請以 --installation 指明一套。',
    en: '{target} holds backups of several installations: {installations}. Name one with --installation.',
  },
  'backup.none_there': {
    'zh-CN': '{target} 中没有完整的备份。',
    'zh-HK': '{target} 中沒有完整的備份。',
    en: 'There is no complete backup in {target}.',
  },
  'backup.none_before': {
    'zh-CN': '没有在 {to} 之前完成的备份；最早的完成于 {oldest}。',
    'zh-HK': '沒有在 {to} 之前完成的備份；最早的完成於 {oldest}。',
    en: 'No backup was complete before {to}; the oldest was complete at {oldest}.',
  },
  'backup.wrong_identity': {
    'zh-CN': '给出的身份密钥打不开 {name}：它不是接收者之一。',
    'zh-HK': '提供的身份密鑰打不開 {name}：它不是接收者之一。',
    en: 'The identity given does not open {name}: it is not one of the recipients.',
  },
  'backup.identity_unreadable': {
    'zh-CN': '文件 {file} 中没有可用的身份密钥（AGE-SECRET-KEY-1…）。',
    'zh-HK': '檔案 {file} 中沒有可用的身份密鑰（AGE-SECRET-KEY-1…）。',
    en: 'The file {file} holds no usable identity (AGE-SECRET-KEY-1…).',
  },
  'backup.damaged': {
    'zh-CN': '{name} 已损坏：{reason}',
    'zh-HK': '{name} 已損壞：{reason}',
    en: '{name} is damaged: {reason}',
  },
  'backup.object_missing': {
    'zh-CN': '备份中缺少 {name}。',
    'zh-HK': '備份中缺少 {name}。',
    en: '{name} is missing from the backup.',
  },
  'backup.wal_gap': {
    'zh-CN': '数据库日志在 {after} 之后有缺口，到 {resumes} 才继续。只能恢复到缺口之前的时刻。',
    'zh-HK': '資料庫日誌在 {after} 之後有缺口，到 {resumes} 才繼續。只能還原至缺口之前的時刻。',
    en: 'The database log has a gap after {after}; it resumes at {resumes}. Only a moment before the gap can be restored.',
  },
  'backup.other_major': {
    'zh-CN': '备份由 PostgreSQL {found} 写成，而本程序带的是 PostgreSQL {ours}。请用写成它的那个版本的一门恢复。',
    'zh-HK': '備份由 PostgreSQL {found} 寫成，而本程式附帶的是 PostgreSQL {ours}。請用寫成它的那個版本的一門還原。',
    en: 'The backup was written by PostgreSQL {found}; this program carries PostgreSQL {ours}. Restore it with the version of Yimen that wrote it.',
  },
  'backup.newer_program': {
    'zh-CN': '备份由较新的一门 {found} 写成，本程序是 {ours}。请用 {found} 或更新的版本恢复。',
    'zh-HK': '備份由較新的一門 {found} 寫成，本程式是 {ours}。請用 {found} 或更新的版本還原。',
    en: 'The backup was written by the newer Yimen {found}; this program is {ours}. Restore it with {found} or newer.',
  },
  'backup.folder_not_empty': {
    'zh-CN': '文件夹 {folder} 不是空的。恢复只写入空文件夹或尚不存在的文件夹。',
    'zh-HK': '資料夾 {folder} 不是空的。還原只寫入空資料夾或尚不存在的資料夾。',
    en: 'The folder {folder} is not empty. A restore writes only into an empty folder or one that does not exist yet.',
  },
  'backup.moment_unreadable': {
    'zh-CN': '无法识别的时刻：{text}。请写成 2026-11-23T09:30:00+08:00 或 2026-11-23T01:30:00Z。',
    'zh-HK': '無法識別的時刻：{text}。請寫成 2026-11-23T09:30:00+08:00 或 2026-11-23T01:30:00Z。',
    en: 'This is not a moment: {text}. Write 2026-11-23T09:30:00+08:00 or 2026-11-23T01:30:00Z.',
  },
  'backup.not_recovered': {
    'zh-CN': '数据库没有恢复成功：{reason}。日志：{log}',
    'zh-HK': '資料庫沒有還原成功：{reason}。記錄檔：{log}',
    en: 'The database was not recovered: {reason}. Log: {log}',
  },
  'backup.already_running': {
    'zh-CN': '另一个备份正在进行。请等它结束。',
    'zh-HK': '另一個備份正在進行。請等它結束。',
    en: 'Another backup is being made. Wait until it has ended.',
  },
  'backup.tablespaces': {
    'zh-CN': '数据库使用了另外的表空间，本程序不备份这样的数据库。',
    'zh-HK': '資料庫使用了另外的表空間，本程式不備份這樣的資料庫。',
    en: 'The database uses tablespaces of its own; such a database is not backed up by this program.',
  },
  'backup.no_installation': {
    'zh-CN': '{folder} 中没有数据库。请用 YIMEN_DATA 或 --data 指明数据文件夹。',
    'zh-HK': '{folder} 中沒有資料庫。請以 YIMEN_DATA 或 --data 指明資料夾。',
    en: 'There is no database in {folder}. Name the data folder with YIMEN_DATA or --data.',
  },
  'backup.interrupted': {
    'zh-CN': '已中断。没有留下看似完整的半成品。',
    'zh-HK': '已中斷。沒有留下看似完整的半成品。',
    en: 'Interrupted. Nothing half is left that looks whole.',
  },
} as const satisfies Messages;

/** A stable, public code of `backupMessages`. */
export type BackupCode = keyof typeof backupMessages;

/** What the operator should know about backups while everything runs; nothing of it stops the work. */
export const backupNotices = {
  'backup.no_target': {
    'zh-CN': '没有设置备份（BACKUP_TARGET、BACKUP_RECIPIENTS）：磁盘损坏时数据会丢失。见 docs/how-to/back-up-and-restore.md。',
    'zh-HK': '沒有設定備份（BACKUP_TARGET、BACKUP_RECIPIENTS）：磁碟損壞時資料會遺失。見 docs/how-to/back-up-and-restore.md。',
    en: 'No backups are made (BACKUP_TARGET, BACKUP_RECIPIENTS): a broken disk would lose everything. See docs/how-to/back-up-and-restore.md.',
  },
  'backup.shipping': {
    'zh-CN': '持续备份到 {target}，可由 {count} 位接收者打开：{recipients}',
    'zh-HK': '持續備份至 {target}，可由 {count} 位接收者開啟：{recipients}',
    en: 'Continuous backup to {target}, which {count} recipients can open: {recipients}',
  },
  'backup.recipients_changed': {
    'zh-CN': '!! 备份的接收者与上次不同。增加：{added}；减少：{removed}。如非您所为，请立即查明。',
    'zh-HK': '!! 備份的接收者與上次不同。增加：{added}；減少：{removed}。如非您所為，請立即查明。',
    en: '!! The recipients of backups are other than last time. Added: {added}. Gone: {removed}. If this was not you, find out who it was.',
  },
  'backup.archive_grows': {
    'zh-CN': '!! 数据库日志有 {files} 个文件（{megabytes} MB）尚未送到备份位置，最早的已等待 {seconds} 秒，磁盘剩余 {free} MB。原因：{reason}',
    'zh-HK': '!! 資料庫日誌有 {files} 個檔案（{megabytes} MB）尚未送到備份位置，最早的已等待 {seconds} 秒，磁碟剩餘 {free} MB。原因：{reason}',
    en: '!! {files} files of the database log ({megabytes} MB) have not reached the place for backups; the oldest has waited {seconds} s; {free} MB of disk are left. Reason: {reason}',
  },
  'backup.shipping_failed': {
    'zh-CN': '备份没有送达，将继续重试：{reason}',
    'zh-HK': '備份未能送達，將繼續重試：{reason}',
    en: 'The backup could not be shipped and is tried again: {reason}',
  },
  'backup.shipping_again': {
    'zh-CN': '备份又送达了，补送了 {files} 个文件。',
    'zh-HK': '備份又送達了，補送了 {files} 個檔案。',
    en: 'The backup is shipped again; {files} files made up for.',
  },
  'backup.made': {
    'zh-CN': '备份 {id} 已完成并读回核对：{files} 个数据库文件，{megabytes} MB；新增材料文件 {vault} 个；用时 {seconds} 秒。',
    'zh-HK': '備份 {id} 已完成並讀回核對：{files} 個資料庫檔案，{megabytes} MB；新增材料檔案 {vault} 個；用時 {seconds} 秒。',
    en: 'Backup {id} is complete and was read back: {files} files of the database, {megabytes} MB; {vault} new files of the vault; {seconds} s.',
  },
  'backup.removed': {
    'zh-CN': '已按保留期限删除 {count} 个旧备份。',
    'zh-HK': '已按保留期限刪除 {count} 個舊備份。',
    en: '{count} old backups were removed, as their time of keeping is over.',
  },
  'backup.restored': {
    'zh-CN': '已从备份 {id} 恢复到 {folder}，最后一笔记录在 {last}；用时 {seconds} 秒。接下来：放好密钥文件 {keys}，然后启动。',
    'zh-HK': '已從備份 {id} 還原至 {folder}，最後一筆記錄在 {last}；用時 {seconds} 秒。接下來：放好密鑰檔案 {keys}，然後啟動。',
    en: 'Restored from backup {id} into {folder}; the last transaction is of {last}; {seconds} s. Next: put the key file at {keys}, then start.',
  },
  'backup.ended_before': {
    'zh-CN': '备份中没有 {to} 之后的记录，已恢复到最后一笔。',
    'zh-HK': '備份中沒有 {to} 之後的記錄，已還原至最後一筆。',
    en: 'Nothing later than {to} is in the backup; everything up to its end was restored.',
  },
  'backup.verified': {
    'zh-CN': '{target}：{objects} 个对象，{megabytes} MB，{bases} 个完整备份，全部无误。',
    'zh-HK': '{target}：{objects} 個物件，{megabytes} MB，{bases} 個完整備份，全部無誤。',
    en: '{target}: {objects} objects, {megabytes} MB, {bases} complete backups, all sound.',
  },
  'backup.verified_closed': {
    'zh-CN': '没有给出身份密钥（--identity）：只核对了哈希值，没有解密。',
    'zh-HK': '沒有提供身份密鑰（--identity）：只核對了雜湊值，沒有解密。',
    en: 'No identity was given (--identity): hashes were compared, nothing was decrypted.',
  },
  'backup.faults': {
    'zh-CN': '{target}：发现 {count} 处问题。',
    'zh-HK': '{target}：發現 {count} 處問題。',
    en: '{target}: {count} faults found.',
  },
  'backup.keys_kept': {
    'zh-CN': '密钥已加密保存到 {file}。请与备份分开存放。',
    'zh-HK': '密鑰已加密儲存至 {file}。請與備份分開存放。',
    en: 'The keys are kept, encrypted, in {file}. Keep it apart from the backups.',
  },
} as const satisfies Messages;

/** A stable, public code of `backupNotices`. */
export type BackupNotice = keyof typeof backupNotices;
