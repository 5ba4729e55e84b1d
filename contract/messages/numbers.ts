import type { Messages } from '../language.ts';

/** Why a number of a person or an organisation, a machine-readable zone or a telephone number was refused, and what to do about it. */
export const numbersMessages = {
  'numbers.empty': {
    'zh-CN': '请填写号码。',
    'zh-HK': '請填寫號碼。',
    en: 'Enter the number.',
  },
  'numbers.unknown_kind': {
    'zh-CN': '看不出这是哪种证件的号码。请先选择证件类型，再照证件填写。',
    'zh-HK': '無法辨認這是哪種證件的號碼。請先選擇證件類型，再按證件填寫。',
    en: 'We cannot tell which paper this number is from. Choose the kind of paper first, then enter the number as printed.',
  },
  'numbers.kind_unclear': {
    'zh-CN': '这个号码可能属于不止一种证件。请选择证件类型。',
    'zh-HK': '這個號碼可能屬於多於一種證件。請選擇證件類型。',
    en: 'This number could be from more than one kind of paper. Choose the kind of paper.',
  },
  'numbers.length': {
    'zh-CN': '号码应为 {expected} 位，现在是 {actual} 位。请看看是否漏填或多填。',
    'zh-HK': '號碼應為 {expected} 個字元，現在是 {actual} 個。請檢查有否漏填或多填。',
    en: 'The number should have {expected} characters and has {actual}. Check for a missing or an extra one.',
  },
  'numbers.characters': {
    'zh-CN': '第 {position} 位不能是这个字符。请对照证件重填，注意 0 和 O、1 和 I 的区别。',
    'zh-HK': '第 {position} 個字元不正確。請對照證件重新填寫，留意 0 與 O、1 與 I 的分別。',
    en: 'Character {position} cannot be used there. Compare with the paper; take care with 0 and O, 1 and I.',
  },
  'numbers.province': {
    'zh-CN': '地区码“{prefix}”不存在。请对照证件核对开头几位。',
    'zh-HK': '地區碼「{prefix}」不存在。請對照證件核對開首數字。',
    en: 'There is no area “{prefix}”. Compare the first digits with the paper.',
  },
  'numbers.residence_permit_area': {
    'zh-CN': '港澳台居民居住证号码应以 810000、820000 或 830000 开头，现在是 {prefix}。请对照证件核对。',
    'zh-HK': '港澳台居民居住證號碼應以 810000、820000 或 830000 開首，現在是 {prefix}。請對照證件核對。',
    en: 'A residence permit number for Hong Kong, Macau or Taiwan residents begins with 810000, 820000 or 830000; this one begins with {prefix}. Compare it with the paper.',
  },
  'numbers.impossible_date': {
    'zh-CN': '号码中的出生日期 {date} 不存在。请对照证件核对出生日期部分。',
    'zh-HK': '號碼中的出生日期 {date} 不存在。請對照證件核對出生日期部分。',
    en: 'There is no such day as {date}, the birth date in the number. Compare that part with the paper.',
  },
  'numbers.future_birth': {
    'zh-CN': '号码中的出生日期 {date} 还没有到。请对照证件核对出生日期部分。',
    'zh-HK': '號碼中的出生日期 {date} 尚未到來。請對照證件核對出生日期部分。',
    en: 'The birth date in the number, {date}, is in the future. Compare that part with the paper.',
  },
  'numbers.birth_too_early': {
    'zh-CN': '号码中的出生日期 {date} 早于 {year} 年。请对照证件核对出生年份。',
    'zh-HK': '號碼中的出生日期 {date} 早於 {year} 年。請對照證件核對出生年份。',
    en: 'The birth date in the number, {date}, is before {year}. Compare the year with the paper.',
  },
  'numbers.check_digit': {
    'zh-CN': '第 {position} 位校验码不对，说明号码有误。请对照证件逐位核对。',
    'zh-HK': '第 {position} 位校驗碼不符，即號碼有誤。請對照證件逐位核對。',
    en: 'The check character (number {position}) does not fit, so something in the number is wrong. Compare it with the paper, one character at a time.',
  },
  'numbers.old_form': {
    'zh-CN': '这像是 15 位旧身份证号码，已停止使用。请填写现在身份证上的 18 位号码。',
    'zh-HK': '這似是 15 位舊身份證號碼，已停止使用。請填寫現時身份證上的 18 位號碼。',
    en: 'This looks like an old 15-digit ID number, no longer in use. Enter the 18-digit number on your present card.',
  },
  'numbers.is_citizen_id': {
    'zh-CN': '这是居民身份证号码。请把证件类型改为“居民身份证”。',
    'zh-HK': '這是居民身份證號碼。請把證件類型改為「居民身份證」。',
    en: 'This is a resident identity card number. Change the kind of paper to “Resident identity card”.',
  },
  'numbers.is_residence_permit': {
    'zh-CN': '这是港澳台居民居住证号码。请把证件类型改为“港澳台居民居住证”。',
    'zh-HK': '這是港澳台居民居住證號碼。請把證件類型改為「港澳台居民居住證」。',
    en: 'This is a residence permit number for Hong Kong, Macau and Taiwan residents. Change the kind of paper to that.',
  },
  'numbers.is_permanent_residence': {
    'zh-CN': '这是外国人永久居留身份证号码。请把证件类型改为“外国人永久居留身份证”。',
    'zh-HK': '這是外國人永久居留身份證號碼。請把證件類型改為「外國人永久居留身份證」。',
    en: 'This is a foreign permanent resident ID card number. Change the kind of paper to that.',
  },
  'numbers.permanent_residence_old_shape': {
    'zh-CN': '旧版外国人永久居留身份证号码是 3 个字母加 12 位数字。请照证件填写。',
    'zh-HK': '舊版外國人永久居留身份證號碼是 3 個字母加 12 位數字。請按證件填寫。',
    en: 'The older foreign permanent resident ID card number is 3 letters and 12 digits. Enter it as printed.',
  },
  'numbers.travel_permit_hk_macau_shape': {
    'zh-CN': '港澳居民来往内地通行证号码以 H 或 M 开头，共 9 位或 11 位。请照证件填写。',
    'zh-HK': '港澳居民來往內地通行證（回鄉證）號碼以 H 或 M 開首，共 9 位或 11 位。請按證件填寫。',
    en: 'A mainland travel permit (home return permit) number begins with H or M and has 9 or 11 characters. Enter it as printed.',
  },
  'numbers.travel_permit_taiwan_shape': {
    'zh-CN': '台湾居民来往大陆通行证号码是 8 位数字。请照证件填写。',
    'zh-HK': '台灣居民來往大陸通行證（台胞證）號碼是 8 位數字。請按證件填寫。',
    en: 'A mainland travel permit number for Taiwan residents has 8 digits. Enter it as printed.',
  },
  'numbers.hk_id_shape': {
    'zh-CN': '香港身份证号码是 1 至 2 个字母、6 位数字和括号内 1 位，例如 A123456(3)。请照证件填写。',
    'zh-HK': '香港身份證號碼是 1 至 2 個英文字母、6 個數字及括號內 1 個字元，例如 A123456(3)。請按證件填寫。',
    en: 'A Hong Kong identity card number is 1 or 2 letters, 6 digits and one character in brackets, such as A123456(3). Enter it as printed.',
  },
  'numbers.hk_id_check_digit': {
    'zh-CN': '括号内的校验码不对，说明号码有误。请对照香港身份证逐位核对。',
    'zh-HK': '括號內的校驗碼不符，即號碼有誤。請對照香港身份證逐個核對。',
    en: 'The character in brackets does not fit, so something in the number is wrong. Compare it with the Hong Kong identity card, one character at a time.',
  },
  'numbers.passport_shape': {
    'zh-CN': '护照号码是 5 至 9 位字母和数字。请照护照资料页填写。',
    'zh-HK': '護照號碼是 5 至 9 個英文字母和數字。請按護照資料頁填寫。',
    en: 'A passport number has 5 to 9 letters and digits. Enter it as printed on the data page.',
  },
  'numbers.registration_department': {
    'zh-CN': '统一社会信用代码第 1 位不对。请对照营业执照或登记证书核对。',
    'zh-HK': '統一社會信用代碼第 1 位不正確。請對照營業執照或登記證書核對。',
    en: 'The first character of the unified social credit code is not in use. Compare it with the business licence or registration certificate.',
  },
  'numbers.organisation_category': {
    'zh-CN': '统一社会信用代码第 2 位不对。请对照营业执照或登记证书核对。',
    'zh-HK': '統一社會信用代碼第 2 位不正確。請對照營業執照或登記證書核對。',
    en: 'The second character of the unified social credit code does not fit the first. Compare it with the business licence or registration certificate.',
  },
  'numbers.organisation_check_digit': {
    'zh-CN': '第 9 至 17 位（组织机构代码）有误。请对照营业执照或登记证书逐位核对。',
    'zh-HK': '第 9 至 17 位（組織機構代碼）有誤。請對照營業執照或登記證書逐位核對。',
    en: 'Characters 9 to 17 (the organisation code) do not fit together. Compare them with the business licence or registration certificate.',
  },
  'numbers.mrz_shape': {
    'zh-CN': '读不出证件的机读码。请重新扫描，或手工填写号码。',
    'zh-HK': '無法讀取證件的機讀碼。請重新掃描，或人手填寫號碼。',
    en: 'We cannot read the machine-readable lines. Scan again, or enter the number by hand.',
  },
  'numbers.mrz_characters': {
    'zh-CN': '机读码第 {line} 行第 {position} 位读错。请重新扫描，或手工填写号码。',
    'zh-HK': '機讀碼第 {line} 行第 {position} 個字元讀取有誤。請重新掃描，或人手填寫號碼。',
    en: 'Character {position} of machine-readable line {line} was read wrongly. Scan again, or enter the number by hand.',
  },
  'numbers.mrz_date': {
    'zh-CN': '机读码中的日期不存在。请重新扫描，或手工填写。',
    'zh-HK': '機讀碼中的日期不存在。請重新掃描，或人手填寫。',
    en: 'A date in the machine-readable lines does not exist. Scan again, or enter it by hand.',
  },
  'numbers.mrz_document_check_digit': {
    'zh-CN': '机读码中的证件号码校验不符。请重新扫描，或手工填写号码。',
    'zh-HK': '機讀碼中的證件號碼校驗不符。請重新掃描，或人手填寫號碼。',
    en: 'The document number in the machine-readable lines does not fit its check digit. Scan again, or enter it by hand.',
  },
  'numbers.mrz_birth_check_digit': {
    'zh-CN': '机读码中的出生日期校验不符。请重新扫描，或手工填写。',
    'zh-HK': '機讀碼中的出生日期校驗不符。請重新掃描，或人手填寫。',
    en: 'The birth date in the machine-readable lines does not fit its check digit. Scan again, or enter it by hand.',
  },
  'numbers.mrz_expiry_check_digit': {
    'zh-CN': '机读码中的有效期校验不符。请重新扫描，或手工填写。',
    'zh-HK': '機讀碼中的有效期校驗不符。請重新掃描，或人手填寫。',
    en: 'The expiry date in the machine-readable lines does not fit its check digit. Scan again, or enter it by hand.',
  },
  'numbers.mrz_personal_check_digit': {
    'zh-CN': '机读码中的个人号码校验不符。请重新扫描，或手工填写。',
    'zh-HK': '機讀碼中的個人號碼校驗不符。請重新掃描，或人手填寫。',
    en: 'The personal number in the machine-readable lines does not fit its check digit. Scan again, or enter the particulars by hand.',
  },
  'numbers.mrz_composite_check_digit': {
    'zh-CN': '机读码的总校验不符。请重新扫描，或手工填写号码。',
    'zh-HK': '機讀碼的總校驗不符。請重新掃描，或人手填寫號碼。',
    en: 'The machine-readable lines do not fit their last check digit. Scan again, or enter the number by hand.',
  },
  'numbers.phone_shape': {
    'zh-CN': '请填写电话号码，例如 138 0000 0000、0755-8200 0000 或 +852 9123 4567。',
    'zh-HK': '請填寫電話號碼，例如 138 0000 0000、0755-8200 0000 或 +852 9123 4567。',
    en: 'Enter a telephone number, such as 138 0000 0000, 0755-8200 0000 or +852 9123 4567.',
  },
  'numbers.phone_mainland': {
    'zh-CN': '内地手机号码是 11 位，现在是 {actual} 位或开头不对；固定电话请加区号，例如 0755。请核对后重填。',
    'zh-HK': '內地手機號碼是 11 位，現在是 {actual} 位或開首不正確；固網電話請加區號，例如 0755。請核對後重新填寫。',
    en: 'A mainland mobile number has 11 digits; this one has {actual} or begins wrongly. For a fixed line add the area, such as 0755. Check and enter it again.',
  },
  'numbers.phone_area_missing': {
    'zh-CN': '请加上区号：深圳固定电话加 0755，香港电话加 +852，澳门电话加 +853。',
    'zh-HK': '請加上區號：香港電話加 +852，澳門電話加 +853，深圳固網電話加 0755。',
    en: 'Add the area: 0755 for a Shenzhen fixed line, +852 for Hong Kong, +853 for Macau.',
  },
  'numbers.phone_hong_kong': {
    'zh-CN': '香港电话号码是 +852 加 8 位数字。请核对后重填。',
    'zh-HK': '香港電話號碼是 +852 加 8 位數字。請核對後重新填寫。',
    en: 'A Hong Kong number is +852 and 8 digits. Check and enter it again.',
  },
  'numbers.phone_macau': {
    'zh-CN': '澳门电话号码是 +853 加 8 位数字，以 6、8 或 28 开头。请核对后重填。',
    'zh-HK': '澳門電話號碼是 +853 加 8 位數字，以 6、8 或 28 開首。請核對後重新填寫。',
    en: 'A Macau number is +853 and 8 digits, beginning with 6, 8 or 28. Check and enter it again.',
  },
} as const satisfies Messages;

/** The name of each kind of number, for choice lists and for papers. Keys are the kinds in domains/people. */
export const numberKindNames = {
  citizen_id: { 'zh-CN': '居民身份证', 'zh-HK': '居民身份證', en: 'Resident identity card' },
  hk_macau_taiwan_residence_permit: { 'zh-CN': '港澳台居民居住证', 'zh-HK': '港澳台居民居住證', en: 'Residence permit for Hong Kong, Macau and Taiwan residents' },
  permanent_residence: { 'zh-CN': '外国人永久居留身份证', 'zh-HK': '外國人永久居留身份證', en: 'Foreign permanent resident ID card' },
  permanent_residence_old: { 'zh-CN': '外国人永久居留身份证（旧版）', 'zh-HK': '外國人永久居留身份證（舊版）', en: 'Foreign permanent resident ID card (older form)' },
  mainland_travel_permit_hk_macau: { 'zh-CN': '港澳居民来往内地通行证', 'zh-HK': '港澳居民來往內地通行證（回鄉證）', en: 'Mainland travel permit for Hong Kong and Macau residents' },
  mainland_travel_permit_taiwan: { 'zh-CN': '台湾居民来往大陆通行证', 'zh-HK': '台灣居民來往大陸通行證（台胞證）', en: 'Mainland travel permit for Taiwan residents' },
  hk_id: { 'zh-CN': '香港身份证', 'zh-HK': '香港身份證', en: 'Hong Kong identity card' },
  passport: { 'zh-CN': '护照', 'zh-HK': '護照', en: 'Passport' },
  credit_code: { 'zh-CN': '统一社会信用代码', 'zh-HK': '統一社會信用代碼', en: 'Unified social credit code' },
} as const satisfies Messages;
