import { useState, type ReactElement, type ReactNode } from 'react';
import type { CatalogueDifference } from '../../../../contract/catalogue-admin.ts';
import { languages, type Language, type Localized } from '../../../../contract/language.ts';
import { Tag, type TagTone } from '../../../ui/tag/tag.tsx';
import { useWords } from '../../words/words.tsx';
import { useVersionWords } from './version-words.ts';
import { wordsDiff } from './words-diff.ts';
import './versions.css';

const tones: Readonly<Record<CatalogueDifference['what'], TagTone>> = { added: 'good', removed: 'bad', changed: 'wait', moved: 'plain' };

const isLocalized = (value: unknown): value is Localized => typeof value === 'object' && value !== null && languages.every((language) => typeof (value as Record<string, unknown>)[language] === 'string');

/** Differences field by field: what it was and what it is, words that changed marked; texts in the reader's language, or in all three. */
export function DifferenceTable({ differences, exports, heads }: { readonly differences: readonly CatalogueDifference[]; readonly exports?: ReactNode; /** what the two sides are; before and after without */ readonly heads?: readonly [string, string] | undefined }): ReactElement {
  const { language } = useWords();
  const { v, place } = useVersionWords();
  const [all, setAll] = useState(false);
  if (differences.length === 0) return <p className="ym-quiet">{v('diff.none')}</p>;
  const shown: readonly Language[] = all ? languages : [language];
  return (
    <>
      <div className="wb-diff__head">
        <p className="wb-count" role="status">{v('diff.count', { count: differences.length })}</p>
        <label className="wb-tick"><input type="checkbox" checked={all} onChange={(event) => setAll(event.target.checked)} /> {v('diff.languages')}</label>
        {exports}
      </div>
      <div className="wb-scroll" tabIndex={0} role="group" aria-label={v('diff.title')}>
        <table className="wb-table wb-diff">
          <thead><tr><th scope="col">{v('diff.where')}</th><th scope="col">{heads?.[0] ?? v('diff.before')}</th><th scope="col">{heads?.[1] ?? v('diff.after')}</th></tr></thead>
          <tbody>
            {differences.map((one) => {
              const at = place(one);
              return (
                <tr key={one.pointer + one.what}>
                  <th scope="row"><Tag tone={tones[one.what]}>{v(`diff.${one.what}`)}</Tag> {at.field}{at.path ? <span className="wb-diff__path">{at.path}</span> : null}</th>
                  <td><Side of={one} side="before" shown={shown} /></td>
                  <td><Side of={one} side="after" shown={shown} /></td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** One side of a difference. */
function Side({ of, side, shown }: { readonly of: CatalogueDifference; readonly side: 'before' | 'after'; readonly shown: readonly Language[] }): ReactElement {
  const { v, value } = useVersionWords();
  const own: unknown = of[side];
  const field = of.keys.at(-1) ?? '';
  if (of.what === 'moved') return <span className="ym-numerals">{v('diff.place', { place: Number(own) })}</span>;
  if ((of.what === 'added' && side === 'before') || (of.what === 'removed' && side === 'after')) return <span className="ym-quiet">{v('diff.nothing')}</span>;
  if (isLocalized(of.before) || isLocalized(of.after)) return <>{shown.map((language) => <p key={language} lang={language} className="wb-diff__text"><Marked before={textOf(of.before, language)} after={textOf(of.after, language)} side={side} /></p>)}</>;
  const [before, after] = [value(field, of.before), value(field, of.after)];
  const large = before.length > 60 || after.length > 60;
  if (of.what === 'changed' && large) return <p className="wb-diff__text"><Marked before={before} after={after} side={side} /></p>;
  return <span className={`wb-diff__value wb-diff__value--${side}`}>{isLocalized(own) ? own[shown[0] ?? 'zh-CN'] : nameOf(own, shown[0] ?? 'zh-CN') ?? value(field, own)}</span>;
}

const textOf = (value: unknown, language: Language): string => (isLocalized(value) ? value[language] : '');

/** What an added or removed entry is called; undefined for a plain value. */
function nameOf(value: unknown, language: Language): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const entry = value as Record<string, unknown>;
  const found = ['material_name', 'name', 'label', 'text', 'title', 'fee_name', 'called'].map((member) => entry[member]).find(isLocalized);
  return found?.[language];
}

/** A text of one side: words only this side has are marked, by a line or an underline and not by colour alone. */
function Marked({ before, after, side }: { readonly before: string; readonly after: string; readonly side: 'before' | 'after' }): ReactElement {
  const runs = wordsDiff(before, after).filter((run) => run.is !== (side === 'before' ? 'new' : 'gone'));
  return <>{runs.map((run, i) => (run.is === 'same' ? <span key={i}>{run.text}</span> : side === 'before' ? <del key={i}>{run.text}</del> : <ins key={i}>{run.text}</ins>))}</>;
}
