import type { Ground, Subject } from '../../server/platform/privacy/class-words.ts';
import { columnsOf, tableClasses } from '../../server/platform/privacy/data-classes.ts';
import { retentionRules, retentionVersion } from '../../server/platform/privacy/retention-rules.ts';

const grounds: Readonly<Record<Ground, string>> = {
  statutory_duty: '履行法定职责（《个人信息保护法》第十三条第一款第三项、第三十四条）', consent: '个人同意（第十三条第一款第一项、第十四条、第十五条）', staff_management: '人力资源管理（第十三条第一款第二项）', not_personal: '不含个人信息',
};
const subjects: Readonly<Record<Subject, string>> = { nobody: '—', resident: '居民、企业', staff: '工作人员', outside_system: '外部系统' };

const daysOf = (id: Parameters<typeof retentionRules.get>[0]): string => {
  const rule = retentionRules.get(id);
  const unit = rule?.keep?.unit === 'year' ? '年' : '天';
  return rule?.keep ? `${rule.keep.amount} ${unit}` : '长期';
};

/** The assessment as a page, the same for the same classes and rules. */
export function assessment(): string {
  const tables = Object.entries(tableClasses).sort(([a], [b]) => (a < b ? -1 : 1));
  const columns = tables.flatMap(([name, table]) => columnsOf(name, table));
  const count = (wanted: string): number => columns.filter((one) => one.class === wanted).length;
  const personal = tables.filter(([, table]) => table.ground !== 'not_personal');
  const clear = columns.filter((one) => one.because !== null);
  return [
    '# 个人信息保护影响评估 Personal information impact assessment', '',
    '由 `npm run assess:privacy` 从数据分级和保存期限规则生成，不要手改。依据《个人信息保护法》第五十五条、第五十六条；评估报告和处理情况记录至少保存三年（第五十六条第二款）。',
    'Written by `npm run assess:privacy` from the classes of data and the retention rules; do not edit by hand. The operator adds the name of the handler, the contact and the date, and signs.', '',
    '## 一、为什么要评估 Why', '', '- 处理敏感个人信息（第二十八条、第五十五条第一项）：表单和材料可能含健康、收入、住址和未成年人信息。', '- 本系统不做自动化决策，不处理人脸信息，不向境外提供个人信息；这三项若有改变，须先另行评估。', '',
    '## 二、处理了什么 What is handled', '', `| 级别 class | 列数 columns | 含义 |`, '|---|---|---|', `| L1 | ${count('L1')} | 公开 |`, `| L2 | ${count('L2')} | 内部；只在系统内代表某人的代号（去标识化，第七十三条第三项） |`, `| L3 | ${count('L3')} | 个人信息（第四条） |`, `| L4 | ${count('L4')} | 可能含敏感个人信息（第二十八条），全部加密 |`, '',
    '| 表 table | 谁的 whose | 依据 ground | 最高级别 | 加密或索引 sealed or indexed | 保存 kept |', '|---|---|---|---|---|---|',
    ...personal.map(([name, table]) => {
      const own = columnsOf(name, table);
      const guarded = own.filter((one) => (one.class === 'L3' || one.class === 'L4') && one.kept !== 'plain').map((one) => `${one.column} (${one.kept})`);
      return `| \`${name}\` | ${subjects[table.subject]} | ${grounds[table.ground]} | ${own.map((one) => one.class).sort().at(-1) ?? ''} | ${guarded.join(', ') || '—'} | ${daysOf(table.retention)} |`;
    }), '',
    '## 三、明文保存的个人信息及理由 Personal data in clear, and why', '', ...clear.map((one) => `- \`${one.table}.${one.column}\`: ${one.because ?? ''}`), '',
    `## 四、保存期限（${retentionVersion}） Retention`, '', '| 规则 rule | 期限 | 依据 source | 已核 verified |', '|---|---|---|---|', ...[...retentionRules.values()].map((rule) => `| ${rule.id} | ${daysOf(rule.id)} | ${rule.source} | ${rule.verified ? '是' : '**待核**'} |`), '',
    '## 五、对个人权益的影响和保护措施 Risks and measures', '',
    '每项风险、措施、出厂设置和证明它的测试见 [威胁模型](../security/threat-model.md)：TM-01、02（越权）、TM-11（号码被批量获取）、TM-12（备份失窃）、TM-13（好奇查看）、TM-22（日志泄露）、TM-24（恢复使已删除的人重现）。', '',
    '- 默认遮盖；逐项显示须有目的并留痕，本人看得到（第四十四条知情权）。', '- 查阅、复制：本人自助下载全部信息（第四十五条）。', '- 删除：两人批准，销毁密钥；法定保存期内的写明依据和日期，到期自动销毁（第四十七条）。', '- 最小必要：主密钥不在数据库和备份中；号码只以带钥索引查找。', '',
    '## 六、尚未消除的风险 What remains', '', '- 上表“待核”的期限须由本市档案部门、网信部门核定。', '- 备份在其自身保存期满前仍含已销毁密钥的密文；恢复时先执行遗忘名单再开放。', '- 崩溃转储不在自动检查之内（进程内存不进入转储，处理器寄存器里最后几十个字节除外；可用 ulimit -c 0 禁止转储）。', '',
  ].join('\n');
}
