import type { DayName } from '../../kernel/calendar/index.ts';

/** The festivals of 全国年节及纪念日放假办法 (State Council Order 795, article 2), as data/calendar names them (compose.test.ts holds the two together), and by which words a notice tells them. */
export interface Festival {
  readonly code: string;
  readonly name: DayName;
  readonly spoken: readonly string[];
}

/** In the order of the year. */
export const festivals: readonly Festival[] = [
  { code: 'new_year', name: { 'zh-CN': '元旦', 'zh-HK': '元旦', en: "New Year's Day" }, spoken: ['元旦'] },
  { code: 'spring_festival', name: { 'zh-CN': '春节', 'zh-HK': '春節', en: 'Spring Festival' }, spoken: ['春节', '春節'] },
  { code: 'tomb_sweeping_day', name: { 'zh-CN': '清明节', 'zh-HK': '清明節', en: 'Tomb-Sweeping Day' }, spoken: ['清明'] },
  { code: 'labour_day', name: { 'zh-CN': '劳动节', 'zh-HK': '勞動節', en: 'Labour Day' }, spoken: ['劳动节', '勞動節', '五一'] },
  { code: 'dragon_boat_festival', name: { 'zh-CN': '端午节', 'zh-HK': '端午節', en: 'Dragon Boat Festival' }, spoken: ['端午'] },
  { code: 'mid_autumn_festival', name: { 'zh-CN': '中秋节', 'zh-HK': '中秋節', en: 'Mid-Autumn Festival' }, spoken: ['中秋'] },
  { code: 'national_day', name: { 'zh-CN': '国庆节', 'zh-HK': '國慶節', en: 'National Day' }, spoken: ['国庆', '國慶'] },
];

/** The name a festival's code stands for. */
export function festivalName(code: string): DayName | undefined {
  return festivals.find((festival) => festival.code === code)?.name;
}
