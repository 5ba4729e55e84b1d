import { useState, type ReactElement } from 'react';
import type { SettingView } from '../../../contract/operations.ts';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { Icon } from '../../ui/icon/icon.tsx';
import { useWords } from '../words/words.tsx';
import { useOperationsWords } from './operations-words.ts';
import { choices, chosen, wantsLook, type Choice } from './setting-choice.ts';

/** Every setting: what it is for, its value or only that it is set, where it comes from, and what wants a second look. */
export function SettingsPart({ settings }: { readonly settings: readonly SettingView[] }): ReactElement {
  const o = useOperationsWords();
  const [choice, setChoice] = useState<Choice>('all');
  const shown = chosen(settings, choice);
  return (
    <section aria-labelledby="operations-settings">
      <h2 id="operations-settings">{o('part.settings')}</h2>
      <div className="wb-views ym-no-print" role="group" aria-label={o('only.label')}>
        {choices.map((one) => <button key={one} type="button" aria-pressed={one === choice} onClick={() => setChoice(one)}>{o(`only.${one}`)} <span className="ym-numerals">{chosen(settings, one).length}</span></button>)}
      </div>
      <p className="wb-count" role="status">{o('only.count', { count: shown.length })}</p>
      {shown.length === 0 ? <EmptyState title={o('only.none')}><p>{o('only.none_how')}</p></EmptyState> : (
        <div className="wb-scroll" tabIndex={0} role="group" aria-label={o('part.settings')}>
          <table className="wb-table wb-operations__settings">
            <thead><tr><th scope="col">{o('column.name')}</th><th scope="col">{o('column.value')}</th><th scope="col">{o('column.source')}</th><th scope="col">{o('column.look')}</th></tr></thead>
            <tbody>{shown.map((one) => <SettingRow key={one.name} setting={one} />)}</tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function SettingRow({ setting }: { readonly setting: SettingView }): ReactElement {
  const o = useOperationsWords();
  const { of } = useWords();
  const { name, about, isSecret, value, source, file, warning } = setting;
  const looked = wantsLook(setting);
  return (
    <tr>
      <th scope="row"><code lang="zxx">{name}</code><div className="ym-quiet wb-operations__about">{of(about)}</div></th>
      <td data-label={o('column.value')}>{isSecret ? o(source === 'unset' ? 'secret.unset' : 'secret.set') : value === null ? '–' : <code lang="zxx" className="wb-operations__value">{value}</code>}</td>
      <td className="wb-nowrap" data-label={o('column.source')}>{o(`source.${source}`)}</td>
      <td className={looked ? 'wb-operations__look' : undefined}>
        {looked ? <Icon name="warning" /> : null}
        <div>{warning ? <p>{of(warning)}</p> : null}{file ? <p className={file === 'as_at_start' ? 'ym-quiet' : undefined}>{o(`file.${file}`)}</p> : null}</div>
      </td>
    </tr>
  );
}
