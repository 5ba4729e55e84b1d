/** Refusal codes of the settings page and their HTTP statuses. */
export const operationsRefusals = { 'operations.no_such_job': 404 } as const;
