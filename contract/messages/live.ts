import type { Messages } from '../language.ts';

/** Why nobody more may listen just now. */
export const liveMessages = {
  'live.full': { 'zh-CN': '实时更新的连接已满。页面照常可用，每分钟更新一次；稍后会自动再连。', 'zh-HK': '即時更新的連線已滿。頁面照常可用，每分鐘更新一次；稍後會自動再連接。', en: 'Too many screens are being kept up to date. This one still works and is refreshed every minute; it tries again by itself.' },
  'live.too_many_of_one': { 'zh-CN': '您已打开 {most} 个实时更新的页面。请关掉不用的页面。', 'zh-HK': '您已開啟 {most} 個即時更新的頁面。請關閉不用的頁面。', en: '{most} of your pages are already kept up to date. Close those you do not need.' },
} as const satisfies Messages;
