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

/** Puts one sample page into the vault for all uploaded materials of an application, under the matter's own key: people scan everything in one go, and a city of files would take minutes. */
export async function keepMaterials(vault: Vault, application: Application, number: string, dataKey: DataKey): Promise<Kept> {
  const uploaded = application.materials.filter((material) => material.form === 'uploaded');
  if (uploaded.length === 0) return { handedIn: application.materials.map(({ code, form }) => ({ code, form, files: [] })), fileNames: {} };
  const kept = await vault.put(sampleDocument(uploaded.map((material) => material.names.en), number), { dataKey, declaredName: '材料扫描件（演示）.pdf' });
  if (!kept.ok) throw new Error(`invented city: ${number} ${kept.code}`);
  const { fileId, mediaType, sizeBytes, name } = kept.file;
  return {
    handedIn: application.materials.map(({ code, form }) => ({ code, form, files: form === 'uploaded' ? [{ fileId, mediaType, sizeBytes }] : [] })),
    fileNames: { [fileId]: name },
  };
}
