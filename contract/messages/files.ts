import type { Messages } from '../language.ts';

/** Why a file was not taken, and what to do instead. */
export const filesMessages = {
  'files.empty': {
    'zh-CN': '这个文件是空的。请重新选择文件。',
    'zh-HK': '這個檔案是空的。請重新選擇檔案。',
    en: 'This file is empty. Choose the file again.',
  },
  'files.too_large': {
    'zh-CN': '文件超过 {limitMegabytes} MB。请压缩、降低扫描分辨率，或分成几个文件上传。',
    'zh-HK': '檔案超過 {limitMegabytes} MB。請壓縮、降低掃描解像度，或分成數個檔案上載。',
    en: 'The file is larger than {limitMegabytes} MB. Compress it, scan at a lower resolution, or split it into several files.',
  },
  'files.type_not_accepted': {
    'zh-CN': '不能接收这种文件（{found}）。请改用 PDF、JPEG、PNG 或 WebP。手机照片请选择“兼容格式 JPEG”。',
    'zh-HK': '未能接收這種檔案（{found}）。請改用 PDF、JPEG、PNG 或 WebP。手機相片請選擇「兼容格式 JPEG」。',
    en: 'This kind of file ({found}) is not accepted. Use PDF, JPEG, PNG or WebP. On a phone, choose the compatible format (JPEG).',
  },
  'files.name_mismatch': {
    'zh-CN': '文件名“{name}”与内容（{found}）不一致。请改正扩展名后再上传。',
    'zh-HK': '檔案名稱「{name}」與內容（{found}）不符。請更正副檔名後再上載。',
    en: 'The name “{name}” does not fit the content ({found}). Correct the extension and upload again.',
  },
  'files.active_content': {
    'zh-CN': '这个 PDF 含有脚本、自动动作或附件（{found}），为了安全不能接收。请打印成新的 PDF 后再上传。',
    'zh-HK': '這個 PDF 含有指令碼、自動動作或附件（{found}），為安全起見未能接收。請列印成新的 PDF 後再上載。',
    en: 'This PDF contains a script, an automatic action or an attachment ({found}) and cannot be taken. Print it to a new PDF and upload that.',
  },
  'files.ambiguous_content': {
    'zh-CN': '这个文件里夹带了另一种文件，为了安全不能接收。请重新导出或重新拍照后上传。',
    'zh-HK': '這個檔案夾帶了另一種檔案，為安全起見未能接收。請重新匯出或重新拍攝後上載。',
    en: 'Another kind of file is hidden inside this one, so it cannot be taken. Export it again or take a new photograph.',
  },
  'files.image_too_large': {
    'zh-CN': '图片尺寸过大（{width} × {height}，上限 {limitMegapixels} 百万像素）。请缩小后再上传。',
    'zh-HK': '圖片尺寸過大（{width} × {height}，上限 {limitMegapixels} 百萬像素）。請縮小後再上載。',
    en: 'The picture is too large ({width} × {height}, limit {limitMegapixels} megapixels). Make it smaller and upload again.',
  },
  'files.expands_too_much': {
    'zh-CN': '这个文件解压后过大，不能接收。请打印成新的 PDF 后再上传。',
    'zh-HK': '這個檔案解壓後過大，未能接收。請列印成新的 PDF 後再上載。',
    en: 'This file becomes far too large when opened. Print it to a new PDF and upload that.',
  },
  'files.password_protected': {
    'zh-CN': '这个 PDF 有密码保护，无法检查。请取消密码后再上传。',
    'zh-HK': '這個 PDF 有密碼保護，無法檢查。請取消密碼後再上載。',
    en: 'This PDF is protected by a password and cannot be checked. Remove the protection and upload again.',
  },
  'files.damaged': {
    'zh-CN': '文件不完整或已损坏。请在您的设备上确认能打开，再重新上传。',
    'zh-HK': '檔案不完整或已損壞。請在您的裝置上確認能夠開啟，再重新上載。',
    en: 'The file is incomplete or damaged. Check that it opens on your device, then upload it again.',
  },
  'files.not_examinable': {
    'zh-CN': '这个 PDF 的结构无法检查。请打印成新的 PDF 后再上传。',
    'zh-HK': '這個 PDF 的結構無法檢查。請列印成新的 PDF 後再上載。',
    en: 'This PDF is built in a way that cannot be checked. Print it to a new PDF and upload that.',
  },
  'files.storage_low': {
    'zh-CN': '系统存储空间不足，暂时不能上传。您填写的内容已保存，请稍后再试或到窗口办理。',
    'zh-HK': '系統儲存空間不足，暫時未能上載。您填寫的內容已儲存，請稍後再試或前往窗口辦理。',
    en: 'There is not enough storage to take files just now. What you filled in is saved. Try again later or come to a window.',
  },
  'files.not_found': {
    'zh-CN': '找不到这个文件。它可能已按规定删除。',
    'zh-HK': '找不到這個檔案。它可能已按規定刪除。',
    en: 'This file cannot be found. It may have been erased as the rules require.',
  },
  'files.not_authentic': {
    'zh-CN': '这个文件与存入时不一致，已停止打开，并已记录。请联系系统管理员。',
    'zh-HK': '這個檔案與存入時不一致，已停止開啟，並已記錄。請聯絡系統管理員。',
    en: 'This file is not as it was stored. It was not opened and this has been recorded. Tell the administrator.',
  },
} as const satisfies Messages;
