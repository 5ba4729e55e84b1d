import type { Language } from '../../contract/language.ts';
import { portalMessages } from '../../contract/messages/portal.ts';
import { speaker, uiSpeaker, type Speaker } from '../ui/speak.ts';
import type { uiMessages } from '../../contract/messages/ui.ts';
import type { Reply } from '../ui/wire.ts';

/** Who is calling, as the API says it. */
export type Me = Reply<'getMe'>;

/** What every page needs to know about its reader and itself. */
export interface PageContext {
  readonly language: Language;
  readonly elder: boolean;
  readonly me: Me;
  /** name of the city, in the reader's language */
  readonly city: string;
  /** path and query of this page, for coming back to it */
  readonly path: string;
  /** the day it is in Shenzhen, YYYY-MM-DD */
  readonly today: string;
  /** address under which the portal is known outside, without a slash at the end */
  readonly publicUrl: string;
  /** path of a built asset by its name in the manifest; undefined before a build */
  readonly asset: (name: string) => string | undefined;
  readonly t: Speaker<typeof portalMessages>;
  readonly ui: Speaker<typeof uiMessages>;
}

/** A context with its two speakers. */
export function pageContext(values: Omit<PageContext, 't' | 'ui'>): PageContext {
  return { ...values, t: speaker(portalMessages, values.language), ui: uiSpeaker(values.language) };
}

/** Nobody signed in. */
export const nobody: Me = { kind: 'anonymous', name: null, party: null, staffId: null, posts: [], csrfToken: null };

/** A span of time in words: "20 working days", "on the spot". */
export function spanWords(ctx: PageContext, amount: number, unit: 'working_day' | 'calendar_day' | 'hour' | 'month' | 'on_the_spot'): string {
  if (unit === 'working_day' && amount === 1) return ctx.ui('span.working_day_one');
  return ctx.ui(`span.${unit}`, { amount });
}
