import type { LimitActBody } from '../../../contract/limits.ts';
import { tabStorage, type Keep } from './opinion-drafts.ts';

/** What somebody types while proposing to move a limit; everything is text until it is sent. */
export interface MoveDraft {
  readonly type: LimitActBody['type'];
  readonly pauseId: string;
  readonly ground: string;
  readonly document: string;
  readonly days: string;
  readonly words: string;
}

type Ground = Extract<LimitActBody, { readonly type: 'special' }>['ground'];

/** Grounds in the order of 行政许可法 45, then those of other laws (contract/limits.ts procedureKinds). */
export const moveGrounds = ['tender', 'auction', 'inspection', 'testing', 'quarantine', 'appraisal', 'expert_review', 'hearing', 'public_notice', 'other_by_law'] as const satisfies readonly Ground[];

/** A special procedure under way. */
export interface OpenProcedure {
  readonly pauseId: string;
}

/** What may be proposed: prolonging and ending need a procedure under way. */
export function moveTypes(procedures: readonly OpenProcedure[]): readonly MoveDraft['type'][] {
  return procedures.length > 0 ? ['end', 'prolong', 'special', 'extend'] : ['special', 'extend'];
}

/** An empty draft of the first thing that may be proposed; the procedure is chosen where there is only one. */
export function emptyMove(procedures: readonly OpenProcedure[]): MoveDraft {
  return { type: moveTypes(procedures)[0] ?? 'special', pauseId: procedures.length === 1 ? (procedures[0]?.pauseId ?? '') : '', ground: '', document: '', days: '', words: '' };
}

/** Whole days from the text of the field; undefined for anything but 1 to 365. */
function wholeDays(text: string): number | undefined {
  const days = /^\s*\d{1,3}\s*$/.test(text) ? Number(text) : 0;
  return days >= 1 && days <= 365 ? days : undefined;
}

/** A field of the draft that is not right yet, in the order of the sheet. */
export type MoveFault = 'pauseId' | 'ground' | 'document' | 'days' | 'words';

/** What is still missing or wrong in form; whether the act is lawful the server says. */
export function moveFaults(draft: MoveDraft, procedures: readonly OpenProcedure[]): readonly MoveFault[] {
  const onProcedure = draft.type === 'prolong' || draft.type === 'end';
  return [
    ...(onProcedure && !procedures.some((one) => one.pauseId === draft.pauseId) ? (['pauseId'] as const) : []),
    ...(draft.type === 'special' && !moveGrounds.some((one) => one === draft.ground) ? (['ground'] as const) : []),
    ...(draft.document.trim() === '' ? (['document'] as const) : []),
    ...(draft.type !== 'end' && wholeDays(draft.days) === undefined ? (['days'] as const) : []),
    ...(draft.words.trim() === '' ? (['words'] as const) : []),
  ];
}

/** The act as it is sent; undefined while something is missing. */
export function moveOf(draft: MoveDraft): LimitActBody | undefined {
  const document = draft.document.trim();
  const days = wholeDays(draft.days);
  const ground = moveGrounds.find((one) => one === draft.ground);
  switch (draft.type) {
    case 'special':
      return ground && days !== undefined ? { type: 'special', ground, document, announcedWorkingDays: days } : undefined;
    case 'prolong':
      return days === undefined ? undefined : { type: 'prolong', pauseId: draft.pauseId, document, byWorkingDays: days };
    case 'end':
      return { type: 'end', pauseId: draft.pauseId, document };
    case 'extend':
      return days === undefined ? undefined : { type: 'extend', document, byWorkingDays: days };
  }
}

const keyOf = (matterId: string): string => `yimen.move ${matterId}`;

/** Drafts in a storage, one for each matter; a damaged one reads as none, and one whose procedure is over begins anew with its words kept. */
export function movesIn(keep: () => Keep | undefined) {
  return {
    read(matterId: string, procedures: readonly OpenProcedure[]): MoveDraft {
      const fresh = emptyMove(procedures);
      try {
        const kept = JSON.parse(keep()?.getItem(keyOf(matterId)) ?? 'null') as Partial<MoveDraft> | null;
        if (kept === null) return fresh;
        const type = moveTypes(procedures).find((one) => one === kept.type) ?? fresh.type;
        const pauseId = procedures.some((one) => one.pauseId === kept.pauseId) ? String(kept.pauseId) : fresh.pauseId;
        return { type, pauseId, ground: String(kept.ground ?? ''), document: String(kept.document ?? ''), days: String(kept.days ?? ''), words: String(kept.words ?? '') };
      } catch {
        return fresh;
      }
    },
    write(matterId: string, draft: MoveDraft): void {
      try {
        if ([draft.ground, draft.document, draft.days, draft.words].every((text) => text.trim() === '')) keep()?.removeItem(keyOf(matterId));
        else keep()?.setItem(keyOf(matterId), JSON.stringify(draft));
      } catch {
        // storage full or closed: the words are still in the fields
      }
    },
    drop(matterId: string): void {
      keep()?.removeItem(keyOf(matterId));
    },
  };
}

/** The drafts of this tab; gone when the tab is closed or somebody signs out. */
export const moveDrafts = movesIn(tabStorage);
