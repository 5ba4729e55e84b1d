import { say, type Language } from '../../../contract/language.ts';
import type { HistoryEntry } from '../../../contract/matters.ts';
import { historyMessages, sayFact, sayRule } from '../../../contract/messages/history.ts';
import { addHours } from '../../kernel/calendar/index.ts';
import { csvOf } from '../../platform/http/csv.ts';

const columns = [
  'column.seq', 'column.at', 'column.after_minutes', 'column.after_days', 'column.what', 'column.who', 'column.office', 'column.took_minutes', 'column.took_days', 'column.rule', 'column.document', 'column.words', 'column.hash',
] as const;

/** What the system does by itself, at a moment the law or the process names. */
const bySystem: readonly string[] = [
  'result_paper_made', 'deemed_accepted', 'limits_recomputed', 'limit_passed', 'flow_moved', 'flow_unclear', 'timer_set', 'timer_cancelled', 'message_sent', 'part_called', 'part_cancelled', 'link_cancelled', 'deferred_lapsed',
];

/** The history as comma-separated values (RFC 4180), in UTF-8 with its mark so that spreadsheets read Chinese. */
export function historyCsv(entries: readonly HistoryEntry[], language: Language): Buffer {
  const rows = [columns.map((code) => say(historyMessages[code], language)), ...entries.map((entry) => rowOf(entry, language))];
  return csvOf(rows);
}

function rowOf(entry: HistoryEntry, language: Language): readonly string[] {
  const number = (value: number | null | undefined): string => (value === null || value === undefined ? '' : String(value));
  const who = entry.byName || (entry.byUnitName ? '' : say(historyMessages[bySystem.includes(entry.kind) ? 'by.system' : 'by.applicant'], language));
  return [
    String(entry.seq), addHours(entry.at, 8).slice(0, 19).replace('T', ' '), number(entry.after?.minutes), number(entry.after?.workingDays), sayFact(entry, language), who, entry.byUnitName?.[language] ?? '',
    number(entry.took?.minutes), number(entry.took?.workingDays), entry.ground?.rule ? sayRule(entry.ground.rule, language) : '', entry.ground?.document ?? '', entry.words ?? '', entry.hash,
  ];
}
