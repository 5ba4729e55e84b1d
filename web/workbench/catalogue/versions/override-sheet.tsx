import { useState, type ReactElement } from 'react';
import type { OverridableField } from '../../../../contract/catalogue-admin.ts';
import { languages, type Localized } from '../../../../contract/language.ts';
import { Field } from '../../../ui/field/field.tsx';
import { ActButton } from '../../keys/act-button.tsx';
import { FailureNotice, SkeletonRows } from '../../shell/states.tsx';
import { Sheet } from '../../shell/sheet.tsx';
import { useWords } from '../../words/words.tsx';
import { useOverridable, useProposeOverride } from './calls.ts';
import { useVersionWords } from './version-words.ts';

interface Props {
  readonly taskCode: string;
  readonly unit: string;
  readonly unitName: Localized;
  /** the values it has now */
  readonly initial: Readonly<Record<string, unknown>>;
  readonly onClose: () => void;
  readonly onProposed: (changeId: string) => void;
}

type Own = Readonly<Record<string, unknown>>;

/** What a district may set for itself, each beside the city's value; what is left as the city's is no value of its own. */
export function OverrideSheet({ taskCode, unit, unitName, initial, onClose, onProposed }: Props): ReactElement {
  const { t, of } = useWords();
  const { v } = useVersionWords();
  const read = useOverridable(taskCode);
  const propose = useProposeOverride(taskCode);
  const [own, setOwn] = useState<Own>(initial);
  const [title, setTitle] = useState('');
  const [reason, setReason] = useState('');
  const set = (pointer: string, value: unknown): void => setOwn((before) => Object.fromEntries([...Object.entries(before).filter(([key]) => key !== pointer), ...(value === undefined ? [] : [[pointer, value] as const])]));
  const send = (): void => {
    if (!propose.isPending) propose.mutate({ unit, fields: own, terms: { title, reason, effectiveOn: null, lawChange: null } }, { onSuccess: (change) => onProposed(change.changeId) });
  };
  return (
    <Sheet
      title={v('district.sheet', { unit: of(unitName) })} onClose={onClose} aside bindings={[{ keys: 'Ctrl+Enter', does: v('district.propose'), run: send }]}
      foot={<><ActButton kind="primary" keys="Ctrl+Enter" busy={propose.isPending} onClick={send}>{v('district.propose')}</ActButton><ActButton kind="quiet" keys="Escape" onClick={onClose}>{t('sheet.close')}</ActButton></>}
    >
      <p className="ym-quiet">{v('district.only_better')}</p>
      {propose.isError ? <FailureNotice error={propose.error} /> : null}
      {read.isError ? <FailureNotice error={read.error} onRetry={() => void read.refetch()} /> : null}
      {read.isPending ? <SkeletonRows count={8} /> : null}
      <Field id="own-title" label={v('district.title_field')}>{(control) => <input {...control} className="ym-input" maxLength={120} value={title} onChange={(event) => setTitle(event.target.value)} />}</Field>
      <Field id="own-reason" label={v('change.reason')}>{(control) => <textarea {...control} className="ym-input ym-text-area" rows={2} maxLength={1_000} value={reason} onChange={(event) => setReason(event.target.value)} />}</Field>
      {(read.data?.fields ?? []).map((field, i) => <OneField key={field.pointer} id={`own-${i}`} field={field} own={own[field.pointer]} onOwn={(value) => set(field.pointer, value)} />)}
    </Sheet>
  );
}

/** One field: its name, its rule and the city's value on the left, the district's own on the right. */
function OneField({ id, field, own, onOwn }: { readonly id: string; readonly field: OverridableField; readonly own: unknown; readonly onOwn: (value: unknown) => void }): ReactElement {
  const { of } = useWords();
  const { v, place, rule, value } = useVersionWords();
  const keys = field.pointer.slice(1).split('/');
  const name = keys.at(-1) ?? '';
  const isText = field.shape === 'text';
  const city = isText ? (field.value === null ? v('diff.nothing') : of(field.value as Localized)) : value(name, field.value);
  return (
    <div className="wb-own-values" role="group" aria-labelledby={`${id}-name`}>
      <div>
        <p id={`${id}-name`}>{place({ keys, label: field.label }).field}{field.label ? ` · ${of(field.label)}` : ''}</p>
        <p className="ym-quiet">{v('district.city_value', { value: city })} · {rule(field.rule)}</p>
      </div>
      <div>
        <OwnInput id={id} field={field} name={name} own={own} onOwn={onOwn} />
        {own === undefined ? null : <ActButton kind="quiet" onClick={() => onOwn(undefined)}>{v('district.use_city')}</ActButton>}
      </div>
    </div>
  );
}

const needs = ['required', 'deferrable', 'optional'];
const levels = ['city', 'district', 'street', 'community'];

function OwnInput({ id, field, name, own, onOwn }: { readonly id: string; readonly field: OverridableField; readonly name: string; readonly own: unknown; readonly onOwn: (value: unknown) => void }): ReactElement {
  const { v, value } = useVersionWords();
  const labelled = { id, 'aria-labelledby': `${id}-name` };
  switch (field.shape) {
    case 'integer':
      return <input {...labelled} className="ym-input" type="number" min={field.rule === 'shorter' ? 1 : 0} max={Number(field.value)} value={typeof own === 'number' ? own : ''} onChange={(event) => onOwn(event.target.value === '' ? undefined : Number(event.target.value))} />;
    case 'boolean':
      return <label className="wb-tick"><input {...labelled} type="checkbox" checked={own === true} onChange={(event) => onOwn(event.target.checked ? true : undefined)} /> {v('district.yes')}</label>;
    case 'need':
      return (
        <select {...labelled} className="ym-input" value={typeof own === 'string' ? own : ''} onChange={(event) => onOwn(event.target.value || undefined)}>
          <option value="">{v('district.use_city')}</option>
          {needs.slice(needs.indexOf(String(field.value)) + 1).map((need) => <option key={need} value={need}>{value(name, need)}</option>)}
        </select>
      );
    case 'levels': {
      const chosen = Array.isArray(own) ? (own as string[]) : (field.value as string[]);
      const put = (level: string, on: boolean): void => onOwn(levels.filter((one) => (one === level ? on : chosen.includes(one))));
      return <>{levels.map((level) => <label key={level} className="wb-tick"><input type="checkbox" checked={chosen.includes(level)} disabled={(field.value as string[]).includes(level)} onChange={(event) => put(level, event.target.checked)} /> {value(name, level)}</label>)}</>;
    }
    case 'text': {
      const text = (own ?? { 'zh-CN': '', 'zh-HK': '', en: '' }) as Localized;
      const write = (language: keyof Localized, words: string): void => {
        const next = { ...text, [language]: words };
        onOwn(languages.every((one) => next[one] === '') ? undefined : next);
      };
      return <>{languages.map((language) => <input key={language} className="ym-input" lang={language} aria-labelledby={`${id}-name`} placeholder={{ 'zh-CN': '简体', 'zh-HK': '繁體', en: 'English' }[language]} maxLength={300} value={text[language]} onChange={(event) => write(language, event.target.value)} />)}</>;
    }
  }
}
