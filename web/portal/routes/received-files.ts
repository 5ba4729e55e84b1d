import type { Matter } from '../pages/receipt.tsx';
import type { KeptFile } from '../pages/upload-card.tsx';
import type { Visit } from '../visit.ts';

/** Files received for a matter, by the material they belong to. */
export type Kept = Readonly<Record<string, readonly KeptFile[]>>;

const fileShape = (value: unknown): value is KeptFile => {
  const one = value as Partial<KeptFile> | null;
  return typeof one === 'object' && one !== null && /^[0-9a-f]{64}$/.test(String(one.fileId)) && typeof one.name === 'string' && typeof one.mediaType === 'string' && typeof one.sizeBytes === 'number';
};

/** Files received by an earlier try of this page: the page carries them, the server knows them. */
function keptBefore(visit: Visit, code: string): readonly KeptFile[] {
  return (visit.body.fields[`kept.${code}`] ?? []).flatMap((text) => {
    try {
      const value: unknown = JSON.parse(text);
      return fileShape(value) ? [{ fileId: value.fileId, name: value.name.slice(0, 200), mediaType: value.mediaType, sizeBytes: value.sizeBytes }] : [];
    } catch {
      return [];
    }
  });
}

/** Receives what was chosen for these materials and keeps what came before; a refused file is a fault beside its material. */
export async function receiveFiles(visit: Visit, matter: Matter, codes: readonly string[]): Promise<{ kept: Kept; faults: Record<string, string> }> {
  const kept: Record<string, readonly KeptFile[]> = {};
  const faults: Record<string, string> = {};
  for (const code of codes) {
    kept[code] = keptBefore(visit, code);
    for (const { file } of visit.body.files.filter((one) => one.field === `file.${code}` && one.file.size > 0)) {
      const answer = await visit.upload<KeptFile>(`/api/v1/matters/${matter.matterId}/files`, file);
      if (answer.ok) kept[code] = [...(kept[code] ?? []), answer.data];
      else faults[code] = `${file.name}: ${answer.title}`;
    }
  }
  return { kept, faults };
}

/** Materials with the files received for them, as an act hands them in. */
export const uploaded = (kept: Kept): { materialCode: string; form: 'uploaded'; files: KeptFile[] }[] =>
  Object.entries(kept).filter(([, files]) => files.length > 0).map(([materialCode, files]) => ({ materialCode, form: 'uploaded', files: [...files] }));

/** The fact number the page was made at. */
export const seenSeqOf = (visit: Visit): number => Math.max(1, Number(visit.posted('seenSeq')) || 1);
