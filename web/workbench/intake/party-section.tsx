import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent, type ReactElement } from 'react';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { PartyView } from '../../../contract/people.ts';
import { Icon } from '../../ui/icon/icon.tsx';
import { Tag } from '../../ui/tag/tag.tsx';
import { TextInput } from '../../ui/text-input/text-input.tsx';
import { ActButton } from '../keys/act-button.tsx';
import { isInputMethodKey } from '../keys/use-keys.ts';
import { answered, api } from '../server/api.ts';
import { useSettled } from '../server/use-settled.ts';
import { failureWords } from '../words/failure-words.ts';
import { useWords } from '../words/words.tsx';
import { Section } from './section.tsx';

/** A number as it is judged: blanks and dashes of a reader left out, full-width digits narrow. */
export const plainNumber = (text: string): string => text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();

/** The shortest number of any paper that is worth asking about (an HK identity card has eight signs). */
const shortest = 8;

/** Judges a number while it is typed, once it is long enough and the typing pauses. */
function useJudged(number: string) {
  const settled = useSettled(number, 250);
  return useQuery({
    queryKey: ['identify', settled], enabled: settled.length >= shortest && settled === number, gcTime: 0, retry: false, staleTime: 30_000,
    queryFn: () => answered(api.POST('/api/v1/parties/identify', { body: { number: settled } })),
  });
}

/** Who stands at the window: one number, judged while it is typed; somebody new gives a name and a phone once. */
export function PartySection({ onKnown, onOrganisation }: { readonly onKnown: (party: PartyView) => void; readonly onOrganisation?: (creditCode: string) => void }): ReactElement {
  const words = useWords();
  const { t } = words;
  const [number, setNumber] = useState('');
  const [pressed, setPressed] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const plain = plainNumber(number);
  const judged = useJudged(plain);
  const found = judged.data && judged.isSuccess && plain.length >= shortest ? judged.data : undefined;
  const late = plain.length >= 18 || pressed;
  useEffect(() => input.current?.focus(), []);
  useEffect(() => {
    if (found?.party && (late || found.party.numberKind !== 'citizen_id')) onKnown(found.party);
  }, [found, late, onKnown]);
  const isFirm = found?.subject === 'organisation';
  const isNew = found !== undefined && !found.party && !isFirm;
  useEffect(() => {
    // A card reader sends Enter before the judgement is here: the name is asked for as soon as it is.
    if (isNew && pressed) document.getElementById('new-name')?.focus();
  }, [isNew, pressed]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || isInputMethodKey(event)) return;
    event.preventDefault();
    setPressed(true);
    if (isFirm && onOrganisation) {
      onOrganisation(plain);
      setNumber('');
    } else if (found && !found.party) document.getElementById('new-name')?.focus();
  };
  return (
    <Section name="party" title={t('party.title')}>
      <div className="wb-party">
        <label className="ym-field__label" htmlFor="party-number">{t('party.number')}</label>
        <input
          ref={input} id="party-number" className="ym-input wb-number" value={number} autoComplete="off" autoCapitalize="characters" spellCheck={false} maxLength={60} inputMode="text"
          aria-describedby="party-judgement" {...(judged.isError && late ? { 'aria-invalid': true } : {})}
          onChange={(event) => {
            setNumber(event.target.value);
            setPressed(false);
          }}
          onKeyDown={onKeyDown}
        />
        <p id="party-judgement" className={judged.isError && late ? 'wb-judgement wb-judgement--wrong' : 'wb-judgement'} role="status">
          {judged.isError && late ? <><Icon name="warning" /> {failureWords(judged.error, words)}</>
            : isFirm ? t('party.is_firm')
              : found && !found.party ? <><Icon name="check" /> {t(`number.${kindWords(found.numberKind)}`)} {found.numberMasked} · {t('party.is_new')}</>
                : plain.length > 0 ? t('party.count', { count: plain.length }) : t('party.hint')}
        </p>
      </div>
      {found && isNew ? <Registration key={found.numberMasked} number={plain} onKnown={onKnown} /> : null}
    </Section>
  );
}

const kinds = ['citizen_id', 'hk_macau_taiwan_residence_permit', 'permanent_residence', 'permanent_residence_old', 'mainland_travel_permit_hk_macau', 'mainland_travel_permit_taiwan', 'hk_id', 'passport', 'credit_code'] as const;
/** The kind of a number, `other` for one a newer server knows. */
export const kindWords = (kind: string): (typeof kinds)[number] | 'other' => kinds.find((one) => one === kind) ?? 'other';

/** Name and phone of somebody the city does not know yet, with the document seen by the clerk. */
function Registration({ number, onKnown }: { readonly number: string; readonly onKnown: (party: PartyView) => void }): ReactElement {
  const words = useWords();
  const { t } = words;
  const [faults, setFaults] = useState<{ name?: string; seen?: string }>({});
  const register = useMutation({
    mutationFn: (given: { name: string; phone: string }) => answered(api.POST('/api/v1/parties', { body: { number, name: given.name, ...(given.phone ? { phone: given.phone } : {}), documentSeen: true } })),
    onSuccess: onKnown,
  });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const name = String(given.get('name') ?? '').trim();
    const found = { ...(name ? {} : { name: t('party.name_missing') }), ...(given.has('seen') ? {} : { seen: t('party.seen_missing') }) };
    setFaults(found);
    if (found.name) document.getElementById('new-name')?.focus();
    else if (found.seen) document.getElementById('new-seen')?.focus();
    else register.mutate({ name, phone: String(given.get('phone') ?? '').trim() });
  };
  return (
    <form className="wb-registration" onSubmit={submit} noValidate>
      <TextInput id="new-name" name="name" label={t('party.name')} maxLength={120} autoComplete="off" error={faults.name} />
      <TextInput id="new-phone" name="phone" type="tel" inputMode="tel" label={t('party.phone')} note={t('party.phone_note')} maxLength={30} autoComplete="off" error={register.isError ? failureWords(register.error, words) : undefined} />
      <div className="wb-registration__foot">
        <label className="wb-tick"><input type="checkbox" id="new-seen" name="seen" /> <span>{t('party.seen')}</span></label>
        {faults.seen ? <p className="wb-judgement wb-judgement--wrong">{faults.seen}</p> : null}
        <ActButton kind="primary" type="submit" keys="Enter" busy={register.isPending}>{t('party.register')}</ActButton>
      </div>
    </form>
  );
}

/** The person standing there, as the server lets him be seen: masked. */
export function PartyCard({ party }: { readonly party: PartyView }): ReactElement {
  const { t } = useWords();
  const seen = party.assurance === 'verified_at_window';
  return (
    <p className="wb-party-card">
      <Icon name={party.subject === 'person' ? 'person' : 'building'} />
      <strong>{party.nameMasked}</strong>
      <span className="ym-numerals">{t(`number.${kindWords(party.numberKind)}`)} {party.numberMasked}</span>
      {party.phoneMasked ? <span className="ym-numerals">{party.phoneMasked}</span> : null}
      <Tag tone={seen ? 'good' : 'wait'}>{seen ? t('party.verified') : t('party.self_declared')}</Tag>
    </p>
  );
}
