import type { Messages } from '../language.ts';

/** What the big screen of a hall says. Two languages stand side by side on it, so every sentence is short. */
export const hallScreenMessages = {
  'hall.title': { 'zh-CN': '{name} · 今日办件', 'zh-HK': '{name} · 今日辦件', en: '{name} · Matters today' },
  'hall.today': { 'zh-CN': '{date} {weekday}', 'zh-HK': '{date} {weekday}', en: '{weekday}, {date}' },
  'hall.received': { 'zh-CN': '今日收件', 'zh-HK': '今日收件', en: 'Received today' },
  'hall.finished': { 'zh-CN': '今日办结', 'zh-HK': '今日辦結', en: 'Finished today' },
  'hall.waiting': { 'zh-CN': '等待受理', 'zh-HK': '等候受理', en: 'Waiting for acceptance' },
  'hall.newest': { 'zh-CN': '最近办件', 'zh-HK': '最近辦件', en: 'Newest matters' },
  'hall.number': { 'zh-CN': '编号尾号', 'zh-HK': '編號尾號', en: 'Number ends in' },
  'hall.item': { 'zh-CN': '事项', 'zh-HK': '事項', en: 'Item' },
  'hall.status': { 'zh-CN': '办到哪一步', 'zh-HK': '辦理階段', en: 'Where it stands' },
  'hall.promised': { 'zh-CN': '承诺办结', 'zh-HK': '承諾辦結', en: 'Promised by' },
  'hall.light': { 'zh-CN': '时限', 'zh-HK': '時限', en: 'In time' },
  'hall.no_date': { 'zh-CN': '受理后告知', 'zh-HK': '受理後告知', en: 'Told on acceptance' },
  'hall.none': { 'zh-CN': '这里还没有办件。您要办事，请到任一窗口。', 'zh-HK': '這裏尚未有個案。如需辦事，請到任何一個櫃位。', en: 'There is nothing here yet. For any matter, come to any window.' },
  'hall.mine': { 'zh-CN': '查自己的件：凭受理单上的编号和查询码，扫码或问窗口', 'zh-HK': '查閱自己的個案：憑收據上的編號及查詢碼，掃描二維碼或向櫃位查詢', en: 'Your own matter: scan the code with the number and check code of your receipt, or ask at a window' },
  'hall.counted': { 'zh-CN': '数据截至 {time}', 'zh-HK': '數據截至 {time}', en: 'As of {time}' },
  'hall.reconnecting': { 'zh-CN': '正在重新连接', 'zh-HK': '正在重新連接', en: 'Connecting again' },
  'hall.explained': { 'zh-CN': '收件、办结按今日计；等待受理含以前收到、尚未决定是否受理的', 'zh-HK': '收件、辦結按今日計；等候受理包括以前收到、尚未決定是否受理的', en: 'Received and finished: today. Waiting: also what came before and is not decided on' },
} as const satisfies Messages;

/** What the halls refuse. */
export const hallMessages = {
  'halls.not_found': { 'zh-CN': '没有编号为“{institution}”的大厅。', 'zh-HK': '沒有編號為「{institution}」的大堂。', en: 'There is no hall {institution}.' },
} as const satisfies Messages;
