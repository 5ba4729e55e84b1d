import { createRequire } from 'node:module';
import type { Locator } from 'playwright-core';
import { PNG } from 'pngjs';

// The package is CommonJS with a default export that TypeScript and Node see differently.
const jsQr = createRequire(import.meta.url)('jsqr') as (data: Uint8ClampedArray, width: number, height: number) => { readonly data: string } | null;

/** What a telephone reads from the QR code as it is drawn on the screen. */
export async function readQr(picture: Locator): Promise<string> {
  const { data, width, height } = PNG.sync.read(await picture.screenshot());
  const read = jsQr(new Uint8ClampedArray(data), width, height);
  if (!read) throw new Error('the QR code cannot be read');
  return read.data;
}
