import { useState, type ReactElement } from 'react';
import type { Law, LimitsPack, RulesPack } from '../../../contract/law.ts';
import { dayWords } from '../../ui/dates.ts';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { ActButton } from '../keys/act-button.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { FailureNotice, SkeletonRows } from '../shell/states.tsx';
import { useWords } from '../words/words.tsx';
import { useLaw } from './law-query.ts';
import { LimitTable, RuleTable } from './law-tables.tsx';
import { useLawWords } from './law-words.ts';
import { firstShown, stateOf, wantedOf, type Wanted } from './pack-choice.ts';
import './law.css';

/** By which limits and rules the work is measured, each with its source and whether somebody has read it there. */
export function LawScreen(): ReactElement {
  const say = useLawWords();
  const law = useLaw();
  const [wanted, setWanted] = useState<Wanted>({ text: '', onlyUnverified: false });
  return (
    <main className="wb-plain wb-plain--wide wb-law" id="content">
      <div className="wb-title-row">
        <h1>{say('title')}</h1>
        <span className="wb-law__print ym-no-print"><ActButton icon="print" onClick={() => window.print()}>{say('print')}</ActButton></span>
      </div>
      <p className="ym-quiet">{say('lead')}</p>
      <Tools wanted={wanted} onWanted={setWanted} />
      {law.isPending ? <SkeletonRows count={12} /> : null}
      {law.isError ? <FailureNotice error={law.error} onRetry={() => void law.refetch()} /> : null}
      {law.data ? <Packs law={law.data} wanted={wanted} /> : null}
    </main>
  );
}

function Tools({ wanted, onWanted }: { readonly wanted: Wanted; readonly onWanted: (wanted: Wanted) => void }): ReactElement {
  const say = useLawWords();
  useKeys([{ keys: '/', does: say('filter'), run: () => document.getElementById('law-filter')?.focus() }]);
  return (
    <div className="wb-law__tools ym-no-print">
      <div className="wb-filter wb-filter--wide">
        <label className="ym-field__label" htmlFor="law-filter">{say('filter')}</label>
        <input id="law-filter" type="search" className="ym-input" value={wanted.text} maxLength={60} onChange={(event) => onWanted({ ...wanted, text: event.target.value })} />
      </div>
      <div className="wb-views" role="group" aria-label={say('shown')}>
        {([false, true] as const).map((only) => (
          <button key={String(only)} type="button" aria-pressed={wanted.onlyUnverified === only} onClick={() => onWanted({ ...wanted, onlyUnverified: only })}>{say(only ? 'only_unverified' : 'all')}</button>
        ))}
      </div>
    </div>
  );
}

/** The two chosen packs: one of limits, one of supervision rules. */
function Packs({ law, wanted }: { readonly law: Law; readonly wanted: Wanted }): ReactElement {
  const say = useLawWords();
  const { today } = useWords();
  const [versions, setVersions] = useState({ limits: '', rules: '' });
  const limits = law.limits.find((pack) => pack.version === versions.limits) ?? firstShown(law.limits, today);
  const rules = law.supervision.find((pack) => pack.version === versions.rules) ?? firstShown(law.supervision, today);
  const all = [...(limits?.limits ?? []), ...(limits?.warning ?? []), ...(rules?.rules ?? [])];
  const [shownLimits, shownWarning, shownRules] = [wantedOf(limits?.limits ?? [], wanted), wantedOf(limits?.warning ?? [], wanted), wantedOf(rules?.rules ?? [], wanted)];
  const count = shownLimits.length + shownWarning.length + shownRules.length;
  const verified = all.filter((one) => one.verified).length;
  return (
    <>
      <p className="wb-count" role="status">{say('count', { count, total: all.length, verified, open: all.length - verified })}</p>
      {count === 0 ? <EmptyState title={say('nothing')}><p>{say('nothing_how')}</p></EmptyState> : null}
      {limits && shownLimits.length + shownWarning.length > 0 ? (
        <section>
          <h2>{say('limits')}</h2>
          <PackLine pack={limits} packs={law.limits} onChoose={(version) => setVersions({ ...versions, limits: version })} />
          {shownLimits.length > 0 ? <LimitTable label={say('limits')} entries={shownLimits} /> : null}
          {shownWarning.length > 0 ? <><h3>{say('warning')}</h3><LimitTable label={say('warning')} entries={shownWarning} /></> : null}
        </section>
      ) : null}
      {rules && shownRules.length > 0 ? (
        <section>
          <h2>{say('rules')}</h2>
          <PackLine pack={rules} packs={law.supervision} onChoose={(version) => setVersions({ ...versions, rules: version })} />
          <RuleTable label={say('rules')} entries={shownRules} />
        </section>
      ) : null}
    </>
  );
}

/** Which pack is shown and when it holds; a choice where there is more than one. */
function PackLine({ pack, packs, onChoose }: { readonly pack: LimitsPack | RulesPack; readonly packs: readonly (LimitsPack | RulesPack)[]; readonly onChoose: (version: string) => void }): ReactElement {
  const say = useLawWords();
  const { of, language, today } = useWords();
  const span = (one: LimitsPack | RulesPack): string => say(one.to === null ? 'from' : 'from_to', { day: dayWords(one.from, language), last: one.to === null ? '' : dayWords(one.to, language) });
  const line = (one: LimitsPack | RulesPack): string => [one.version, span(one), say(`state.${stateOf(one, today)}`)].join(' · ');
  return (
    <>
      {packs.length < 2 ? <p className="wb-law__pack">{say('pack')} {line(pack)}</p> : (
        <label className="wb-law__pack">{say('pack')} <select className="ym-input wb-law__choice" value={pack.version} onChange={(event) => onChoose(event.target.value)}>
          {packs.map((one) => <option key={one.version} value={one.version}>{line(one)}</option>)}
        </select></label>
      )}
      <p className="ym-quiet">{of(pack.about)}</p>
    </>
  );
}
