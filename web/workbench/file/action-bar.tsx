import { useState, type ReactElement } from 'react';
import type { LinkView, MatterCommand, MatterView } from '../../../contract/matters.ts';
import { Notice } from '../../ui/notice/notice.tsx';
import type { IconName } from '../../ui/icon/icon.tsx';
import { ActButton, type ActKind } from '../keys/act-button.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { failureWords } from '../words/failure-words.ts';
import { useWords } from '../words/words.tsx';
import type { Act } from './act-calls.ts';
import { AskOpinionSheet, RecallSheet } from './ask-opinion-sheet.tsx';
import { CorrectionSheet } from './correction-sheet.tsx';
import { DeliverSheet, TerminateSheet } from './end-sheets.tsx';
import { HandOverSheet } from './hand-over-sheet.tsx';
import { MoveSheet } from './move-sheet.tsx';
import { linkInHand, OpinionPanel, opinionActs, proposalInHand } from './opinion-panel.tsx';
import { RefusalSheet } from './refusal-sheet.tsx';
import { CorrectOnSpotSheet, DeferredSheet, SupplementSheet, type ActSheetProps } from './supplement-sheet.tsx';
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
  { command: 'correct_on_spot', keys: 'O', kind: 'secondary', icon: 'person' },
  { command: 'supplement', keys: 'S', kind: 'secondary', icon: 'upload' },
  { command: 'hand_in_deferred', keys: 'D', kind: 'secondary', icon: 'upload' },
  { command: 'deliver_result', keys: 'H', kind: 'primary', icon: 'forward' },
  { command: 'propose_limit_act', keys: 'M', kind: 'secondary', icon: 'clock' },
  { command: 'terminate', keys: 'T', kind: 'danger', icon: 'back' },
  { command: 'refuse_acceptance', keys: 'X', kind: 'danger', icon: 'cross' },
];

/** The acts that ask for more than a key: each in its sheet. */
const sheets = {
  request_correction: CorrectionSheet, correct_on_spot: CorrectOnSpotSheet, supplement: SupplementSheet, hand_in_deferred: DeferredSheet, deliver_result: DeliverSheet,
  propose_limit_act: MoveSheet, terminate: TerminateSheet, refuse_acceptance: RefusalSheet, hand_over_link: HandOverSheet, ask_opinion: AskOpinionSheet, recall_opinion: RecallSheet,
} as const satisfies Partial<Record<MatterCommand, (props: ActSheetProps) => ReactElement>>;
type SheetName = keyof typeof sheets;

const hasSheet = (command: MatterCommand): command is SheetName => command in sheets;

/** The acts the server allows now, and nothing else: on the matter, and on its links. Of several links the first to be taken has C, and the one at work (`atWork`) has L. */
function barActs(matter: MatterView, atWork: string | undefined): readonly BarAct[] {
  const free = matter.links.filter((link) => link.allowed.includes('claim_link'));
  const held = matter.links.filter((link) => link.allowed.includes('release_link'));
  const [handed, asking, asked] = (['hand_over_link', 'ask_opinion', 'recall_opinion'] as const).map((command) => matter.links.filter((link) => link.allowed.includes(command))) as [LinkView[], LinkView[], LinkView[]];
  /** Of several the one at work has the key, else the first. */
  const keyed = (links: readonly LinkView[], link: LinkView, keys: string) => ((links.find((one) => one.linkId === atWork) ?? links[0]) === link ? { keys } : {});
  return [
    ...matterActs.filter((act) => matter.allowed.includes(act.command)),
    ...free.map((link, i): BarAct => ({ command: 'claim_link', kind: atWork === undefined && i === 0 ? 'primary' : 'secondary', icon: 'person', link, ...(i === 0 ? { keys: 'C' } : {}) })),
    ...asking.map((link): BarAct => ({ command: 'ask_opinion', kind: 'secondary', icon: 'message', link, ...keyed(asking, link, 'Q') })),
    ...asked.map((link): BarAct => ({ command: 'recall_opinion', kind: 'quiet', icon: 'cross', link, ...keyed(asked, link, 'R') })),
    ...handed.map((link): BarAct => ({ command: 'hand_over_link', kind: 'quiet', icon: 'forward', link, ...keyed(handed, link, 'Y') })),
    ...held.map((link): BarAct => ({ command: 'release_link', kind: 'quiet', icon: 'back', link, ...(link.linkId === atWork ? { keys: 'L' } : {}) })),
  ];
}

/** What may be done with a matter now: every button and key comes from the server's answer. */
export function ActionBar({ matter }: { readonly matter: MatterView }): ReactElement | null {
  const words = useWords();
  const { t, ui, of } = words;
  const acting = useAct(matter);
  const [sheet, setSheet] = useState<{ readonly name: SheetName; readonly linkId: string | undefined } | null>(null);
  const [turnedTo, setTurnedTo] = useState<string | null>(null);
  const held = [...matter.proposals.filter((one) => one.mayDecide).map((one) => proposalInHand(one, words)), ...matter.links.filter((link) => opinionActs(link).length > 0).map((link) => linkInHand(link, words))];
  const mine = held.find((one) => one.id === turnedTo) ?? held[0];
  const acts = barActs(matter, mine?.id);
  const run = (bar: BarAct): void => {
    if (acting.busy) return;
    acting.forget();
    if (bar.command === 'accept') void acting.act({ kind: 'accept' });
    else if (bar.link && (bar.command === 'claim_link' || bar.command === 'release_link')) void acting.act({ kind: bar.command, linkId: bar.link.linkId });
    else if (hasSheet(bar.command)) setSheet({ name: bar.command, linkId: bar.link?.linkId });
  };
  useKeys(acts.flatMap((bar) => (bar.keys ? [{ keys: bar.keys, does: ui(`command.${bar.command}`), run: () => run(bar) }] : [])));
  const close = (): void => setSheet(null);
  const send = async (act: Act): Promise<void> => {
    if (await acting.act(act)) close();
  };
  if (acts.length === 0 && !mine && !acting.overtaken && !acting.error) return null;
  const several = new Set(acts.flatMap((act) => (act.link && act.link.kind !== 'consult' ? [act.link.linkId] : []))).size > 1;
  const buttons = acts.map((bar) => (
    <ActButton key={`${bar.command} ${bar.link?.linkId ?? ''}`} kind={mine && bar.kind === 'primary' ? 'secondary' : bar.kind} {...(bar.icon ? { icon: bar.icon } : {})} keys={bar.keys} disabled={acting.busy} onClick={() => run(bar)}>
      {ui(`command.${bar.command}`)}{bar.link && (several || bar.command === 'recall_opinion') ? ` · ${of(bar.command === 'recall_opinion' ? bar.link.institutionName : bar.link.name)}` : ''}
    </ActButton>
  ));
  const Open = sheet === null ? null : sheets[sheet.name];
  return (
    <div className="wb-acts ym-no-print">
      {acting.overtaken ? <Notice kind="wait" title={t('act.overtaken')}><p>{t('act.overtaken_words')}</p></Notice> : null}
      {acting.overtaken && !mine && acting.unsent !== '' ? <Unsent words={acting.unsent} /> : null}
      {acting.error && !acting.overtaken && !sheet ? <Notice kind="bad" title={failureWords(acting.error, words)} /> : null}
      {held.length > 1 ? (
        <div className="wb-views" role="group" aria-label={t('file.links')}>
          {held.map((one) => <button key={one.id} type="button" aria-pressed={one === mine} onClick={() => setTurnedTo(one.id)}>{one.name}</button>)}
        </div>
      ) : null}
      {mine ? <OpinionPanel key={mine.id} matterId={matter.matterId} inHand={mine} busy={acting.busy} onSend={(act) => void acting.act(act)} others={buttons} /> : <div className="wb-acts__row">{buttons}</div>}
      {Open ? <Open matter={matter} linkId={sheet?.linkId} busy={acting.busy} error={acting.error} onSend={(act) => void send(act)} onClose={close} /> : null}
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
