import type { ReactElement } from 'react';
import { create } from 'qrcode';

/** SVG path of the dark modules of `text` as a QR code (error correction M), and the number of modules on a side. */
export function qrPath(text: string): { readonly side: number; readonly path: string } {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const rows: string[] = [];
  for (let y = 0; y < modules.size; y += 1) {
    for (let x = 0; x < modules.size; x += 1) if (modules.get(y, x)) rows.push(`M${x + 4} ${y + 4}h1v1h-1z`);
  }
  return { side: modules.size + 8, path: rows.join('') };
}

/** A QR code as SVG with its quiet zone of four modules; `label` says what it holds. */
export function Qr({ text, label }: { readonly text: string; readonly label: string }): ReactElement {
  const { side, path } = qrPath(text);
  return (
    <svg className="ym-qr" viewBox={`0 0 ${side} ${side}`} width="160" height="160" role="img" aria-label={label} shapeRendering="crispEdges">
      <rect width={side} height={side} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
