import { useId, useState, type KeyboardEvent, type ReactElement } from 'react';
import type { Unit } from '../../../contract/units.ts';
import { Icon } from '../../ui/icon/icon.tsx';
import { advance } from '../keys/advance.ts';
import { isInputMethodKey } from '../keys/use-keys.ts';
import { useUnits } from '../server/queries.ts';
import { useSettled } from '../server/use-settled.ts';
import { useWords } from '../words/words.tsx';
import { usePlaceWords } from './place-words.ts';

interface PickerProps {
  readonly id: string;
  /** code of the community chosen, empty where none is */
  readonly value: string;
  readonly onPick: (code: string) => void;
  /** offered before anything is typed: the communities of this street */
  readonly near?: string | undefined;
  /** of the control's label */
  readonly labelledBy?: string;
  readonly describedBy?: string | undefined;
  readonly wrong?: boolean;
}

/** One community by a few letters of its name, in Chinese or pinyin: ↑ ↓ Enter; street and district tell the repeated names apart. */
export function CommunityPicker({ id, value, onPick, near, labelledBy, describedBy, wrong = false }: PickerProps): ReactElement {
  const { t, of } = useWords();
  const listId = useId();
  const placeWords = usePlaceWords();
  const [text, setText] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const wanted = useSettled((text ?? '').trim());
  const open = text !== null;
  const query = wanted ? { text: wanted, kind: 'community' as const } : { parent: near ?? '' };
  const found = useUnits(query, open && (wanted !== '' || (near?.length ?? 0) === 9));
  const rows = open && (wanted !== '' || near) ? (found.data?.units ?? []).filter((unit) => unit.kind === 'community').slice(0, 12) : [];
  const pick = (unit: Unit): void => {
    onPick(unit.code);
    setText(null);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (isInputMethodKey(event)) return;
    if (event.key === 'Escape' && open) {
      event.stopPropagation();
      setText(null);
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!open) setText('');
      else setAt((before) => Math.min(Math.max(0, before + (event.key === 'ArrowDown' ? 1 : -1)), Math.max(0, rows.length - 1)));
    } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      const row = rows[at];
      if (open && row) pick(row);
      else setText(null);
      if (value !== '' || row) requestAnimationFrame(() => advance());
    }
  };
  return (
    <div className="wb-combo">
      <input
        id={id} className="ym-input" role="combobox" aria-expanded={open && rows.length > 0} aria-controls={listId} aria-autocomplete="list" autoComplete="off" maxLength={40}
        {...(labelledBy ? { 'aria-labelledby': labelledBy } : {})} {...(describedBy ? { 'aria-describedby': describedBy } : {})} {...(wrong ? { 'aria-invalid': true } : {})}
        {...(open && rows[at] ? { 'aria-activedescendant': `${listId}-${at}` } : {})}
        value={text ?? (value === '' ? '' : placeWords(value))} placeholder={t('place.placeholder')}
        onFocus={(event) => event.target.select()}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown} onBlur={() => setText(null)}
      />
      <ul id={listId} role="listbox" className="wb-combo__list" hidden={!open || rows.length === 0} aria-label={t('place.found')}>
        {rows.map((unit, i) => (
          <li key={unit.code} id={`${listId}-${i}`} role="option" aria-selected={i === at} onPointerDown={(event) => event.preventDefault()} onClick={() => pick(unit)}>
            <Icon name="pin" /> <strong>{of(unit.name)}</strong> <span className="ym-quiet">{placeWords(unit.code, true)}{unit.virtual ? ` · ${t('units.virtual')}` : ''}</span>
          </li>
        ))}
      </ul>
      {open && wanted !== '' && found.isSuccess && !found.isPlaceholderData && rows.length === 0 ? <p className="wb-combo__none" role="status">{t('place.none')}</p> : null}
    </div>
  );
}
