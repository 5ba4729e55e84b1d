import { useState, type ReactElement } from 'react';
import { keyChangeKinds, type KeyChange, type KeysInUse, type KeyTask } from '../../../contract/key-changes.ts';
import { Field } from '../../ui/field/field.tsx';
import { ActButton } from '../keys/act-button.tsx';
import { FailureNotice } from '../shell/states.tsx';
import { Sheet } from '../shell/sheet.tsx';
import { useWords } from '../words/words.tsx';
import { useProposeKeyChange } from './calls.ts';
import { useKeyWords } from './key-words.ts';

const counts = [2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

/** Asks for a new key, the end of an old one, or new shares: what, why, and the numbers. */
export function ProposeSheet({ keys, onClose, onProposed }: { readonly keys: KeysInUse; readonly onClose: () => void; readonly onProposed: (changeId: string) => void }): ReactElement {
  const { t } = useWords();
  const { k, does } = useKeyWords();
  const old = keys.versions.filter((version) => version !== keys.current);
  const kinds = keyChangeKinds.filter((kind) => kind !== 'retire' || old.length > 0);
  const [kind, setKind] = useState<KeyChange['task']['kind']>('rotate');
  const [version, setVersion] = useState(old[0] ?? 0);
  const [into, setInto] = useState(3);
  const [need, setNeed] = useState(2);
  const [reason, setReason] = useState('');
  const [isFaulty, setFaulty] = useState(false);
  const propose = useProposeKeyChange();
  const task: KeyTask = kind === 'retire' ? { kind, version } : kind === 'split' ? { kind, into, need } : { kind };
  const send = (): void => {
    setFaulty(reason.trim() === '');
    if (reason.trim() === '') document.getElementById('key-reason')?.focus();
    else if (!propose.isPending) propose.mutate({ task, reason }, { onSuccess: ({ changeId }) => onProposed(changeId) });
  };
  const number = (id: string, label: string, values: readonly number[], value: number, set: (value: number) => void): ReactElement => (
    <Field id={id} label={label}>{(control) => <select {...control} className="ym-input ym-select ym-input--short" value={value} onChange={(event) => set(Number(event.target.value))}>{values.map((one) => <option key={one} value={one}>{one}</option>)}</select>}</Field>
  );
  return (
    <Sheet
      title={k('propose')} onClose={onClose} aside bindings={[{ keys: 'Ctrl+Enter', does: k('send'), run: send }]}
      foot={<><ActButton kind="primary" keys="Ctrl+Enter" busy={propose.isPending} onClick={send}>{k('send')}</ActButton><ActButton kind="quiet" keys="Escape" onClick={onClose}>{t('sheet.cancel')}</ActButton></>}
    >
      {propose.isError ? <FailureNotice error={propose.error} /> : null}
      <Field id="key-kind" label={k('what')}>{(control) => <select {...control} className="ym-input ym-select" value={kind} onChange={(event) => setKind(keyChangeKinds.find((one) => one === event.target.value) ?? 'rotate')}>{kinds.map((one) => <option key={one} value={one}>{k(`choose.${one}`)}</option>)}</select>}</Field>
      <p className="ym-quiet">{does(task)}</p>
      {kind === 'retire' ? number('key-version', k('which_version'), old, version, setVersion) : null}
      {kind === 'split' ? (
        <>
          {number('key-into', k('into'), counts, into, (value) => { setInto(value); setNeed(Math.min(need, value)); })}
          {number('key-need', k('need'), counts.filter((one) => one <= into), need, setNeed)}
        </>
      ) : null}
      <Field id="key-reason" label={k('reason')} {...(isFaulty ? { error: k('fault_reason') } : {})}>{(control) => <input {...control} className="ym-input" maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />}</Field>
    </Sheet>
  );
}
