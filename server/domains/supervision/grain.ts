import type { Instant } from '../../kernel/instant.ts';

/** One grain of counted or lawfully paused time, and whose it was. */
export interface Grain {
  readonly end: Instant;
  readonly state: 'waited' | 'worked' | 'paused_unlawful' | 'paused_lawful';
  readonly linkId: string | null;
  readonly institution: string;
  readonly staffId: string | null;
  /** Beyond the link's own limit. */
  readonly overrun: boolean;
}
