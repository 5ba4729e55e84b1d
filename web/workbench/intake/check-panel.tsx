import type { ReactElement } from 'react';
import type { DraftCheck } from '../../../contract/matters.ts';
import { clockOf } from '../../ui/dates.ts';
import { DueDate } from '../../ui/due-date/due-date.tsx';
import { Icon } from '../../ui/icon/icon.tsx';
import { ActButton } from '../keys/act-button.tsx';
import { useWords } from '../words/words.tsx';
import type { Autosave } from './autosave.ts';
import type { ProblemLine } from './problem-words.ts';

interface CheckPanelProps {
  readonly check: DraftCheck | undefined;
  readonly lines: readonly ProblemLine[];
  readonly saving: Autosave;
  readonly onGo: (line: ProblemLine) => void;
  readonly onReload: () => void;
  readonly acts: ReactElement;
}

/** Beside the work: until when, who handles it, what is missing; and the keys that file. */
export function CheckPanel({ check, lines, saving, onGo, onReload, acts }: CheckPanelProps): ReactElement {
  const { t, of, language, today } = useWords();
  return (
    <aside className="wb-check" aria-label={t('check.title')}>
      <div className="wb-check__due">
        {check?.promised ? <DueDate due={check.promised} language={language} today={today} hero /> : <p className="wb-check__due-empty">{check ? t('check.no_date') : ' '}</p>}
      </div>
      <dl className="wb-pairs">
        <dt>{t('check.handling')}</dt>
        <dd>{check?.handlingUnitName ? of(check.handlingUnitName) : t('check.not_known')}</dd>
        <dt>{t('check.accepting')}</dt>
        <dd>{check?.acceptingUnitName ? of(check.acceptingUnitName) : t('check.not_known')}</dd>
      </dl>
      <Missing check={check} lines={lines} onGo={onGo} />
      <SaveState saving={saving} onReload={onReload} />
      <div className="wb-check__acts">{acts}</div>
    </aside>
  );
}

function Missing({ check, lines, onGo }: { readonly check: DraftCheck | undefined; readonly lines: readonly ProblemLine[]; readonly onGo: (line: ProblemLine) => void }): ReactElement {
  const { t } = useWords();
  if (!check) return <div className="wb-missing"><div className="wb-skeleton wb-skeleton--line" /></div>;
  if (lines.length === 0) return <p className="wb-missing wb-missing--none" role="status"><Icon name="check" /> {t('check.complete')}</p>;
  return (
    <div className="wb-missing">
      <h2>{lines.length === 1 ? t('check.missing_one') : t('check.missing', { count: lines.length })}</h2>
      <ul>
        {lines.map((line) => <li key={line.text}>{line.part === 'other' ? line.text : <button type="button" className="wb-link" onClick={() => onGo(line)}>{line.text}</button>}</li>)}
      </ul>
    </div>
  );
}

function SaveState({ saving, onReload }: { readonly saving: Autosave; readonly onReload: () => void }): ReactElement {
  const { t } = useWords();
  if (saving.at === 'conflict') {
    return <p className="wb-save wb-save--bad" role="alert"><Icon name="warning" /> {t('save.conflict')} <button type="button" className="wb-link" onClick={onReload}>{t('save.load')}</button></p>;
  }
  if (saving.at === 'failed') return <p className="wb-save wb-save--bad" role="status"><Icon name="warning" /> {t('save.failed')}</p>;
  return <p className="wb-save" role="status">{saving.at === 'rest' ? <><Icon name="check" /> {t('save.saved', { time: clockOf(saving.savedAt) })}</> : t('save.saving')}</p>;
}

/** The keys that file, with how far each goes. */
export function FilingActs({ instant, ready, busy, onFile, onDiscard }: { readonly instant: boolean; readonly ready: boolean; readonly busy: string | null; readonly onFile: (reach: 'file' | 'accept' | 'decide') => void; readonly onDiscard: () => void }): ReactElement {
  const { t } = useWords();
  const further = instant ? 'decide' : 'accept';
  return (
    <>
      <ActButton kind={ready ? 'primary' : 'secondary'} data-finish="" keys="Ctrl+Shift+Enter" busy={busy === further} disabled={busy !== null} onClick={() => onFile(further)}>{t(instant ? 'filing.file_and_decide' : 'filing.file_and_accept')}</ActButton>
      <ActButton kind="secondary" keys="F9 / Ctrl+Enter" busy={busy === 'file'} disabled={busy !== null} onClick={() => onFile('file')}>{t('filing.file')}</ActButton>
      <ActButton kind="quiet" onClick={onDiscard} disabled={busy !== null}>{t('filing.discard')}</ActButton>
    </>
  );
}
