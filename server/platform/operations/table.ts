import type { Operations } from '../../../contract/operations.ts';
import { say, type Language } from '../../../contract/language.ts';
import { operationsWords } from '../../../contract/messages/operations.ts';

/** The settings page as rows: which part, what, its value, where it comes from, and what to look at. */
export function operationsTable(told: Operations, language: Language): readonly (readonly (string | number)[])[] {
  const w = (code: keyof typeof operationsWords): string => say(operationsWords[code], language);
  const figures: readonly (readonly [keyof typeof operationsWords, string | number])[] = [
    ['figure.program', told.versions.program], ['figure.node', told.versions.node], ['figure.database', told.versions.database], ['figure.migrations', `${told.versions.migrations} ${told.versions.newestMigration ?? ''}`.trim()],
    ['figure.database_size', told.databaseBytes], ['figure.requests', told.admission.underWay], ['figure.sessions_resident', told.sessions.resident], ['figure.sessions_staff', told.sessions.staff], ['figure.outbox', told.outbox.waiting],
    ['jobs.waiting', told.jobs.waiting], ['jobs.due', told.jobs.due], ['jobs.stopped', told.jobs.givenUp], ['figure.withheld', told.withheld], ['figure.calendar', told.calendar.lastDay], ['figure.law', told.unverifiedLaw],
    ['figure.backup', told.backup?.lastBackupAt ?? w('figure.none')], ['figure.shipped', told.backup?.shippedUntil ?? w('figure.none')],
  ];
  return [
    [w('column.part'), w('column.name'), w('column.value'), w('column.source'), w('column.look')],
    ...told.checks.map((check) => [w('part.health'), w(`check.${check.name}`), w(`state.${check.state}`), '', check.words]),
    ...figures.map(([name, value]) => [w('part.figures'), w(name), value, '', '']),
    ...told.logs.map((log) => [w('part.figures'), say(operationsWords['figure.log'], language, { log: log.log }), log.size, log.signedAt ?? '', log.stoppedWhy ?? '']),
    ...told.disks.map((disk) => [w('part.disks'), disk.folder, disk.freeBytes, disk.bytes, w(`room.${disk.room}`)]),
    ...told.settings.map((one) => [
      w('part.settings'), one.name, one.isSecret ? w(one.source === 'unset' ? 'secret.unset' : 'secret.set') : (one.value ?? ''), w(`source.${one.source}`),
      [one.warning?.[language], one.file === null ? undefined : w(`file.${one.file}`)].filter((text) => text !== undefined).join(' '),
    ]),
  ];
}
