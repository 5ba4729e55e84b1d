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
  /** absent where another act of the bar has the key */
  readonly keys?: string;
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

/** The acts the server allows now, and nothing else: on the matter, and on its links. Of several links the first to be taken has C, and the one at work (`atWork`) has L. */
function barActs(matter: MatterView, atWork: string | undefined): readonly BarAct[] {
  const free = matter.links.filter((link) => link.allowed.includes('claim_link'));
  const held = matter.links.filter((link) => link.allowed.includes('release_link'));
  return [
    ...matterActs.filter((act) => matter.allowed.includes(act.command)),
    ...free.map((link, i): BarAct => ({ command: 'claim_link', kind: atWork === undefined && i === 0 ? 'primary' : 'secondary', icon: 'person', link, ...(i === 0 ? { keys: 'C' } : {}) })),
    ...held.map((link): BarAct => ({ command: 'release_link', kind: 'quiet', icon: 'back', link, ...(link.linkId === atWork ? { keys: 'L' } : {}) })),
  ];
}

/** What may be done with a matter now: every button and key comes from the server's answer. */
export function ActionBar({ matter }: { readonly matter: MatterView }): ReactElement | null {
  const words = useWords();
  const { t, ui, of } = words;
  const acting = useAct(matter);
  const [sheet, setSheet] = useState<'request_correction' | 'refuse_acceptance' | 'supplement' | null>(null);
  const [turnedTo, setTurnedTo] = useState<string | null>(null);
  const held = matter.links.filter((link) => opinionActs(link).length > 0);
  const mine = held.find((link) => link.linkId === turnedTo) ?? held[0];
  const acts = barActs(matter, mine?.linkId);
  const run = (bar: BarAct): void => {
    if (acting.busy) return;
    acting.forget();
    if (bar.command === 'accept') void acting.act({ kind: 'accept' });
    else if (bar.link && (bar.command === 'claim_link' || bar.command === 'release_link')) void acting.act({ kind: bar.command, linkId: bar.link.linkId });
    else if (bar.command === 'request_correction' || bar.command === 'refuse_acceptance' || bar.command === 'supplement') setSheet(bar.command);
  };
  useKeys(acts.flatMap((bar) => (bar.keys ? [{ keys: bar.keys, does: ui(`command.${bar.command}`), run: () => run(bar) }] : [])));
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
      {held.length > 1 ? (
        <div className="wb-views" role="group" aria-label={t('file.links')}>
          {held.map((link) => <button key={link.linkId} type="button" aria-pressed={link === mine} onClick={() => setTurnedTo(link.linkId)}>{of(link.name)}</button>)}
        </div>
      ) : null}
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
