/**
 * The State Council General Office's yearly notices on holidays (国务院办公厅关于…年部分节假日安排的通知), keyed by the year they arrange;
 * changes made later in the year carry a suffix.
 *
 * `verified` is true where number and address were found in two sources that agree, and false where one secondary source alone
 * gave the number (2008–2015) or none did (2004–2007). Nothing here was typed from memory.
 */
export interface NoticeSource {
  readonly number: string | null;
  readonly issuedOn: string | null;
  readonly url: string | null;
  readonly verified: boolean;
}

const notice = (number: string | null, issuedOn: string | null, url: string | null, verified: boolean): NoticeSource => ({ number, issuedOn, url, verified });
const gov = 'https://www.gov.cn/zhengce/zhengceku/';

/** Year, or year and cause of a change → its notice. */
export const notices: Readonly<Record<string, NoticeSource>> = {
  '2004': notice(null, null, null, false),
  '2005': notice(null, null, null, false),
  '2006': notice(null, null, null, false),
  '2007': notice(null, null, null, false),
  '2008': notice('国办发明电〔2007〕52号', '2007-12-15', null, false),
  '2009': notice('国办发明电〔2008〕42号', '2008-12-04', null, false),
  '2010': notice('国办发明电〔2009〕27号', '2009-12-08', null, false),
  '2011': notice('国办发明电〔2010〕40号', '2010-12-10', null, false),
  '2012': notice('国办发明电〔2011〕45号', '2011-12-06', 'http://www.gov.cn/zwgk/2011-12/06/content_2012097.htm', false),
  '2013': notice('国办发明电〔2012〕33号', '2012-12-08', 'http://www.gov.cn/zwgk/2012-12/10/content_2286598.htm', false),
  '2014': notice('国办发明电〔2013〕28号', '2013-12-11', 'http://www.gov.cn/zwgk/2013-12/11/content_2546204.htm', false),
  '2015': notice('国办发明电〔2014〕28号', '2014-12-16', 'http://www.gov.cn/zhengce/content/2014-12/16/content_9302.htm', false),
  '2015-victory-day': notice('国发明电〔2015〕1号', null, null, false),
  '2016': notice('国办发明电〔2015〕18号', '2015-12-10', `${gov}2015-12/10/content_10394.htm`, true),
  '2017': notice('国办发明电〔2016〕17号', '2016-12-01', `${gov}2016-12/01/content_5141603.htm`, true),
  '2018': notice('国办发明电〔2017〕12号', '2017-11-30', `${gov}2017-11/30/content_5243579.htm`, true),
  '2019': notice('国办发明电〔2018〕15号', '2018-12-04', `${gov}2018-12/06/content_5346276.htm`, true),
  '2019-labour-day': notice('国办发明电〔2019〕3号', null, null, false),
  '2020': notice('国办发明电〔2019〕16号', '2019-11-21', `${gov}2019-11/21/content_5454164.htm`, true),
  '2020-spring-festival': notice('国办发明电〔2020〕1号', null, null, false),
  '2021': notice('国办发明电〔2020〕27号', '2020-11-25', `${gov}2020-11/25/content_5564127.htm`, true),
  '2022': notice('国办发明电〔2021〕11号', '2021-10-25', `${gov}2021-10/25/content_5644835.htm`, true),
  '2023': notice('国办发明电〔2022〕16号', '2022-12-08', `${gov}2022-12/08/content_5730844.htm`, true),
  '2024': notice('国办发明电〔2023〕7号', '2023-10-25', `${gov}202310/content_6911528.htm`, true),
  '2025': notice('国办发明电〔2024〕12号', '2024-11-12', `${gov}202411/content_6986383.htm`, true),
  '2026': notice('国办发明电〔2025〕7号', '2025-11-04', `${gov}202511/content_7047091.htm`, true),
};

/**
 * The notice that arranged `day`. December days of the New Year holiday belong to the coming year's notice
 * (29 December 2018 was worked by the notice for 2019); three changes had notices of their own.
 */
export function noticeOf(day: string, festival: string): string {
  const year = Number(day.slice(0, 4));
  if (festival === 'victory_day') return '2015-victory-day';
  if (year === 2019 && festival === 'labour_day') return '2019-labour-day';
  if (day === '2020-01-31') return '2020-spring-festival';
  return String(festival === 'new_year' && day.slice(5, 7) === '12' ? year + 1 : year);
}
