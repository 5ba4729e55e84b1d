import { parentPort } from 'node:worker_threads';
import { readFonts } from './fonts.ts';
import type { Fonts } from './fonts.ts';
import type { Paper } from './paper.ts';
import { renderPaper } from './render.ts';

// The thread that draws papers: an entry of its own in the build. It holds the fonts (21 MB and what laying out text needs) and
// gives all of it back when the press ends it.
let fonts: Fonts | undefined;
const port = parentPort;

port?.on('message', ({ id, paper }: { id: number; paper: Paper }) => {
  fonts ??= readFonts();
  renderPaper(fonts, paper).then(
    (result) => { port.postMessage({ id, result }, result.ok ? [result.pdf.buffer as ArrayBuffer] : []); },
    (error: unknown) => { port.postMessage({ id, error: error instanceof Error ? error.message : String(error) }); },
  );
});
