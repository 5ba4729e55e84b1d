/** Why a calendar file is not loaded: values for the operator at start, never answers to a call; the sentences are in contract/messages/reference.ts. */
export type CalendarProblemCode = 'calendar.changed_under_its_version' | 'calendar.shape' | 'calendar.unreadable';

/** The refusals of computing (past the end, before the start) and their HTTP status; the sentences are in contract/messages/calendar.ts. */
export const calendarRefusals = {
  'calendar.past_end': 422,
  'calendar.before_start': 422,
} as const satisfies Record<string, number>;
