import type { ReactElement, ReactNode } from 'react';
import { promiseWords } from '../../../contract/messages/promises.ts';
import { Button } from '../../ui/button/button.tsx';
import { dayWords } from '../../ui/dates.ts';
import { speaker, type Speaker } from '../../ui/speak.ts';
import { TextInput } from '../../ui/text-input/text-input.tsx';
import type { Material, Reply } from '../../ui/wire.ts';
import type { PageContext } from '../context.ts';

/** What is offered to this applicant now, and the lengths that are usual where the item names none. */
export type Offered = Pick<Reply<'checkDraft'>, 'withheld' | 'usual'>;

/** The words of promises in the language of the page. */
export const promiseWordsOf = (ctx: PageContext): Speaker<typeof promiseWords> => speaker(promiseWords, ctx.language);

interface WayProps {
  readonly ctx: PageContext;
  readonly material: Material;
  readonly offered: Offered;
  /** a form that posts back, with its token and the draft's version */
  readonly post: (children: ReactNode) => ReactElement;
}

/** How long a deferred material may take, and what follows when it does not come. */
export function LaterWords({ ctx, material, offered }: Omit<WayProps, 'post'>): ReactElement {
  const w = promiseWordsOf(ctx);
  return <p>{w('way.later_words', { days: material.deferral?.working_days ?? offered.usual.deferralDays })} {w(`consequence.${material.deferral?.consequence ?? 'remind'}`)}</p>;
}

/** 容缺: the material comes later; the date and what follows are said before it is chosen. */
export function LaterWay({ ctx, material, offered, post }: WayProps): ReactElement {
  const w = promiseWordsOf(ctx);
  return (
    <details className="pt-more">
      <summary>{w('way.later')}</summary>
      <LaterWords ctx={ctx} material={material} offered={offered} />
      {post(<><input type="hidden" name="form" value="deferred" /><Button kind="secondary" aria-label={`${w('way.later_choose')}: ${material.material_name[ctx.language]}`}>{w('way.later_choose')}</Button></>)}
    </details>
  );
}

/** 告知承诺: what is vouched for, what follows if it is not true, and the name that affirms it. */
export function VouchWay({ ctx, material, offered, post, error, open }: WayProps & { readonly error: string | undefined; readonly open: boolean }): ReactElement | null {
  const w = promiseWordsOf(ctx);
  const { promise } = material;
  if (!promise) return null;
  const id = `v-${material.material_code}`;
  const days = promise.check_within_days ?? offered.usual.checkDays;
  return (
    <details className="pt-more" open={open}>
      <summary>{w('way.vouch')}</summary>
      <p>{w('way.vouch_words', { days: days ?? '—', months: offered.usual.exclusionMonths ?? '—' })}</p>
      <blockquote className="pt-promise">{promise.promise_text[ctx.language]}</blockquote>
      {post(
        <div className="pt-vouch">
          <input type="hidden" name="form" value="promised" />
          <TextInput id={id} name="name" label={w('way.vouch_name')} hint={w('way.vouch_hint')} error={error} autoComplete="name" maxLength={120} />
          <Button kind="secondary" aria-label={`${w('way.vouch_choose')}: ${material.material_name[ctx.language]}`}>{w('way.vouch_choose')}</Button>
        </div>,
      )}
    </details>
  );
}

/** What was chosen, in full: until when, or what was vouched for and by whom. */
export function ChosenWay({ ctx, material, offered, given }: Omit<WayProps, 'post'> & { readonly given: { readonly form: string; readonly affirmedBy?: string | undefined } }): ReactElement | null {
  const w = promiseWordsOf(ctx);
  if (given.form === 'deferred') return <LaterWords ctx={ctx} material={material} offered={offered} />;
  if (given.form !== 'promised' || !material.promise) return null;
  return <><p>{w('way.affirmed', { name: given.affirmedBy ?? '' })}</p><blockquote className="pt-promise">{material.promise.promise_text[ctx.language]}</blockquote></>;
}

/** Said once above the cards: what is not offered until when and why, and where to object. */
export function NotOffered({ ctx, offered, materials }: { readonly ctx: PageContext; readonly offered: Offered; readonly materials: readonly Material[] }): ReactElement | null {
  const w = promiseWordsOf(ctx);
  const { promise, deferral } = offered.withheld;
  const lines = [
    ...(promise && materials.some((one) => one.promise) ? [w('way.no_promise', { date: dayWords(promise.until, ctx.language), number: promise.number })] : []),
    ...(deferral && materials.some((one) => one.is_need === 'deferrable') ? [w('way.no_deferral', { date: dayWords(deferral.until, ctx.language), number: deferral.number })] : []),
  ];
  if (lines.length === 0) return null;
  return <div className="pt-box">{lines.map((line) => <p key={line}>{line}</p>)}<p><a href="/promises">{w('way.see_record')}</a></p></div>;
}
