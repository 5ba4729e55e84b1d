import type { Channel, FileRef, MaterialForm } from './matter.ts';

/** A material of a draft, with the names its files were given under. */
export interface DraftMaterial {
  readonly materialCode: string;
  readonly form: MaterialForm;
  readonly files: readonly (FileRef & { readonly name: string })[];
  /** of a promise: the name it was affirmed by */
  readonly affirmedBy?: string;
}

/** What a draft keeps, sealed: everything the person typed, right or not. */
export interface DraftContent {
  readonly areaUnit: string | null;
  readonly organisation: { readonly creditCode: string; readonly name: string } | null;
  readonly answers: Readonly<Record<string, string>>;
  readonly form: Readonly<Record<string, unknown>>;
  readonly materials: readonly DraftMaterial[];
  /** what was filled in from an earlier matter, by the applicant's consent: that matter's number and the fields */
  readonly prefilled?: { readonly number: string; readonly fields: readonly string[] };
}

/** An unfinished application. Its id becomes the matter's id when it is filed. */
export interface DraftState {
  readonly draftId: string;
  readonly version: number;
  readonly ownerParty: string | null;
  readonly ownerStaff: string | null;
  readonly partyId: string | null;
  readonly hall: string | null;
  readonly channel: Channel;
  readonly taskCode: string;
  readonly handlingItem: string;
  readonly itemVersion: number;
  readonly savedAt: string;
  readonly content: DraftContent;
}

/** An empty page. */
export const emptyDraft: DraftContent = { areaUnit: null, organisation: null, answers: {}, form: {}, materials: [] };

/** What a save may carry; what is absent stays. `materials` names those not uploaded; uploaded ones are changed by their files. */
export interface DraftChange {
  readonly areaUnit?: string | null;
  readonly organisation?: DraftContent['organisation'];
  readonly answers?: DraftContent['answers'];
  readonly form?: DraftContent['form'];
  readonly materials?: readonly { readonly materialCode: string; readonly form: MaterialForm; readonly affirmedBy?: string }[];
}

/** The draft's content after a save. A material marked otherwise than uploaded keeps its files, so that changing one's mind loses nothing. */
export function changed(content: DraftContent, change: DraftChange): DraftContent {
  return {
    areaUnit: change.areaUnit === undefined ? content.areaUnit : change.areaUnit,
    organisation: change.organisation === undefined ? content.organisation : change.organisation,
    answers: change.answers ?? content.answers,
    form: change.form ?? content.form,
    materials: change.materials ? mergeMaterials(content.materials, change.materials) : content.materials,
    ...(content.prefilled ? { prefilled: content.prefilled } : {}),
  };
}

function mergeMaterials(before: readonly DraftMaterial[], named: NonNullable<DraftChange['materials']>): readonly DraftMaterial[] {
  const filesOf = (code: string) => before.find((one) => one.materialCode === code)?.files ?? [];
  const marked = named.map(({ materialCode, form, affirmedBy }): DraftMaterial => ({ materialCode, form, files: filesOf(materialCode), ...(form === 'promised' && affirmedBy !== undefined ? { affirmedBy } : {}) }));
  const untouched = before.filter((one) => one.files.length > 0 && !named.some((other) => other.materialCode === one.materialCode));
  return [...marked, ...untouched];
}

/** With one more file of a material; the same bytes twice count once. */
export function withFile(content: DraftContent, materialCode: string, file: DraftMaterial['files'][number]): DraftContent {
  const before = content.materials.find((one) => one.materialCode === materialCode);
  const files = [...(before?.files ?? []).filter((one) => one.fileId !== file.fileId), file];
  return { ...content, materials: [...content.materials.filter((one) => one.materialCode !== materialCode), { materialCode, form: 'uploaded', files }] };
}

/** Without a file; a material without files is no longer uploaded. */
export function withoutFile(content: DraftContent, materialCode: string, fileId: string): DraftContent {
  return {
    ...content,
    materials: content.materials.flatMap((one) => {
      if (one.materialCode !== materialCode) return [one];
      const files = one.files.filter((file) => file.fileId !== fileId);
      return files.length === 0 && one.form === 'uploaded' ? [] : [{ ...one, files }];
    }),
  };
}
