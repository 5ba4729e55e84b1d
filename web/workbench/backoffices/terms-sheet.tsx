import { useState, type ReactElement } from 'react';
import { backofficeEvents, backofficeParticulars, backofficePosts, type BackofficeTerms } from '../../../contract/backoffices.ts';
import { languages } from '../../../contract/language.ts';
import { Field, FieldGroup } from '../../ui/field/field.tsx';
import { ActButton } from '../keys/act-button.tsx';
import { isFailure } from '../server/api.ts';
import { FailureNotice } from '../shell/states.tsx';
import { Sheet } from '../shell/sheet.tsx';
import { useWords } from '../words/words.tsx';
import { useBackofficeWords } from './backoffice-words.ts';

const empty: BackofficeTerms = { name: { 'zh-CN': '', 'zh-HK': '', en: '' }, institutions: [], posts: ['officer'], url: '', network: 'public', events: [...backofficeEvents], particulars: ['applicant', 'form', 'materials'] };

interface Props {
  readonly title: string;
  readonly terms: BackofficeTerms | null;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onSend: (terms: BackofficeTerms, reason: string) => void;
  readonly onClose: () => void;
}

/** The terms of a system as one administrator puts them before another; what the server finds wrong stands beside its field. */
export function TermsSheet({ title, terms, busy, error, onSend, onClose }: Props): ReactElement {
  const { t } = useWords();
  const { b, coded } = useBackofficeWords();
  const [draft, setDraft] = useState(terms ?? empty);
  const [codes, setCodes] = useState((terms?.institutions ?? []).join('\n'));
  const [reason, setReason] = useState('');
  const send = (): void => {
    if (!busy) onSend({ ...draft, institutions: codes.split(/[\s,，、;；]+/).filter((code) => code !== '') }, reason);
  };
  const faults = isFailure(error) ? (error.problem.errors ?? []) : [];
  const faultAt = (pointer: string): string | undefined => {
    const found = faults.filter((fault) => fault.pointer === pointer || fault.pointer.startsWith(`${pointer}/`));
    return found.length > 0 ? [...new Set(found.map((fault) => coded(fault.code, fault.params)))].join(' ') : undefined;
  };
  return (
    <Sheet
      title={title} onClose={onClose} aside bindings={[{ keys: 'Ctrl+Enter', does: b('propose.send'), run: send }]}
      foot={<><ActButton kind="primary" keys="Ctrl+Enter" busy={busy} onClick={send}>{b('propose.send')}</ActButton><ActButton kind="quiet" keys="Escape" onClick={onClose}>{t('sheet.close')}</ActButton></>}
    >
      {error ? <FailureNotice error={error} /> : null}
      {languages.map((language) => (
        <Field key={language} id={`name-${language}`} label={b(`terms.name.${language}`)} error={faultAt(`/terms/name/${language}`)}>
          {(control) => <input {...control} className="ym-input" lang={language} maxLength={80} value={draft.name[language]} onChange={(event) => setDraft({ ...draft, name: { ...draft.name, [language]: event.target.value } })} />}
        </Field>
      ))}
      <Field id="institutions" label={b('terms.institutions')} hint={b('terms.institutions_hint')} error={faultAt('/terms/institutions')}>
        {(control) => <textarea {...control} className="ym-input ym-text-area" rows={4} spellCheck={false} value={codes} onChange={(event) => setCodes(event.target.value)} />}
      </Field>
      <Ticks id="posts" label={b('terms.posts')} error={faultAt('/terms/posts')} choices={backofficePosts} values={draft.posts} name={(post) => b(`terms.post.${post}`)} onValues={(posts) => setDraft({ ...draft, posts })} />
      <Field id="network" label={b('terms.network')}>
        {(control) => (
          <select {...control} className="ym-input ym-select" value={draft.network} onChange={(event) => setDraft({ ...draft, network: event.target.value === 'private' ? 'private' : 'public' })}>
            <option value="public">{b('terms.network.public')}</option>
            <option value="private">{b('terms.network.private')}</option>
          </select>
        )}
      </Field>
      <Field id="url" label={b('terms.url')} error={faultAt('/terms/url')}>
        {(control) => <input {...control} className="ym-input" type="url" inputMode="url" maxLength={300} placeholder="https://" value={draft.url} onChange={(event) => setDraft({ ...draft, url: event.target.value })} />}
      </Field>
      <Ticks id="events" label={b('terms.events')} error={faultAt('/terms/events')} choices={backofficeEvents} values={draft.events} name={(event) => b(`event.${event}`)} onValues={(events) => setDraft({ ...draft, events })} />
      <Ticks
        id="particulars" label={b('terms.particulars')} hint={b('terms.particulars_hint')} choices={backofficeParticulars} values={draft.particulars} name={(part) => b(`particular.${part}`)}
        onValues={(particulars) => setDraft({ ...draft, particulars })}
      />
      <ReasonField reason={reason} onReason={setReason} error={faultAt('/reason')} />
    </Sheet>
  );
}

/** Why; read by the second person. */
export function ReasonField({ reason, onReason, error }: { readonly reason: string; readonly onReason: (reason: string) => void; readonly error?: string | undefined }): ReactElement {
  const { b } = useBackofficeWords();
  return <Field id="reason" label={b('propose.reason')} error={error}>{(control) => <textarea {...control} className="ym-input ym-text-area" rows={2} maxLength={1_000} value={reason} onChange={(event) => onReason(event.target.value)} />}</Field>;
}

function Ticks<T extends string>(props: {
  readonly id: string; readonly label: string; readonly hint?: string; readonly error?: string | undefined; readonly choices: readonly T[]; readonly values: readonly T[]; readonly name: (choice: T) => string; readonly onValues: (values: T[]) => void;
}): ReactElement {
  const { id, label, hint, error, choices, values, name, onValues } = props;
  return (
    <FieldGroup id={id} label={label} hint={hint} error={error}>
      {choices.map((choice, i) => (
        <label key={choice} className="wb-tick">
          <input type="checkbox" {...(i === 0 ? { id } : {})} checked={values.includes(choice)} onChange={(event) => onValues(event.target.checked ? [...values, choice] : values.filter((one) => one !== choice))} /> <span>{name(choice)}</span>
        </label>
      ))}
    </FieldGroup>
  );
}
