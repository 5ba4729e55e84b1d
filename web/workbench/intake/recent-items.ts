/** An item taken at this desk lately: which handling item of which item. Kept on this computer; says nothing about anybody. */
export interface RecentItem {
  readonly taskCode: string;
  readonly handlingItem: string;
}

const key = 'yimen.recent-items';
const most = 8;

/** The newest first, each once, at most eight. */
export function withRecent(list: readonly RecentItem[], item: RecentItem): readonly RecentItem[] {
  const others = list.filter((one) => one.taskCode !== item.taskCode || one.handlingItem !== item.handlingItem);
  return [{ taskCode: item.taskCode, handlingItem: item.handlingItem }, ...others].slice(0, most);
}

/** The items taken lately at this desk; none where the browser keeps nothing. */
export function recentItems(): readonly RecentItem[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? (kept as readonly RecentItem[]).slice(0, most) : [];
  } catch {
    return [];
  }
}

/** Remembers an item as taken. */
export function rememberItem(item: RecentItem): void {
  try {
    localStorage.setItem(key, JSON.stringify(withRecent(recentItems(), item)));
  } catch {
    // storage closed: the search still finds everything
  }
}
