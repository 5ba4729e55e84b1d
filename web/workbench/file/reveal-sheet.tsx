import { useState, type ReactElement } from 'react';
import { useMutation } from '@tanstack/react-query';
import { revealFields, revealPurposes, type RevealField, type RevealPurpose } from '../../../contract/access-log.ts';
import type { MatterView } from '../../../contract/matters.ts';
import { accessLogWords } from '../../../contract/messages/access-log.ts';
import { speaker } from '../../ui/speak.ts';
import { ActButton } from '../keys/act-button.tsx';
import { answered, api } from '../server/api.ts';
import { Sheet } from '../shell/sheet.tsx';
import { FailureNotice } from '../shell/states.tsx';
import { useWords } from '../words/words.tsx';

type Whose = 'applicant' | 'organisation';

/** 显示: one masked field, after saying what for. What was shown goes with the sheet: it is kept nowhere. */
export function RevealSheet({ matter, onClose }: { readonly matter: MatterView; readonly onClose: () => void }): ReactElement {
  const { language } = useWords();
  const w = speaker(accessLogWords, language);
  const { t } = useWords();
  const [party, setParty] = useState<Whose>(matter.organisation ? 'organisation' : 'applicant');
  const [field, setField] = useState<RevealField>('number');
  const [purpose, setPurpose] = useState<RevealPurpose | ''>('');
  const [tried, setTried] = useState(false);
  const reveal = useMutation({
    mutationFn: (asked: { party: Whose; field: RevealField; purpose: RevealPurpose }) => answered(api.POST('/api/v1/matters/{matterId}/reveal', { params: { path: { matterId: matter.matterId } }, body: asked })),
    gcTime: 0,
  });
  const send = (): void => {
    setTried(true);
    if (purpose === '') document.getElementById('reveal-purpose')?.focus();
    else if (!reveal.isPending) reveal.mutate({ party, field, purpose });
  };
  const again = (change: () => void): void => {
    reveal.reset();
    change();
  };
  return (
    <Sheet
      title={w('reveal.title')} onClose={onClose} narrow bindings={[{ keys: 'Ctrl+Enter', does: w('reveal.do'), run: send }]}
      foot={<><ActButton kind="primary" keys="Ctrl+Enter" busy={reveal.isPending} onClick={send}>{w('reveal.do')}</ActButton><ActButton kind="quiet" keys="Escape" onClick={onClose}>{t('sheet.cancel')}</ActButton></>}
    >
      {reveal.isError ? <FailureNotice error={reveal.error} /> : null}
      <p>{w('reveal.words')}</p>
      {matter.organisation ? <Choice id="reveal-party" label={w('reveal.whose')} value={party} of={['organisation', 'applicant']} word={(one) => w(`reveal.${one}`)} onChange={(one) => again(() => setParty(one))} /> : null}
      <Choice id="reveal-field" label={w('reveal.which')} value={field} of={revealFields} word={(one) => w(`field.${one}`)} onChange={(one) => again(() => setField(one))} />
      <Choice id="reveal-purpose" label={w('reveal.purpose')} value={purpose} of={['', ...revealPurposes] as const} word={(one) => (one === '' ? '–' : w(`purpose.${one}`))} onChange={(one) => again(() => setPurpose(one))} />
      {tried && purpose === '' ? <p className="wb-judgement wb-judgement--wrong" role="alert">{w('reveal.fault_purpose')}</p> : null}
      <p role="status" aria-live="polite">{reveal.data ? <><span className="ym-quiet">{w(`field.${reveal.data.field}`)}</span><br /><strong className="ym-numerals wb-revealed">{reveal.data.value ?? w('reveal.none')}</strong></> : null}</p>
    </Sheet>
  );
}

interface ChoiceProps<V extends string> {
  readonly id: string;
  readonly label: string;
  readonly value: V;
  readonly of: readonly V[];
  readonly word: (one: V) => string;
  readonly onChange: (one: V) => void;
}

/** One of a few, as the native list of the platform. */
function Choice<V extends string>({ id, label, value, of, word, onChange }: ChoiceProps<V>): ReactElement {
  return (
    <p>
      <label className="ym-field__label" htmlFor={id}>{label}</label>
      <select id={id} className="ym-input" value={value} onChange={(event) => onChange(of.find((one) => one === event.target.value) ?? value)}>{of.map((one) => <option key={one} value={one}>{word(one)}</option>)}</select>
    </p>
  );
}
