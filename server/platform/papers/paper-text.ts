import { inflateSync } from 'node:zlib';

/** For tests: what the pages show, read back from the file: each font's own table of glyphs (ToUnicode, ISO 32000-2 §9.10.3) applied to the text operators. */
export function textOf(pdf: Uint8Array): string {
  const raw = Buffer.from(pdf);
  const object = (number: string): string => raw.toString('latin1', raw.indexOf(`\n${number} 0 obj`)).split('endobj')[0] ?? '';
  const streamAt = (number: string): string => {
    const at = raw.indexOf(`\n${number} 0 obj`);
    return inflateSync(raw.subarray(raw.indexOf('stream\n', at) + 7)).toString('latin1');
  };
  const all = raw.toString('latin1');
  const fonts = new Map([...all.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', number = '']) => {
    const table = streamAt(/\/ToUnicode (\d+) 0 R/.exec(object(number))?.[1] ?? '');
    const ranges = [...table.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/g)].flatMap(([, from = '', list = '']) =>
      [...list.matchAll(/<([0-9a-f ]+)>/g)].map(([, hex = ''], index) => [parseInt(from, 16) + index, Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16().toString('utf16le')] as const));
    return [name, new Map(ranges)] as const;
  }));
  let text = '';
  for (const [, number = ''] of all.matchAll(/\/Contents (\d+) 0 R/g)) {
    let font: Map<number, string> | undefined;
    for (const [, name, shown] of streamAt(number).matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
      if (name !== undefined) font = fonts.get(name);
      else text += [...(shown ?? '').matchAll(/<([0-9a-f]+)>/g)].flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? []).map((glyph) => font?.get(parseInt(glyph, 16)) ?? '□').join('');
    }
  }
  return text;
}

/** For tests: a text without spaces and with straight quotes, as lines of a page are compared. */
export const squeezed = (text: string): string => text.replace(/[\s\u3000]/g, '').replace(/[\u2018\u2019]/g, "'").replace(/[\u201c\u201d]/g, '"');
