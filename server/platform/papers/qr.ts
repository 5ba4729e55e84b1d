import QRCode from 'qrcode';

/** A QR code (ISO/IEC 18004) as its square of modules, without quiet zone: `dark(row, column)`. */
export type QrModules = { size: number; dark: (row: number, column: number) => boolean };

/** Error correction M (15 %): survives a fold and a coffee stain, and stays small; L (7 %) for long texts, up to 2,953 bytes. A text that is too long is a bug of the caller. */
export function qrModules(text: string, level: 'L' | 'M' = 'M'): QrModules {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: level });
  return { size: modules.size, dark: (row, column) => modules.get(row, column) === 1 };
}

/** The dark modules as horizontal runs: a tenth of the drawing commands that single squares would need. */
export function darkRuns(qr: QrModules): { row: number; column: number; length: number }[] {
  const runs: { row: number; column: number; length: number }[] = [];
  for (let row = 0; row < qr.size; row += 1) {
    for (let column = 0; column < qr.size; column += 1) {
      if (!qr.dark(row, column)) continue;
      let length = 1;
      while (column + length < qr.size && qr.dark(row, column + length)) length += 1;
      runs.push({ row, column, length });
      column += length;
    }
  }
  return runs;
}
