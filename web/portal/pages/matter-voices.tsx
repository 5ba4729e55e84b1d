import type { ReactElement } from 'react';
import { ButtonLink } from '../../ui/button/button.tsx';
import { dayWords } from '../../ui/dates.ts';
import type { PageContext } from '../context.ts';
import { wordsOf, type Voices } from './evaluate.tsx';
import { Section } from './section.tsx';

/** 评价 and 投诉 where the matter is looked at: what waits to be rated, and the way to complain or to what became of a complaint. */
export function MatterVoices({ ctx, voices, matterId }: { readonly ctx: PageContext; readonly voices: Voices; readonly matterId: string }): ReactElement | null {
  const w = wordsOf(ctx);
  const { language, today } = ctx;
  const open = voices.events.filter((event) => event.state === 'open');
  const said = voices.complaints.length > 0 || voices.events.some((event) => event.answer !== null);
  if (open.length === 0 && !said && !voices.mayComplain) return null;
  return (
    <Section id="voices" title={w('mine.title')}>
      {open.map((event) => (
        <div key={event.event}>
          <ButtonLink kind="secondary" href={`/matters/${matterId}/evaluate/${event.event}`} icon="forward" iconAfter>{`${w('evaluate.to_evaluate')} · ${w(`event.${event.kind}`)}`}</ButtonLink>
          <p className="ym-quiet">{w('mine.open_until', { date: dayWords(event.openUntil, language, today) })}</p>
        </div>
      ))}
      <p className="pt-inline-links">
        {said ? <a href="/evaluations">{w('mine.title')}</a> : null}
        {voices.mayComplain ? <a href={`/matters/${matterId}/complain`}>{w('complain.title')}</a> : null}
      </p>
    </Section>
  );
}
