import type { AcceptedType } from './detect.ts';

const extensions: Readonly<Record<AcceptedType, readonly string[]>> = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jfif'],
  'image/png': ['png'],
  'image/webp': ['webp'],
};

/**
 * A name that is safe to show and to offer for saving: the last part of any path, without control characters, characters
 * that turn the reading direction (U+202A–202E, U+2066–2069: "gpj.exe" shown as "exe.jpg"), or characters that file systems
 * refuse; at most 120 characters. The vault itself never uses it for a path.
 */
export function safeName(declared: string): string {
  const last = declared.normalize('NFC').split(/[/\\]/).pop() ?? '';
  const clean = last
    .replace(/[\p{Cc}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff<>:"|?*]/gu, '')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  const characters = [...clean];
  if (characters.length <= 120) return clean;
  const extension = extensionOf(clean);
  return extension === undefined ? characters.slice(0, 120).join('') : `${characters.slice(0, 118 - extension.length).join('')}….${extension}`;
}

/** Whether the name's extension fits the type found in the content. A name without an extension claims nothing and fits. */
export function isNamedAs(declared: string, mediaType: AcceptedType): boolean {
  const extension = extensionOf(safeName(declared));
  return extension === undefined || extensions[mediaType].includes(extension);
}

/** "证明 2.0 版" and "scan.2026" have none: an extension is 1–8 letters and digits with at least one letter. */
function extensionOf(name: string): string | undefined {
  const extension = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase();
  return extension !== undefined && /[a-z]/.test(extension) ? extension : undefined;
}
