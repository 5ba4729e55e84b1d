import type { ReactElement, ReactNode } from 'react';
import type { LawLimit, LawRule } from '../../../contract/law.ts';
import { lawWords } from '../../../contract/messages/law.ts';
import { useWords } from '../words/words.tsx';
import { useLawWords } from './law-words.ts';

type LawCode = keyof typeof lawWords;

const marks = { warning: '◆', yellow: '▲', red: '■' } as const;

/** Limits with their length, source and mark; `label` names the table. */
export function LimitTable({ label, entries }: { readonly label: string; readonly entries: readonly LawLimit[] }): ReactElement {
  const say = useLawWords();
  const { of } = useWords();
  const length = ({ amount, unit }: LawLimit): string => say(amount === 1 ? `unit.${unit}.one` : `unit.${unit}`, { n: amount });
  return (
    <Table label={label} heads={['law_id', 'name', 'length', 'source', 'checked']}>
      {entries.map((entry) => (
        <tr key={entry.name}>
          <td className="ym-numerals wb-nowrap">{entry.lawId}</td>
          <th scope="row">{of(entry.title)}</th>
          <td className="ym-numerals wb-nowrap">{length(entry)}</td>
          <Source entry={entry} />
        </tr>
      ))}
    </Table>
  );
}

/** Supervision rules: what is signalled, by which sign, with which consequence. */
export function RuleTable({ label, entries }: { readonly label: string; readonly entries: readonly LawRule[] }): ReactElement {
  const say = useLawWords();
  const { of } = useWords();
  return (
    <Table label={label} heads={['law_id', 'rule', 'severity', 'order', 'thresholds', 'source', 'checked']}>
      {entries.map((rule) => (
        <tr key={rule.id}>
          <td className="ym-numerals wb-nowrap">{rule.id}</td>
          <th scope="row">{of(rule.title)}<span className="wb-law__more">{of(rule.description)}</span></th>
          <td className="wb-nowrap"><span className={`wb-law__sign wb-law__sign--${rule.severity}`}><span aria-hidden="true">{marks[rule.severity]}</span> {say(`severity.${rule.severity}`)}</span></td>
          <td className="wb-nowrap">{say(rule.opensOrder ? 'order.yes' : 'order.no')}</td>
          <td><Thresholds params={rule.params} /></td>
          <Source entry={rule} />
        </tr>
      ))}
    </Table>
  );
}

function Table({ label, heads, children }: { readonly label: string; readonly heads: readonly LawCode[]; readonly children: ReactNode }): ReactElement {
  const say = useLawWords();
  return (
    <div className="wb-scroll" tabIndex={0} role="group" aria-label={label}>
      <table className={`wb-table wb-law__table wb-law__table--${heads.length}`}>
        <thead><tr>{heads.map((head) => <th key={head} scope="col">{say(head)}</th>)}</tr></thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

/** A threshold whose name a newer server brought is shown by its name. */
function Thresholds({ params }: { readonly params: LawRule['params'] }): ReactElement {
  const say = useLawWords();
  const one = ([name, n]: [string, number]): string => {
    const code = n === 0 && `param.${name}.none` in lawWords ? `param.${name}.none` : `param.${name}`;
    return code in lawWords ? say(code as LawCode, { n }) : `${name} ${n}`;
  };
  const all = Object.entries(params);
  return all.length === 0 ? <span className="ym-quiet">–</span> : <ul className="wb-posts">{all.map((param) => <li key={param[0]}>{one(param)}</li>)}</ul>;
}

/** Two cells: where it stands, and whether somebody has read it there: a word and a shape, never the colour alone. */
function Source({ entry }: { readonly entry: LawLimit | LawRule }): ReactElement {
  const say = useLawWords();
  const { of } = useWords();
  return (
    <>
      <td>
        {entry.address === null ? of(entry.source) : <a className="wb-source" href={entry.address} target="_blank" rel="noreferrer">{of(entry.source)}</a>}
        {entry.note === null ? null : <span className="wb-law__more">{of(entry.note)}</span>}
      </td>
      <td className="wb-nowrap">
        <span className={entry.verified ? 'wb-law__checked' : 'wb-mark-word wb-mark-word--open'}><span aria-hidden="true">{entry.verified ? '✓' : '○'}</span> {say(entry.verified ? 'verified' : 'unverified')}</span>
      </td>
    </>
  );
}
