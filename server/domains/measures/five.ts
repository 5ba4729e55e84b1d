import type { Counts } from './tally.ts';

/** A share: `numerator` of `denominator`. */
export interface Share {
  readonly numerator: number;
  readonly denominator: number;
}

/** What the catalogue says of an item in force, as far as the five ask. */
export interface ItemInFive {
  /** taken at a general window of some level */
  readonly atWindow: boolean;
  /** taken in a hall at all (是否进驻政务大厅) */
  readonly inHall: boolean;
  readonly online: boolean;
  /** visits promised */
  readonly visits: number;
}

/** Supervision orders whose reply was due: how many were answered in time. */
export interface OrdersAnswered {
  readonly due: number;
  readonly inTime: number;
}

/** Everything the five are computed from. `window` are the counts of the matters filed at a window, a part of `all`. */
export interface FiveInput {
  readonly all: Counts;
  readonly window: Counts;
  readonly items: readonly ItemInFive[];
  readonly orders: OrdersAnswered | null;
}

/** The parts of the five hundred-percents, by id; each is defined in contract/messages/measures.ts in three languages. */
export function fiveOf({ all, window, items, orders }: FiveInput): Readonly<Record<
  'one_number.matters' | 'one_window.matters' | 'one_window.items' | 'one_net.matters' | 'one_net.items' | 'one_visit.matters' | 'one_visit.items' | 'sunshine.matters' | 'sunshine.orders', Share
>> {
  const hall = items.filter((item) => item.inHall);
  return {
    'one_number.matters': { numerator: all.one_number, denominator: all.filed },
    'one_window.matters': { numerator: window.general_window, denominator: window.filed },
    'one_window.items': shareOf(items, atGeneralWindow),
    'one_net.matters': { numerator: all.filed - window.filed, denominator: all.filed },
    'one_net.items': shareOf(hall, isOnline),
    'one_visit.matters': { numerator: all.visits_kept, denominator: all.visits_judged },
    'one_visit.items': shareOf(items, atMostOneVisit),
    'sunshine.matters': { numerator: all.in_time, denominator: all.judged },
    'sunshine.orders': { numerator: orders?.inTime ?? 0, denominator: orders?.due ?? 0 },
  };
}

/** Which items count: the same rule behind the share and behind its list. */
export const atGeneralWindow = (item: ItemInFive): boolean => item.atWindow;
export const isOnline = (item: ItemInFive): boolean => item.online;
export const atMostOneVisit = (item: ItemInFive): boolean => item.visits <= 1;

function shareOf(items: readonly ItemInFive[], counts: (item: ItemInFive) => boolean): Share {
  return { numerator: items.filter(counts).length, denominator: items.length };
}

/** Percent with one decimal, cut and never rounded up: 100 is said only where nothing is missing. Null where there is nothing to count. */
export function percentOf({ numerator, denominator }: Share): number | null {
  return denominator === 0 ? null : Math.floor((numerator * 1000) / denominator) / 10;
}
