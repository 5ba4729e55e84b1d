import { useState, type ReactElement } from 'react';
import { dayWords, momentWords } from '../../ui/dates.ts';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { ActButton } from '../keys/act-button.tsx';
import { FailureNotice, SkeletonRows } from '../shell/states.tsx';
import { useWords } from '../words/words.tsx';
import { useHolds } from './calls.ts';
import { HoldSheet } from './hold-sheet.tsx';
import { HoldState } from './hold-state.tsx';
import { PlaceHoldSheet } from './place-hold-sheet.tsx';
import { usePrivacyWords } from './privacy-words.ts';

/** Legal holds, standing ones first; each opens with its acts. */
export function HoldsPanel(): ReactElement {
  const p = usePrivacyWords();
  const { language } = useWords();
  const [openedId, setOpenedId] = useState<string | null>(null);
  const [placing, setPlacing] = useState(false);
  const read = useHolds();
  const rows = read.data?.holds ?? [];
  const opened = rows.find((one) => one.holdId === openedId);
  return (
    <section aria-label={p('holds')}>
      <div className="wb-title-row"><p className="ym-quiet">{p('holds_lead')}</p><ActButton kind="primary" onClick={() => setPlacing(true)}>{p('hold_place')}</ActButton></div>
      {read.isError ? <FailureNotice error={read.error} onRetry={() => void read.refetch()} /> : null}
      {read.isPending ? <SkeletonRows count={4} /> : null}
      {read.isSuccess && rows.length === 0 ? <EmptyState title={p('holds_none')} /> : null}
      {read.data && read.data.total > rows.length ? <p className="wb-count">{p('more', { count: rows.length, total: read.data.total })}</p> : null}
      {rows.length > 0 ? (
        <div className="wb-scroll" tabIndex={0} role="group" aria-label={p('holds')}>
          <table className="wb-table">
            <thead><tr><th scope="col">{p('hold_document')}</th><th scope="col">{p('status')}</th><th scope="col">{p('ground')}</th><th scope="col">{p('hold_about')}</th><th scope="col">{p('hold_until')}</th><th scope="col">{p('hold_placed')}</th></tr></thead>
            <tbody>
              {rows.map((hold) => (
                <tr key={hold.holdId}>
                  <th scope="row"><button type="button" className="wb-link" onClick={() => setOpenedId(hold.holdId)}>{hold.document}</button></th>
                  <td><HoldState hold={hold} /></td>
                  <td>{p(`hold_ground.${hold.ground}`)}</td>
                  <td>{hold.about === null ? p('hold_about_person') : <code>{hold.about}</code>}</td>
                  <td className="ym-numerals">{hold.untilOn === null ? p('hold_until_released') : dayWords(hold.untilOn, language)}</td>
                  <td>{hold.placedByName} <span className="ym-quiet ym-numerals">{momentWords(hold.placedAt, language)}</span></td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
      {placing ? <PlaceHoldSheet onClose={() => setPlacing(false)} /> : null}
      {opened ? <HoldSheet key={opened.holdId} hold={opened} onClose={() => setOpenedId(null)} /> : null}
    </section>
  );
}
