import type { Page } from 'playwright-core';
import type { Language } from '../contract/language.ts';

/** Characters that exist in simplified script alone and are frequent in this product: in a traditional page each is a sentence that was not translated. */
const simplifiedOnly = '们这说为时办请员个证单号发报实关开门问间区医务处给应过进还亲网经审结业来东车书长马鸟鱼龙风见贝页饭饮银钱铁错镇阳阴陈际险难电话记计议讲许论设访评识词译试该详误课谁调谈谢资质购费贺贴贵财责败账货贫贮边达迁运远连迟适选递释野钟键阅队随静顶项须顾预领颁题额飞馆驾验齐';

/** Sentences of a page that show their making: an unfilled placeholder, a code in place of words, or the script of another language. Laws quoted in their own language carry a `lang` of their own; `said` is what people typed and are called, which nobody translates; a masked name is known by its stars. */
export async function textFaults(page: Page, language: Language, said: readonly string[]): Promise<readonly string[]> {
  const texts = await page.evaluate((wanted) => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const holder = node.parentElement;
      const text = node.textContent?.trim() ?? '';
      if (text === '' || !holder || ['SCRIPT', 'STYLE'].includes(holder.tagName) || holder.getClientRects().length === 0) continue;
      found.push(holder.closest('[lang]')?.getAttribute('lang') === wanted ? `own ${text}` : `other ${text}`);
    }
    return found;
  }, language);
  const longestFirst = [...said].sort((a, b) => b.length - a.length);
  return texts.flatMap((line) => {
    const own = line.startsWith('own ');
    const text = longestFirst.reduce((rest, words) => rest.replaceAll(words, ''), line.slice(own ? 4 : 6)).replace(/\p{Script=Han}{1,2}\*+\p{Script=Han}?/gu, '');
    return [
      ...(/\{[a-z]\w*\}/.test(text) ? [`placeholder: ${text}`] : []),
      ...(/\b(?:matters?|drafts|files|people|sign_in|catalogue|units|items|numbers|due|history|status|link|fault|server|network)\.[a-z][a-z_]+\b/.test(text) ? [`code: ${text}`] : []),
      ...(own && language === 'en' && /\p{Script=Han}/u.test(text) ? [`not English: ${text}`] : []),
      ...(own && language === 'zh-HK' && [...text].some((sign) => simplifiedOnly.includes(sign)) ? [`not traditional: ${text}`] : []),
    ];
  });
}

/** What in large print is smaller than promised (22 px of type, 60 px of target: 工信部 互联网网站适老化通用设计规范 and the portal's own statement). */
export async function smallThings(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const shown = (element: Element): boolean => element.getClientRects().length > 0 && !element.classList.contains('ym-visually-hidden');
    const texts = [...document.querySelectorAll('main *')].filter((element) => shown(element) && [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()));
    const small = texts.filter((element) => Number.parseFloat(getComputedStyle(element).fontSize) < 22).map((element) => `type of ${getComputedStyle(element).fontSize}: ${element.textContent?.trim().slice(0, 40) ?? ''}`);
    const targets = [...document.querySelectorAll('main button, main select, main textarea, main input:not([type=hidden])')].filter(shown);
    const low = targets.flatMap((element) => {
      const line = element instanceof HTMLInputElement && /radio|checkbox/.test(element.type) ? (element.parentElement ?? element) : element;
      const { height } = line.getBoundingClientRect();
      return height < 59.5 ? [`target of ${Math.round(height)} px: ${element.tagName.toLowerCase()} ${element.textContent?.trim() || element.getAttribute('name') || ''}`] : [];
    });
    return [...small, ...low];
  });
}
