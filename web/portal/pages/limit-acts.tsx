import type { ReactElement } from 'react';
import { limitMessages } from '../../../contract/messages/limits.ts';
import { dayOf, dayWords } from '../../ui/dates.ts';
import { pausesOf, type ProposalParts, type ShownPause } from '../../ui/day-strip/pauses.ts';
import { Icon } from '../../ui/icon/icon.tsx';
import { speaker } from '../../ui/speak.ts';
import type { Reply } from '../../ui/wire.ts';
import type { PageContext } from '../context.ts';
import { paperHref } from './matter-outcome.tsx';
import { Section } from './section.tsx';

type Proposal = Reply<'getMatter'>['proposals'][number];

/** The special procedures of a matter as its steps and strips show them. Announced ends are ends of days: over is what ended before today. */
export function pausesFor(ctx: PageContext, of: { readonly proposals: readonly ProposalParts[]; readonly dues: readonly { readonly limitId: string; readonly dueOn: string; readonly dueAt: string; readonly endedAt: string | null }[] }): readonly ShownPause[] {
  return pausesOf(of.proposals, of.dues, new Date(`${ctx.today}T00:00:00.000+08:00`).toISOString());
}

function actWords(ctx: PageContext, act: Proposal, ground: Proposal['ground']): string {
  const procedure = ground === null ? '' : speaker(limitMessages, ctx.language)(`limits.procedure.${ground}`);
  return ctx.t(act.workingDays === 1 && act.type !== 'end' ? `moved.${act.type}_one` : `moved.${act.type}`, { procedure, days: act.workingDays ?? 0 });
}

/** The approved acts that moved limits, newest first: what, why, by which document, which office asked and which agreed. With `matterId` each has its notice to read. */
export function LimitActs({ ctx, proposals, matterId }: { readonly ctx: PageContext; readonly proposals: readonly Proposal[]; readonly matterId?: string }): ReactElement | null {
  const { t, language, today } = ctx;
  const approved = proposals.filter((one) => one.outcome === 'approved');
  if (approved.length === 0) return null;
  const groundOf = (act: Proposal) => act.ground ?? approved.find((one) => one.type === 'special' && one.pauseId === act.pauseId)?.ground ?? null;
  return (
    <Section id="moved" title={t('moved.title')}>
      <ul className="pt-moved">
        {[...approved].reverse().map((act) => (
          <li key={act.proposalId}>
            <p><strong>{actWords(ctx, act, groundOf(act))}</strong>{act.decidedAt ? ` · ${dayWords(dayOf(act.decidedAt), language, today)}` : ''}</p>
            {act.words ? <p>{t('moved.reason', { words: act.words })}</p> : null}
            <p className="ym-quiet">{t('moved.by', { proposer: act.proposedByUnit?.[language] ?? '', approver: act.decidedByUnit?.[language] ?? '' })}</p>
            {matterId === undefined
              ? <p className="ym-quiet">{t('moved.document', { document: act.document })}</p>
              : <p className="pt-papers"><a href={paperHref(ctx, matterId, 'limit_notice', act.proposalId)}><Icon name="download" /> {t('moved.notice', { document: act.document })}</a></p>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
