import type { GivenMaterial } from '../../../contract/matters.ts';

/** How a material is handed in or marked. */
type Mark = Pick<GivenMaterial, 'materialCode' | 'form'>;

/** The materials as they lie in a matter: those given, with their files. */
export function givenIn(materials: readonly { readonly materialCode: string; readonly form: GivenMaterial['form'] | null; readonly files: GivenMaterial['files'] }[]): readonly GivenMaterial[] {
  return materials.flatMap(({ materialCode, form, files }) => (form === null ? [] : [{ materialCode, form, files: [...files] }]));
}

/** Those of `after` that are not as they were `before`: given another way, or with other files. */
export function changedPapers(before: readonly GivenMaterial[], after: readonly GivenMaterial[]): readonly GivenMaterial[] {
  return after.filter((one) => {
    const was = before.find((other) => other.materialCode === one.materialCode);
    return was?.form !== one.form || !sameFiles(was.files, one.files);
  });
}

function sameFiles(a: GivenMaterial['files'], b: GivenMaterial['files']): boolean {
  return a.length === b.length && a.every((file, i) => file.fileId === b[i]?.fileId);
}

/** After marks were set: a marked material keeps its files only where its form stays; materials uploaded and not marked stay. */
export function withMarks(given: readonly GivenMaterial[], marks: readonly Mark[]): readonly GivenMaterial[] {
  const marked = marks.map((mark) => ({ ...mark, files: given.find((one) => one.materialCode === mark.materialCode && one.form === mark.form)?.files ?? [] }));
  return [...marked, ...given.filter((one) => one.form === 'uploaded' && !marks.some((mark) => mark.materialCode === one.materialCode))];
}

/** After a file was uploaded for a material, whatever it was given as before. */
export function withUpload(given: readonly GivenMaterial[], materialCode: string, file: GivenMaterial['files'][number]): readonly GivenMaterial[] {
  const before = given.find((one) => one.materialCode === materialCode && one.form === 'uploaded')?.files ?? [];
  return [...given.filter((one) => one.materialCode !== materialCode), { materialCode, form: 'uploaded', files: [...before.filter((one) => one.fileId !== file.fileId), file] }];
}

/** After a file was taken off: a material without any is not uploaded any more. */
export function withoutUpload(given: readonly GivenMaterial[], materialCode: string, fileId: string): readonly GivenMaterial[] {
  return given.map((one) => (one.materialCode === materialCode ? { ...one, files: one.files.filter((file) => file.fileId !== fileId) } : one)).filter((one) => one.form !== 'uploaded' || one.files.length > 0);
}
