import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';

// Noto Sans SC (SIL Open Font License 1.1): 28,000 Han characters, simplified and traditional, in mainland forms.
const require = createRequire(import.meta.url);
const files = {
  regular: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  bold: '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
} as const;

/** The two weights as bytes (10.6 MB each) and what they can draw. Whoever holds this object holds the memory: only the paper thread does, and it ends when idle. */
export type Fonts = { regular: Buffer; bold: Buffer; has: (codePoint: number) => boolean };

/** Reads both weights from disk, about 40 ms. */
export function readFonts(): Fonts {
  const regular = readFileSync(require.resolve(files.regular));
  const bold = readFileSync(require.resolve(files.bold));
  // pdfkit keeps the opened font in a field its types do not show; opening it a second time by ourselves would need its font library as a dependency of ours.
  const opened = new PDFDocument({ autoFirstPage: false }).font(regular) as unknown as { _font: { font: { hasGlyphForCodePoint: (codePoint: number) => boolean } } };
  const { font } = opened._font;
  return { regular, bold, has: (codePoint) => font.hasGlyphForCodePoint(codePoint) };
}

/** The characters of these texts that the font cannot draw, each once. Control characters other than the line break count as missing. */
export function missingCharacters(fonts: Pick<Fonts, 'has'>, texts: readonly string[]): string[] {
  const missing = new Set<string>();
  for (const text of texts) {
    for (const character of text) if (character !== '\n' && !fonts.has(character.codePointAt(0) ?? 0)) missing.add(character);
  }
  return [...missing];
}
