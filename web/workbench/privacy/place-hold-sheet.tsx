import { useState, type ReactElement } from 'react';
import { holdGrounds, type Hold } from '../../../contract/privacy.ts';
import { Field } from '../../ui/field/field.tsx';
import { ActButton } from '../keys/act-button.tsx';
import { FailureNotice } from '../shell/states.tsx';
import { Sheet } from '../shell/sheet.tsx';
import { useWords } from '../words/words.tsx';
import { usePlaceHold } from './calls.ts';
import { usePrivacyWords } from './privacy-words.ts';

interface Draft {
  readonly kind: Hold['kind'];
  readonly number: string;
  readonly document: string;
  readonly ground: Hold['ground'] | '';
  readonly untilOn: string;
}

type Faults = Partial<Record<'number' | 'document' | 'ground' | 'untilOn', 'hold_fault_number' | 'hold_fault_document' | 'hold_fault_ground' | 'hold_fault_day'>>;

function faultsOf({ number, document: paper, ground, untilOn }: Draft, today: string): Faults {
  return {
    ...(number.trim() ? {} : { number: 'hold_fault_number' as const }), ...(ground ? {} : { ground: 'hold_fault_ground' as const }),
    ...(paper.trim() ? {} : { document: 'hold_fault_document' as const }), ...(untilOn !== '' && untilOn < today ? { untilOn: 'hold_fault_day' as const } : {}),
  };
}

/** Places a hold on a matter by its number, or on everything of a person by the number of the paper; one person is enough, for keeping harms less than erasing. */
export function PlaceHoldSheet({ onClose }: { readonly onClose: () => void }): ReactElement {
  const p = usePrivacyWords();
  const { t, today } = useWords();
  const [draft, setDraft] = useState<Draft>({ kind: 'matter', number: '', document: '', ground: '', untilOn: '' });
  const [faults, setFaults] = useState<Faults>({});
  const place = usePlaceHold();
  const set = (part: Partial<Draft>): void => setDraft((before) => ({ ...before, ...part }));
  const fault = (name: keyof Faults) => (faults[name] ? { error: p(faults[name]) } : {});
  const send = (): void => {
    const found = faultsOf(draft, today);
    setFaults(found);
    const first = (['number', 'ground', 'document', 'untilOn'] as const).find((name) => found[name]);
    if (first) document.getElementById(`hold-${first}`)?.focus();
    else if (draft.ground && !place.isPending) place.mutate({ kind: draft.kind, number: draft.number.trim(), document: draft.document.trim(), ground: draft.ground, untilOn: draft.untilOn || null }, { onSuccess: onClose });
  };
  return (
    <Sheet
      title={p('hold_place')} onClose={onClose} aside bindings={[{ keys: 'Ctrl+Enter', does: p('hold_place'), run: send }]}
      foot={<><ActButton kind="primary" keys="Ctrl+Enter" busy={place.isPending} onClick={send}>{p('hold_place')}</ActButton><ActButton kind="quiet" keys="Escape" onClick={onClose}>{t('sheet.cancel')}</ActButton></>}
    >
      {place.isError ? <FailureNotice error={place.error} /> : null}
      <Field id="hold-kind" label={p('hold_kind')}>{(control) => <select {...control} className="ym-input ym-select" value={draft.kind} onChange={(event) => set({ kind: event.target.value === 'person' ? 'person' : 'matter', number: '' })}>{(['matter', 'person'] as const).map((one) => <option key={one} value={one}>{p(`hold_kind.${one}`)}</option>)}</select>}</Field>
      <Field id="hold-number" label={p(`hold_number_${draft.kind}`)} {...(draft.kind === 'person' ? { hint: p('hold_number_person_hint') } : {})} {...fault('number')}>{(control) => <input {...control} className="ym-input" maxLength={60} autoComplete="off" spellCheck={false} value={draft.number} onChange={(event) => set({ number: event.target.value })} />}</Field>
      <Field id="hold-ground" label={p('ground')} {...fault('ground')}>{(control) => <select {...control} className="ym-input ym-select" value={draft.ground} onChange={(event) => set({ ground: holdGrounds.find((one) => one === event.target.value) ?? '' })}><option value="">{p('hold_choose')}</option>{holdGrounds.map((one) => <option key={one} value={one}>{p(`hold_ground.${one}`)}</option>)}</select>}</Field>
      <Field id="hold-document" label={p('hold_document')} {...fault('document')}>{(control) => <input {...control} className="ym-input" maxLength={120} autoComplete="off" value={draft.document} onChange={(event) => set({ document: event.target.value })} />}</Field>
      <Field id="hold-untilOn" label={p('hold_until')} hint={p('hold_until_hint')} {...fault('untilOn')}>{(control) => <input {...control} type="date" className="ym-input ym-input--short" min={today} value={draft.untilOn} onChange={(event) => set({ untilOn: event.target.value })} />}</Field>
    </Sheet>
  );
}
