/** Working days from a table that has an end, due dates, and the reason of each. Pure. */
export * from './working-calendar.ts';
export * from './count.ts';
export * from './due.ts';
export * from './explain.ts';
