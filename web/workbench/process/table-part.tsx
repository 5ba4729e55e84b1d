import type { ReactElement } from 'react';
import { Icon } from '../../ui/icon/icon.tsx';
import { changeTable, emptyTable, type TableChange, type TableFacts } from './element-facts.ts';
import { useProcessWords, type ProcessSpeaker } from './process-words.ts';
import { ChoiceField, TypedField } from './typed-field.tsx';

const hits: readonly TableFacts['hit'][] = ['UNIQUE', 'FIRST', 'ANY'];

/** A decision table: questions and answers as columns, one rule a line, what is answered when no line fits below. */
export function TablePart({ table = emptyTable, onTable }: { readonly table: TableFacts | undefined; readonly onTable: (table: TableFacts) => void }): ReactElement {
  const t = useProcessWords();
  const change = (one: TableChange): void => onTable(changeTable(table, one));
  return (
    <>
      <ChoiceField label={t('table.hit')} value={table.hit} choices={hits.map((hit) => ({ value: hit, text: t(`hit.${hit}`) }))} onChoose={(hit) => change({ kind: 'hit', hit: hit as TableFacts['hit'] })} />
      <div className="wb-scroll pr-table" tabIndex={0} role="group" aria-label={t('piece.rule')}>
        <table>
          <thead><Head table={table} t={t} change={change} /></thead>
          <tbody>
            {table.rules.map((rule, row) => (
              <tr key={row}>
                {rule.when.map((text, at) => <td key={`w${at}`}><TypedField labelHidden label={`${t('table.row', { number: row + 1 })} · ${t('table.input', { number: at + 1 })}`} value={text} code onTyped={(next) => change({ kind: 'when', row, at, text: next })} /></td>)}
                {rule.then.map((text, at) => <td key={`t${at}`} className="pr-table__then"><TypedField labelHidden label={`${t('table.row', { number: row + 1 })} · ${t('table.output', { number: at + 1 })}`} value={text} code onTyped={(next) => change({ kind: 'then', row, at, text: next })} /></td>)}
                <td className="pr-table__acts">
                  {row > 0 ? <button type="button" className="wb-icon-button" aria-label={t('table.up', { number: row + 1 })} title={t('table.up', { number: row + 1 })} onClick={() => change({ kind: 'move_rule', at: row, by: -1 })}>↑</button> : null}
                  <Remove label={t('table.remove_rule', { number: row + 1 })} shown={table.rules.length > 1} onRemove={() => change({ kind: 'remove_rule', at: row })} />
                </td>
              </tr>
            ))}
            <tr>
              <td colSpan={table.inputs.length} className="pr-table__else">{t('table.otherwise', { number: '' })}</td>
              {table.outputs.map((output, at) => <td key={at} className="pr-table__then"><TypedField labelHidden label={t('table.otherwise', { number: at + 1 })} value={output.otherwise} code onTyped={(text) => change({ kind: 'otherwise', at, text })} /></td>)}
              <td />
            </tr>
          </tbody>
        </table>
      </div>
      <p className="pr-row">
        {(['add_rule', 'add_input', 'add_output'] as const).map((kind) => <button key={kind} type="button" className="pr-small" onClick={() => change({ kind })}>{t(`table.${kind}`)}</button>)}
      </p>
    </>
  );
}

function Head({ table, t, change }: { readonly table: TableFacts; readonly t: ProcessSpeaker; readonly change: (one: TableChange) => void }): ReactElement {
  return (
    <tr>
      {table.inputs.map((text, at) => (
        <th key={`i${at}`} scope="col">
          <TypedField label={t('table.input', { number: at + 1 })} value={text} code onTyped={(next) => change({ kind: 'input', at, text: next })} />
          <Remove label={t('table.remove_input', { number: at + 1 })} shown={table.inputs.length > 1} onRemove={() => change({ kind: 'remove_input', at })} />
        </th>
      ))}
      {table.outputs.map((output, at) => (
        <th key={`o${at}`} scope="col" className="pr-table__then">
          <TypedField label={t('table.output', { number: at + 1 })} value={output.name} code onTyped={(next) => change({ kind: 'output', at, text: next })} />
          <Remove label={t('table.remove_output', { number: at + 1 })} shown={table.outputs.length > 1} onRemove={() => change({ kind: 'remove_output', at })} />
        </th>
      ))}
      <th />
    </tr>
  );
}

function Remove({ label, shown, onRemove }: { readonly label: string; readonly shown: boolean; readonly onRemove: () => void }): ReactElement | null {
  return shown ? <button type="button" className="wb-icon-button" aria-label={label} title={label} onClick={onRemove}><Icon name="cross" /></button> : null;
}
