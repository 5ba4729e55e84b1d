import type { ReactElement } from 'react';
import { Button } from '../button/button.tsx';
import { FieldGroup, type FieldWhen, type FieldWords } from '../field/field.tsx';
import { ChoiceBox } from '../radios/radios.tsx';

/** A community that may be chosen: its 12-digit code, its name, and street and district to tell the 38 repeated names apart. */
export interface CommunityChoice {
  readonly code: string;
  readonly name: string;
  readonly within: string;
}

/** Words of the picker, in the page's language. */
export interface CommunityWords {
  readonly searchLabel: string;
  readonly searchHint: string;
  readonly find: string;
  readonly browse: string;
  readonly district: string;
  readonly street: string;
  readonly chosen: string;
  readonly found: string;
  readonly none: string;
  readonly show: string;
  readonly any: string;
}

/** What has been looked for so far, and what was found. */
export interface CommunityState {
  readonly chosen?: CommunityChoice | undefined;
  readonly search?: string | undefined;
  readonly found?: readonly CommunityChoice[] | undefined;
  readonly districts: readonly { readonly code: string; readonly name: string }[];
  readonly district?: string | undefined;
  readonly streets?: readonly { readonly code: string; readonly name: string }[] | undefined;
  readonly street?: string | undefined;
}

/**
 * Picks one community. Without script: a search box and, beside it, district → street, each shown by a button (`find` posts the page back and the server lists what it found);
 * with script the island `community` searches while typing. The answer is posted under `name`; the aids under `name.search`, `name.district`, `name.street`.
 */
export function CommunityField(props: FieldWords & { readonly name: string; readonly words: CommunityWords; readonly state: CommunityState; readonly when?: FieldWhen | undefined }): ReactElement {
  const { name, words: w, state, ...words } = props;
  const { id } = words;
  const listed = state.found ?? (state.chosen ? [state.chosen] : []);
  return (
    <FieldGroup {...words}>
      <div className="ym-community" data-community={name} data-community-found={w.found} data-community-none={w.none}>
        <div className="ym-community__search">
          <label htmlFor={listed.length > 0 ? `${id}-search` : id} className="ym-community__label">{w.searchLabel}</label>
          <div className="ym-community__line">
            <input className="ym-input" type="search" id={listed.length > 0 ? `${id}-search` : id} name={`${name}.search`} defaultValue={state.search ?? ''} autoComplete="off" maxLength={40} aria-describedby={`${id}-search-hint`} />
            <Button kind="secondary" icon="search" name="find" value={name}>{w.find}</Button>
          </div>
          <p className="ym-quiet" id={`${id}-search-hint`}>{w.searchHint}</p>
        </div>
        <details className="ym-community__browse" {...(state.district ? { open: true } : {})}>
          <summary>{w.browse}</summary>
          <div className="ym-community__selects">
            <label>{w.district}<select className="ym-input" name={`${name}.district`} defaultValue={state.district ?? ''}><option value="">{w.any}</option>{state.districts.map((d) => <option key={d.code} value={d.code}>{d.name}</option>)}</select></label>
            {state.streets ? <label>{w.street}<select className="ym-input" name={`${name}.street`} defaultValue={state.street ?? ''}><option value="">{w.any}</option>{state.streets.map((s) => <option key={s.code} value={s.code}>{s.name}</option>)}</select></label> : null}
            <Button kind="secondary" name="find" value={`${name}.browse`}>{w.show}</Button>
          </div>
        </details>
        <div className="ym-choices" data-community-list="" aria-live="polite">
          {state.found ? <p className="ym-quiet">{state.found.length > 0 ? w.found : w.none}</p> : null}
          {listed.map((c, i) => <ChoiceBox key={c.code} type="radio" id={i === 0 ? id : `${id}-${i}`} name={name} choice={{ value: c.code, text: c.name, hint: c.within }} checked={c.code === state.chosen?.code} />)}
        </div>
      </div>
    </FieldGroup>
  );
}
