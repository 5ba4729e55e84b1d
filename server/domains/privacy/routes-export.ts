import * as wire from '../../../contract/privacy.ts';
import { languages, say, type Language } from '../../../contract/language.ts';
import { privacyMessages } from '../../../contract/messages/privacy.ts';
import { refuse, type Refusal } from '../../kernel/decider.ts';
import type { Id } from '../../kernel/ids.ts';
import { localDayOf } from '../../kernel/instant.ts';
import { newId } from '../../platform/ids.ts';
import { route, type FileAnswer, type Route } from '../../platform/http/route.ts';
import { zipLimitBytes, zipOf, type ZipEntry } from '../../platform/privacy/zip.ts';
import { privacyPermissions } from './policy.ts';
import { todayOf } from './routes-commands.ts';
import { recordExport } from './store.ts';
import type { Surroundings } from './surroundings.ts';
import { mattersOf } from './views.ts';

/** The person's own lists that go into the copy as they are. */
const lists = {
  me: '/api/v1/me', what_is_kept: '/api/v1/me/data', consents: '/api/v1/me/consents', who_looked: '/api/v1/me/access-log', sign_ins: '/api/v1/me/security', mandates: '/api/v1/me/mandates', evaluations: '/api/v1/me/evaluations', promises: '/api/v1/me/promises',
  messages: '/api/v1/me/messages', drafts: '/api/v1/drafts',
} as const;

interface Read {
  readonly papers?: readonly string[];
  readonly number?: string;
  readonly status?: string;
  readonly receivedAt?: string;
  readonly itemName?: Readonly<Record<Language, string>>;
  readonly materials?: readonly { readonly materialCode: string; readonly files: readonly { readonly fileId: string; readonly name: string }[] }[];
}

/** A copy of everything kept of the caller (PIPL art. 45), read over his own routes, so that it holds what he may see and every reading is recorded as any other. */
export function exportRoutes(around: Surroundings): readonly Route[] {
  return [
    route(wire.exportMyData, privacyPermissions.exportMine, async ({ actor, sessionToken, language }) => {
      if (actor.kind !== 'resident' || sessionToken === undefined) throw new Error('an export without its person');
      return copyOf(around, actor.partyId, sessionToken, language);
    }),
  ];
}

async function copyOf(around: Surroundings, partyId: Id, token: string, language: Language): Promise<FileAnswer | Refusal> {
  const at = around.pipeline.clock.now();
  const files: ZipEntry[] = [];
  let size = 0;
  const keep = (path: string, bytes: Buffer): void => {
    files.push({ path, bytes });
    size += bytes.length;
  };
  const own: Record<string, unknown> = {};
  for (const [name, path] of Object.entries(lists)) own[name] = await json(around, token, path);
  const { matters } = await mattersOf(around.database.handle, partyId, todayOf(around));
  const whole: Read[] = [];
  for (const { matterId, gone } of matters) {
    if (gone) continue;
    const matter = await json<Read>(around, token, `/api/v1/matters/${matterId}`);
    if (matter === null) continue;
    whole.push(matter);
    await keepFiles(around, token, matterId, matter, keep);
    if (size > zipLimitBytes - 16_000_000) return refuse('privacy.export_too_large', { megabytes: Math.floor(zipLimitBytes / 1_048_576) });
  }
  const particulars = await around.particulars(partyId);
  files.unshift(
    { path: 'index.html', bytes: Buffer.from(pageOf(language, localDayOf(at), particulars, whole), 'utf8') },
    { path: 'data.json', bytes: Buffer.from(JSON.stringify({ exportedAt: at, format: 'yimen-my-data/1', particulars: particulars ?? null, ...own, matters: whole }, null, 2), 'utf8') },
  );
  await recordExport(around.database.handle, { recordId: newId(), partyId, files: files.length });
  return { ok: true, file: zipOf(files, new Date(at)), mediaType: 'application/zip', fileName: `my-data-${localDayOf(at)}.zip` };
}

/** A reading of the person's own; null where there is nothing of the kind for him. A fault is a fault of the copy. */
async function json<T>(around: Surroundings, token: string, path: string): Promise<T | null> {
  const answer = await around.readAs(token, path);
  if (answer.status === 404) return null;
  if (answer.status !== 200) throw new Error(`export: ${path} answered ${answer.status}`);
  return JSON.parse(answer.bytes.toString('utf8')) as T;
}

/** Receipts and other papers, and the files that were handed in. */
async function keepFiles(around: Surroundings, token: string, matterId: Id, matter: Read, keep: (path: string, bytes: Buffer) => void): Promise<void> {
  const folder = `matters/${matter.number ?? matterId}`;
  for (const paper of matter.papers ?? []) {
    const read = await around.readAs(token, `/api/v1/matters/${matterId}/papers/${paper}`);
    if (read.status === 200) keep(`${folder}/${paper}.pdf`, read.bytes);
  }
  for (const { materialCode, files } of matter.materials ?? []) {
    for (const { fileId, name } of files) {
      const read = await around.readAs(token, `/api/v1/matters/${matterId}/files/${fileId}`);
      if (read.status === 200) keep(`${folder}/${materialCode}/${fileId.slice(0, 8)}-${name.replace(/[/\\]/g, '_')}`, read.bytes);
    }
  }
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);

/** A page to read, without script and without anything from elsewhere. */
function pageOf(language: Language, day: string, particulars: Awaited<ReturnType<Surroundings['particulars']>>, matters: readonly Read[]): string {
  const t = (code: keyof typeof privacyMessages, params: Record<string, string | number> = {}) => escaped(say(privacyMessages[code], language, params));
  const rows = matters.map((one) => `<tr><td>${escaped(one.number ?? '')}</td><td>${escaped(one.itemName?.[language] ?? '')}</td><td>${escaped(one.receivedAt ? localDayOf(one.receivedAt) : '')}</td><td>${escaped(one.status ?? '')}</td></tr>`);
  const facts = particulars ? [particulars.name, particulars.number, particulars.phone ?? ''].filter((text) => text !== '').map((text) => `<li>${escaped(text)}</li>`).join('') : '';
  return `<!doctype html><html lang="${languages.includes(language) ? language : 'zh-CN'}"><meta charset="utf-8"><title>${t('my_data.title')}</title><h1>${t('my_data.title')}</h1><p>${t('my_data.copy_of', { date: day })}</p><ul>${facts}</ul>`
    + `<h2>${t('my_data.matters')}</h2><table border="1" cellpadding="6">${rows.join('')}</table><p>${t('my_data.copy_more')}</p></html>\n`;
}
