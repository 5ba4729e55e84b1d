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
  'keys.too_open': {
    'zh-CN': '密钥文件 {path} 的权限是 {mode}，本机其他账户可以读取。请执行 chmod 600 {path} 后再启动；如果怀疑已被复制，随后更换密钥（yimen keys rotate）。',
    'zh-HK': '金鑰檔案 {path} 的權限是 {mode}，本機其他帳戶可以讀取。請執行 chmod 600 {path} 後再啟動；如懷疑已被複製，隨後更換金鑰（yimen keys rotate）。',
    en: 'The key file {path} has the permissions {mode}: other accounts of this machine can read it. Run chmod 600 {path} and start again. If it may have been copied, change the key afterwards (yimen keys rotate).',
  },
  'keys.of_another_owner': {
    'zh-CN': '密钥文件 {path} 属于另一个账户（uid {owner}，本程序是 {own}），那个账户可以替换它。请把文件交给运行一门的账户（chown {own} {path}）后再启动。',
    'zh-HK': '金鑰檔案 {path} 屬於另一個帳戶（uid {owner}，本程式是 {own}），該帳戶可以替換它。請把檔案交給執行一門的帳戶（chown {own} {path}）後再啟動。',
    en: 'The key file {path} belongs to another account (uid {owner}; this program is {own}), which could replace it. Give it to the account that runs Yimen (chown {own} {path}) and start again.',
  },
  'keys.of_another_installation': {
    'zh-CN': '密钥文件 {path} 不是这个数据库的：指纹为 {found}，应为 {expected}。请放回本系统自己的密钥文件后再启动。什么都没有改动。',
    'zh-HK': '金鑰檔案 {path} 不是這個數據庫的：指紋為 {found}，應為 {expected}。請放回本系統自己的金鑰檔案後再啟動。甚麼都沒有改動。',
    en: 'The key file {path} is not that of this database: its fingerprint is {found}, {expected} is expected. Put this installation’s own key file back and start again. Nothing was changed.',
  },
  'keys.versions_missing': {
    'zh-CN': '密钥文件 {path} 是旧的：缺少仍在使用的密钥加密密钥 {names}。请放回最后一次更换之后的密钥文件或由分片恢复，再启动。',
    'zh-HK': '金鑰檔案 {path} 是舊的：缺少仍在使用的金鑰加密金鑰 {names}。請放回最後一次更換之後的金鑰檔案或由分片復原，再啟動。',
    en: 'The key file {path} is an old one: the key-encryption keys {names}, still in use, are not in it. Put back the key file from after the last change, or rebuild it from its shares, and start again.',
  },
  'keys.other_mode': {
    'zh-CN': '本系统首次启动时定为密码模式 {fixed}，现在设置的是 {wanted}（CRYPTO）。已加密的数据只能用原来的模式打开，请改回 CRYPTO={fixed}。',
    'zh-HK': '本系統首次啟動時定為密碼模式 {fixed}，現在設定的是 {wanted}（CRYPTO）。已加密的資料只能用原來的模式打開，請改回 CRYPTO={fixed}。',
    en: 'This installation was started with the cryptography {fixed}; now {wanted} is set (CRYPTO). What is sealed opens only with the first. Set CRYPTO={fixed} again.',
  },
} as const satisfies Messages;

/** What a running server says when its key file has changed. */
export const keysNotices = {
  'keys.taken': {
    'zh-CN': '已启用新的密钥加密密钥（第 {version} 版）。',
    'zh-HK': '已啟用新的金鑰加密金鑰（第 {version} 版）。',
    en: 'A new key-encryption key is in use (version {version}).',
  },
  'keys.moved': {
    'zh-CN': '{moved} 个数据密钥已改由当前的密钥加密密钥保护；打不开的有 {unreadable} 个。',
    'zh-HK': '{moved} 個數據密鑰已改由目前的金鑰加密金鑰保護；打不開的有 {unreadable} 個。',
    en: '{moved} data keys are now wrapped under the current key-encryption key; {unreadable} could not be opened.',
  },
} as const satisfies Messages;

/** What `yimen keys …` says. */
export const keysCliMessages = {
  'keys.rotated': {
    'zh-CN': '第 {version} 版密钥加密密钥已生成，运行中的服务会在几秒内启用。请立即重新备份密钥文件，并重新制作分片（yimen keys split）：旧的副本和分片里没有它。',
    'zh-HK': '第 {version} 版金鑰加密金鑰已產生，執行中的服務會在幾秒內啟用。請立即重新備份金鑰檔案，並重新製作分片（yimen keys split）：舊的副本和分片裏沒有它。',
    en: 'Version {version} of the key-encryption key is made; running servers take it within seconds. Back the key file up again now and make new shares (yimen keys split): older copies and shares do not hold it.',
  },
  'keys.progress': { 'zh-CN': '数据密钥 {moved} / {total}', 'zh-HK': '數據密鑰 {moved} / {total}', en: 'data keys {moved} of {total}' },
  'keys.rewrapped': {
    'zh-CN': '{moved} 个数据密钥已改由第 {version} 版保护，剩余 {left} 个。',
    'zh-HK': '{moved} 個數據密鑰已改由第 {version} 版保護，剩餘 {left} 個。',
    en: '{moved} data keys are wrapped under version {version} now; {left} are left.',
  },
  'keys.unreadable_rows': {
    'zh-CN': '有 {count} 个数据密钥打不开，例如：{owners}。没有改动它们。',
    'zh-HK': '有 {count} 個數據密鑰打不開，例如：{owners}。沒有改動它們。',
    en: '{count} data keys do not open, for example of: {owners}. They were left as they are.',
  },
  'keys.continue': {
    'zh-CN': '未完成。再次执行 yimen keys rewrap 会继续；运行中的服务下次启动时也会继续。',
    'zh-HK': '未完成。再次執行 yimen keys rewrap 會繼續；執行中的服務下次啟動時也會繼續。',
    en: 'Not finished. Run yimen keys rewrap to go on; a server goes on at its next start as well.',
  },
  'keys.status_file': {
    'zh-CN': '密钥文件 {path}\n指纹 {fingerprint}　密码模式 {mode}　当前第 {current} 版　文件中有第 {versions} 版',
    'zh-HK': '金鑰檔案 {path}\n指紋 {fingerprint}　密碼模式 {mode}　目前第 {current} 版　檔案中有第 {versions} 版',
    en: 'Key file {path}\nfingerprint {fingerprint}; cryptography {mode}; current version {current}; versions in the file: {versions}',
  },
  'keys.status_count': { 'zh-CN': '  {table}：第 {version} 版下 {count} 个数据密钥', 'zh-HK': '  {table}：第 {version} 版下 {count} 個數據密鑰', en: '  {table}: {count} data keys under version {version}' },
  'keys.retired': {
    'zh-CN': '第 {version} 版已从密钥文件中删除。此前的数据库备份仍需要它：在最后一个这样的备份过期之前（默认 35 天），请保留旧的密钥文件副本或分片。',
    'zh-HK': '第 {version} 版已從金鑰檔案中刪除。此前的數據庫備份仍需要它：在最後一個這樣的備份過期之前（預設 35 天），請保留舊的金鑰檔案副本或分片。',
    en: 'Version {version} is gone from the key file. Database backups from before still need it: keep an older copy of the key file, or its shares, until the last such backup has expired (35 days by default).',
  },
  'keys.version_is_current': { 'zh-CN': '第 {version} 版正在使用，不能停用。', 'zh-HK': '第 {version} 版正在使用，不能停用。', en: 'Version {version} is the current one and cannot be retired.' },
  'keys.version_unknown': { 'zh-CN': '密钥文件里没有第 {version} 版，只有：{versions}。', 'zh-HK': '金鑰檔案裏沒有第 {version} 版，只有：{versions}。', en: 'There is no version {version} in the key file, only: {versions}.' },
  'keys.still_wrapped': {
    'zh-CN': '还有 {count} 个数据密钥由第 {version} 版保护，现在停用会使它们永远打不开。请先执行 yimen keys rewrap。',
    'zh-HK': '還有 {count} 個數據密鑰由第 {version} 版保護，現在停用會令它們永遠打不開。請先執行 yimen keys rewrap。',
    en: '{count} data keys are still wrapped under version {version}; without it they could never be opened. Run yimen keys rewrap first.',
  },
  'keys.too_soon': { 'zh-CN': '密钥文件刚刚改过。请等 {seconds} 秒，让所有服务都读到它，再停用旧版。', 'zh-HK': '金鑰檔案剛剛改過。請等 {seconds} 秒，讓所有服務都讀到它，再停用舊版。', en: 'The key file has only just changed. Wait {seconds} seconds, until every server has read it, and retire the old version then.' },
  'keys.split_into': {
    'zh-CN': '已写出 {count} 个分片，其中任意 {need} 个可以恢复密钥文件：\n{files}\n请分别交给 {count} 位保管人离线保存，然后从本机删除。每次更换密钥后要重新制作。',
    'zh-HK': '已寫出 {count} 個分片，其中任意 {need} 個可以復原金鑰檔案：\n{files}\n請分別交給 {count} 位保管人離線保存，然後從本機刪除。每次更換金鑰後要重新製作。',
    en: '{count} shares are written, any {need} of which rebuild the key file:\n{files}\nGive each to one keeper, to be kept off line, and delete them here. Make new ones after each change of the key.',
  },
  'keys.split_numbers': { 'zh-CN': '--into 应为 2 到 10，--need 应为 2 到 --into。', 'zh-HK': '--into 應為 2 至 10，--need 應為 2 至 --into。', en: '--into is 2 to 10, --need is 2 to --into.' },
  'keys.split_recipients': { 'zh-CN': '--recipients 要有 {count} 个不同的 age 公钥，一人一个。', 'zh-HK': '--recipients 要有 {count} 個不同的 age 公鑰，一人一個。', en: '--recipients takes {count} different age public keys, one for each keeper.' },
  'keys.joined': { 'zh-CN': '密钥文件已恢复：{path}，指纹 {fingerprint}，含第 {versions} 版。', 'zh-HK': '金鑰檔案已復原：{path}，指紋 {fingerprint}，含第 {versions} 版。', en: 'The key file is rebuilt: {path}, fingerprint {fingerprint}, with the versions {versions}.' },
  'keys.share_altered': { 'zh-CN': '分片 {name} 第 {line} 行有误，请对照原件重新抄写。', 'zh-HK': '分片 {name} 第 {line} 行有誤，請對照原件重新抄寫。', en: 'Line {line} of the share {name} is wrong: compare it with the original.' },
  'keys.share_unreadable': { 'zh-CN': '{name} 不是密钥分片，或不完整。', 'zh-HK': '{name} 不是金鑰分片，或不完整。', en: '{name} is no share of a key file, or not a whole one.' },
  'keys.share_of_another_file': { 'zh-CN': '分片 {name} 属于另一次制作（{found}），其他分片属于 {expected}。', 'zh-HK': '分片 {name} 屬於另一次製作（{found}），其他分片屬於 {expected}。', en: 'The share {name} is of another splitting ({found}); the others are of {expected}.' },
  'keys.share_false': { 'zh-CN': '分片 {name} 与其他分片不符：它被改动过。没有写出密钥文件。', 'zh-HK': '分片 {name} 與其他分片不符：它被改動過。沒有寫出金鑰檔案。', en: 'The share {name} does not go with the others: it was altered. No key file was written.' },
  'keys.shares_do_not_fit': { 'zh-CN': '这些分片（{names}）合不成密钥文件：其中至少一个被改动过。请再加一个分片。', 'zh-HK': '這些分片（{names}）合不成金鑰檔案：其中至少一個被改動過。請再加一個分片。', en: 'These shares ({names}) make no key file: at least one was altered. Add another share.' },
  'keys.too_few_shares': { 'zh-CN': '需要 {need} 个不同的分片，只给了 {given} 个。', 'zh-HK': '需要 {need} 個不同的分片，只給了 {given} 個。', en: '{need} different shares are needed; {given} were given.' },
  'keys.start_first': {
    'zh-CN': '本系统还没有用这个版本启动过。请先启动一次，再执行。',
    'zh-HK': '本系統尚未以這個版本啟動過。請先啟動一次，再執行。',
    en: 'This installation was not started with this version yet. Start it once, then run this again.',
  },
  'keys.no_approval': {
    'zh-CN': '没有可用的批准，什么都没有改动。请一位安全管理员在工作台“密钥”里提出，另一位批准，然后在 24 小时内再执行一次。',
    'zh-HK': '沒有可用的批准，甚麼都沒有改動。請一位安全管理員在工作台「金鑰」提出，另一位批准，然後在 24 小時內再執行一次。',
    en: 'Nothing was approved for this, and nothing was changed. One security administrator proposes it on the workbench under “Keys”, another approves it; then run this again within 24 hours.',
  },
  'keys.approval_waits': {
    'zh-CN': '已经提出，还没有批准，什么都没有改动。请另一位安全管理员在工作台“密钥”里批准，再执行一次。',
    'zh-HK': '已經提出，尚未批准，甚麼都沒有改動。請另一位安全管理員在工作台「金鑰」批准，再執行一次。',
    en: 'It is proposed and not yet approved; nothing was changed. Another security administrator approves it on the workbench under “Keys”; then run this again.',
  },
  'keys.approval_expired': {
    'zh-CN': '批准已于 {until} 过期，什么都没有改动。请重新提出并批准。',
    'zh-HK': '批准已於 {until} 過期，甚麼都沒有改動。請重新提出並批准。',
    en: 'The approval ended at {until}; nothing was changed. Have it proposed and approved again.',
  },
  'keys.page_title': { 'zh-CN': '密钥分片 {index} / {count}', 'zh-HK': '金鑰分片 {index} / {count}', en: 'Share {index} of {count} of the keys' },
  'keys.page_words': {
    'zh-CN': '任意 {need} 个分片可以恢复一门的密钥文件（指纹 {fingerprint}）。请锁好，不要拍照，不要与其他分片放在一起。恢复时把下面的文字逐行输入文件，或扫描二维码存成文件，再执行 yimen keys join。',
    'zh-HK': '任意 {need} 個分片可以復原一門的金鑰檔案（指紋 {fingerprint}）。請鎖好，不要拍照，不要與其他分片放在一起。復原時把下面的文字逐行輸入檔案，或掃描二維碼存成檔案，再執行 yimen keys join。',
    en: 'Any {need} shares rebuild the key file of Yimen (fingerprint {fingerprint}). Lock this away, take no picture of it, keep it apart from the others. To recover, type the lines below into a file, or scan the code into one, and run yimen keys join.',
  },
} as const satisfies Messages;

/** A message of `yimen keys …`. */
export type KeysCliMessage = keyof typeof keysCliMessages;
