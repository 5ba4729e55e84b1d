import type { ReactElement } from 'react';
import { bundleMessages } from '../../../contract/messages/bundles.ts';
import { holds } from '../../ui/form/asked-form.ts';
import { speaker } from '../../ui/speak.ts';
import { Tag } from '../../ui/tag/tag.tsx';
import type { Item, Material, Reply } from '../../ui/wire.ts';
import type { Application } from '../apply-steps.ts';
import { spanWords, type PageContext } from '../context.ts';
import { standingAnswers } from '../situation.ts';
import { Section } from './section.tsx';

type ItemSummary = Reply<'searchItems'>['items'][number];
type Part = NonNullable<Reply<'getItem'>['parts']>[number];

const speak = (ctx: PageContext) => speaker(bundleMessages, ctx.language);
const listed = (ctx: PageContext, names: readonly string[]): string => names.join(bundleMessages['bundle.list_comma'][ctx.language]);

/** The word that an item is a bundle 一件事. */
export function BundleMark({ ctx }: { readonly ctx: PageContext }): ReactElement {
  return <Tag tone="info">{speak(ctx)('bundle.mark')}</Tag>;
}

/** The bundles of the city on the home page, as words. */
export function HomeBundles({ ctx, bundles }: { readonly ctx: PageContext; readonly bundles: readonly ItemSummary[] }): ReactElement | null {
  if (bundles.length === 0) return null;
  const t = speak(ctx);
  return (
    <section aria-labelledby="bundles">
      <h2 id="bundles">{t('bundle.home')}</h2>
      <p className="ym-quiet">{t('bundle.home_lead')}</p>
      <ul className="pt-rows">
        {bundles.map((item) => (
          <li className="pt-row" key={item.taskCode}>
            <p className="pt-row__title"><a href={`/items/${encodeURIComponent(item.taskCode)}`}>{item.name[ctx.language]}</a></p>
            <p className="ym-quiet">{t('bundle.count', { count: item.parts ?? 0 })} · {ctx.t('items.free_time', { span: spanWords(ctx, item.promise.amount, item.promise.unit) })}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What the parts of a bundle are called, by their elements. */
export const partNames = (item: Item, ctx: PageContext): Readonly<Record<string, string>> =>
  item.bundle ? Object.fromEntries(item.implementation_item.handle_flow.map((link) => [link.element, link.name[ctx.language]])) : {};

/** For which items a shared paper is. Nothing to say of one that serves a single item. */
export function UsedFor({ ctx, material, names }: { readonly ctx: PageContext; readonly material: Material; readonly names: Readonly<Record<string, string>> }): ReactElement | null {
  const elements = [...new Set((material.for_parts ?? []).map((part) => part.element))];
  if (elements.length < 2) return null;
  return <p className="pt-city">{speak(ctx)('bundle.used_for', { names: listed(ctx, elements.map((one) => names[one] ?? one)) })}</p>;
}

/** The parts of a bundle as its guide shows them: who, how long, after which, what it saves, and what decides the date. */
export function BundleParts({ ctx, item, parts }: { readonly ctx: PageContext; readonly item: Item; readonly parts: readonly Part[] }): ReactElement {
  const t = speak(ctx);
  const { language } = ctx;
  const name = (element: string): string => parts.find((one) => one.element === element)?.name[language] ?? element;
  const apart = parts.reduce((sum, part) => sum + part.visits, 0);
  const fields = item.handling_items.flatMap((handling) => handling.form.ui.pages).flatMap((page) => page.fields);
  const asked = { asked: fields.length, apart: fields.reduce((sum, field) => sum + (field.for_parts?.length ?? 1), 0) };
  const decides = (part: Part): boolean => item.bundle?.critical_path.includes(part.element) === true && parts.length > 1;
  return (
    <Section id="steps" title={t('bundle.parts')}>
      <p>{t('bundle.saved', { count: parts.length })} {t('bundle.fields_once', asked)} {apart === 0 ? t('bundle.no_visit') : t('bundle.visits', { count: item.implementation_item.limit_scene_num, apart })}</p>
      <ol className="pt-way">
        {parts.map((part) => (
          <li key={part.element}>
            <strong><a href={`/items/${encodeURIComponent(part.taskCode)}`}>{part.name[language]}</a></strong> {decides(part) ? <Tag tone="wait">{t('bundle.critical')}</Tag> : null}
            <p>{part.departmentName[language]} · {spanWords(ctx, part.promise.amount, part.promise.unit)}</p>
            <p className="ym-quiet">{[part.after.length > 0 ? t('bundle.after', { names: listed(ctx, part.after.map(name)) }) : t('bundle.begins'), ...(part.chosen ? [t('bundle.chosen')] : []), ...(part.stops ? [t('bundle.stops')] : [])].join(' · ')}</p>
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** Which items of a bundle these answers bring in, and which not. Nothing for an item that is no bundle. */
export function ThisTime({ ctx, application }: { readonly ctx: PageContext; readonly application: Application }): ReactElement | null {
  const { item, handling, draft } = application;
  if (!item.bundle) return null;
  const t = speak(ctx);
  const names = partNames(item, ctx);
  const answers = standingAnswers(handling, draft.answers);
  const inCase = item.bundle.parts.filter((part) => holds(part.when, answers));
  const out = item.bundle.parts.filter((part) => !inCase.includes(part));
  return (
    <div className="pt-box">
      <p className="pt-box__title">{t('bundle.this_time')}</p>
      <ul className="pt-ticks">{inCase.map((part) => <li key={part.element}>{names[part.element]}</li>)}</ul>
      {out.length > 0 ? <p className="ym-quiet">{t('bundle.left_out')}: {listed(ctx, out.map((part) => names[part.element] ?? ''))}</p> : null}
    </div>
  );
}

/** The items a bundle's receipt covers. */
export function ReceiptParts({ ctx, matter }: { readonly ctx: PageContext; readonly matter: Reply<'getMatter'> }): ReactElement | null {
  if (matter.parts.length === 0) return null;
  return <Section id="parts" title={speak(ctx)('bundle.receipt_parts')}><ol>{matter.parts.map((part) => <li key={part.element}>{part.name[ctx.language]}</li>)}</ol></Section>;
}
