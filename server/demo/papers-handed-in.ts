import type { HandedIn } from '../domains/matters/materials.ts';
import type { DataKey } from '../platform/crypto/index.ts';
import type { Vault } from '../platform/files/index.ts';
import type { Application } from './application.ts';
import { sampleDocument } from './sample-document.ts';

/** The materials as filing wants them, and the names their files were given under. */
export interface Kept {
  readonly handedIn: readonly HandedIn[];
  readonly fileNames: Readonly<Record<string, string>>;
}

/** Puts a sample page into the vault for every uploaded material of an application, under the matter's own key. */
export async function keepMaterials(vault: Vault, application: Application, number: string, dataKey: DataKey): Promise<Kept> {
  const fileNames: Record<string, string> = {};
  const handedIn: HandedIn[] = [];
  for (const { code, form, names } of application.materials) {
    if (form !== 'uploaded') {
      handedIn.push({ code, form, files: [] });
      continue;
    }
    const kept = await vault.put(sampleDocument(names.en, `${number} ${code}`), { dataKey, declaredName: `${names['zh-CN'].replace(/[\\/:*?"<>|]/g, '-').slice(0, 60)}.pdf` });
    if (!kept.ok) throw new Error(`invented city: ${names.en} ${kept.code}`);
    const { fileId, mediaType, sizeBytes, name } = kept.file;
    fileNames[fileId] = name;
    handedIn.push({ code, form, files: [{ fileId, mediaType, sizeBytes }] });
  }
  return { handedIn, fileNames };
}
