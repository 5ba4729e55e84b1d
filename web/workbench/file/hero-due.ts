import type { Due, LinkView } from '../../../contract/matters.ts';

type Dated = Pick<Due, 'limit' | 'light' | 'dueOn'>;

const order: readonly Due['limit'][] = ['notice', 'correction', 'promised', 'statutory', 'service', 'special', 'promise_check', 'deferred', 'link'];
const running: readonly Due['light'][] = ['red', 'yellow', 'green', 'paused'];

/** The date that matters now: the first running clock of the matter (notice or the resident's correction before acceptance, then what was promised); else the last that ran. */
export function heroDue<D extends Dated>(dues: readonly D[]): D | undefined {
  const byOrder = [...dues].sort((a, b) => order.indexOf(a.limit) - order.indexOf(b.limit));
  return byOrder.find((due) => running.includes(due.light)) ?? byOrder.find((due) => due.limit === 'promised') ?? [...dues].sort((a, b) => (a.dueOn < b.dueOn ? 1 : -1))[0];
}

/** An open step that is late while the matter itself is not: the step, its date, and the matter's. */
export function lateLink<D extends Dated, L extends Pick<LinkView, 'doneAt'> & { readonly due: Dated | null }>(matter: { readonly dues: readonly D[]; readonly links: readonly L[] }): { readonly link: L; readonly linkDue: Dated; readonly matterDue: D } | undefined {
  const matterDue = heroDue(matter.dues.filter((due) => due.limit === 'promised' || due.limit === 'statutory'));
  if (!matterDue || !running.includes(matterDue.light) || matterDue.light === 'red') return undefined;
  for (const link of matter.links) if (link.doneAt === null && link.due?.light === 'red') return { link, linkDue: link.due, matterDue };
  return undefined;
}
