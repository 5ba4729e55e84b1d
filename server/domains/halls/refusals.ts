/** Code → status of this domain's refusals. */
export const hallRefusals = { 'halls.not_found': 404 } as const;
export type HallRefusalCode = keyof typeof hallRefusals;
