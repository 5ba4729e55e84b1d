import { useImperativeHandle, useRef, useState, type KeyboardEvent, type ReactElement, type Ref } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useLocation } from 'wouter';
import type { MatterRow } from '../../../contract/matters.ts';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { callAct } from '../file/act-calls.ts';
import { KeyCap } from '../keys/key-cap.tsx';
import { isInputMethodKey, useKeys } from '../keys/use-keys.ts';
import { answered, api } from '../server/api.ts';
import { newCommandId } from '../server/command-id.ts';
import { useLive, useLiveState } from '../server/live.ts';
import { useWorklist, worklistViews, type WorklistView } from '../server/queries.ts';
import { holds, useMe } from '../server/session.ts';
import { useSettled } from '../server/use-settled.ts';
import { FailureNotice, SkeletonRows } from '../shell/states.tsx';
import { failureWords } from '../words/failure-words.ts';
import { useWords } from '../words/words.tsx';
import { MatterLine } from './matter-line.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { chosenIndex, rowKey, type ChosenRow } from './chosen-row.ts';
import { allOf, extended, isSelectable, selectedRows, toggled, type Selection } from './selection.ts';
import { useSteadyRows } from './use-steady-rows.ts';

/** What the file beside it may ask of the list. */
export interface ListHandle {
  readonly focusRow: () => void;
}

/** Takes the step of a row without opening it: reads the matter for its fact number and claims what the server allows. */
function useClaim() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (row: MatterRow) => {
      const matter = await answered(api.GET('/api/v1/matters/{matterId}', { params: { path: { matterId: row.matterId } } }));
      const link = matter.links.find((one) => one.linkId === row.linkId && one.allowed.includes('claim_link'));
      return link ? await callAct(row.matterId, { kind: 'claim_link', linkId: link.linkId }, newCommandId(), matter.seq) : matter;
    },
    onSuccess: (matter) => {
      client.setQueryData(['matter', matter.matterId], matter);
      void client.invalidateQueries({ queryKey: ['worklist'] });
    },
  });
}

/** Moving through the rows: one of them is in the tab order, arrows and J K move, C takes. The chosen row stays chosen when others come before it. */
function useRoving(rows: readonly MatterRow[], onTake: (row: MatterRow) => void, onSelect: (row: MatterRow) => void, onExtend: (from: number, to: number) => void) {
  const { t } = useWords();
  const body = useRef<HTMLUListElement>(null);
  const [chosen, setChosen] = useState<ChosenRow>({ key: null, at: 0 });
  const here = chosenIndex(rows, chosen);
  const setAt = (at: number): void => setChosen({ key: rows[at] ? rowKey(rows[at]) : null, at });
  const focusAt = (to: number): void => {
    const next = Math.min(rows.length - 1, Math.max(0, to));
    setAt(next);
    body.current?.querySelectorAll<HTMLElement>('a').item(next)?.focus();
  };
  const step = (by: number) => (): void => focusAt(body.current?.contains(document.activeElement) === true ? here + by : here);
  useKeys([{ keys: 'J', does: t('worklist.next'), run: step(1) }, { keys: 'K', does: t('worklist.before'), run: step(-1) }]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isInputMethodKey(event) || event.ctrlKey || event.altKey || event.metaKey) return;
    const row = rows[here];
    // The box of a row has its own Space.
    if (event.target instanceof HTMLInputElement && event.key === ' ') return;
    const stretch = event.shiftKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp') ? here + (event.key === 'ArrowDown' ? 1 : -1) : null;
    if (stretch !== null) onExtend(here, stretch);
    const keys: Readonly<Record<string, (() => void) | undefined>> = {
      ArrowDown: step(1), ArrowUp: step(-1), Home: () => focusAt(0), End: () => focusAt(rows.length - 1), PageDown: step(15), PageUp: step(-15),
      ' ': row ? () => onSelect(row) : undefined, x: row ? () => onSelect(row) : undefined,
      c: row?.linkId && !row.claimedByName && !row.claimedByMe ? () => onTake(row) : undefined,
    };
    const act = keys[event.key] ?? keys[event.key.toLowerCase()];
    if (!act) return;
    event.preventDefault();
    act();
  };
  const forget = (): void => setChosen({ key: null, at: 0 });
  return { body, here, setAt, focusAt, forget, onKeyDown };
}

/** Enter opens the most urgent matter while nothing on the screen has focus and no matter is open. */
function useEnterOpensFirst(first: MatterRow | undefined, openId: string | undefined): void {
  const { t } = useWords();
  const [, go] = useLocation();
  useKeys([{
    keys: 'Enter', does: t('worklist.open_first'), run: () => (first ? go(`/worklist/${first.matterId}`) : undefined),
    // Asked when the key is pressed: a focused row, button or field has its own Enter.
    get when() {
      return first !== undefined && openId === undefined && (document.activeElement === null || document.activeElement === document.body);
    },
  }]);
}

/** The list: 36-px rows, j k or ↑ ↓ move, Enter opens, C takes. Plain rows: at most 200 come. */
export function MatterList({ openId, ref }: { readonly openId: string | undefined; readonly ref?: Ref<ListHandle> }): ReactElement {
  const words = useWords();
  const { t } = words;
  const [view, setView] = useState<WorklistView>('open');
  const [text, setText] = useState('');
  const list = useWorklist(view, useSettled(text.trim(), 200));
  const claim = useClaim();
  const me = useMe();
  const [onlyStandIn, setOnlyStandIn] = useState(false);
  const all = list.data?.rows ?? [];
  const standsIn = all.some((row) => row.standIn);
  const rows = onlyStandIn && standsIn ? all.filter((row) => row.standIn) : all;
  const [selection, setSelection] = useState<Selection>([]);
  const chosen = selectedRows(selection, rows);
  const select = (row: MatterRow): void => setSelection(toggled(chosen.map(rowKey), row));
  const extend = (from: number, to: number): void => setSelection(extended(chosen.map(rowKey), rows, from, to));
  const { body, here, setAt, focusAt, forget: forgetRow, onKeyDown } = useRoving(rows, claim.mutate, select, extend);
  const forget = (): void => {
    forgetRow();
    setSelection([]);
  };
  const views = worklistViews.filter((one) => one !== 'held' || (me.data !== undefined && holds(me.data, 'approver', 'hall_manager')));
  useSteadyRows(body);
  useLive(['worklist', 'matter']);
  useEnterOpensFirst(rows[0], openId);
  useImperativeHandle(ref, () => ({ focusRow: () => body.current?.querySelectorAll<HTMLElement>('a').item(here)?.focus() }));
  const counted = list.data ? t(list.data.total > rows.length ? 'worklist.count_more' : 'worklist.count', { count: rows.length, total: list.data.total }) : ' ';
  return (
    <section className="wb-desk__list" aria-label={t('screen.worklist')}>
      <ListHead views={views} standsIn={standsIn} onlyStandIn={onlyStandIn} onOnlyStandIn={setOnlyStandIn} view={view} text={text} counted={counted} onView={(next) => { setView(next); forget(); }} onText={(next) => { setText(next); forget(); }} onEnter={() => focusAt(0)} />
      <div className="wb-row wb-row--head" aria-hidden="true">
        <span>{t('worklist.due')}</span><span>{t('file.item')}</span><span>{t('file.applicant')}</span><span>{t('worklist.step')}</span><span>{t('worklist.by')}</span>
      </div>
      {claim.isError ? <Notice kind="bad" title={failureWords(claim.error, words)} /> : null}
      {list.isPending ? <SkeletonRows count={14} /> : null}
      {list.isError ? <FailureNotice error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.isSuccess && rows.length === 0 ? <Empty view={view} filtered={text.trim() !== ''} /> : null}
      <ul className="wb-rows" ref={body} onKeyDown={onKeyDown} aria-busy={list.isFetching}>
        {rows.map((row, i) => (
          <li key={rowKey(row)} data-row={rowKey(row)} {...(selection.includes(rowKey(row)) ? { 'data-selected': true } : {})}>
            <Check row={row} checked={selection.includes(rowKey(row))} inTabOrder={i === here} onToggle={(shift) => (shift ? extend(here, i) : select(row))} />
            <Link href={`/worklist/${row.matterId}`} className={openId === row.matterId ? 'wb-row wb-row--open' : 'wb-row'} tabIndex={i === here ? 0 : -1} aria-current={openId === row.matterId ? 'true' : undefined} onFocus={() => setAt(i)}>
              <MatterLine row={row} />
            </Link>
          </li>
        ))}
      </ul>
      <BulkBar key={view} chosen={chosen} onSelection={setSelection} onAll={() => setSelection(allOf(rows))} />
    </section>
  );
}

/** The box that chooses a row to be done together with others; nothing where nothing may be done so. */
function Check({ row, checked, inTabOrder, onToggle }: { readonly row: MatterRow; readonly checked: boolean; readonly inTabOrder: boolean; readonly onToggle: (shift: boolean) => void }): ReactElement {
  const { t } = useWords();
  if (!isSelectable(row)) return <span className="wb-pick" aria-hidden="true" />;
  return (
    <label className="wb-pick">
      <input type="checkbox" checked={checked} tabIndex={inTabOrder ? 0 : -1} aria-label={`${t(checked ? 'bulk.unselect' : 'bulk.select')} ${row.number}`} onClick={(event) => onToggle(event.shiftKey)} onChange={() => undefined} />
    </label>
  );
}

interface HeadProps {
  readonly views: readonly WorklistView[];
  readonly standsIn: boolean;
  readonly onlyStandIn: boolean;
  readonly onOnlyStandIn: (only: boolean) => void;
  readonly view: WorklistView;
  readonly text: string;
  readonly counted: string;
  readonly onView: (view: WorklistView) => void;
  readonly onText: (text: string) => void;
  readonly onEnter: () => void;
}

/** Which list, and which words it must hold. */
function ListHead({ views, standsIn, onlyStandIn, onOnlyStandIn, view, text, counted, onView, onText, onEnter }: HeadProps): ReactElement {
  const { t } = useWords();
  const filter = useRef<HTMLInputElement>(null);
  useKeys([
    { keys: '/', does: t('worklist.filter'), run: () => filter.current?.focus() },
    ...views.map((one, i) => ({ keys: String(i + 1), does: t(`worklist.view_${one}`), run: () => onView(one) })),
  ]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isInputMethodKey(event) || (event.key !== 'Enter' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    onEnter();
  };
  return (
    <div className="wb-list-head">
      <div className="wb-views" role="group" aria-label={t('worklist.views')}>
        {views.map((one, i) => <button key={one} type="button" aria-pressed={view === one} onClick={() => onView(one)} aria-keyshortcuts={String(i + 1)}>{t(`worklist.view_${one}`)} <KeyCap keys={String(i + 1)} /></button>)}
      </div>
      <label className="wb-filter">
        <span className="ym-visually-hidden">{t('worklist.filter')}</span>
        <input ref={filter} type="search" className="ym-input" value={text} maxLength={60} placeholder={t('worklist.filter')} aria-keyshortcuts="/" onChange={(event) => onText(event.target.value)} onKeyDown={onKeyDown} />
        <KeyCap keys="/" />
      </label>
      <p className="wb-count"><span role="status">{counted}</span> <LiveMark /> {standsIn ? <label className="wb-only"><input type="checkbox" checked={onlyStandIn} onChange={(event) => onOnlyStandIn(event.target.checked)} /> {t('worklist.only_standin')}</label> : null}</p>
    </div>
  );
}

/** Whether the list changes by itself, said quietly. */
function LiveMark(): ReactElement {
  const { t } = useWords();
  const state = useLiveState();
  return <span className={`wb-live wb-live--${state}`}>{t(`live.${state}`)}</span>;
}

function Empty({ view, filtered }: { readonly view: WorklistView; readonly filtered: boolean }): ReactElement {
  const { t } = useWords();
  if (filtered) return <EmptyState title={t('worklist.none_found')}><p>{t('worklist.none_found_how')}</p></EmptyState>;
  return <EmptyState title={t(`worklist.empty_${view}`)}><p>{t(`worklist.empty_${view}_how`)}</p></EmptyState>;
}
