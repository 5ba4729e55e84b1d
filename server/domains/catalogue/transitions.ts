/** The acts of a draft's author; what is proposed follows the rule of two persons (kernel/two-persons.ts). */
export const draftActs = ['save', 'propose', 'discard'] as const;
export type DraftAct = (typeof draftActs)[number];
