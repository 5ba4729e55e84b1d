/** Why a calendar file is not loaded: values for the operator at start, never answers to a call; the sentences are in contract/messages/reference.ts. */
export type CalendarProblemCode = 'calendar.changed_under_its_version' | 'calendar.shape' | 'calendar.unreadable';

/** The refusals of computing (past the end, before the start; sentences in contract/messages/calendar.ts) and of changing the calendar (contract/messages/calendar-acts.ts), with their HTTP status. */
export const calendarRefusals = {
  'calendar.past_end': 422,
  'calendar.before_start': 422,
  'calendar.change_unknown': 404,
  'calendar.year_unknown': 404,
  'calendar.changed_meanwhile': 409,
  'calendar.proposed_already': 409,
  'calendar.not_proposed': 409,
  'calendar.same_person': 409,
  'calendar.not_own_proposal': 409,
  'calendar.name_needed': 422,
  'calendar.document_needed': 422,
  'calendar.document_day_unknown': 422,
  'calendar.document_of_tomorrow': 422,
  'calendar.link_faulty': 422,
  'calendar.reason_needed': 422,
  'calendar.notice_year': 422,
  'calendar.no_days': 422,
  'calendar.days_faulty': 422,
  'calendar.day_unknown': 422,
  'calendar.day_twice': 422,
  'calendar.day_not_of_kind': 422,
  'calendar.day_outside_table': 422,
  'calendar.day_outside_year': 422,
  'calendar.day_is_weekend': 422,
  'calendar.day_is_holiday': 422,
  'calendar.day_is_closed': 422,
  'calendar.holiday_at_weekend': 422,
  'calendar.swap_on_weekday': 422,
  'calendar.festival_unknown': 422,
  'calendar.changes_nothing': 422,
  'calendar.repeal_unknown': 422,
  'calendar.repeal_of_repeal': 422,
  'calendar.repealed_already': 409,
  'calendar.repeal_leaves_gap': 409,
} as const satisfies Record<string, number>;

export type CalendarRefusalCode = keyof typeof calendarRefusals;
