import type { Messages } from '../language.ts';

/** What each setting does, in the words of who runs an installation; the key is its name. */
export const settingMessages = {
  YIMEN_DATA: { 'zh-CN': '密钥、文件和内置数据库所在的文件夹', 'zh-HK': '密鑰、檔案和內置數據庫所在的資料夾', en: 'Folder of keys, files and the embedded database' },
  DATABASE_URL: { 'zh-CN': '外部 PostgreSQL 的地址；不设则用内置的', 'zh-HK': '外部 PostgreSQL 的地址；不設則用內置的', en: 'Address of an external PostgreSQL; without it the embedded one' },
  DATABASE_POOL: { 'zh-CN': '本进程的数据库连接数', 'zh-HK': '本程序的數據庫連線數', en: 'Connections of this process to the database' },
  HOST: { 'zh-CN': '监听的地址', 'zh-HK': '監聽的地址', en: 'Address it listens on' },
  PORT: { 'zh-CN': '监听的端口', 'zh-HK': '監聽的端口', en: 'Port it listens on' },
  PUBLIC_URL: { 'zh-CN': '外部访问的网址，用在二维码和链接里', 'zh-HK': '外部訪問的網址，用於二維碼和連結', en: 'How the outside reaches it: QR codes and links' },
  CRYPTO: { 'zh-CN': '加密方式：standard 或国密 gm，首次启动时定下', 'zh-HK': '加密方式：standard 或國密 gm，首次啟動時定下', en: 'Cryptography: standard or national (gm), fixed at the first start' },
  STAFF_SECOND_FACTOR: { 'zh-CN': '工作人员是否必须用第二重验证', 'zh-HK': '職員是否必須用第二重驗證', en: 'Whether staff must show a second factor' },
  OIDC_ISSUER: { 'zh-CN': '城市身份服务的地址（OpenID Connect）', 'zh-HK': '城市身份服務的地址（OpenID Connect）', en: 'Address of the city’s identity service (OpenID Connect)' },
  OIDC_CLIENT_ID: { 'zh-CN': '本系统在城市身份服务登记的名称', 'zh-HK': '本系統在城市身份服務登記的名稱', en: 'Our name at the city’s identity service' },
  OIDC_STAFF_SECOND_FACTOR: { 'zh-CN': '城市身份服务的哪些声明（amr:、acr:）算作工作人员的第二重验证', 'zh-HK': '城市身份服務的哪些聲明（amr:、acr:）算作職員的第二重驗證', en: 'Which words of the city’s identity service (amr:, acr:) count as the second factor of staff' },
  OIDC_STAND_IN: { 'zh-CN': '演示时 no 表示不启动代替城市身份服务的程序', 'zh-HK': '示範時 no 表示不啟動代替城市身份服務的程式', en: 'In the demonstration “no” leaves out the program that plays the city’s identity service' },
  OIDC_STAND_IN_PORT: { 'zh-CN': '代替城市身份服务的程序的端口', 'zh-HK': '代替城市身份服務的程式的端口', en: 'Port of the program that plays the city’s identity service' },
  OIDC_STAND_IN_PEOPLE: { 'zh-CN': '启动时由程序自己写入：那里的虚构人物的文件', 'zh-HK': '啟動時由程式自行寫入：那裏的虛構人物的檔案', en: 'Written by the start itself: file of the invented people there' },
  OIDC_STAND_IN_URL: { 'zh-CN': '启动时由程序自己写入：那里的人都是虚构的，不需要密码', 'zh-HK': '啟動時由程式自行寫入：那裏的人都是虛構的，不需要密碼', en: 'Written by the start itself: the people there are invented and have no passwords' },
  OIDC_CLIENT_SECRET: { 'zh-CN': '本系统在城市身份服务的密码', 'zh-HK': '本系統在城市身份服務的密碼', en: 'Our secret at the city’s identity service' },
  SMS_ENDPOINT: { 'zh-CN': '短信网关的地址', 'zh-HK': '短訊閘道的地址', en: 'Address of the SMS gateway' },
  SMS_ACCESS_KEY_ID: { 'zh-CN': '短信网关的访问标识', 'zh-HK': '短訊閘道的存取標識', en: 'Our id at the SMS gateway' },
  SMS_ACCESS_KEY_SECRET: { 'zh-CN': '短信网关的访问密钥', 'zh-HK': '短訊閘道的存取密鑰', en: 'Our secret at the SMS gateway' },
  SMS_SIGN_NAME: { 'zh-CN': '短信的签名', 'zh-HK': '短訊的簽名', en: 'Signature of the short messages' },
  SMS_TEMPLATES: { 'zh-CN': '短信模板编号的文件', 'zh-HK': '短訊範本編號的檔案', en: 'File with the gateway’s codes of our texts' },
  SMS_STAND_IN: { 'zh-CN': 'no 表示不启动代替短信网关的程序', 'zh-HK': 'no 表示不啟動代替短訊閘道的程式', en: '“no” leaves out the program that plays the gateway' },
  SMS_STAND_IN_PORT: { 'zh-CN': '代替短信网关的程序的端口', 'zh-HK': '代替短訊閘道的程式的端口', en: 'Port of the program that plays the gateway' },
  SMS_STAND_IN_URL: { 'zh-CN': '启动时由程序自己写入：短信由代替程序显示，不会真的发出', 'zh-HK': '啟動時由程式自行寫入：短訊由代替程式顯示，不會真的發出', en: 'Written by the start itself: messages are shown by the stand-in and not sent' },
  LEDGER_POLICY: { 'zh-CN': '见证方的信任策略文件', 'zh-HK': '見證方的信任策略檔案', en: 'File that names the witnesses of the log' },
  LEDGER_AUDITOR_TOKENS: { 'zh-CN': '审计方令牌哈希的文件', 'zh-HK': '審計方權杖雜湊的檔案', en: 'File with the hashes of the auditors’ tokens' },
  BACKUP_TARGET: { 'zh-CN': '备份存放的地方', 'zh-HK': '備份存放的地方', en: 'Where backups go' },
  BACKUP_RECIPIENTS: { 'zh-CN': '能打开备份的公钥', 'zh-HK': '能打開備份的公鑰', en: 'Public keys that can open the backups' },
  BACKUP_S3_ENDPOINT: { 'zh-CN': '备份存储服务的地址', 'zh-HK': '備份儲存服務的地址', en: 'Address of the object store for backups' },
  BACKUP_S3_REGION: { 'zh-CN': '备份存储服务的地域', 'zh-HK': '備份儲存服務的地域', en: 'Region of the object store' },
  BACKUP_S3_ACCESS_KEY_ID: { 'zh-CN': '备份存储服务的访问标识', 'zh-HK': '備份儲存服務的存取標識', en: 'Our id at the object store' },
  BACKUP_S3_SECRET_ACCESS_KEY: { 'zh-CN': '备份存储服务的访问密钥', 'zh-HK': '備份儲存服務的存取密鑰', en: 'Our secret at the object store' },
  BACKUP_EVERY_HOURS: { 'zh-CN': '每隔多少小时做一次完整备份', 'zh-HK': '每隔多少小時做一次完整備份', en: 'Hours between two whole backups' },
  BACKUP_KEEP_DAYS: { 'zh-CN': '备份保留天数；长于 35 天会让已销毁的密钥复活', 'zh-HK': '備份保留日數；長於 35 日會令已銷毀的密鑰復活', en: 'Days backups are kept; beyond 35 destroyed keys would come back' },
  BACKUP_KEEP_COUNT: { 'zh-CN': '备份至少保留几份', 'zh-HK': '備份至少保留幾份', en: 'Backups kept at least' },
  PROVISIONAL_CALENDAR: { 'zh-CN': '放假通知未公布的日子是否先按周末推算', 'zh-HK': '放假通知未公布的日子是否先按週末推算', en: 'Whether dates may be computed beyond the last holiday notice' },
  YIMEN_DEMO: { 'zh-CN': '1 表示填入虚构的演示城市', 'zh-HK': '1 表示填入虛構的示範城市', en: '“1” fills in the invented city' },
  YIMEN_DEMO_SEED: { 'zh-CN': '演示城市的编号', 'zh-HK': '示範城市的編號', en: 'Number of the invented city' },
  YIMEN_DEMO_SIZE: { 'zh-CN': '演示城市的大小', 'zh-HK': '示範城市的大小', en: 'Size of the invented city' },
  LOG_FORM: { 'zh-CN': '日志形式：json 或 text', 'zh-HK': '日誌形式：json 或 text', en: 'Form of the log: json or text' },
  METRICS_PORT: { 'zh-CN': '指标（Prometheus）的端口；不设则关闭', 'zh-HK': '指標（Prometheus）的端口；不設則關閉', en: 'Port of the figures for Prometheus; off without it' },
  METRICS_HOST: { 'zh-CN': '指标监听的地址', 'zh-HK': '指標監聽的地址', en: 'Address the figures listen on' },
  TRACES_URL: { 'zh-CN': '链路追踪的收集器（OpenTelemetry，OTLP/HTTP）；不设则关闭', 'zh-HK': '鏈路追蹤的收集器（OpenTelemetry，OTLP/HTTP）；不設則關閉', en: 'Collector of traces (OpenTelemetry, OTLP/HTTP); off without it' },
  TRACES_RATIO: { 'zh-CN': '送出的链路占多少，0 到 1', 'zh-HK': '送出的鏈路佔多少，0 至 1', en: 'Share of traces that are sent, 0 to 1' },
} as const satisfies Messages;

/** A setting of the process. */
export type SettingName = keyof typeof settingMessages;

/** Why a setting as it stands wants a second look. */
export const settingWarnings = {
  'setting.demo': { 'zh-CN': '这是演示：登录密码是公开的，不能用于真实的人。', 'zh-HK': '這是示範：登入密碼是公開的，不可用於真實的人。', en: 'This is a demonstration: its passwords are public. Not for real people.' },
  'setting.no_backup': { 'zh-CN': '没有备份：磁盘坏了，数据就没了。', 'zh-HK': '沒有備份：磁碟壞了，資料便沒有了。', en: 'No backups: if the disk is lost, so is everything.' },
  'setting.no_witness': { 'zh-CN': '没有见证方：账本只有我们自己签名。', 'zh-HK': '沒有見證方：帳本只有我們自己簽署。', en: 'No witnesses: only we sign the log.' },
  'setting.oidc_stand_in': { 'zh-CN': '谁都可以冒充那里的虚构人物登录，只能用于演示。', 'zh-HK': '任何人都可以冒充那裏的虛構人物登入，只可用於示範。', en: 'Anybody can sign in as one of the invented people there: for the demonstration only.' },
  'setting.sms_stand_in': { 'zh-CN': '短信没有真的发出。', 'zh-HK': '短訊沒有真的發出。', en: 'Short messages are not really sent.' },
  'setting.no_tls': { 'zh-CN': '外部网址不是 https：会话会在线路上被看到。', 'zh-HK': '外部網址不是 https：工作階段會在線路上被看到。', en: 'The public address is not https: sessions can be read on the line.' },
  'setting.open_listener': { 'zh-CN': '监听的不是本机地址：请确认前面有反向代理或防火墙。', 'zh-HK': '監聽的不是本機地址：請確認前面有反向代理或防火牆。', en: 'It listens beyond this machine: make sure a proxy or a firewall stands before it.' },
  'setting.no_second_factor': { 'zh-CN': '工作人员可以只用密码登录。', 'zh-HK': '職員可以只用密碼登入。', en: 'Staff may sign in with a password alone.' },
  'setting.backup_outlives_keys': { 'zh-CN': '备份保留超过 35 天：已删除的个人数据可能随旧密钥回来。', 'zh-HK': '備份保留超過 35 日：已刪除的個人資料可能隨舊密鑰回來。', en: 'Backups live longer than 35 days: erased data could come back with old keys.' },
} as const satisfies Messages;

/** A stable code of `settingWarnings`. */
export type SettingWarning = keyof typeof settingWarnings;
