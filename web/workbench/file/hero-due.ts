import type { Due } from '../../../contract/matters.ts';

const order: readonly Due['limit'][] = ['notice', 'promised', 'statutory', 'service', 'link'];
const running: readonly Due['light'][] = ['red', 'yellow', 'green', 'paused'];

/** The date that matters now: the first running clock of the matter (notice before acceptance, then what was promised); else the last that ran. */
export function heroDue(dues: readonly Due[]): Due | undefined {
  const byOrder = [...dues].sort((a, b) => order.indexOf(a.limit) - order.indexOf(b.limit));
  return byOrder.find((due) => running.includes(due.light)) ?? byOrder.find((due) => due.limit === 'promised') ?? byOrder[0];
}
