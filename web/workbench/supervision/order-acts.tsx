import { useEffect, useState, type ReactElement } from 'react';
import type { ClosingGround, OrderCommand, OrderView } from '../../../contract/supervision.ts';
import { Notice } from '../../ui/notice/notice.tsx';
import { ActButton } from '../keys/act-button.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { codeOf } from '../server/api.ts';
import { FailureNotice } from '../shell/states.tsx';
import { orderDrafts } from './order-drafts.ts';
import { useScreenWords } from './screen-words.ts';
import { useOrderAct } from './use-order-act.ts';

const grounds: readonly ClosingGround[] = ['put_right', 'excused', 'held_to_account'];
const keys: Readonly<Record<OrderCommand, string>> = { reply: 'R', return: 'X', close: 'G' };
const groundOf = (text: string): ClosingGround | undefined => grounds.find((one) => one === text);

/** What may be done with an order now: only what the server allows. Words stay on this computer until they are sent; a refusal is said beside them. */
export function OrderActs({ order }: { readonly order: OrderView }): ReactElement | null {
  const { o, law } = useScreenWords();
  const [chosen, setChosen] = useState<OrderCommand | null>(null);
  const sending = useOrderAct(order);
  const act = order.allowed.find((one) => one === chosen) ?? (order.allowed.length === 1 ? order.allowed[0] : undefined);
  const choose = (next: OrderCommand): void => {
    setChosen(next);
    sending.reset();
  };
  useKeys(order.allowed.length > 1 || act === undefined ? order.allowed.map((one) => ({ keys: keys[one], does: law(`order.command.${one}`), run: () => choose(one) })) : []);
  const overtaken = sending.isError && codeOf(sending.error) === 'order.changed_meanwhile';
  if (order.allowed.length === 0 && !sending.isError) return null;
  return (
    <section className="sv-acts ym-no-print" aria-label={o('choose_act')}>
      {overtaken ? <Notice kind="wait" title={o('overtaken')}><p>{o('overtaken_words')}</p></Notice> : null}
      {sending.isError && !overtaken ? <FailureNotice error={sending.error} /> : null}
      {order.allowed.length > 1 ? (
        <div className="wb-acts__row" role="group" aria-label={o('choose_act')}>
          {order.allowed.map((one) => <ActButton key={one} kind={one === act ? 'primary' : 'secondary'} keys={keys[one]} aria-pressed={one === act} onClick={() => choose(one)}>{law(`order.command.${one}`)}</ActButton>)}
        </div>
      ) : null}
      {act ? <ActForm key={act} order={order} act={act} busy={sending.isPending} focused={chosen !== null} onSend={(words, ground) => sending.mutate(act === 'close' ? { act, words, ground: ground ?? 'put_right' } : { act, words })} /> : null}
    </section>
  );
}

interface FormProps {
  readonly order: OrderView;
  readonly act: OrderCommand;
  readonly busy: boolean;
  readonly focused: boolean;
  readonly onSend: (words: string, ground: ClosingGround | undefined) => void;
}

/** Words of an act, and the ground of a closing. */
function ActForm({ order, act, busy, focused, onSend }: FormProps): ReactElement {
  const { o, law } = useScreenWords();
  const { orderId } = order;
  const [draft, setDraft] = useState(() => orderDrafts.read(orderId, act));
  const [tried, setTried] = useState(false);
  useEffect(() => {
    if (focused) document.getElementById(act === 'close' ? `ground-${grounds[0] ?? ''}` : 'order-words')?.focus();
  }, [focused, act]);
  const change = (next: Partial<typeof draft>): void => {
    setDraft({ ...draft, ...next });
    orderDrafts.write(orderId, act, { ...draft, ...next });
  };
  const ground = groundOf(draft.choice);
  const [noWords, noGround] = [draft.words.trim() === '', act === 'close' && ground === undefined];
  const send = (): void => {
    setTried(true);
    if (noGround) document.getElementById(`ground-${grounds[0] ?? ''}`)?.focus();
    else if (noWords) document.getElementById('order-words')?.focus();
    else if (!busy) onSend(draft.words.trim(), ground);
  };
  useKeys([{ keys: 'Ctrl+Enter', does: o('send', { act: law(`order.command.${act}`) }), run: send }]);
  return (
    <div className="sv-form">
      {act === 'close' ? (
        <fieldset className="sv-grounds">
          <legend className="ym-field__label">{o('ground')}</legend>
          {grounds.map((one) => <label key={one} className="wb-tick"><input id={`ground-${one}`} type="radio" name="order-ground" value={one} checked={ground === one} onChange={() => change({ choice: one })} /> {law(`order.ground.${one}`)}</label>)}
          {tried && noGround ? <p className="wb-judgement wb-judgement--wrong" role="alert">{o('ground.missing')}</p> : null}
        </fieldset>
      ) : null}
      <label className="ym-field__label" htmlFor="order-words">{o(`words.${act}`)}</label>
      <textarea id="order-words" className="ym-input ym-text-area" rows={3} maxLength={2_000} value={draft.words} aria-describedby="order-kept" {...(tried && noWords ? { 'aria-invalid': true } : {})} onChange={(event) => change({ words: event.target.value })} />
      {tried && noWords ? <p className="wb-judgement wb-judgement--wrong" role="alert">{o('words.missing')}</p> : null}
      <div className="wb-acts__row"><ActButton kind="primary" keys="Ctrl+Enter" busy={busy} onClick={send}>{o('send', { act: law(`order.command.${act}`) })}</ActButton><span id="order-kept" className="ym-quiet">{o('kept')}</span></div>
    </div>
  );
}
