import type { ReactElement } from 'react';
import { say } from '../../../contract/language.ts';
import { consentMessages } from '../../../contract/messages/consents.ts';
import { Button } from '../../ui/button/button.tsx';
import { momentWords } from '../../ui/dates.ts';
import { Tag } from '../../ui/tag/tag.tsx';
import type { Reply } from '../../ui/wire.ts';
import type { PageContext } from '../context.ts';
import { Csrf } from '../layout.tsx';
import { consentWords } from './privacy-notice.tsx';
import { Section } from './section.tsx';

/** Uses that rest on consent, and what was taken back. */
export type Consents = Reply<'readConsents'>;
type Use = Consents['uses'][number];

/** One use with its whole text and one button: the text is what is agreed to, and taking back is as near as agreeing. */
function OneUse({ ctx, use, commandId }: { readonly ctx: PageContext; readonly use: Use; readonly commandId: string }): ReactElement {
  const w = consentWords(ctx);
  const title = w(`use.${use.scope}`);
  const { standing } = use;
  return (
    <li className="pt-card">
      <h3 className="pt-card__title">{title} {use.sensitive ? <Tag tone="wait">{w('mine.sensitive')}</Tag> : null}</h3>
      <p>{w(`ask.${use.scope}`)}</p>
      <p>{standing ? <Tag tone="good">{w('mine.standing', { moment: momentWords(standing.givenAt, ctx.language, ctx.today) })}</Tag> : <Tag>{w('mine.not_given')}</Tag>}</p>
      <form method="post" action={standing ? '/my-data/consent/withdraw' : '/my-data/consent/give'}>
        <Csrf ctx={ctx} />
        <input type="hidden" name="commandId" value={commandId} /><input type="hidden" name="scope" value={use.scope} /><input type="hidden" name="textHash" value={use.textHash} />
        <Button kind="secondary" aria-label={`${w(standing ? 'mine.withdraw' : 'mine.agree')}: ${title}`}>{w(standing ? 'mine.withdraw' : 'mine.agree')}</Button>
      </form>
    </li>
  );
}

/** 另外的用途: what one may agree to besides, each by itself, and what was taken back. */
export function ConsentSection({ ctx, consents, commandId }: { readonly ctx: PageContext; readonly consents: Consents; readonly commandId: string }): ReactElement {
  const w = consentWords(ctx);
  const moment = (at: string) => momentWords(at, ctx.language, ctx.today);
  return (
    <Section id="consents" title={w('mine.title')}>
      <p>{w('mine.lead')}</p>
      <ul className="pt-cards">{consents.uses.map((use) => <OneUse key={use.scope} ctx={ctx} use={use} commandId={commandId} />)}</ul>
      {consents.past.length > 0 ? (
        <details className="pt-law">
          <summary>{w('mine.past')}</summary>
          <ul>{consents.past.map((one) => <li key={`${one.scope}${one.givenAt}`}>{w('mine.past_line', { use: say(consentMessages[`use.${one.scope}`], ctx.language), given: moment(one.givenAt), withdrawn: moment(one.withdrawnAt ?? one.givenAt) })}</li>)}</ul>
        </details>
      ) : null}
    </Section>
  );
}
