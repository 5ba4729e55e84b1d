/** What invented people write into free fields, by the field's name. Every name of a firm, school or place ends in what says that it is invented. */
export const fieldWords: Readonly<Record<string, readonly [string, ...string[]]>> = {
  nationality: ['汉族', '汉族', '汉族', '壮族', '土家族'],
  clinic: ['一门社康中心（虚构）', '清风社康中心（虚构）'],
  detail: ['户籍信息变更，按新证件更新。', '换了社康，申请重新绑定。'],
  project_name: ['一门雅苑二期（虚构）', '清风学校扩建工程（虚构）'],
  destination_name: ['一门消纳场（虚构）'],
  approval_number: ['YM-2026-000117', 'YM-2026-000342'],
  change_details: ['运输路线调整，改走规定路线。', '营业时间由 22 时改为 21 时。', '联系人变更，其他内容不变。'],
  event_name: ['邻里中秋晚会', '社区广场舞展演', '少儿阅读日'],
  hours: ['19:00–21:00', '9:00–17:00', '每周六 9:00–11:30'],
  group_name: ['晨光舞蹈队', '安居太极队'],
  funeral_home: ['一门殡仪馆（虚构）'],
  describe: ['右腿行动不便，需拄拐，外出要人陪同。', '听力逐年下降，日常交流需要助听器。'],
  lost_statement: ['原证件搬家时遗失，申请补发。', '证件破损，字迹不清，申请换发。'],
  dog_name: ['豆豆', '阿福', '球球', 'Lucky'],
  breed: ['柯基', '泰迪', '中华田园犬', '金毛'],
  coat: ['黄白相间，右耳有缺口', '棕色卷毛', '黑色，胸口一撮白毛'],
  last_job: ['餐厅服务员', '电子厂质检员', '仓库管理员', '文员'],
  wanted: ['超市理货员', '保洁', '文员', '司机'],
  skill: ['会开叉车，有证', '会用办公软件', '中式烹调师（五级）'],
  flexible_work: ['在家做缝纫加工', '送外卖，主要在本街道', '开网店卖手工饰品'],
  occupation: ['教师', '工程师', '店员', '退休', '护士'],
  end_reason: ['合同到期', '公司搬迁', '协商解除'],
  kin: ['弟弟一人，在外地务工，每月通一次电话。', '侄女一人，住邻近社区，逢年过节来看望。'],
  children: ['一子，2012 年出生，在读初中。', '一女，2018 年出生，在读小学。'],
  old_issuer: ['原户籍地计划生育部门'],
  recipient: ['本人工作单位'],
  remarks: ['无其他说明。', '资料齐全，请尽快办理。'],
  kind_other: ['社区流动理发'],
  asked_by: ['本人工作单位', '子女就读学校'],
  destination: ['湖南省长沙市', '广西壮族自治区桂林市', '江西省赣州市'],
  what_changed: ['增加冷食类制售，厨房布局不变。', '负责人变更。'],
  provider: ['一门居家养老服务中心（虚构）'],
  reason: ['原合同到期，申请续期。', '家中有病人，开支较大，收入不足以维持。', '搬到本社区居住。'],
  business_scope: ['小吃店；便利店经营。', '理发；美容。', '服装零售；日用百货零售。'],
  family_members: ['配偶一人，参与日常经营。'],
  members: ['配偶，无固定收入；母亲，退休金每月 2100 元；女儿，小学在读。', '本人独居，无其他共同生活成员。'],
  hospital: ['一门人民医院（虚构）'],
  illness: ['冠心病', '糖尿病并发症', '慢性肾病'],
  what: ['上月家里失火，厨房烧毁，需要临时住处和生活用品。', '主要劳动力住院，家里没有收入。', '搬了家，住址变更。'],
  school: ['清风小学（虚构）', '一门中学（虚构）'],
  school_name: ['清风小学（虚构）', '一门技工学校（虚构）'],
  present_school: ['清风小学（虚构）'],
  choice_1: ['清风学校初中部（虚构）'], choice_2: ['一门中学（虚构）'], choice_3: ['晨光中学（虚构）'], choice_4: ['明德中学（虚构）'],
  road: ['一门路（虚构）', '清风一路（虚构）'],
  stretch: ['清风路口至学府路口东侧人行道', '一门路 12 号至 36 号门前'],
  sign_text: ['晨光小吃', '安居便利店', '清和书店'],
  material: ['铝塑板', '不锈钢字', '亚克力发光字'],
  batch: ['2026 年第一批配租（虚构）'],
  market_place: ['一门夜市疏导点（虚构）'],
  goods_details: ['水果', '早点', '手工饰品'],
  structure_details: ['铝合金遮阳棚两座，高 3 米。'],
  reason_other: ['临时周转使用'],
  outlet_well: ['W12 号井', '门前东侧 W03 号井'],
  skills: ['会急救，有证；粤语、英语。', '手语基础；摄影。', '会拉二胡，教过书法。'],
  other_disabled: ['无'],
};

/** Ends of field names that ask for a person's name. */
export const personNames = /(person|child|spouse|guardian|contact|deceased|other_parent|tenant|landlord|carer|agent|new_owner|host)_name$|^(father|mother|other_parent|safety_manager|safety_lead|site_manager|hygiene_manager|legal_representative|deceased_soldier|new_tenant)$/;

/** Fields that ask for the name of a firm or another body. */
export const firmNames = /^(business_name|client|haulier|organiser|employer_name|last_employer|maintainer|contractor|installer|spare_name)$/;

/** Fields that ask for a place. */
export const addresses = /address(_line)?$/;

/** Sums in whole yuan that look real, by the field's name; the rest lies between 500 and 6,000. */
export const yuanOf: Readonly<Record<string, readonly [from: number, to: number]>> = {
  monthly_rent: [1_800, 12_000], deposit: [3_600, 24_000], monthly_income: [1_200, 9_000], personal_income: [2_800, 16_000], household_property: [3_000, 180_000], savings: [0, 60_000],
  spending: [2_000, 80_000], total: [20_000, 160_000], own: [8_000, 40_000], registered_capital: [10_000, 300_000], loss: [3_000, 60_000], spent: [4_000, 70_000], paid: [1_200, 6_000], monthly_fee: [2_000, 6_500],
};

/** Counts that look real, by the field's name; the rest lies between 1 and 6. */
export const countOf: Readonly<Record<string, readonly [from: number, to: number]>> = {
  order: [1, 2], volume_m3: [800, 42_000], vehicles: [4, 40], people: [60, 480], guards: [2, 20], members: [12, 40], employees: [1, 24], meals_at_peak: [40, 600], weekly_hours: [20, 48], old_year: [1985, 2015],
  width_cm: [120, 900], height_cm: [40, 160], depth_cm: [60, 300], rooms: [8, 90], classes: [2, 8], places: [20, 120], carers: [4, 24], water_use_m3: [3, 120], sewage_m3: [2, 110], staff_count: [2, 30], homes: [0, 1], children: [0, 2], working_members: [0, 2],
};
