import { useRef, useState, type ReactElement, type ReactNode } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { MatterView } from '../../../contract/matters.ts';
import { promiseWords } from '../../../contract/messages/promises.ts';
import { repairReasons, type PromiseView, type RepairView, type RevocationView } from '../../../contract/promise-views.ts';
import { dayOf, dayWords } from '../../ui/dates.ts';
import { speaker, type Speaker } from '../../ui/speak.ts';
import { Tag } from '../../ui/tag/tag.tsx';
import { ActButton } from '../keys/act-button.tsx';
import { answered, api, codeOf } from '../server/api.ts';
import { newCommandId } from '../server/command-id.ts';
import { FailureNotice } from '../shell/states.tsx';
import { useWords } from '../words/words.tsx';

/** An act on promises; its id and the fact number are added when it is sent. */
type PromiseAct =
  | { readonly kind: 'check'; readonly materialCode: string; readonly kept: boolean; readonly words: string }
  | { readonly kind: 'revoke'; readonly words: string }
  | { readonly kind: 'approve' | 'reject'; readonly proposalId: string; readonly words: string }
  | { readonly kind: 'repair'; readonly materialCode: string; readonly reason: RepairView['reason']; readonly document: string; readonly words: string }
  | { readonly kind: 'decide_repair'; readonly proposalId: string; readonly approved: boolean; readonly words: string };

async function call(matterId: string, act: PromiseAct, meta: { readonly commandId: string; readonly seenSeq: number }): Promise<MatterView> {
  const path = { matterId };
  const { words } = act;
  switch (act.kind) {
    case 'check':
      return (await answered(api.POST('/api/v1/matters/{matterId}/check-promise', { params: { path }, body: { ...meta, materialCode: act.materialCode, kept: act.kept, words } }))).matter;
    case 'revoke':
      return (await answered(api.POST('/api/v1/matters/{matterId}/propose-revocation', { params: { path }, body: { ...meta, words } }))).matter;
    case 'approve':
      return (await answered(api.POST('/api/v1/matters/{matterId}/revocations/{proposalId}/approve', { params: { path: { ...path, proposalId: act.proposalId } }, body: { ...meta, words } }))).matter;
    case 'reject':
      return (await answered(api.POST('/api/v1/matters/{matterId}/revocations/{proposalId}/reject', { params: { path: { ...path, proposalId: act.proposalId } }, body: { ...meta, words } }))).matter;
    case 'repair':
      return (await answered(api.POST('/api/v1/matters/{matterId}/propose-repair', { params: { path }, body: { ...meta, materialCode: act.materialCode, reason: act.reason, document: act.document, words } }))).matter;
    case 'decide_repair':
      return (await answered(api.POST('/api/v1/matters/{matterId}/repairs/{proposalId}/decide', { params: { path: { ...path, proposalId: act.proposalId } }, body: { ...meta, approved: act.approved, words } }))).matter;
  }
}

/** Sends acts on promises; the same act sent again carries the same command id. A faster colleague brings the newest to the screen, and what was typed stays. */
function usePromiseAct(matter: MatterView) {
  const client = useQueryClient();
  const last = useRef<{ readonly told: string; readonly commandId: string } | null>(null);
  return useMutation({
    mutationFn: (act: PromiseAct) => {
      const told = JSON.stringify([act, matter.seq]);
      if (last.current?.told !== told) last.current = { told, commandId: newCommandId() };
      return call(matter.matterId, act, { commandId: last.current.commandId, seenSeq: matter.seq });
    },
    onSuccess: (next) => {
      client.setQueryData(['matter', matter.matterId], next);
      void client.invalidateQueries({ queryKey: ['worklist'] });
    },
    onError: (error) => {
      if (codeOf(error) === 'matter.changed_meanwhile') void client.invalidateQueries({ queryKey: ['matter', matter.matterId] });
    },
  });
}

interface Acting {
  readonly matter: MatterView;
  readonly w: Speaker<typeof promiseWords>;
  readonly send: (act: PromiseAct) => void;
  readonly busy: boolean;
}

/** What the applicant gave his word for and what became of it: checked here, taken back and repaired here, each by the persons the server allows. Nothing where nobody gave a word. */
export function PromisesPanel({ matter }: { readonly matter: MatterView }): ReactElement | null {
  const { language } = useWords();
  const w = speaker(promiseWords, language);
  const acting = usePromiseAct(matter);
  const later = matter.materials.filter((one) => one.form === 'deferred' && one.deferral !== null);
  if (matter.promises.length + later.length + matter.countingWords.length + matter.repairs.length === 0 && !matter.revocation) return null;
  const shared: Acting = { matter, w, send: (act) => acting.mutate(act), busy: acting.isPending };
  return (
    <section className="wb-part" aria-labelledby="part-promises">
      <h3 id="part-promises">{w('office.title')}</h3>
      {acting.error ? <FailureNotice error={acting.error} /> : null}
      <ul className="wb-given">
        {matter.promises.map((one) => <li key={one.materialCode}><OnePromise {...shared} promise={one} /></li>)}
        {later.map((one) => <li key={one.materialCode}><Later matter={matter} w={w} material={one} /></li>)}
      </ul>
      {matter.revocation ? <Revocation {...shared} revocation={matter.revocation} /> : null}
      {matter.allowed.includes('revoke_result') ? <Proposing label={w('office.propose_revocation')} words={w('office.reason')} danger acting={shared} make={(words) => ({ kind: 'revoke', words })} /> : null}
      <Record {...shared} />
    </section>
  );
}

function OnePromise({ promise, matter, w, send, busy }: Acting & { readonly promise: PromiseView }): ReactElement {
  const { of, language, today } = useWords();
  const { kept, due } = promise;
  return (
    <>
      <p className="wb-material__name">{of(promise.name)} <Tag tone={kept === null ? 'wait' : kept ? 'good' : 'bad'}>{kept === null ? (due ? w('promises.open', { date: dayWords(due.dueOn, language, today) }) : w('promises.open_no_date')) : w(kept ? 'promises.kept' : 'promises.broken')}</Tag></p>
      <p>{of(promise.promiseText)} {promise.affirmedBy ? <span className="ym-quiet">{w('office.affirmed', { name: promise.affirmedBy })}</span> : null}</p>
      {promise.words ? <p className="ym-quiet">{promise.words}</p> : null}
      {kept === null && matter.allowed.includes('check_promise') ? (
        <Worded id={`check-${promise.materialCode}`} label={w('office.words')} busy={busy} choices={[
          { text: w('office.kept'), kind: 'primary', act: (words) => send({ kind: 'check', materialCode: promise.materialCode, kept: true, words }) },
          { text: w('office.broken'), kind: 'danger', act: (words) => send({ kind: 'check', materialCode: promise.materialCode, kept: false, words }) },
        ]} />
      ) : null}
    </>
  );
}

function Later({ matter, w, material }: Pick<Acting, 'matter' | 'w'> & { readonly material: MatterView['materials'][number] }): ReactElement {
  const { of, ui, language, today } = useWords();
  const due = matter.dues.find((one) => one.limitId === `deferred:${material.materialCode}`);
  const date = due ? dayWords(due.dueOn, language, today) : '';
  return (
    <>
      <p className="wb-material__name">{material.deferral?.lapsed ? w('office.lapsed', { material: of(material.name), date }) : <>{of(material.name)} {due ? <span className="ym-quiet">{ui('due.deferred', { date })}</span> : null}</>}</p>
      {material.deferral ? <p className="ym-quiet">{w(`consequence.${material.deferral.consequence}`)}</p> : null}
    </>
  );
}

function Revocation({ revocation, w, send, busy }: Acting & { readonly revocation: RevocationView }): ReactElement {
  const { of, language, today } = useWords();
  const on = (at: string) => dayWords(dayOf(at), language, today);
  const materials = revocation.materials.map((one) => of(one.name)).join(language === 'en' ? ', ' : '、');
  const { proposalId, outcome } = revocation;
  return (
    <div className="wb-box">
      <p><strong>{w('office.proposed', { name: revocation.proposedByName, date: on(revocation.proposedAt) })}</strong> {w(`revoked.${revocation.ground}`, { materials })}</p>
      {revocation.words ? <p>{revocation.words}</p> : null}
      {outcome === 'open' && !revocation.mayDecide ? <p className="ym-quiet">{w('office.waits')}</p> : null}
      {outcome !== 'open' && revocation.decidedAt ? <p>{w(outcome === 'approved' ? 'office.approved' : 'office.rejected', { name: revocation.decidedByName, date: on(revocation.decidedAt) })} {revocation.decisionWords}</p> : null}
      {revocation.mayDecide ? (
        <Worded id={`revocation-${proposalId}`} label={w('office.decision')} busy={busy} choices={[
          { text: w('office.approve'), kind: 'danger', act: (words) => send({ kind: 'approve', proposalId, words }) },
          { text: w('office.reject'), kind: 'secondary', act: (words) => send({ kind: 'reject', proposalId, words }) },
        ]} />
      ) : null}
    </div>
  );
}

/** What counts against the applicant, and its repair. */
function Record(acting: Acting): ReactElement | null {
  const { matter, w, send, busy } = acting;
  const { of, language, today } = useWords();
  const on = (at: string) => dayWords(dayOf(at), language, today);
  const [document, setDocument] = useState('');
  const [reason, setReason] = useState<RepairView['reason']>('made_good');
  const first = matter.countingWords[0];
  if (!first && matter.repairs.length === 0) return null;
  return (
    <>
      {matter.countingWords.length > 0 ? <p>{w('office.counts', { materials: matter.countingWords.map((one) => of(one.name)).join(language === 'en' ? ', ' : '、') })}</p> : null}
      {matter.repairs.map((one) => (
        <div key={one.proposalId} className="wb-box">
          <p>{one.outcome === 'approved' && one.decidedAt ? w('office.repair_done', { material: of(one.name), date: on(one.decidedAt) }) : w('office.repair_open', { name: one.proposedByName, date: on(one.proposedAt), material: of(one.name), reason: w(`reason.${one.reason}`), document: one.document })} {one.words}</p>
          {one.mayDecide ? (
            <Worded id={`repair-${one.proposalId}`} label={w('office.decision')} busy={busy} choices={[
              { text: w('office.repair_approve'), kind: 'primary', act: (words) => send({ kind: 'decide_repair', proposalId: one.proposalId, approved: true, words }) },
              { text: w('office.repair_reject'), kind: 'secondary', act: (words) => send({ kind: 'decide_repair', proposalId: one.proposalId, approved: false, words }) },
            ]} />
          ) : null}
        </div>
      ))}
      {first && matter.allowed.includes('propose_repair') ? (
        <Proposing label={w('office.repair')} words={w('office.reason')} acting={acting} ready={document.trim() !== ''} make={(words) => ({ kind: 'repair', materialCode: first.materialCode, reason, document: document.trim(), words })}>
          <div className="wb-options">{repairReasons.map((one) => <label key={one} className="wb-option"><input type="radio" name="repair-reason" checked={reason === one} onChange={() => setReason(one)} /> <span>{w(`reason.${one}`)}</span></label>)}</div>
          <label className="ym-field__label" htmlFor="repair-document">{w('office.repair_document')}</label>
          <input id="repair-document" className="ym-input" maxLength={80} value={document} onChange={(event) => setDocument(event.target.value)} />
        </Proposing>
      ) : null}
    </>
  );
}

/** A proposal behind a button: what it needs shows once it is wanted. */
function Proposing({ label, words, acting, make, danger, ready = true, children }: { readonly label: string; readonly words: string; readonly acting: Acting; readonly make: (words: string) => PromiseAct; readonly danger?: boolean; readonly ready?: boolean; readonly children?: ReactNode }): ReactElement {
  const [open, setOpen] = useState(false);
  if (!open) return <div className="wb-acts__row"><ActButton kind={danger ? 'danger' : 'secondary'} onClick={() => setOpen(true)}>{label}</ActButton></div>;
  return (
    <div className="wb-box">
      <p><strong>{label}</strong></p>
      {children}
      <Worded id={`propose-${label}`} label={words} busy={acting.busy || !ready} choices={[{ text: acting.w('office.send'), kind: danger ? 'danger' : 'primary', act: (said) => acting.send(make(said)) }]} />
      <div className="wb-acts__row"><ActButton kind="quiet" onClick={() => setOpen(false)}>{acting.w('office.cancel')}</ActButton></div>
    </div>
  );
}

interface WordedChoice {
  readonly text: string;
  readonly kind: 'primary' | 'secondary' | 'danger';
  readonly act: (words: string) => void;
}

/** Words that every act here needs, and the acts they go with. */
function Worded({ id, label, busy, choices }: { readonly id: string; readonly label: string; readonly busy: boolean; readonly choices: readonly WordedChoice[] }): ReactElement {
  const { t } = useWords();
  const [words, setWords] = useState('');
  const [tried, setTried] = useState(false);
  const missing = words.trim() === '';
  return (
    <>
      <label className="ym-field__label" htmlFor={id}>{label}</label>
      <textarea id={id} className="ym-input" rows={2} maxLength={2000} value={words} onChange={(event) => setWords(event.target.value)} {...(tried && missing ? { 'aria-invalid': true, 'aria-describedby': `${id}-fault` } : {})} />
      {tried && missing ? <p className="wb-judgement wb-judgement--wrong" id={`${id}-fault`} role="alert">{t('opinion.words_missing')}</p> : null}
      <div className="wb-acts__row">
        {choices.map((choice) => (
          <ActButton key={choice.text} kind={choice.kind} busy={busy} onClick={() => {
            setTried(true);
            if (missing) document.getElementById(id)?.focus();
            else if (!busy) choice.act(words.trim());
          }}>{choice.text}</ActButton>
        ))}
      </div>
    </>
  );
}
