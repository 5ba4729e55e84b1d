/** What a history may be narrowed to. */
export const historyGroups = ['acceptance', 'handling', 'process', 'limits', 'promises', 'result', 'other'] as const;
export type HistoryGroup = (typeof historyGroups)[number];

const groups: Readonly<Record<string, HistoryGroup>> = {
  matter_filed: 'acceptance', correction_requested: 'acceptance', supplemented: 'acceptance', corrected_on_spot: 'acceptance', matter_accepted: 'acceptance', deemed_accepted: 'acceptance', acceptance_refused: 'acceptance',
  matter_withdrawn: 'acceptance', terminated: 'acceptance',
  link_opened: 'handling', link_claimed: 'handling', link_released: 'handling', link_completed: 'handling', link_handed_over: 'handling', consultation_asked: 'handling', consultation_answered: 'handling', consultation_recalled: 'handling',
  flow_moved: 'process', flow_unclear: 'process', link_cancelled: 'process', timer_set: 'process', timer_cancelled: 'process', message_sent: 'process', part_called: 'process', part_cancelled: 'process',
  limit_act_proposed: 'limits', limit_act_approved: 'limits', limit_act_rejected: 'limits', limits_recomputed: 'limits', limit_passed: 'limits',
  deferred_handed_in: 'promises', deferred_lapsed: 'promises', promise_checked: 'promises', revocation_proposed: 'promises', revocation_rejected: 'promises', result_revoked: 'promises', repair_proposed: 'promises', repair_approved: 'promises', repair_rejected: 'promises',
  decision_made: 'result', matter_completed: 'result', result_paper_made: 'result', result_delivered: 'result',
};

/** The group of a kind of fact. */
export const groupOf = (kind: string): HistoryGroup => groups[kind] ?? 'other';

/** How many entries each group has; groups without any are left out. */
export function countGroups(entries: readonly { readonly kind: string }[]): readonly { readonly group: HistoryGroup; readonly count: number }[] {
  return historyGroups.map((group) => ({ group, count: entries.filter((entry) => groupOf(entry.kind) === group).length })).filter((one) => one.count > 0);
}

/** Facts the system writes by itself, at a moment the law or the process names. */
export const bySystem: readonly string[] = [
  'result_paper_made', 'deemed_accepted', 'limits_recomputed', 'limit_passed', 'flow_moved', 'flow_unclear', 'timer_set', 'timer_cancelled', 'message_sent', 'part_called', 'part_cancelled', 'link_cancelled', 'deferred_lapsed',
];
