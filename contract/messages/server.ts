import type { Messages } from '../language.ts';

/** What the server itself says: malformed input, sessions, load, faults. */
export const serverMessages = {
  'input.malformed': { 'zh-CN': '提交的内容有误。请按标出的位置修改后重试。', 'zh-HK': '提交的內容有誤。請按標示的位置修改後再試。', en: 'What was sent is not well formed. Correct what is marked and try again.' },
  'input.required': { 'zh-CN': '必填，请填写', 'zh-HK': '必填，請填寫', en: 'Needed: fill this in' },
  'input.unknown_field': { 'zh-CN': '没有这一项，请去掉', 'zh-HK': '沒有這一項，請移除', en: 'There is no such field: take it out' },
  'input.too_long': { 'zh-CN': '太长，最多 {limit} 个字符', 'zh-HK': '太長，最多 {limit} 個字元', en: 'Too long: at most {limit} characters' },
  'input.too_short': { 'zh-CN': '太短，至少 {limit} 个字符', 'zh-HK': '太短，至少 {limit} 個字元', en: 'Too short: at least {limit} characters' },
  'input.not_a_choice': { 'zh-CN': '请从所列选项中选择', 'zh-HK': '請從所列選項中選擇', en: 'Choose one of the options' },
  'input.wrong_type': { 'zh-CN': '填写的类型不对，请核对', 'zh-HK': '填寫的類型不對，請核對', en: 'Not the right kind of value' },
  'input.too_small': { 'zh-CN': '不能小于 {limit}', 'zh-HK': '不能小於 {limit}', en: 'Not less than {limit}' },
  'input.too_large': { 'zh-CN': '不能大于 {limit}', 'zh-HK': '不能大於 {limit}', en: 'Not more than {limit}' },
  'input.wrong_form': { 'zh-CN': '格式不对，请核对', 'zh-HK': '格式不對，請核對', en: 'Not in the right form' },
  'input.invalid': { 'zh-CN': '填写有误，请核对', 'zh-HK': '填寫有誤，請核對', en: 'Not right: please check' },
  'input.body_too_large': { 'zh-CN': '提交的内容太大。请减少内容；文件请逐个上传。', 'zh-HK': '提交的內容太大。請減少內容；檔案請逐個上載。', en: 'Too much was sent at once. Send less; upload files one by one.' },
  'session.needed': { 'zh-CN': '请先登录。您已填写的内容已保存为草稿。', 'zh-HK': '請先登入。您已填寫的內容已存為草稿。', en: 'Please sign in first. What you have filled in is kept as a draft.' },
  'session.csrf': { 'zh-CN': '页面停留太久，请刷新后重试。', 'zh-HK': '頁面停留太久，請重新整理後再試。', en: 'The page was open too long. Reload it and try again.' },
  'session.second_factor_needed': { 'zh-CN': '这一步需要再次确认是您本人。请出示第二因素后重试。', 'zh-HK': '這一步需要再次確認是您本人。請出示第二因素後重試。', en: 'This step needs to be sure that it is you. Show your second factor and try again.' },
  'route.unknown': { 'zh-CN': '没有找到您要的内容，或您无权查看。', 'zh-HK': '找不到您要的內容，或您無權查看。', en: 'There is no such thing, or it is not yours to see.' },
  'server.busy': { 'zh-CN': '现在办事的人较多，请几秒后再试。您填写的内容仍在。', 'zh-HK': '現時辦事的人較多，請數秒後再試。您填寫的內容仍在。', en: 'Many people are filing just now. Try again in a few seconds; what you typed is still there.' },
  'server.away': { 'zh-CN': '系统暂时读不到数据，请几秒后再试。您填写的内容仍在。', 'zh-HK': '系統暫時讀不到資料，請數秒後再試。您填寫的內容仍在。', en: 'The records cannot be reached just now. Try again in a few seconds; what you typed is still there.' },
  'server.unsure': { 'zh-CN': '暂时无法确认是否已经办成。请几秒后再提交一次：同一次提交不会办两次。', 'zh-HK': '暫時未能確認是否已經辦妥。請數秒後再提交一次：同一次提交不會辦兩次。', en: 'It is not yet known whether this was done. Send it again in a few seconds: the same act is never done twice.' },
  'server.no_room': { 'zh-CN': '系统存储空间不足，暂时只能查询，不能办理。管理员已收到通知，请稍后再试。', 'zh-HK': '系統儲存空間不足，暫時只能查詢，未能辦理。管理員已收到通知，請稍後再試。', en: 'The system is short of storage: for now everything can be read and nothing can be filed. The administrators have been told; try again later.' },
  'server.fault': { 'zh-CN': '系统出错了，我们已记录。请稍后再试；如需帮助请致电 12345 并告知编号 {instance}。', 'zh-HK': '系統出錯，我們已記錄。請稍後再試；如需協助請致電 12345 並告知編號 {instance}。', en: 'Something broke on our side and has been recorded. Try again later, or call 12345 with the number {instance}.' },
} as const satisfies Messages;
