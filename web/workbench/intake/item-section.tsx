import { useEffect, useEffectEvent, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import type { ItemSummary } from '../../../contract/items.ts';
import { Icon } from '../../ui/icon/icon.tsx';
import { isInputMethodKey } from '../keys/use-keys.ts';
import { useItems } from '../server/queries.ts';
import { useSettled } from '../server/use-settled.ts';
import { FailureNotice, SkeletonRows } from '../shell/states.tsx';
import { useWords } from '../words/words.tsx';
import { BundleTag } from './bundle-lines.tsx';
import { promiseWords } from './promise-words.ts';
import { recentItems, type RecentItem } from './recent-items.ts';
import { Section } from './section.tsx';

/** One line of the search: an item and one of its handling items. */
interface Row extends RecentItem {
  readonly summary: ItemSummary;
  readonly handling: ItemSummary['handlingItems'][number];
}

const rowsOf = (items: readonly ItemSummary[]): readonly Row[] =>
  items.flatMap((summary) => summary.handlingItems.map((handling) => ({ taskCode: summary.taskCode, handlingItem: handling.code, summary, handling })));

/** What is to be done, found in plain words, pinyin or initials; ↑ ↓ choose, Enter takes. Before anything is typed: what this desk took lately. */
export function ItemSection({ onPick, busy = false }: { readonly onPick: (item: RecentItem) => void; readonly busy?: boolean }): ReactElement {
  const { t } = useWords();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const wanted = useSettled(text.trim());
  const items = useItems(wanted);
  const list = useRef<HTMLUListElement>(null);
  const all = rowsOf(items.data?.items ?? []);
  const recent = wanted === '' ? recentItems().flatMap((one) => all.filter((row) => row.taskCode === one.taskCode && row.handlingItem === one.handlingItem)) : [];
  const rows = wanted === '' && recent.length > 0 ? recent : all.slice(0, 40);
  const [hasty, setHasty] = useState(false);
  const settled = text.trim() === wanted && items.isSuccess && !items.isPlaceholderData;
  const take = (row: Row | undefined): void => {
    setHasty(false);
    if (row && !busy) onPick(row);
  };
  const onSettled = useEffectEvent(() => take(rows[0]));
  useEffect(() => {
    // Enter came before the answer: the first of what is found is taken when it is here.
    if (hasty && settled) onSettled();
  }, [hasty, settled]);
  useEffect(() => list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' }), [at]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isInputMethodKey(event)) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setAt((before) => Math.min(rows.length - 1, Math.max(0, before + (event.key === 'ArrowDown' ? 1 : -1))));
    } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      if (settled) take(rows[at]);
      else setHasty(true);
    }
  };
  return (
    <Section name="item" title={t('item.title')}>
      <label className="ym-field__label" htmlFor="item-search">{t('item.search')}</label>
      <input
        id="item-search" className="ym-input wb-search" role="combobox" aria-expanded="true" aria-controls="item-list" aria-activedescendant={rows[at] ? `item-${at}` : undefined} aria-autocomplete="list"
        value={text} autoComplete="off" maxLength={60} placeholder={t('item.placeholder')}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
          setHasty(false);
        }}
        onKeyDown={onKeyDown}
      />
      {items.isError ? <FailureNotice error={items.error} onRetry={() => void items.refetch()} /> : null}
      {items.isPending ? <SkeletonRows count={8} /> : null}
      {items.isSuccess && rows.length === 0 ? <NothingFound suggestions={items.data} onText={setText} /> : null}
      {wanted === '' && rows.length > 0 ? <p className="wb-list-name">{recent.length > 0 ? t('item.recent') : t('item.all')}</p> : null}
      <ul id="item-list" ref={list} role="listbox" className="wb-items" aria-label={t('item.title')} aria-busy={busy} hidden={rows.length === 0}>
        {rows.map((row, i) => <ItemRow key={`${row.taskCode} ${row.handlingItem}`} row={row} i={i} chosen={i === at} onPick={() => take(row)} />)}
      </ul>
    </Section>
  );
}

function NothingFound({ suggestions, onText }: { readonly suggestions: { readonly suggestions?: readonly ItemSummary['name'][] } | undefined; readonly onText: (text: string) => void }): ReactElement {
  const { t, of } = useWords();
  const others = suggestions?.suggestions ?? [];
  return (
    <div className="wb-empty" role="status">
      <p>{t('item.none')}</p>
      {others.length > 0 ? <p>{t('item.did_you_mean')} {others.map((one) => <button key={of(one)} type="button" className="wb-link" onClick={() => onText(of(one))}>{of(one)}</button>)}</p> : null}
    </div>
  );
}

function ItemRow({ row, i, chosen, onPick }: { readonly row: Row; readonly i: number; readonly chosen: boolean; readonly onPick: () => void }): ReactElement {
  const words = useWords();
  const { t, of } = words;
  const instant = row.summary.projectType === '1';
  return (
    <li id={`item-${i}`} role="option" aria-selected={chosen} onClick={onPick}>
      <span className="wb-items__name">{of(row.summary.name)} <span className="wb-items__handling">{of(row.handling.name)}</span> <BundleTag parts={row.summary.parts} /></span>
      <span className={instant ? 'wb-items__limit wb-items__limit--now' : 'wb-items__limit'}>{instant ? <Icon name="check" /> : <Icon name="clock" />} {instant ? t('item.instant') : promiseWords(row.summary.promise, words)}</span>
    </li>
  );
}
