import { useState, type ReactElement } from 'react';
import { Notice } from '../../../ui/notice/notice.tsx';
import { ActButton } from '../../keys/act-button.tsx';
import { useWords } from '../../words/words.tsx';
import type { ItemVersions } from './calls.ts';
import { Comparison } from './comparison.tsx';
import { OverrideSheet } from './override-sheet.tsx';
import { useVersionWords } from './version-words.ts';

/** The districts' own values: which hold, which sleep, two districts side by side, and the way to propose others. */
export function DistrictPart({ taskCode, read, onOpen }: { readonly taskCode: string; readonly read: ItemVersions; readonly onOpen: (changeId: string) => void }): ReactElement {
  const { of } = useWords();
  const { v, day } = useVersionWords();
  const [unit, setUnit] = useState(read.districts[0]?.unit ?? '');
  const [proposing, setProposing] = useState(false);
  const own = read.overrides.find((one) => one.unit === unit);
  return (
    <section aria-labelledby="item-districts">
      <h2 id="item-districts">{v('district.title')}</h2>
      {read.overrides.length === 0 ? <p className="ym-quiet">{v('district.none')}</p> : (
        <div className="wb-scroll" tabIndex={0} role="group" aria-label={v('district.title')}>
          <table className="wb-table">
            <thead><tr><th scope="col">{v('district.unit')}</th><th scope="col">{v('district.values')}</th><th scope="col">{v('versions.effective')}</th><th scope="col">{v('versions.open_matters')}</th></tr></thead>
            <tbody>
              {read.overrides.map((one) => (
                <tr key={one.number}>
                  <th scope="row"><button type="button" className="wb-link" onClick={() => onOpen(one.changeId)}>{of(one.unitName)}</button> {one.current ? <span className="wb-mark-word">{v('versions.current')}</span> : null}</th>
                  <td><OwnValues fields={one.fields} /></td><td>{day(one.effectiveOn)}</td><td className="ym-numerals">{one.openMatters}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {read.overrides.filter((one) => one.current).flatMap((one) => one.asleep.map((asleep) => <Notice key={`${one.unit} ${asleep.pointer}`} kind="info" title={of(one.unitName)}><p>{of(asleep.text)}</p></Notice>))}
      <div className="wb-compare ym-no-print">
        <DistrictChoice id="own-unit" label={v('district.unit')} districts={read.districts} chosen={unit} onChoose={setUnit} />
        <ActButton icon="pencil" onClick={() => setProposing(true)}>{v('district.own')}</ActButton>
      </div>
      <CompareDistricts taskCode={taskCode} read={read} />
      {proposing ? (
        <OverrideSheet
          taskCode={taskCode} unit={unit} unitName={read.districts.find((one) => one.unit === unit)?.name ?? read.name} initial={own?.fields ?? {}} onClose={() => setProposing(false)}
          onProposed={(changeId) => {
            setProposing(false);
            onOpen(changeId);
          }}
        />
      ) : null}
    </section>
  );
}

/** A district's own values in a line. */
function OwnValues({ fields }: { readonly fields: Readonly<Record<string, unknown>> }): ReactElement {
  const { v, place, value } = useVersionWords();
  const { of } = useWords();
  const entries = Object.entries(fields);
  if (entries.length === 0) return <span className="ym-quiet">{v('district.ended')}</span>;
  return (
    <ul className="wb-posts">
      {entries.map(([path, own]) => {
        const keys = path.slice(1).split('/');
        const text = typeof own === 'object' && own !== null && 'zh-CN' in own ? of(own as Parameters<typeof of>[0]) : value(keys.at(-1) ?? '', own);
        return <li key={path}>{place({ keys, label: null }).field} <span className="ym-quiet">{keys.length > 2 ? keys.at(-2) : ''}</span> {text}</li>;
      })}
    </ul>
  );
}

function CompareDistricts({ taskCode, read }: { readonly taskCode: string; readonly read: ItemVersions }): ReactElement {
  const { of } = useWords();
  const { v } = useVersionWords();
  const called = (unit: string): string => of(read.districts.find((one) => one.unit === unit)?.name ?? read.name);
  const [left, setLeft] = useState('');
  const [right, setRight] = useState('');
  return (
    <>
      <h3>{v('district.compare')}</h3>
      <div className="wb-compare ym-no-print">
        <DistrictChoice id="left-unit" label={v('versions.from')} districts={read.districts} chosen={left} onChoose={setLeft} empty />
        <DistrictChoice id="right-unit" label={v('versions.to')} districts={read.districts} chosen={right} onChoose={setRight} empty />
      </div>
      {left && right && left !== right ? <Comparison taskCode={taskCode} sides={{ left, right }} heads={[called(left), called(right)]} /> : null}
    </>
  );
}

function DistrictChoice({ id, label, districts, chosen, onChoose, empty = false }: { readonly id: string; readonly label: string; readonly districts: ItemVersions['districts']; readonly chosen: string; readonly onChoose: (unit: string) => void; readonly empty?: boolean }): ReactElement {
  const { of } = useWords();
  return (
    <div>
      <label className="ym-field__label" htmlFor={id}>{label}</label>
      <select id={id} className="ym-input" value={chosen} onChange={(event) => onChoose(event.target.value)}>
        {empty ? <option value="">–</option> : null}
        {districts.map((one) => <option key={one.unit} value={one.unit}>{of(one.name)}</option>)}
      </select>
    </div>
  );
}
