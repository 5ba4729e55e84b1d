import type { Endpoint } from '../../contract/endpoint.ts';

/** Who is asked about: a column of the table, with its name on the page. */
export const columns = [
  ['anonymous', '未登录 Nobody'], ['newcomer', '新号码 Newcomer'], ['resident', '居民 Resident'], ['window_clerk', '窗口 Clerk'], ['officer', '经办 Officer'], ['approver', '审批 Approver'],
  ['hall_manager', '大厅 Manager'], ['supervisor', '督查 Supervisor'], ['administrator', '系统管理 System'], ['security_administrator', '安全管理 Security'], ['audit_administrator', '审计管理 Audit'],
] as const;
export type Column = (typeof columns)[number][0];

/** Who may try an operation at all, by column. */
export type Row = Readonly<Record<Column, boolean>>;

const heading = `# 谁可以做什么 · Who may do what

每一行是一个操作（接口），每一列是一种身份。**✓** 表示可以尝试；空白表示系统回答“没有这个地址”或“请先登录”，与不存在的操作没有区别。可以尝试不等于可以看到或办理某一件事：对每一件事还要再看身份与它的关系，见下。
Each row is an operation, each column somebody's standing. **✓** may try; blank is answered as an address that does not exist, or “sign in first”. To try is not yet to see: on each thing the relation decides, as follows.

| 对象 Thing | 谁与它有关 Who is related to it | 规则所在 Rule |
|---|---|---|
| 事项（matterId、linkId、fileId、proposalId）Matter | 申请人本人；受理它的大厅的窗口人员和大厅主管；办理它或它的某个环节的部门的相应岗位；征求意见的受托单位；属地的督查人员 The applicant; window staff and manager of the hall that took it; the posts of departments that handle it or a link of it; whom an opinion is asked of; supervisors above its place | server/domains/matters/policy.ts |
| 草稿（draftId）Draft | 写它的人 Who wrote it | server/domains/matters/routes-drafts.ts |
| 督办单（orderId）Order | 被督办单位的经办、审批、主管；属地的督查人员 Officers, approvers and managers of the institution; supervisors above its place | server/domains/supervision/policy.ts |
| 评价案件（caseId）Case | 被评价单位的主管和整改人；属地的督查人员 The institution's manager and who mends; supervisors above its place | server/domains/evaluations/policy.ts |
| 外出记录（absenceId）Absence | 本人；本单位的主管；安全管理员 The person; the institution's manager; security administrators | server/domains/people/absence.ts |
| 人员与人员变更（staffId、changeId）Staff and changes of staff | 安全管理员，每项变更要两位；审计管理员只读 Security administrators, two for each change; audit administrators read | server/domains/staff-changes/policy.ts |
| 密钥变更（changeId）Changes of keys | 安全管理员，每项变更要两位，再由运维人员在服务器上执行一次；审计管理员只读 Security administrators, two for each change, then once by the operator on the machine; audit administrators read | server/domains/key-changes/policy.ts |
| 部门系统（backofficeId）Back office | 系统管理员；属地的督查人员只读 System administrators; supervisors of its units read | server/domains/backoffices/policy.ts |

没有关系的人得到的回答，与这个编号根本不存在时完全相同。Somebody without a relation is answered exactly as if the number did not exist.
\`npm run check:access\` 对照本表和上述规则逐格试过；新增的操作若没有写进本表，检查不通过。\`npm run check:access\` tries every cell of this table and the rule above; an operation that is not in the table fails it.

`;

/** The whole page. */
export function pageOf(rows: ReadonlyMap<string, Row>, endpoints: readonly Endpoint[]): string {
  const head = `| 操作 Operation | 内容 What | ${columns.map(([, name]) => name).join(' | ')} |\n|---|---|${columns.map(() => ':-:').join('|')}|\n`;
  const ordered = [...endpoints].sort((one, other) => one.tag.localeCompare(other.tag, 'en') || one.id.localeCompare(other.id, 'en'));
  const lines = ordered.map((endpoint) => `| \`${endpoint.id}\` | ${endpoint.summary.replaceAll('|', '\\|')} | ${columns.map(([column]) => (rows.get(endpoint.id)?.[column] ? '✓' : '')).join(' | ')} |`);
  return `${heading}${head}${lines.join('\n')}\n`;
}

/** The table read back: operation → who may try. */
export function rowsOf(page: string): ReadonlyMap<string, Row> {
  const found = page.split('\n').flatMap((line) => {
    const id = /^\| `(\w+)` \|/.exec(line)?.[1];
    if (id === undefined) return [];
    const cells = line.split(/(?<!\\)\|/).slice(3, 3 + columns.length).map((cell) => cell.trim() === '✓');
    return [[id, Object.fromEntries(columns.map(([column], at) => [column, cells[at] === true])) as Row] as const];
  });
  return new Map(found);
}
