/** A message the stand-in took: the number as the gateway writes it, the finished text with its signature. */
export type ReceivedSms = { id: string; at: string; to: string; templateCode: string; text: string; parameters: Record<string, string>; reference: string };

const escape = (text: string): string => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);

const time = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false });

/** The page that shows what was "sent", newest first. It reloads itself; nobody but this machine can see it. */
export function messagesPage(received: readonly ReceivedSms[]): string {
  const items = received.map((message) => `<li><p><b>${escape(message.to)}</b> <time datetime="${message.at}">${time.format(new Date(message.at))}</time></p><p>${escape(message.text)}</p></li>`);
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta http-equiv="refresh" content="3"><title>短信替身 SMS stand-in (${received.length})</title>
<style>body{font:17px/1.6 system-ui,"Noto Sans SC",sans-serif;color:#1b2a33;background:#fbfaf7;max-width:42rem;margin:24px auto;padding:0 16px}
h1{font-size:22px;margin:0}header p{margin:4px 0 24px;color:#3c6e8f}ol{list-style:none;margin:0;padding:0}li{background:#fff;border:1px solid #ded9ce;border-radius:6px;padding:8px 16px;margin:0 0 12px}li p{margin:0;overflow-wrap:anywhere}time{color:#3c6e8f;font-variant-numeric:tabular-nums;margin-left:12px}</style></head>
<body><header><h1>短信替身 · SMS stand-in</h1><p>这里是替身：没有任何短信真正发出。<br>短訊替身：沒有任何短訊真正發出。<br>A stand-in: nothing here was really sent.</p></header>
${items.length > 0 ? `<ol>${items.join('\n')}</ol>` : '<p>还没有短信。 尚未有短訊。 No messages yet.</p>'}</body></html>`;
}
