import { useState, type ReactElement } from 'react';
import { delayGrounds, type Delay } from '../../../contract/access-log.ts';
import { momentWords } from '../../ui/dates.ts';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { Tag } from '../../ui/tag/tag.tsx';
import { ActButton } from '../keys/act-button.tsx';
import { FailureNotice, SkeletonRows } from '../shell/states.tsx';
import { useWords } from '../words/words.tsx';
import { useAuditWords } from './audit-words.ts';
import { useAuditAct, useDelays } from './calls.ts';
import { proposalTones } from './exports-panel.tsx';

const emptyForm = { number: '', institution: '', ground: 'discipline' as Delay['ground'], reference: '', untilOn: '' };

/** 延后显示: asked for by one kind of administrator, decided by the other. Of whom is shown to nobody. */
export function DelaysPanel(): ReactElement {
  const a = useAuditWords();
  const { of, language, today } = useWords();
  const list = useDelays();
  const act = useAuditAct();
  return (
    <section aria-label={a('tab.delays')}>
      <p className="ym-quiet">{a('delay.words')}</p>
      <AskForm />
      {act.isError ? <FailureNotice error={act.error} /> : null}
      {list.isError ? <FailureNotice error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.isPending ? <SkeletonRows count={3} /> : null}
      {list.data?.delays.length === 0 ? <EmptyState title={a('delay.none')} /> : null}
      {list.data && list.data.delays.length > 0 ? (
        <div className="wb-scroll" tabIndex={0} role="group" aria-label={a('tab.delays')}>
          <table className="wb-table">
            <thead><tr><th scope="col">{a('column.state')}</th><th scope="col">{a('column.institution')}</th><th scope="col">{a('column.ground')}</th><th scope="col">{a('column.until')}</th><th scope="col">{a('column.asked_by')}</th><th scope="col" aria-label={a('agree')} /></tr></thead>
            <tbody>
              {list.data.delays.map((one) => (
                <tr key={one.delayId}>
                  <td><Tag tone={proposalTones[one.state]}>{a(`state.${one.state}`)}</Tag>{one.decidedByName ? <div className="ym-quiet">{one.decidedByName}</div> : null}</td>
                  <td>{of(one.institutionName)}</td><td>{a(`ground.${one.ground}`)}<div className="ym-quiet">{one.reference}</div></td><td className="ym-numerals">{momentWords(one.untilAt, language, today)}</td><td>{one.proposedByName}</td>
                  <td>{one.mayDecide ? <><ActButton kind="primary" busy={act.isPending} onClick={() => act.mutate({ act: 'decide_delay', delayId: one.delayId, agree: true })}>{a('agree')}</ActButton> <ActButton kind="quiet" busy={act.isPending} onClick={() => act.mutate({ act: 'decide_delay', delayId: one.delayId, agree: false })}>{a('refuse')}</ActButton></> : null}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </section>
  );
}

function AskForm(): ReactElement {
  const a = useAuditWords();
  const [asked, setAsked] = useState(emptyForm);
  const act = useAuditAct();
  const set = (name: keyof typeof asked) => (event: { target: { value: string } }): void => setAsked({ ...asked, [name]: event.target.value });
  return (
    <form className="wb-audit__form" autoComplete="off" onSubmit={(event) => { event.preventDefault(); act.mutate({ act: 'propose_delay', body: { ...asked, number: asked.number.trim(), institution: asked.institution.trim(), reference: asked.reference.trim() } }, { onSuccess: () => setAsked(emptyForm) }); }}>
      {act.isError ? <FailureNotice error={act.error} /> : null}
      <label>{a('search.number')}<input className="ym-input ym-numerals" required minLength={4} maxLength={60} value={asked.number} onChange={set('number')} /></label>
      <label>{a('delay.institution')}<input className="ym-input" required minLength={3} maxLength={60} value={asked.institution} onChange={set('institution')} /></label>
      <label>{a('column.ground')}<select className="ym-input" value={asked.ground} onChange={(event) => setAsked({ ...asked, ground: delayGrounds.find((one) => one === event.target.value) ?? 'discipline' })}>{delayGrounds.map((one) => <option key={one} value={one}>{a(`ground.${one}`)}</option>)}</select></label>
      <label>{a('delay.reference')}<input className="ym-input" required minLength={4} maxLength={80} value={asked.reference} onChange={set('reference')} /></label>
      <label>{a('column.until')}<input className="ym-input" type="date" required value={asked.untilOn} onChange={set('untilOn')} /></label>
      <ActButton kind="primary" type="submit" busy={act.isPending}>{a('delay.do')}</ActButton>
    </form>
  );
}
