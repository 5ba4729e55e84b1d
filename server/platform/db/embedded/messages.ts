import type { Messages } from '../../../../contract/language.ts';

/** Why the database cannot be started or used, in the words of whoever runs the machine. */
export const databaseMessages = {
  'database.folder_in_use': {
    'zh-CN': '数据文件夹 {folder} 正由另一个一门服务（进程 {pid}）使用。请先停止它，或用 YIMEN_DATA 指定另一个文件夹。',
    'zh-HK': '資料夾 {folder} 正由另一個一門服務（程序 {pid}）使用。請先停止它，或以 YIMEN_DATA 指定另一個資料夾。',
    en: 'The data folder {folder} is in use by another Yimen server (process {pid}). Stop that one first, or name another folder with YIMEN_DATA.',
  },
  'database.served_elsewhere': {
    'zh-CN': '数据文件夹 {folder} 里的数据库已由看不见的进程（例如另一个容器）提供服务。请先停止它。',
    'zh-HK': '資料夾 {folder} 內的資料庫已由看不見的程序（例如另一個容器）提供服務。請先停止它。',
    en: 'The database in {folder} is already served by a process that cannot be seen from here, for example in another container. Stop that one first.',
  },
  'database.process_unclear': {
    'zh-CN': '进程 {pid} 看起来是 {folder} 的数据库，但启动时间不符，也没有应答。请查看该进程；确认无关后删除 {folder}/postmaster.pid 再启动。',
    'zh-HK': '程序 {pid} 看似是 {folder} 的資料庫，但啟動時間不符，也沒有回應。請檢查該程序；確定無關後刪除 {folder}/postmaster.pid 再啟動。',
    en: 'Process {pid} looks like the database of {folder}, but its start time does not match and it does not answer. Look at that process; if it is not the database, delete {folder}/postmaster.pid and start again.',
  },
  'database.remains_running': {
    'zh-CN': '{folder} 的数据库主进程已经结束，但子进程 {pids} 仍在运行。请稍候再试，或结束这些进程。',
    'zh-HK': '{folder} 的資料庫主程序已經結束，但子程序 {pids} 仍在執行。請稍後再試，或結束這些程序。',
    en: 'The main process of the database in {folder} is gone, but its child processes {pids} are still running. Wait a moment and try again, or end them.',
  },
  'database.record_unreadable': {
    'zh-CN': '数据库的日志在一条读不出的记录处结束（{record}）。断电之后这是正常的，没有确认过的内容丢失；如果没有断电，说明存储介质已损坏，其后的内容已经丢失：请用账本核对（yimen verify），必要时从备份恢复。详见 {log}。',
    'zh-HK': '資料庫的日誌在一條讀不出的記錄處結束（{record}）。斷電之後這是正常的，沒有確認過的內容遺失；如果沒有斷電，表示儲存媒體已損壞，其後的內容已經遺失：請以帳本核對（yimen verify），必要時從備份還原。詳見 {log}。',
    en: 'The database’s log ends at a record that cannot be read ({record}). After a power cut this is ordinary and nothing acknowledged is lost. Without one the disk is damaged and what came after is gone: check against the ledger (yimen verify) and restore from a backup if needed. See {log}.',
  },
  'database.other_major': {
    'zh-CN': '{folder} 里的数据由 PostgreSQL {found} 写成，而本程序带的是 PostgreSQL {ours}，不能直接打开。请用写成它的那个版本的一门启动，导出后再导入。',
    'zh-HK': '{folder} 內的資料由 PostgreSQL {found} 寫成，而本程式附帶的是 PostgreSQL {ours}，不能直接開啟。請用寫成它的那個版本的一門啟動，匯出後再匯入。',
    en: 'The data in {folder} was written by PostgreSQL {found}; this program carries PostgreSQL {ours} and cannot open it. Start it with the version of Yimen that wrote it, export, and import here.',
  },
  'database.folder_not_ours': {
    'zh-CN': '当前用户不能读写数据文件夹 {folder}（{reason}）。请用创建它的用户启动，或更改文件夹的属主。',
    'zh-HK': '目前的使用者不能讀寫資料夾 {folder}（{reason}）。請用建立它的使用者啟動，或更改資料夾的擁有者。',
    en: 'This user cannot read and write the data folder {folder} ({reason}). Start as the user who made it, or change its owner.',
  },
  'database.cannot_change_user': {
    'zh-CN': 'PostgreSQL 不能以 root 运行，而这里也不能切换到用户 {uid}（{reason}）。请用普通用户启动，或用 DATABASE_URL 指定外部数据库。',
    'zh-HK': 'PostgreSQL 不能以 root 執行，而這裏也不能切換到使用者 {uid}（{reason}）。請用一般使用者啟動，或以 DATABASE_URL 指定外部資料庫。',
    en: 'PostgreSQL does not run as root, and changing to user {uid} is not possible here ({reason}). Start as an ordinary user, or name an external database with DATABASE_URL.',
  },
  'database.no_binaries': {
    'zh-CN': '没有适用于 {platform} 的内置 PostgreSQL（{reason}）。请运行 npm ci，或用 DATABASE_URL 指定外部数据库（16 或更新）。',
    'zh-HK': '沒有適用於 {platform} 的內置 PostgreSQL（{reason}）。請執行 npm ci，或以 DATABASE_URL 指定外部資料庫（16 或更新）。',
    en: 'There is no usable embedded PostgreSQL for {platform} ({reason}). Run npm ci, or name an external database (16 or newer) with DATABASE_URL.',
  },
  'database.not_created': {
    'zh-CN': '无法在 {folder} 建立数据库：{reason}',
    'zh-HK': '無法在 {folder} 建立資料庫：{reason}',
    en: 'The database could not be created in {folder}: {reason}',
  },
  'database.not_started': {
    'zh-CN': '数据库没有启动：{reason}。日志：{log}',
    'zh-HK': '資料庫沒有啟動：{reason}。記錄檔：{log}',
    en: 'The database did not start: {reason}. Log: {log}',
  },
  'database.too_old': {
    'zh-CN': '数据库是 PostgreSQL {found}，需要 {needed} 或更新。',
    'zh-HK': '資料庫是 PostgreSQL {found}，需要 {needed} 或更新。',
    en: 'The database is PostgreSQL {found}; {needed} or newer is needed.',
  },
  'database.unsafe_setting': {
    'zh-CN': '数据库设置 {setting} 为 {found}，必须为 {needed}，否则断电会丢失已受理的事项。请更改后再启动。',
    'zh-HK': '資料庫設定 {setting} 為 {found}，必須為 {needed}，否則停電會遺失已受理的事項。請更改後再啟動。',
    en: 'The database setting {setting} is {found} but must be {needed}: otherwise a power cut loses what was already accepted. Change it and start again.',
  },
  'database.elsewhere': {
    'zh-CN': 'PostgreSQL 以用户 {uid} 运行，进不了 {wanted}，数据库因此放在 {folder}。',
    'zh-HK': 'PostgreSQL 以使用者 {uid} 執行，進不了 {wanted}，資料庫因此放在 {folder}。',
    en: 'PostgreSQL runs as user {uid}, who cannot enter {wanted}; the database is therefore kept in {folder}.',
  },
  'database.binaries_copied': {
    'zh-CN': '运行 PostgreSQL 的用户读不到 {from}，程序文件已复制到 {to}。',
    'zh-HK': '執行 PostgreSQL 的使用者讀不到 {from}，程式檔案已複製到 {to}。',
    en: 'The user who runs PostgreSQL cannot use {from}; its program files were copied to {to}.',
  },
  'database.stale_lock_removed': {
    'zh-CN': '上次运行留下的锁文件 {file} 已失效（{reason}），已清除。',
    'zh-HK': '上次執行留下的鎖定檔 {file} 已失效（{reason}），已清除。',
    en: 'The lock file {file} was left over from an earlier run ({reason}) and has been removed.',
  },
  'database.other_minor': {
    'zh-CN': '数据库上次由 PostgreSQL {found} 提供服务，现在由 {ours} 提供，数据不变。',
    'zh-HK': '資料庫上次由 PostgreSQL {found} 提供服務，現在由 {ours} 提供，資料不變。',
    en: 'The database was last served by PostgreSQL {found} and is now served by {ours}; the data stays as it is.',
  },
  'database.adopted': {
    'zh-CN': '上次运行留下的数据库（进程 {pid}）仍在运行，已接管。',
    'zh-HK': '上次執行留下的資料庫（程序 {pid}）仍在執行，已接管。',
    en: 'The database of an earlier run (process {pid}) was still running and has been taken over.',
  },
  'database.leftover_stopped': {
    'zh-CN': '上次运行留下的数据库（进程 {pid}）已停止（{reason}）。',
    'zh-HK': '上次執行留下的資料庫（程序 {pid}）已停止（{reason}）。',
    en: 'The database of an earlier run (process {pid}) was stopped ({reason}).',
  },
} as const satisfies Messages;

/** A stable, public code of `databaseMessages`. */
export type DatabaseCode = keyof typeof databaseMessages;
