import { useState, type ReactElement } from 'react';
import { Link, useLocation } from 'wouter';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { useUnit, useUnits } from '../server/queries.ts';
import { useSettled } from '../server/use-settled.ts';
import { AntdFrame } from '../shell/antd-frame.tsx';
import { FailureNotice, SkeletonRows } from '../shell/states.tsx';
import { useWords } from '../words/words.tsx';
import { usePlaceWords } from './place-words.ts';
import { UnitMarks, UnitTree } from './unit-tree.tsx';

/** The units of the city and the institutions in each, as the system knows them. */
export function UnitsScreen({ code }: { readonly code: string | undefined }): ReactElement {
  const { t } = useWords();
  const [, go] = useLocation();
  return (
    <AntdFrame>
      <main className="wb-browser" id="content">
        <div className="wb-browser__tree">
          <h1>{t('screen.units')}</h1>
          <UnitSearch />
          <UnitTree chosen={code} onChoose={(next) => go(`/units/${next}`)} height={640} />
        </div>
        <div className="wb-browser__one">{code ? <OneUnit key={code} code={code} /> : <EmptyState title={t('units.choose')}><p>{t('units.choose_how')}</p></EmptyState>}</div>
      </main>
    </AntdFrame>
  );
}

function UnitSearch(): ReactElement {
  const { t, of } = useWords();
  const [text, setText] = useState('');
  const wanted = useSettled(text.trim());
  const placeWords = usePlaceWords();
  const found = useUnits({ text: wanted }, wanted !== '');
  return (
    <div className="wb-filter wb-filter--wide">
      <label className="ym-field__label" htmlFor="unit-search">{t('units.search')}</label>
      <input id="unit-search" type="search" className="ym-input" value={text} maxLength={40} onChange={(event) => setText(event.target.value)} />
      {wanted === '' || !found.data ? null : (
        <ul className="wb-hits">
          {found.data.units.slice(0, 12).map((unit) => <li key={unit.code}><Link href={`/units/${unit.code}`}>{of(unit.name)}</Link> <span className="ym-quiet">{unit.kind === 'community' ? placeWords(unit.code, true) : t(`unit_kind.${unit.kind}`)}</span></li>)}
          {found.data.units.length === 0 ? <li className="ym-quiet">{t('units.none')}</li> : null}
        </ul>
      )}
    </div>
  );
}

function OneUnit({ code }: { readonly code: string }): ReactElement {
  const { t, of } = useWords();
  const unit = useUnit(code);
  if (unit.isPending) return <SkeletonRows count={6} height="card" />;
  if (unit.isError) return <FailureNotice error={unit.error} onRetry={() => void unit.refetch()} />;
  const { unit: one, ancestors, institutions } = unit.data;
  return (
    <>
      <p className="ym-quiet">{ancestors.map((above) => of(above.name)).join(' › ')}</p>
      <h2>{of(one.name)} <UnitMarks unit={one} /></h2>
      <dl className="wb-pairs"><dt>{t('units.code')}</dt><dd className="ym-numerals">{one.code}</dd><dt>{t('units.kind')}</dt><dd>{t(`unit_kind.${one.kind}`)}</dd></dl>
      {one.virtual ? <p>{t('units.virtual_why')}</p> : null}
      {one.notAStreet ? <p>{t('units.not_a_street_why')}</p> : null}
      <h3>{t('units.institutions', { count: institutions.length })}</h3>
      {institutions.length === 0 ? <p className="ym-quiet">{t('units.no_institutions')}</p> : (
        <div className="wb-scroll" tabIndex={0} role="group" aria-label={t('units.institutions', { count: institutions.length })}>
          <table className="wb-table">
            <thead><tr><th scope="col">{t('units.institution')}</th><th scope="col">{t('units.code')}</th><th scope="col">{t('units.name_source')}</th></tr></thead>
            <tbody>{institutions.map((institution) => (
              <tr key={institution.code}>
                <th scope="row">{of(institution.name)}</th>
                <td><code>{institution.code}</code>{institution.codeIsOurs ? <span className="wb-mark-word">{t('units.code_ours')}</span> : null}</td>
                <td>{institution.verified ? t('facts.read') : <span className="wb-mark-word wb-mark-word--open">{t('facts.unverified')}</span>}</td>
              </tr>
            ))}</tbody>
          </table>
        </div>
      )}
    </>
  );
}
