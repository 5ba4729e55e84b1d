import type { MatterDecision } from '../domains/matters/decide.ts';
import type { Law } from '../domains/matters/law.ts';
import type { HandedIn } from '../domains/matters/materials.ts';
import type { Matter, MatterFact } from '../domains/matters/matter.ts';
import type { By } from '../kernel/actor.ts';
import type { Id } from '../kernel/ids.ts';
import type { Instant } from '../kernel/instant.ts';
import type { Application } from './application.ts';
import type { Chance } from './chance.ts';
import type { World } from './world.ts';

/** What an application brings that only its writing makes: its number and its kept files. */
export interface Filed {
  readonly number: string;
  readonly handedIn: readonly HandedIn[];
  readonly fileNames: Readonly<Record<string, string>>;
}

/** One life being told. */
export interface Run {
  readonly world: World;
  readonly application: Application;
  readonly filed: Filed;
  readonly chance: Chance;
  readonly facts: MatterFact[];
  readonly clerk: Id;
  state: Matter | null;
  at: Instant;
  /** the window was silent too long: what it would have said at reception is not said any more */
  overtaken: boolean;
}

/** A decision of the domain over the life so far. */
export type Decide = (state: Matter, law: Law, meta: { at: Instant; by: By }) => MatterDecision;
