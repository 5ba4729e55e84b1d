import type { Messages } from '../language.ts';

/** What the program `yimen` says on the command line. */
export const cliMessages = {
  'cli.usage': {
    'zh-CN': `用法：
  yimen backup  [--target 位置] [--recipients age1…,age1…] [--keys-to 文件]      备份（服务运行时也可以）
  yimen restore (--to 时刻 | --latest) --identity 文件 --into 文件夹 [--target 位置] [--installation 编号] [--keys 文件]
  yimen verify  [--target 位置] [--identity 文件] [--installation 编号]          核对备份
  yimen verify  --ledger                                                     核对本系统的全部记录
  yimen ledger reopen [--log cases|access]                                   停止的账本以新名称重新开启
  yimen list    [--target 位置]                                              列出备份
  yimen keys new-recipient [--to 文件]                                        生成一位接收者的密钥
  yimen keys status | rotate | rewrap | retire --version 版本                  查看、更换、继续更换、停用密钥加密密钥
  yimen keys split --to 文件夹 [--into 3] [--need 2] [--recipients age1…,age1…,age1…]   把密钥文件分成若干分片
                                                                             rotate、retire、split 要先由两位安全管理员在工作台批准
  yimen keys join --shares 文件,文件 [--identity 文件] [--to 文件夹]             由分片恢复密钥文件
公用：--data 数据文件夹（默认 YIMEN_DATA）。位置是文件夹或 s3://存储桶/前缀，默认 BACKUP_TARGET。`,
    'zh-HK': `用法：
  yimen backup  [--target 位置] [--recipients age1…,age1…] [--keys-to 檔案]      備份（服務執行中也可以）
  yimen restore (--to 時刻 | --latest) --identity 檔案 --into 資料夾 [--target 位置] [--installation 編號] [--keys 檔案]
  yimen verify  [--target 位置] [--identity 檔案] [--installation 編號]          核對備份
  yimen verify  --ledger                                                     核對本系統的全部記錄
  yimen ledger reopen [--log cases|access]                                   停止的帳本以新名稱重新開啟
  yimen list    [--target 位置]                                              列出備份
  yimen keys new-recipient [--to 檔案]                                        產生一位接收者的密鑰
  yimen keys status | rotate | rewrap | retire --version 版本                  查看、更換、繼續更換、停用金鑰加密金鑰
  yimen keys split --to 資料夾 [--into 3] [--need 2] [--recipients age1…,age1…,age1…]   把金鑰檔案分成若干分片
                                                                             rotate、retire、split 要先由兩位安全管理員在工作台批准
  yimen keys join --shares 檔案,檔案 [--identity 檔案] [--to 資料夾]             由分片復原金鑰檔案
共用：--data 資料資料夾（預設 YIMEN_DATA）。位置是資料夾或 s3://儲存桶/前綴，預設 BACKUP_TARGET。`,
    en: `Usage:
  yimen backup  [--target PLACE] [--recipients age1…,age1…] [--keys-to FILE]   back up, also while the server runs
  yimen restore (--to MOMENT | --latest) --identity FILE --into FOLDER [--target PLACE] [--installation NUMBER] [--keys FILE]
  yimen verify  [--target PLACE] [--identity FILE] [--installation NUMBER]     check the backups
  yimen verify  --ledger                                                       check every record of this installation
  yimen ledger reopen [--log cases|access]                                     open a log that stopped under its next name
  yimen list    [--target PLACE]                                               list the backups
  yimen keys new-recipient [--to FILE]                                         make the key of one recipient
  yimen keys status | rotate | rewrap | retire --version NUMBER                 look at, change, go on changing, retire the key-encryption key
  yimen keys split --to FOLDER [--into 3] [--need 2] [--recipients age1…,age1…,age1…]   split the key file into shares
                                                                               (rotate, retire and split once two security administrators approved it)
  yimen keys join --shares FILE,FILE [--identity FILE] [--to FOLDER]            rebuild the key file from shares
For all: --data FOLDER (else YIMEN_DATA). PLACE is a folder or s3://bucket/prefix (else BACKUP_TARGET).`,
  },
  'cli.unknown_option': {
    'zh-CN': '不认识的选项：{option}',
    'zh-HK': '不認識的選項：{option}',
    en: 'Unknown option: {option}',
  },
  'cli.option_missing': {
    'zh-CN': '缺少选项 {option}。',
    'zh-HK': '缺少選項 {option}。',
    en: 'The option {option} is missing.',
  },
  'cli.file_exists': {
    'zh-CN': '文件 {file} 已经存在，不会覆盖。',
    'zh-HK': '檔案 {file} 已經存在，不會覆寫。',
    en: 'The file {file} is there already and is not overwritten.',
  },
  'cli.recipient_made': {
    'zh-CN': '公钥（写入 BACKUP_RECIPIENTS）：{recipient}\n身份密钥已写入 {file}。请把它交给一位保管人，离线保存；不要留在这台机器上。没有它，备份打不开。',
    'zh-HK': '公鑰（寫入 BACKUP_RECIPIENTS）：{recipient}\n身份密鑰已寫入 {file}。請交給一位保管人離線保存；不要留在這部機器上。沒有它，備份打不開。',
    en: 'Public key (for BACKUP_RECIPIENTS): {recipient}\nThe identity is in {file}. Give it to one keeper, to be kept off line and off this machine. Without it the backup does not open.',
  },
  'cli.progress_database': { 'zh-CN': '数据库 {done} / {total} MB', 'zh-HK': '資料庫 {done} / {total} MB', en: 'database {done} of {total} MB' },
  'cli.progress_log': { 'zh-CN': '数据库日志：{done} 个文件', 'zh-HK': '資料庫日誌：{done} 個檔案', en: 'log of the database: {done} files' },
  'cli.progress_vault': { 'zh-CN': '材料文件 {done} MB', 'zh-HK': '材料檔案 {done} MB', en: 'files of the vault {done} MB' },
  'cli.progress_verify': { 'zh-CN': '已核对 {done} MB：{name}', 'zh-HK': '已核對 {done} MB：{name}', en: 'checked {done} MB: {name}' },
  'cli.progress_ledger': { 'zh-CN': '已核对 {what}：{count}', 'zh-HK': '已核對 {what}：{count}', en: 'checked {what}: {count}' },
  'cli.ledger_sound': {
    'zh-CN': '全部无误：{matters} 件办件的 {facts} 条事实；账本 {cases} 条，查阅账本 {access} 条，签名树头 {checkpoints} 个；用时 {seconds} 秒。',
    'zh-HK': '全部無誤：{matters} 件辦件的 {facts} 條事實；帳本 {cases} 條，查閱帳本 {access} 條，簽名樹頭 {checkpoints} 個；用時 {seconds} 秒。',
    en: 'All sound: {facts} facts of {matters} matters, {cases} entries of the log of facts, {access} of the log of accesses, {checkpoints} checkpoints; {seconds} s.',
  },
  'cli.ledger_faults': {
    'zh-CN': '发现 {count} 处与当初写下的不符（共核对 {facts} 条事实）；用时 {seconds} 秒。',
    'zh-HK': '發現 {count} 處與當初寫下的不符（共核對 {facts} 條事實）；用時 {seconds} 秒。',
    en: '{count} things are not as they were written ({facts} facts checked); {seconds} s.',
  },
  'cli.ledger_fault': { 'zh-CN': '不符 {fault}：{where}', 'zh-HK': '不符 {fault}：{where}', en: 'not as written: {fault}: {where}' },
  'cli.backup_line': {
    'zh-CN': '{id}　完成于 {ended}　PostgreSQL {postgres}　一门 {program}　材料文件 {vault} 个',
    'zh-HK': '{id}　完成於 {ended}　PostgreSQL {postgres}　一門 {program}　材料檔案 {vault} 個',
    en: '{id}  complete at {ended}  PostgreSQL {postgres}  Yimen {program}  {vault} files of the vault',
  },
  'cli.reach': {
    'zh-CN': '数据库日志送达至 {until}，可恢复到此前的任何时刻。',
    'zh-HK': '資料庫日誌送達至 {until}，可還原至此前任何時刻。',
    en: 'The log reaches to {until}: any moment up to it can be restored.',
  },
} as const satisfies Messages;

/** A message of the command line. */
export type CliMessage = keyof typeof cliMessages;
