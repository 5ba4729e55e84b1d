import type { ReactElement } from 'react';
import type { Item, Material } from '../../../contract/catalogue.ts';
import type { SituationAnswers } from '../../../contract/items.ts';
import type { MatterView } from '../../../contract/matters.ts';
import { bundleMessages } from '../../../contract/messages/bundles.ts';
import { holds } from '../../ui/form/asked-form.ts';
import { speaker } from '../../ui/speak.ts';
import { Tag } from '../../ui/tag/tag.tsx';
import { useWords, type Words } from '../words/words.tsx';
import { standingOnly } from './situation.ts';

/** What the items of a bundle (一件事) are called, by their elements; nothing for an item that is none. */
export type PartNames = Readonly<Record<string, string>>;

/** The names of a bundle's items in the clerk's language. */
export const partNamesOf = (item: Item, { of }: Pick<Words, 'of'>): PartNames => (item.bundle ? Object.fromEntries(item.implementation_item.handle_flow.map((link) => [link.element, of(link.name)])) : {});

const listed = (names: readonly string[], { language }: Pick<Words, 'language'>): string => names.join(bundleMessages['bundle.list_comma'][language]);

/** Says that a line of the search is a bundle, and of how many items. */
export function BundleTag({ parts }: { readonly parts: number | undefined }): ReactElement | null {
  const { language } = useWords();
  return parts === undefined ? null : <Tag tone="info">{bundleMessages['bundle.mark'][language]} · {parts}</Tag>;
}

/** Which items of the bundle these answers bring in, and which not. */
export function BundleLine({ item, answers }: { readonly item: Item; readonly answers: SituationAnswers }): ReactElement | null {
  const words = useWords();
  if (!item.bundle) return null;
  const t = speaker(bundleMessages, words.language);
  const names = partNamesOf(item, words);
  const questions = item.handling_items.flatMap((handling) => handling.questions);
  const standing = standingOnly(questions, answers);
  const inCase = item.bundle.parts.filter((part) => holds(part.when, standing)).map((part) => part.element);
  const out = item.bundle.parts.map((part) => part.element).filter((element) => !inCase.includes(element));
  return (
    <p className="wb-question__why" role="status">
      {t('bundle.this_time')}: <strong>{listed(inCase.map((one) => names[one] ?? one), words)}</strong>{out.length > 0 ? ` · ${t('bundle.left_out')}: ${listed(out.map((one) => names[one] ?? one), words)}` : ''}
    </p>
  );
}

/** For which items a shared paper is; nothing to say of one that serves a single item. */
export function PaperFor({ material, names }: { readonly material: Material; readonly names: PartNames }): ReactElement | null {
  const words = useWords();
  const elements = [...new Set((material.for_parts ?? []).map((part) => part.element))];
  if (elements.length < 2) return null;
  return <p className="wb-material__standard">{speaker(bundleMessages, words.language)('bundle.used_for', { names: listed(elements.map((one) => names[one] ?? one), words) })}</p>;
}

/** The items a bundle's receipt covers, as lines of the receipt. */
export function ReceiptParts({ matter }: { readonly matter: MatterView }): ReactElement | null {
  const { of, language } = useWords();
  if (matter.parts.length === 0) return null;
  return <><dt>{bundleMessages['bundle.receipt_parts'][language]}</dt><dd>{matter.parts.map((part) => of(part.name)).join(bundleMessages['bundle.list_comma'][language])}</dd></>;
}
