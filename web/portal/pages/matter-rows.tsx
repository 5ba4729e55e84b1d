import type { ReactElement } from 'react';
import { dayOf, dayWords, momentWords } from '../../ui/dates.ts';
import { DueLine } from '../../ui/due-date/due-date.tsx';
import { statusTone, Tag } from '../../ui/tag/tag.tsx';
import type { Reply } from '../../ui/wire.ts';
import type { PageContext } from '../context.ts';

type MatterRow = Reply<'myMatters'>['matters'][number];
type Draft = Reply<'listDrafts'>['drafts'][number];

function Row({ ctx, row }: { readonly ctx: PageContext; readonly row: MatterRow }): ReactElement {
  const { t, ui, language, today } = ctx;
  return (
    <li className="pt-row">
      <p className="pt-row__title"><a href={`/matters/${row.matterId}`}>{row.itemName[language]}</a> <Tag tone={statusTone(row.status)}>{ui(`status.${row.status}`)}</Tag></p>
      {row.status === 'correction_requested' ? <p><strong>{t('mine.act')}</strong></p> : null}
      {row.due ? <p><DueLine due={row.due} language={language} today={today} /></p> : null}
      {row.unitName && row.linkName ? <p className="ym-quiet">{t('mine.at', { unit: row.unitName[language], step: row.linkName[language] })}</p> : null}
      <p className="ym-quiet ym-numerals">{row.number} · {dayWords(dayOf(row.receivedAt), language, today)}</p>
    </li>
  );
}

/** Matters as rows: what it is, its date, with whom it is. */
export function MatterRows({ ctx, matters }: { readonly ctx: PageContext; readonly matters: readonly MatterRow[] }): ReactElement | null {
  if (matters.length === 0) return null;
  return <ul className="pt-rows">{matters.map((row) => <Row key={row.matterId} ctx={ctx} row={row} />)}</ul>;
}

/** Unfinished applications, each with its way back in. */
export function DraftRows({ ctx, drafts }: { readonly ctx: PageContext; readonly drafts: readonly Draft[] }): ReactElement | null {
  if (drafts.length === 0) return null;
  const { t, language, today } = ctx;
  return (
    <ul className="pt-rows">
      {drafts.map((draft) => (
        <li className="pt-row pt-row--draft" key={draft.draftId}>
          <p className="pt-row__title"><a href={`/apply/${draft.draftId}`}>{t('start.resume')}: {draft.itemName[language]}</a></p>
          <p className="ym-quiet ym-numerals">{draft.handlingItemName[language]} · {t('start.unfinished_saved', { moment: momentWords(draft.savedAt, language, today) })}</p>
        </li>
      ))}
    </ul>
  );
}
