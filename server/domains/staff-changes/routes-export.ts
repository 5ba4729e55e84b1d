import { say, type Language } from '../../../contract/language.ts';
import { staffChangeMessages } from '../../../contract/messages/staff-changes.ts';
import { workbenchMessages } from '../../../contract/messages/workbench.ts';
import type { Actor } from '../../kernel/actor.ts';
import { localDayOf } from '../../kernel/instant.ts';
import { csvOf } from '../../platform/http/csv.ts';
import type { FileAnswer } from '../../platform/http/route.ts';
import { newId } from '../../platform/ids.ts';
import { postLines, type PostLine } from '../people/index.ts';
import type { Surroundings } from './surroundings.ts';

const columns = ['export.name', 'export.login', 'export.active', 'export.institution', 'export.code', 'export.role', 'export.since'] as const;

/** Who holds what now, a line for each post. Who took the table is recorded with it. */
export async function exportPosts(around: Surroundings, actor: Extract<Actor, { kind: 'staff' }>, language: Language): Promise<FileAnswer> {
  const lines = await postLines(around.database.handle);
  await around.pipeline.recorder.write({ facts: [], access: [{ matter_id: actor.staffId, record_id: newId(), actor: { kind: 'staff', id: actor.staffId }, act: 'staff.export_posts', outcome: 'done' }] });
  const rows = [columns.map((code) => say(staffChangeMessages[code], language)), ...lines.map((line) => rowOf(around, line, language))];
  return { ok: true, file: csvOf(rows), mediaType: 'text/csv; charset=utf-8', fileName: `staff-posts-${localDayOf(around.pipeline.clock.now())}.csv` };
}

function rowOf(around: Surroundings, { name, login, active, institution, role, fromAt }: PostLine, language: Language): readonly string[] {
  return [
    name, login, say(staffChangeMessages[active ? 'export.yes' : 'export.no'], language), institution === null ? '' : (around.institution(institution)?.name[language] ?? institution), institution ?? '',
    role === null ? '' : say(workbenchMessages[`role.${role}`], language), fromAt === null ? '' : localDayOf(fromAt),
  ];
}
