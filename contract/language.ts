/** The languages every screen, paper and message is complete in: 简体, 繁體 (Hong Kong usage), English. BCP 47 tags. */
export const languages = ['zh-CN', 'zh-HK', 'en'] as const;
export type Language = (typeof languages)[number];

/** One text in every shipped language. A missing language does not compile. */
export type Localized = Readonly<Record<Language, string>>;

/** Message code → its sentence in every language; `{name}` marks a parameter. */
export type Messages = Readonly<Record<string, Localized>>;

/** What a message may be filled with. */
export type MessageParams = Readonly<Record<string, string | number>>;

/** The sentence of `text` in `language`, its `{name}` marks filled from `params`; an unfilled mark stays visible, so that a forgotten parameter is seen. */
export function say(text: Localized, language: Language, params: MessageParams = {}): string {
  return text[language].replace(/\{(\w+)\}/g, (mark, name: string) => (name in params ? String(params[name]) : mark));
}

/** The shipped language nearest to an Accept-Language header or a cookie value; 简体 where nothing fits. */
export function nearestLanguage(wanted: string | undefined): Language {
  for (const part of (wanted ?? '').split(',')) {
    const tag = part.split(';')[0]?.trim().toLowerCase() ?? '';
    if (/^zh-(hk|tw|mo|hant)/.test(tag)) return 'zh-HK';
    if (tag.startsWith('zh')) return 'zh-CN';
    if (tag.startsWith('en')) return 'en';
  }
  return 'zh-CN';
}

/** What each language calls itself. */
export const languageNames = { 'zh-CN': '简体', 'zh-HK': '繁體', en: 'English' } as const satisfies Localized;
