import type { ReactElement } from 'react';
import { Sheet } from '../shell/sheet.tsx';
import { useWords } from '../words/words.tsx';
import { KeyCap } from './key-cap.tsx';
import { useActiveBindings } from './use-keys.ts';

/** The keys that work on this screen, in words. */
export function KeyHelp({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { t } = useWords();
  const bindings = useActiveBindings();
  const seen = new Set<string>();
  const rows = bindings.filter((binding) => !seen.has(binding.keys) && seen.add(binding.keys));
  return (
    <Sheet title={t('keys.title')} onClose={onClose} narrow>
      <table className="wb-keys">
        <tbody>
          {rows.map((binding) => (
            <tr key={binding.keys}>
              <th scope="row"><span className="ym-visually-hidden">{binding.keys}</span>{binding.keys.split(' / ').map((keys) => <KeyCap key={keys} keys={keys} />)}</th>
              <td>{binding.does}</td>
            </tr>
          ))}
          <tr><th scope="row"><span className="ym-visually-hidden">Tab</span><KeyCap keys="Tab" /></th><td>{t('keys.tab')}</td></tr>
        </tbody>
      </table>
      <p className="ym-quiet">{t('keys.input_method')}</p>
    </Sheet>
  );
}
