import rules from '../../../data/privacy/processing-2026-1.json' with { type: 'json' };
import type { ConsentScope } from '../../../contract/messages/consents.ts';
import type { RetentionId } from './class-words.ts';

/** By what right personal data are used (PIPL art. 13). `verified`: somebody held the source against its text. */
export interface ProcessingGround {
  readonly id: 'statutory_duty' | 'consent';
  readonly source: string;
  readonly verified: boolean;
}

/** A use that rests on consent alone. `fields`: form fields of earlier matters it takes. */
export interface ConsentUse {
  readonly scope: ConsentScope;
  readonly sensitive: boolean;
  readonly fields: readonly string[];
}

interface Handling {
  readonly ground: ProcessingGround['id'];
  readonly retention: RetentionId;
}

/** Version of the rules in force. */
export const processingVersion: string = rules.version;

const grounds: Readonly<Record<ProcessingGround['id'], Omit<ProcessingGround, 'id'>>> = rules.grounds;
const ofItems: Readonly<Record<string, Handling>> = rules.items;

/** By what right applications for an item are handled, and how long they are kept; a duty by law where the item says nothing else. */
export function handlingOf(taskCode: string | undefined): { readonly ground: ProcessingGround; readonly retention: RetentionId } {
  const of = (taskCode === undefined ? undefined : ofItems[taskCode]) ?? (rules.handling as Handling);
  return { ground: { id: of.ground, ...grounds[of.ground] }, retention: of.retention };
}

/** Every use that rests on consent, in the order they are asked for. */
export const consentUses: readonly ConsentUse[] = rules.uses as readonly ConsentUse[];
