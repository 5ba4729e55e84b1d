import type { Operations } from '../../../contract/operations.ts';
import type { Language } from '../../../contract/language.ts';
import { dayWords, momentWords, sizeWords } from '../../ui/dates.ts';
import type { OperationsSpeaker } from './operations-words.ts';

/** How a number is written in all three languages. */
export const numberWords = (value: number): string => value.toLocaleString('en-US');

/** The figures of the page as lines of name and value, in words of the reader. */
export function figureLines(told: Operations, o: OperationsSpeaker, language: Language, today: string): readonly (readonly [string, string])[] {
  const at = (instant: string | null | undefined): string => (instant ? momentWords(instant, language, today) : o('figure.none'));
  const { versions, outbox, backup } = told;
  return [
    [o('figure.requests'), o('figure.requests_value', { now: told.admission.underWay, most: told.admission.most })],
    [o('figure.sessions_resident'), numberWords(told.sessions.resident)],
    [o('figure.sessions_staff'), numberWords(told.sessions.staff)],
    [o('figure.outbox'), [o('figure.outbox_value', { waiting: outbox.waiting, due: outbox.due }), ...(outbox.oldestAt ? [o('figure.oldest', { at: at(outbox.oldestAt) })] : [])].join(language === 'en' ? ', ' : '，')],
    [o('figure.database_size'), sizeWords(told.databaseBytes)],
    [o('figure.backup'), at(backup?.lastBackupAt)],
    [o('figure.shipped'), at(backup?.shippedUntil)],
    ...(backup ? [[o('figure.backup_waiting'), o('figure.backup_waiting_value', { files: backup.waitingFiles, size: sizeWords(backup.waitingBytes) })] as const] : []),
    ...(backup?.failure ? [[o('figure.backup_failure'), backup.failure] as const] : []),
    [o('figure.calendar'), o('figure.calendar_value', { day: dayWords(told.calendar.lastDay, language), version: told.calendar.version })],
    [o('figure.law'), numberWords(told.unverifiedLaw)],
    [o('figure.withheld'), numberWords(told.withheld)],
    [o('figure.program'), versions.program],
    [o('figure.node'), versions.node],
    [o('figure.database'), versions.database],
    [o('figure.migrations'), versions.newestMigration === null ? o('figure.none') : o('figure.migrations_value', { count: versions.migrations, newest: versions.newestMigration })],
  ];
}

/** One log in a line: how much of it is signed, when, by how many; or why it stopped. */
export function logLine(log: Operations['logs'][number], o: OperationsSpeaker, language: Language, today: string): string {
  if (log.stoppedWhy !== null) return o('figure.log_stopped', { why: log.stoppedWhy });
  const [size, waiting] = [numberWords(log.size), numberWords(log.waiting)];
  if (log.signedAt === null) return o('figure.log_unsigned', { size, waiting });
  return o('figure.log_value', { size, waiting, at: momentWords(log.signedAt, language, today), witnesses: log.witnesses, asked: log.witnessesAsked });
}
