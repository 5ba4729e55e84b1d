import { useState, type KeyboardEvent, type ReactElement } from 'react';
import type { Item } from '../../../contract/catalogue.ts';
import type { Draft } from '../../../contract/matters.ts';
import type { Post } from '../../../contract/people.ts';
import { advance } from '../keys/advance.ts';
import { isInputMethodKey } from '../keys/use-keys.ts';
import { AuthorityPanel } from './authority-panel.tsx';
import { CommunityPicker } from '../units/community-picker.tsx';
import { useKnownUnits } from '../units/place-words.ts';
import { useWords } from '../words/words.tsx';
import { plainNumber } from './party-section.tsx';
import { Section } from './section.tsx';

/** Tells the organisation acted for; `half` where only one of code and name is there, so that nothing is filed in the wrong name. */
type OnOrganisation = (organisation: Draft['organisation'], half: boolean) => void;

/** Which place decides the competent unit, and the firm somebody acts for. */
export function PlaceSection(
  { item, draft, hall, onArea, onOrganisation }:
  { readonly item: Item; readonly draft: Draft; readonly hall: Pick<Post, 'institution' | 'unit'> | undefined; readonly onArea: (code: string) => void; readonly onOrganisation: OnOrganisation },
): ReactElement {
  const { t } = useWords();
  const { area_basis: basis, server_type: types } = item.implementation_item;
  const firmsToo = types.some((type) => type !== '1');
  const onlyFirms = firmsToo && !types.includes('1');
  useKnownUnits([draft.areaUnit ?? '']);
  return (
    <Section name="place" title={t('place.title')} done={draft.areaUnit !== null}>
      <div className="wb-fields">
        <div className="wb-field wb-field--wide">
          <label className="ym-field__label" id="area-label" htmlFor="area">{t(`place.${basis}`)}</label>
          <CommunityPicker id="area" value={draft.areaUnit ?? ''} onPick={onArea} near={hall?.unit.slice(0, 9)} labelledBy="area-label" />
        </div>
        {firmsToo ? <Organisation draft={draft} required={onlyFirms} onOrganisation={onOrganisation} /> : null}
        {firmsToo && hall ? <AuthorityPanel draft={draft} hall={hall.institution} /> : null}
      </div>
    </Section>
  );
}

function Organisation({ draft, required, onOrganisation }: { readonly draft: Draft; readonly required: boolean; readonly onOrganisation: OnOrganisation }): ReactElement {
  const { t, ui } = useWords();
  const [code, setCode] = useState(draft.organisation?.creditCode ?? '');
  const [name, setName] = useState(draft.organisation?.name ?? '');
  const tell = (next: { code: string; name: string }): void => {
    const creditCode = plainNumber(next.code);
    const called = next.name.trim();
    onOrganisation(creditCode === '' || called === '' ? null : { creditCode, name: called }, (creditCode === '') !== (called === ''));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || isInputMethodKey(event)) return;
    event.preventDefault();
    advance();
  };
  const note = required ? null : <span className="ym-field__note"> {ui('form.optional')}</span>;
  return (
    <>
      <div className="wb-field">
        <label className="ym-field__label" htmlFor="firm-code">{t('firm.code')}{note}</label>
        <input id="firm-code" className="ym-input wb-number" value={code} maxLength={40} autoComplete="off" autoCapitalize="characters" spellCheck={false} onKeyDown={onKeyDown} onChange={(event) => {
          setCode(event.target.value);
          tell({ code: event.target.value, name });
        }} />
      </div>
      <div className="wb-field">
        <label className="ym-field__label" htmlFor="firm-name">{t('firm.name')}{note}</label>
        <input id="firm-name" className="ym-input" value={name} maxLength={120} autoComplete="off" onKeyDown={onKeyDown} onChange={(event) => {
          setName(event.target.value);
          tell({ code, name: event.target.value });
        }} />
      </div>
    </>
  );
}
