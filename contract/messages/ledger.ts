import type { Messages } from '../language.ts';

/** Refusals of the log's routes. */
export const ledgerMessages = {
  'ledger.not_yet': {
    'zh-CN': '这条记录还没有写进已签名的账本，一般一分钟内就好。请稍后再试。',
    'zh-HK': '這項記錄尚未寫入已簽署的帳本，一般一分鐘內便可。請稍後再試。',
    en: 'This record does not stand in the signed log yet. That takes less than a minute as a rule: try again shortly.',
  },
} as const satisfies Messages;

/** What the portal says of proofs. */
export const proofMessages = {
  'proof.title': { 'zh-CN': '证明', 'zh-HK': '證明', en: 'Proof' },
  'proof.lead': {
    'zh-CN': '每条记录都写进一本谁也改不了、不能悄悄删的公开账本。凭证在您手里，谁都能核验，不用问我们。',
    'zh-HK': '每項記錄都寫入一本誰也改不了、不能悄悄刪去的公開帳本。憑證在您手上，誰都能核驗，不必問我們。',
    en: 'Every record goes into a public log that nobody can change or quietly cut. You hold the receipt, and anybody can check it without asking us.',
  },
  'proof.included': { 'zh-CN': '已入账本第 {place} 条，{at} 签名', 'zh-HK': '已入帳本第 {place} 條，{at} 簽署', en: 'In the log as entry {place}, signed {at}' },
  'proof.witnesses': { 'zh-CN': '{count} 个见证方已签名', 'zh-HK': '{count} 個見證方已簽署', en: 'Signed by {count} witnesses' },
  'proof.witnesses_awaited': { 'zh-CN': '还在等见证方签名，请过几分钟再下载一次', 'zh-HK': '仍在等見證方簽署，請過幾分鐘再下載一次', en: 'Witnesses have still to sign: download it again in a few minutes' },
  'proof.waiting': { 'zh-CN': '正在写进账本，一分钟内完成。刷新本页可看到结果。', 'zh-HK': '正在寫入帳本，一分鐘內完成。重新整理本頁可看到結果。', en: 'Being written to the log, done within a minute. Reload this page to see it.' },
  'proof.download': { 'zh-CN': '下载凭证：{record}', 'zh-HK': '下載憑證：{record}', en: 'Download the receipt: {record}' },
  'proof.verifier': { 'zh-CN': '下载核验网页（断网也能用）', 'zh-HK': '下載核驗網頁（離線也能用）', en: 'Download the page that checks it (works offline)' },
  'proof.how': {
    'zh-CN': '打开核验网页，选择凭证文件，就知道是真是假。要给法院或审计看，请从公报或见证方那里核对公钥。',
    'zh-HK': '開啟核驗網頁，選擇憑證檔案，便知真假。要給法院或審計看，請從公報或見證方核對公鑰。',
    en: 'Open the checking page, choose the receipt, and it says whether it is genuine. For a court or an auditor, compare the keys with the gazette or the witnesses.',
  },
  'proof.acceptance': { 'zh-CN': '收件时的签名承诺', 'zh-HK': '收件時的簽署承諾', en: 'The signed promise given at filing' },
} as const satisfies Messages;

/** What the workbench says of the logs. */
export const ledgerPanelMessages = {
  'ledger.title': { 'zh-CN': '账本', 'zh-HK': '帳本', en: 'Log of facts' },
  'ledger.lead': {
    'zh-CN': '每条事实和每次查阅都入账本，签名后任何人都能核验。这里看它是否正常。',
    'zh-HK': '每項事實和每次查閱都入帳本，簽署後任何人都能核驗。這裏看它是否正常。',
    en: 'Every fact and every look at personal data is entered and signed, so that anybody can check it. Here you see whether that works.',
  },
  'ledger.log.cases': { 'zh-CN': '事实账本', 'zh-HK': '事實帳本', en: 'Facts' },
  'ledger.log.access': { 'zh-CN': '查阅账本', 'zh-HK': '查閱帳本', en: 'Accesses' },
  'ledger.origin': { 'zh-CN': '账本名', 'zh-HK': '帳本名', en: 'Origin' },
  'ledger.size': { 'zh-CN': '条目', 'zh-HK': '條目', en: 'Entries' },
  'ledger.waiting': { 'zh-CN': '待入账', 'zh-HK': '待入帳', en: 'Waiting' },
  'ledger.signed': { 'zh-CN': '最近签名', 'zh-HK': '最近簽署', en: 'Last signed' },
  'ledger.signed_none': { 'zh-CN': '还没有签过', 'zh-HK': '尚未簽署', en: 'Never yet' },
  'ledger.signed_at_size': { 'zh-CN': '{at}，共 {size} 条', 'zh-HK': '{at}，共 {size} 條', en: '{at}, {size} entries' },
  'ledger.witnesses': { 'zh-CN': '见证方', 'zh-HK': '見證方', en: 'Witnesses' },
  'ledger.witnesses_of': { 'zh-CN': '{signed}／{asked} 个已签名', 'zh-HK': '{signed}／{asked} 個已簽署', en: '{signed} of {asked} signed' },
  'ledger.witnesses_none': { 'zh-CN': '没有设置见证方：账本只有我们自己签名。', 'zh-HK': '未設定見證方：帳本只有我們自己簽署。', en: 'No witnesses are set up: only we sign the log.' },
  'ledger.state': { 'zh-CN': '状态', 'zh-HK': '狀態', en: 'State' },
  'ledger.state.good': { 'zh-CN': '正常', 'zh-HK': '正常', en: 'In order' },
  'ledger.state.stopped': { 'zh-CN': '已停止签名', 'zh-HK': '已停止簽署', en: 'Signing stopped' },
  'ledger.stopped_since': { 'zh-CN': '{at} 起停止签名。办事照常，事实照记，但没有新的凭证。请运维人员按说明处理。', 'zh-HK': '{at} 起停止簽署。辦事照常，事實照記，但沒有新的憑證。請營運人員按說明處理。', en: 'Nothing is signed since {at}. Work goes on and facts are kept, but there are no new receipts. Ask the operator to follow the guide.' },
  'ledger.stop.behind': { 'zh-CN': '账本比签过名的短：数据库可能恢复到了更早的时刻。', 'zh-HK': '帳本比簽署過的短：數據庫可能復原到更早的時刻。', en: 'The log is shorter than what was signed: the database may have been put back to an earlier moment.' },
  'ledger.stop.inconsistent': { 'zh-CN': '账本与签过名的对不上：有条目被改过。', 'zh-HK': '帳本與簽署過的不符：有條目被改過。', en: 'The log does not go on from what was signed: entries were changed.' },
  'ledger.stop.tiles_other': { 'zh-CN': '账本的哈希与记录的树根对不上。', 'zh-HK': '帳本的雜湊與記錄的樹根不符。', en: 'The hashes of the log do not give its root.' },
  'ledger.stop.origin_other': { 'zh-CN': '数据库之外保存的签名属于另一个账本名。', 'zh-HK': '數據庫以外保存的簽署屬於另一個帳本名。', en: 'The checkpoint kept outside the database is of another origin.' },
  'ledger.stop.signature_other': { 'zh-CN': '以前的签名不是现在的密钥签的：密钥文件可能换过。', 'zh-HK': '以前的簽署並非現有密鑰所簽：密鑰檔案可能換過。', en: 'What was signed before was signed with another key: the key file may have been replaced.' },
  'ledger.stop.witness_ahead': { 'zh-CN': '见证方签过更长的账本：数据库可能恢复到了更早的时刻。', 'zh-HK': '見證方簽署過更長的帳本：數據庫可能復原到更早的時刻。', en: 'A witness signed a longer log: the database may have been put back to an earlier moment.' },
  'ledger.stop.witness_other': { 'zh-CN': '见证方签过的账本与这里不同。', 'zh-HK': '見證方簽署過的帳本與這裏不同。', en: 'A witness signed another log under this origin.' },
  'ledger.fault.mirror_unreadable': { 'zh-CN': '数据库之外的签名文件读不出：{name}', 'zh-HK': '數據庫以外的簽署檔案讀不出：{name}', en: 'The checkpoint file outside the database cannot be read: {name}' },
  'ledger.fault.witness': { 'zh-CN': '见证方 {name} 没有签名（{code}）', 'zh-HK': '見證方 {name} 沒有簽署（{code}）', en: 'Witness {name} did not sign ({code})' },
  'ledger.fault.sequencing': { 'zh-CN': '新条目写不进账本：{name}', 'zh-HK': '新條目寫不入帳本：{name}', en: 'New entries cannot be written to the log: {name}' },
  'ledger.empty': { 'zh-CN': '还没有账本。', 'zh-HK': '尚未有帳本。', en: 'There is no log yet.' },
} as const satisfies Messages;

/** What `yimen ledger reopen` says. */
export const ledgerCliMessages = {
  'ledger.reopened': {
    'zh-CN': '账本已用新名字 {origin} 重新开启。第一条就是公开的缺口说明，请把它连同新公钥一起公布：',
    'zh-HK': '帳本已用新名字 {origin} 重新開啟。第一條就是公開的缺口說明，請把它連同新公鑰一併公布：',
    en: 'The log is open again under {origin}. Its first entry is the public statement of the gap: publish it together with the new key.',
  },
  'ledger.new_key': { 'zh-CN': '新公钥：{key}', 'zh-HK': '新公鑰：{key}', en: 'New key: {key}' },
  'ledger.not_stopped': { 'zh-CN': '账本 {log} 没有停止，不需要重新开启。', 'zh-HK': '帳本 {log} 沒有停止，毋須重新開啟。', en: 'The log {log} has not stopped: there is nothing to open again.' },
  'ledger.log_unknown': { 'zh-CN': '没有账本 {log}。可选：cases、access。', 'zh-HK': '沒有帳本 {log}。可選：cases、access。', en: 'There is no log {log}. There are: cases, access.' },
  'ledger.server_running': { 'zh-CN': '服务正在运行。请先停止服务，再重新开启账本。', 'zh-HK': '服務正在執行。請先停止服務，再重新開啟帳本。', en: 'The server is running. Stop it first, then open the log again.' },
} as const satisfies Messages;

/** What the start says of the logs. */
export const ledgerStartMessages = {
  'ledger.no_witnesses': {
    'zh-CN': '没有设置见证方（LEDGER_POLICY）：账本由本机签名，没有外人作证。',
    'zh-HK': '未設定見證方（LEDGER_POLICY）：帳本由本機簽署，沒有外人作證。',
    en: 'No witnesses are set up (LEDGER_POLICY): the log of facts is signed here, and nobody outside vouches for it.',
  },
  'ledger.stopped': {
    'zh-CN': '!! 账本 {origin} 已停止签名（{why}）。办事照常，但没有新的凭证。处理办法见 docs/how-to/check-a-receipt.md。',
    'zh-HK': '!! 帳本 {origin} 已停止簽署（{why}）。辦事照常，但沒有新的憑證。處理辦法見 docs/how-to/check-a-receipt.md。',
    en: '!! The log {origin} stopped signing ({why}). Work goes on, but there are no new receipts. What to do: docs/how-to/check-a-receipt.md.',
  },
} as const satisfies Messages;
