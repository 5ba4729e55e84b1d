/** Where a matter is in its life, and how an item of a bundle stands. */
import { Type, type Static } from 'typebox';
import { closed, Instant, literals, LocalDate, nullable, Uuid } from './common.ts';
import { Due } from './limits.ts';
import { Localized } from './localized.ts';

/** Where a matter is in its life; code ids of the case vocabulary. */
export const matterStatuses = [
  'received', 'correction_requested', 'accepted', 'not_accepted', 'completed', 'withdrawn', 'terminated',
] as const;
export const MatterStatus = literals(matterStatuses);
export type MatterStatus = Static<typeof MatterStatus>;

/** The bundle (一件事) that a matter is an item of. */
export const ParentView = Type.Object({ matterId: Uuid, number: Type.String(), itemName: Localized }, closed);
export type ParentView = Static<typeof ParentView>;

/** An item of a bundle, in this case: a matter of its own from the moment it is called. */
export const PartView = Type.Object(
  {
    element: Type.String(), name: Localized, required: Type.Boolean(),
    /** null until it is filed; `not_begun` waits for others or will not be needed; `stopped` could not be filed or was given up */
    matterId: nullable(Uuid), number: nullable(Type.String()), institutionName: nullable(Localized),
    status: literals(['not_begun', 'stopped', ...matterStatuses] as const), outcome: nullable(literals(['granted', 'refused', 'stopped'] as const)),
    openedAt: nullable(Instant), endedAt: nullable(Instant), due: nullable(Due),
    /** why it could not be filed, for staff: a refusal code of the matters domain, and what it is about by JSON Pointer */
    why: nullable(Type.Object({ code: Type.String(), pointers: Type.Array(Type.String()) }, closed)),
  },
  closed,
);
export type PartView = Static<typeof PartView>;

/** A timer of the process, for staff: rings at the end of its day. */
export const TimerView = Type.Object({ timerId: Type.String(), element: Type.String(), name: Localized, dueOn: LocalDate, state: literals(['running', 'rung', 'cancelled'] as const) }, closed);
export type TimerView = Static<typeof TimerView>;

/** What of a matter comes from its process beside links: of a bundle its items in this case; timers and elements at which the process did not know its way are for staff. */
export const flowMembers = {
  parent: nullable(ParentView), parts: Type.Array(PartView), timers: Type.Array(TimerView), unclear: Type.Array(Type.Object({ element: Type.String(), name: Localized }, closed)),
};
