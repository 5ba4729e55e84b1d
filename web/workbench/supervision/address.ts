/** Where on the supervisor's screen somebody is: kept in the address, so that Back, a bookmark and a colleague's link lead to the same list. */
export interface Address {
  readonly view: View;
  /** the list opened behind a number; null: the numbers themselves */
  readonly list: List | null;
  /** months, item and channel of the five hundred-percents, and of the lists behind a share */
  readonly from: string | null;
  readonly to: string | null;
  readonly item: string | null;
  readonly channel: 'online' | 'window' | null;
  readonly rule: string | null;
  readonly severity: 'warning' | 'yellow' | 'red' | null;
  /** a matter opened from a list */
  readonly matter: string | null;
}

/** The parts of the screen. */
export const views = ['overview', 'five', 'findings'] as const;
export type View = (typeof views)[number];

/** The five, in their order (contract/measures.ts fiveFigures). */
export const figures = ['one_number', 'one_window', 'one_net', 'one_visit', 'sunshine'] as const;
export type Figure = (typeof figures)[number];
export type Side = 'counted' | 'gap';

/** Lights of running limits, the most urgent first. */
export const lights = ['red', 'yellow', 'green', 'paused'] as const;
export type RunningLight = (typeof lights)[number];

/** What can be listed behind a number. */
export type List =
  | { readonly of: 'running'; readonly light: RunningLight }
  | { readonly of: 'filed_today' }
  | { readonly of: 'matters' | 'items'; readonly figure: Figure; readonly side: Side };

const nowhere: Address = { view: 'overview', list: null, from: null, to: null, item: null, channel: null, rule: null, severity: null, matter: null };

const oneOf = <T extends string>(allowed: readonly T[], text: string | null): T | null => allowed.find((one) => one === text) ?? null;
const month = (text: string | null): string | null => (text !== null && /^20\d{2}-(0[1-9]|1[0-2])$/.test(text) ? text : null);

function listOf(text: string | null): List | null {
  if (text === null) return null;
  if (text === 'filed_today') return { of: 'filed_today' };
  const light = oneOf(lights, text);
  if (light) return { of: 'running', light };
  const [kind, name, end] = text.split('.');
  const of = oneOf(['matters', 'items'] as const, kind ?? '');
  const figure = oneOf(figures, name ?? '');
  const side = oneOf(['counted', 'gap'] as const, end ?? '');
  return of && figure && side ? { of, figure, side } : null;
}

function textOf(list: List): string {
  if (list.of === 'running') return list.light;
  return list.of === 'filed_today' ? list.of : `${list.of}.${list.figure}.${list.side}`;
}

/** Reads the query of an address; what it does not know it leaves out. */
export function readAddress(search: string): Address {
  const query = new URLSearchParams(search);
  const matter = query.get('matter');
  return {
    view: oneOf(views, query.get('view')) ?? 'overview', list: listOf(query.get('list')), from: month(query.get('from')), to: month(query.get('to')), item: query.get('item'),
    channel: oneOf(['online', 'window'] as const, query.get('channel')), rule: /^S-\d{2}$/.exec(query.get('rule') ?? '')?.[0] ?? null, severity: oneOf(['warning', 'yellow', 'red'] as const, query.get('severity')),
    matter: matter !== null && /^[0-9a-f-]{36}$/.test(matter) ? matter : null,
  };
}

/** The address of a place (its code; none: one's own) and what is looked at there; what is left out is not asked for. */
export function addressOf(place: string | undefined, wanted: Partial<Address> = {}): string {
  const { view, list, ...rest } = { ...nowhere, ...wanted };
  const query = new URLSearchParams({
    ...(view === 'overview' ? {} : { view }), ...(list === null ? {} : { list: textOf(list) }),
    ...Object.fromEntries(Object.entries(rest).filter((entry): entry is [string, string] => entry[1] !== null)),
  }).toString();
  return `/supervision${place === undefined ? '' : `/${place}`}${query === '' ? '' : `?${query}`}`;
}
