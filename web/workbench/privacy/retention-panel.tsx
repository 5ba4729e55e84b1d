import type { ReactElement } from 'react';
import { privacyDeskMessages } from '../../../contract/messages/privacy-desk.ts';
import type { RetentionView } from '../../../contract/privacy.ts';
import { momentWords } from '../../ui/dates.ts';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { Tag } from '../../ui/tag/tag.tsx';
import { FailureNotice, SkeletonRows } from '../shell/states.tsx';
import { useWords } from '../words/words.tsx';
import { useRetention } from './calls.ts';
import { usePrivacyWords } from './privacy-words.ts';
import { takenIn, takenUnder } from './rounds.ts';

type Rule = RetentionView['rules'][number];

/** What a rule is about; its id where a newer server names a rule this page does not know. */
function useKindWords(): (ruleId: string) => string {
  const p = usePrivacyWords();
  return (ruleId) => {
    const code = `kind.${ruleId}`;
    return code in privacyDeskMessages ? p(code as `kind.${'matters'}`) : ruleId;
  };
}

/** How long what is kept, by which source, whether somebody held the rule against it; and what the daily rounds took away. */
export function RetentionPanel(): ReactElement {
  const p = usePrivacyWords();
  const read = useRetention();
  if (read.isError) return <FailureNotice error={read.error} onRetry={() => void read.refetch()} />;
  if (read.isPending) return <SkeletonRows count={10} />;
  const { version, rules, runs } = read.data;
  return (
    <section aria-label={p('retention')}>
      <p className="ym-quiet">{p('retention_lead', { version })}</p>
      <div className="wb-scroll" tabIndex={0} role="group" aria-label={p('retention')}>
        <table className="wb-table">
          <thead><tr><th scope="col">{p('rule.what')}</th><th scope="col">{p('rule.keep')}</th><th scope="col" className="wb-number">{p('rule.last')}</th><th scope="col" className="wb-number">{p('rule.thirty', { count: runs.length })}</th><th scope="col">{p('rule.verified')}</th><th scope="col">{p('rule.source')}</th></tr></thead>
          <tbody>{rules.map((rule) => <RuleRow key={rule.id} rule={rule} runs={runs} />)}</tbody>
        </table>
      </div>
      <h2>{p('rounds')}</h2>
      {runs.length === 0 ? <EmptyState title={p('rounds_none')} /> : <Rounds runs={runs} />}
    </section>
  );
}

function RuleRow({ rule, runs }: { readonly rule: Rule; readonly runs: RetentionView['runs'] }): ReactElement {
  const p = usePrivacyWords();
  const kind = useKindWords();
  const taken = takenUnder(rule.id, runs);
  return (
    <tr>
      <th scope="row">{kind(rule.id)}</th>
      <td className="ym-numerals">{keepWords(rule, p)}</td>
      <td className="wb-number ym-numerals">{taken.last ?? '–'}</td>
      <td className="wb-number ym-numerals">{taken.all ?? '–'}</td>
      <td>{rule.verified ? <Tag tone="good">{p('rule_is_verified')}</Tag> : <Tag tone="wait">{p('rule_unverified')}</Tag>}</td>
      <td className="wb-privacy__source" lang="zh-CN">{rule.source}</td>
    </tr>
  );
}

/** A rule without a time is not always for good: a background job goes when it is done, a name with the person's last matter. */
function keepWords({ id, amount, unit }: Rule, p: ReturnType<typeof usePrivacyWords>): string {
  if (amount !== null && unit !== null) return unit === 'day' && amount === 1 ? p('rule_day') : p(unit === 'day' ? 'rule_days' : 'rule_years', { count: amount });
  return p(id === 'with_person' ? 'rule_as_person' : id === 'jobs' ? 'rule_when_done' : 'rule_forever');
}

function Rounds({ runs }: { readonly runs: RetentionView['runs'] }): ReactElement {
  const p = usePrivacyWords();
  const { language } = useWords();
  const kind = useKindWords();
  return (
    <div className="wb-scroll" tabIndex={0} role="group" aria-label={p('rounds')}>
      <table className="wb-table">
        <thead><tr><th scope="col">{p('round.at')}</th><th scope="col" className="wb-number">{p('round.gone')}</th><th scope="col">{p('rule.what')}</th><th scope="col" className="wb-number">{p('round.held')}</th></tr></thead>
        <tbody>
          {runs.map((run) => {
            const { total, parts } = takenIn(run);
            return (
              <tr key={run.runId}>
                <th scope="row" className="ym-numerals">{momentWords(run.at, language)}</th>
                <td className="wb-number ym-numerals">{total}</td>
                <td>{parts.length === 0 ? '–' : parts.map(([ruleId, count]) => p('round.part', { kind: kind(ruleId), count })).join(language === 'en' ? ', ' : '、')}</td>
                <td className="wb-number ym-numerals">{run.held}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
