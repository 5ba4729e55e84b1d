/** How often an item is asked for, beside 3 for the rest: drawn from what windows say they do most, counted nowhere. */
export const weights: Readonly<Record<string, number>> = {
  'YM-05-0001-01': 10, // 高龄津贴
  'YM-07-0002-01': 9, // 老年人优待证
  'YM-07-0003-01': 14, // 居住登记
  'YM-07-0004-01': 12, // 居住证
  'YM-07-0005-01': 5, // 犬只登记
  'YM-20-0006-01': 5, // 志愿者注册
  'YM-20-0008-01': 7, // 生育登记
  'YM-05-0102-01': 6, // 灵活就业社保补贴
  'YM-20-0103-01': 6, // 失业登记
  'YM-20-0104-01': 6, // 就业登记
  'YM-20-0112-01': 10, // 少儿医保
  'YM-20-0201-01': 8, // 公租房轮候
  'YM-10-0203-01': 9, // 房屋租赁备案
  'YM-10-0204-01': 8, // 个体户设立
  'YM-01-0206-01': 6, // 食品经营许可
  'YM-01-0207-01': 5, // 小餐饮
  'YM-01-0217-01': 1, // 建筑垃圾处置
  'YM-01-0210-01': 1, // 占道施工
  'YM-05-0108-01': 1, // 特困
  'YM-05-0117-01': 1, // 孤儿
};

/** Ages, in full years, of those who ask for an item, beside 20 to 72 for the rest. */
export const agesOf: Readonly<Record<string, readonly [from: number, to: number]>> = {
  'YM-05-0001-01': [80, 99],
  'YM-07-0002-01': [60, 99],
  'YM-05-0118-01': [75, 99],
  'YM-08-0116-01': [60, 85],
  'YM-20-0008-01': [22, 42],
  'YM-20-0214-01': [28, 46],
  'YM-20-0112-01': [24, 48],
  'YM-20-0103-01': [20, 58],
  'YM-05-0105-01': [22, 58],
  'YM-07-0101-01': [40, 58],
  'YM-05-0102-01': [40, 58],
  'YM-20-0202-01': [23, 40],
  'YM-20-0006-01': [18, 68],
};
export const usualAges: readonly [from: number, to: number] = [20, 72];
