import { useState, type ReactElement } from 'react';
import type { LinkView, MatterCommand, MatterView } from '../../../contract/matters.ts';
import { Notice } from '../../ui/notice/notice.tsx';
import type { IconName } from '../../ui/icon/icon.tsx';
import { ActButton, type ActKind } from '../keys/act-button.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { failureWords } from '../words/failure-words.ts';
import { useWords } from '../words/words.tsx';
import type { Act } from './act-calls.ts';
import { CorrectionSheet } from './correction-sheet.tsx';
import { OpinionPanel, opinionActs } from './opinion-panel.tsx';
import { RefusalSheet } from './refusal-sheet.tsx';
import { SupplementSheet } from './supplement-sheet.tsx';
import { useAct } from './use-act.ts';

/** An act the bar has a button for. */
interface BarAct {
  readonly command: MatterCommand;
  readonly keys: string;
  readonly kind: ActKind;
  readonly icon?: IconName;
  readonly link?: LinkView;
}

const matterActs: readonly BarAct[] = [
  { command: 'accept', keys: 'A', kind: 'primary', icon: 'check' },
  { command: 'request_correction', keys: 'B', kind: 'secondary', icon: 'pencil' },
  { command: 'supplement', keys: 'S', kind: 'secondary', icon: 'upload' },
  { command: 'refuse_acceptance', keys: 'X', kind: 'danger', icon: 'cross' },
];

/** The acts the server allows now, and nothing else: on the matter, and on its links. */
function barActs(matter: MatterView): readonly BarAct[] {
  const onLinks = matter.links.flatMap((link): readonly BarAct[] => [
    ...(link.allowed.includes('claim_link') ? [{ command: 'claim_link', keys: 'C', kind: 'primary', icon: 'person', link } as const] : []),
    ...(link.allowed.includes('release_link') ? [{ command: 'release_link', keys: 'L', kind: 'quiet', icon: 'back', link } as const] : []),
  ]);
  return [...matterActs.filter((act) => matter.allowed.includes(act.command)), ...onLinks];
}

/** What may be done with a matter now: every button and key comes from the server's answer. */
export function ActionBar({ matter }: { readonly matter: MatterView }): ReactElement | null {
  const words = useWords();
  const { t, ui, of } = words;
  const acting = useAct(matter);
  const [sheet, setSheet] = useState<'request_correction' | 'refuse_acceptance' | 'supplement' | null>(null);
  const acts = barActs(matter);
  const mine = matter.links.find((link) => opinionActs(link).length > 0);
  const run = (bar: BarAct): void => {
    if (acting.busy) return;
    acting.forget();
    if (bar.command === 'accept') void acting.act({ kind: 'accept' });
    else if (bar.link && (bar.command === 'claim_link' || bar.command === 'release_link')) void acting.act({ kind: bar.command, linkId: bar.link.linkId });
    else if (bar.command === 'request_correction' || bar.command === 'refuse_acceptance' || bar.command === 'supplement') setSheet(bar.command);
  };
  useKeys(acts.map((bar) => ({ keys: bar.keys, does: ui(`command.${bar.command}`), run: () => run(bar) })));
  const close = (): void => setSheet(null);
  const send = async (act: Act): Promise<void> => {
    if (await acting.act(act)) close();
  };
  if (acts.length === 0 && !mine && !acting.overtaken && !acting.error) return null;
  const several = new Set(acts.flatMap((act) => (act.link ? [act.link.linkId] : []))).size > 1;
  const buttons = acts.map((bar) => (
    <ActButton key={`${bar.command} ${bar.link?.linkId ?? ''}`} kind={bar.kind} {...(bar.icon ? { icon: bar.icon } : {})} keys={bar.keys} disabled={acting.busy} onClick={() => run(bar)}>
      {ui(`command.${bar.command}`)}{bar.link && several ? ` · ${of(bar.link.name)}` : ''}
    </ActButton>
  ));
  return (
    <div className="wb-acts ym-no-print">
      {acting.overtaken ? <Notice kind="wait" title={t('act.overtaken')}><p>{t('act.overtaken_words')}</p></Notice> : null}
      {acting.overtaken && !mine && acting.unsent !== '' ? <Unsent words={acting.unsent} /> : null}
      {acting.error && !acting.overtaken && !sheet ? <Notice kind="bad" title={failureWords(acting.error, words)} /> : null}
      {mine ? <OpinionPanel key={mine.linkId} matter={matter} link={mine} busy={acting.busy} onSend={(act) => void acting.act(act)} others={buttons} /> : <div className="wb-acts__row">{buttons}</div>}
      {sheet === 'request_correction' ? <CorrectionSheet matter={matter} busy={acting.busy} error={acting.error} onSend={(act) => void send(act)} onClose={close} /> : null}
      {sheet === 'refuse_acceptance' ? <RefusalSheet busy={acting.busy} error={acting.error} onSend={(act) => void send(act)} onClose={close} /> : null}
      {sheet === 'supplement' ? <SupplementSheet matter={matter} busy={acting.busy} error={acting.error} onSend={(act) => void send(act)} onClose={close} /> : null}
    </div>
  );
}

/** What somebody wrote who was overtaken and may no longer send it: still there to be read and copied. */
function Unsent({ words }: { readonly words: string }): ReactElement {
  const { t } = useWords();
  return (
    <div className="wb-opinion">
      <label className="ym-field__label" htmlFor="unsent-words">{t('opinion.words')}</label>
      <textarea id="unsent-words" className="ym-input" rows={3} readOnly value={words} />
    </div>
  );
}
