import type { Messages } from '../language.ts';

/** Sentences of the program `limits:due`: what is wrong in a file and what to do. They stand apart from limits.ts because no screen needs them. */
export const limitInputMessages = {
  // `{value}` is what stands there, `{known}` what could.
  'limits.input.not_json': { 'zh-CN': '文件不是 JSON：{value}。请检查文件后重试。', 'zh-HK': '檔案不是 JSON：{value}。請檢查檔案後重試。', en: 'The file is not JSON: {value}. Correct it and try again.' },
  'limits.input.not_readable': { 'zh-CN': '读不到文件 {value}。请检查路径；用 - 表示从标准输入读取。', 'zh-HK': '讀不到檔案 {value}。請檢查路徑；用 - 表示從標準輸入讀取。', en: 'The file {value} cannot be read. Check its path; - reads from standard input.' },
  'limits.input.not_list': { 'zh-CN': '这里应为列表。请写成 [ … ]。', 'zh-HK': '這裏應為列表。請寫成 [ … ]。', en: 'A list belongs here. Write it as [ … ].' },
  'limits.input.not_object': { 'zh-CN': '这里应为对象。请写成 { … }。', 'zh-HK': '這裏應為物件。請寫成 { … }。', en: 'An object belongs here. Write it as { … }.' },
  'limits.input.unknown_field': { 'zh-CN': '不认识这个字段。可用的有：{known}。请删去或改名。', 'zh-HK': '不認識這個欄位。可用的有：{known}。請刪去或改名。', en: 'This field is not known. Known are: {known}. Remove or rename it.' },
  'limits.input.missing': { 'zh-CN': '缺少这个字段。请补上。', 'zh-HK': '缺少這個欄位。請補上。', en: 'This field is missing. Add it.' },
  'limits.input.not_moment': { 'zh-CN': '“{value}”不是日期或时刻。请写 2026-11-23，或带时区的 2026-11-23T09:30:00+08:00。', 'zh-HK': '「{value}」不是日期或時刻。請寫 2026-11-23，或帶時區的 2026-11-23T09:30:00+08:00。', en: '“{value}” is not a day or a moment. Write 2026-11-23, or with an offset 2026-11-23T09:30:00+08:00.' },
  'limits.input.not_whole': { 'zh-CN': '“{value}”不是从 1 起的整数。请改正。', 'zh-HK': '「{value}」不是由 1 起的整數。請更正。', en: '“{value}” is not a whole number from 1 on. Correct it.' },
  'limits.input.not_one_of': { 'zh-CN': '“{value}”不能用。请用以下之一：{known}。', 'zh-HK': '「{value}」不能用。請用以下其中一項：{known}。', en: '“{value}” cannot be used. Use one of: {known}.' },
  'limits.input.not_text': { 'zh-CN': '这里应为文字。请加上引号。', 'zh-HK': '這裏應為文字。請加上引號。', en: 'A text belongs here. Put it in quotation marks.' },
  'limits.input.two_lengths': { 'zh-CN': '期限写了两次。workingDays 与 unit、amount 只能写一种。', 'zh-HK': '期限寫了兩次。workingDays 與 unit、amount 只可寫一種。', en: 'The length is given twice. Give workingDays, or unit and amount, not both.' },
  'limits.input.ends_before': { 'zh-CN': '结束早于开始。请把 to 改为不早于 from。', 'zh-HK': '結束早於開始。請把 to 改為不早於 from。', en: 'It ends before it begins. Let to be no earlier than from.' },
  'limits.input.wrong_unit': { 'zh-CN': '延长与期限单位不同。请写数字或 {known}。', 'zh-HK': '延長與期限單位不同。請寫數字或 {known}。', en: 'An extension is counted in the unit of its limit. Write a number or {known}.' },
  'limits.input.no_extension': { 'zh-CN': '即办件没有可延长的期限。请删去延长。', 'zh-HK': '即辦件沒有可延長的期限。請刪去延長。', en: 'What is decided on the spot cannot be extended. Remove the extension.' },
  'limits.pause_open': { 'zh-CN': '第 {pause} 次停止计时还没有结束，到期日要等恢复计时的日期确定后才能计算。请补上 to。', 'zh-HK': '第 {pause} 次停止計時尚未完結，到期日要待恢復計時的日期確定後才可計算。請補上 to。', en: 'Stop number {pause} has no end yet, so nothing can be due before it is known. Give its to.' },
} as const satisfies Messages;
