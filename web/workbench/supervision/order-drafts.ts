import { opinionsIn, type Keep } from '../file/opinion-drafts.ts';

/** What somebody was about to say on an order: kept in this tab until it is sent, each act's words for themselves. `choice` is the ground of a closing. */
export function orderDraftsIn(keep: () => Keep | undefined) {
  const kept = opinionsIn(keep);
  const slot = (orderId: string): string => `order-${orderId}`;
  return {
    read: (orderId: string, act: string) => kept.read(slot(orderId), act),
    write: (orderId: string, act: string, draft: { readonly choice: string; readonly words: string }) => kept.write(slot(orderId), act, draft),
    drop: (orderId: string, act: string) => kept.drop(slot(orderId), act),
  };
}

/** The drafts of this tab. */
export const orderDrafts = orderDraftsIn(() => (typeof sessionStorage === 'undefined' ? undefined : sessionStorage));
