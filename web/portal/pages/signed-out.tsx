import type { ReactElement } from 'react';
import { ButtonLink, ButtonRow } from '../../ui/button/button.tsx';
import type { PageContext } from '../context.ts';
import { Page } from '../layout.tsx';
import { securityWords } from './step-up.tsx';

/** After signing out, for who came from the city identity service: on a shared computer the next person must not find him signed in there. A link, because forms here lead nowhere else. */
export function SignedOut({ ctx, onward }: { readonly ctx: PageContext; /** where the service signs out */ readonly onward: string }): ReactElement {
  const w = securityWords(ctx);
  return (
    <Page ctx={ctx} title={w('city.out_title')}>
      <h1>{w('city.out_title')}</h1>
      <p>{w('city.out_why')}</p>
      <ButtonRow><ButtonLink icon="forward" iconAfter href={onward}>{w('city.out_there')}</ButtonLink><ButtonLink kind="secondary" href="/">{w('city.out_home')}</ButtonLink></ButtonRow>
    </Page>
  );
}
