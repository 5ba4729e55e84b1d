import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { build } from 'esbuild';
import jsQR from 'jsqr';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languages } from '../../../contract/language.ts';
import { sayStripDay } from '../../../contract/messages/limits.ts';
import { papersMessages } from '../../../contract/messages/papers.ts';
import { newDataKey } from '../crypto/index.ts';
import { openVault } from '../files/index.ts';
import { missingCharacters, readFonts } from './fonts.ts';
import { openPaperPress, qrModules } from './index.ts';
import type { Paper, PaperDay, RenderedPaper } from './index.ts';
import { dayOf, dayWithWeekday, momentInWords } from './paper-dates.ts';
import { squeezed, textOf } from './paper-text.ts';
import { darkRuns } from './qr.ts';
import { sampleDay, samplePapers } from './sample-papers.ts';

const press = openPaperPress();
afterAll(() => press.close());

async function rendered(paper: Paper): Promise<RenderedPaper> {
  const result = await press.render(paper);
  if (!result.ok) throw new Error(result.code);
  return result;
}

const every = languages.flatMap((language) => Object.values(samplePapers(language)).map((paper) => [paper.kind, language, paper] as const));

// The receipt's second sheet has the proof of record, a code too large for what is left of the first.
const onOneSheet: readonly Paper['kind'][] = ['receipt-ticket', 'non-acceptance-notice', 'result'];
describe('every paper in every language', () => {
  test.each(every)('%s, %s: shows all that it was given, on one sheet or two, in at most 80 KB', async (kind, language, paper) => {
    const { pdf, pages } = await rendered(paper);
    expect(pages).toBeLessThanOrEqual(onOneSheet.includes(kind) ? 1 : 2);
    expect(pdf.length).toBeLessThan(80_000);
    const shown = squeezed(textOf(pdf));
    expect(shown).not.toContain('□');
    const given = [paper.unit, paper.number, paper.item, paper.applicant, paper.check.code, paper.check.site, ...(paper.kind === 'result' ? paper.body : []), ...(paper.kind === 'correction-notice' ? paper.defects.flatMap((defect) => Object.values(defect)) : []), ...('next' in paper ? paper.next.flatMap(({ what, who }) => [what, who]) : [])];
    for (const text of given) expect(shown).toContain(squeezed(text));
    expect(shown).not.toMatch(/\{\w+\}/);
    if (language !== 'zh-CN') expect(shown).toContain(squeezed(papersMessages['paper.translation'][language]));
  });

  test.each(every)('%s, %s: is the same byte for byte when made again, and another when one word changes', async (_kind, _language, paper) => {
    const first = await rendered(paper);
    expect((await rendered(structuredClone(paper))).sha256).toBe(first.sha256);
    expect((await rendered({ ...paper, number: `${paper.number}1` })).sha256).not.toBe(first.sha256);
    expect((await rendered({ ...paper, issuedAt: '2026-11-23T02:15:00.000Z' })).sha256).not.toBe(first.sha256);
  });

  test.each(every)('%s, %s: is tagged with its language and structure for screen readers', async (_kind, language, paper) => {
    const raw = Buffer.from((await rendered(paper)).pdf).toString('latin1');
    expect(raw).toContain(`/Lang (${language})`);
    expect(raw).toContain('/MarkInfo');
    expect(raw).toMatch(/\/S \/P\b/);
    expect(raw).toMatch(/\/S \/Figure\b/);
  });

  test('can be kept in the vault: the house takes its own papers', async () => {
    const root = await mkdtemp(path.join(tmpdir(), 'yimen-papers-'));
    const vault = await openVault({ root, leastFreeBytes: 0 });
    for (const paper of Object.values(samplePapers('zh-CN'))) {
      const { pdf, sha256, pages } = await rendered(paper);
      expect(await vault.put(Buffer.from(pdf), { dataKey: newDataKey(), declaredName: 'paper.pdf' })).toMatchObject({ ok: true, file: { fileId: sha256, pages } });
    }
    await rm(root, { recursive: true });
  });

  test('says its own words with characters that the font has', () => {
    const words = Object.values(papersMessages).flatMap((text) => Object.values(text));
    expect(missingCharacters(readFonts(), words)).toEqual([]);
  });
});

describe('a notice on a limit', () => {
  const acts = languages.flatMap((language) => (['special', 'prolong', 'end', 'extend'] as const).map((kind) => [kind, language] as const));
  test.each(acts)('names its act (%s, %s), its ground or none, the reason, both offices and the law', async (kind, language) => {
    const paper = samplePapers(language)['limit-notice'];
    if (paper.kind !== 'limit-notice') throw new Error('kind');
    const { announced, ...without } = paper;
    const given = kind === 'extend' ? { ...without, act: kind, ground: '' } : { ...without, act: kind, ...(announced && kind !== 'end' ? { announced } : {}) };
    const shown = squeezed(textOf((await rendered(given)).pdf));
    const words = (code: keyof typeof papersMessages): string => squeezed(papersMessages[code][language]);
    for (const text of [words(`paper.limit.${kind}`), words(kind === 'extend' ? 'paper.basis_extension' : 'paper.basis_special'), paper.reason, paper.proposed.by, paper.approved.by]) expect(shown).toContain(squeezed(text));
    expect(shown.includes(words('paper.announced'))).toBe('announced' in given);
    expect(shown).not.toMatch(/\{\w+\}/);
  });
});

describe('a QR code', () => {
  test.each(['https://yimen.example.gov.cn/p/440303008-20261123-000417?c=7KQ4MX', '一门 · 收件', 'x'.repeat(400)])('drawn from its modules reads back as it was: %s', (text) => {
    const qr = qrModules(text);
    const scale = 4;
    const side = (qr.size + 8) * scale;
    const picture = new Uint8ClampedArray(side * side * 4).fill(255);
    for (const { row, column, length } of darkRuns(qr)) {
      for (let y = (row + 4) * scale; y < (row + 5) * scale; y += 1) {
        for (let x = (column + 4) * scale; x < (column + 4 + length) * scale; x += 1) picture.set([0, 0, 0], (y * side + x) * 4);
      }
    }
    expect(jsQR(picture, side, side)?.data).toBe(text);
  });
});

describe('a name with a character that the font lacks', () => {
  test.each([['𠮷田', '𠮷'], ['王\u{2a6d6}𠮷', '\u{2a6d6} 𠮷'], ['A\u0007', '\u0007']])('%s is refused with just those characters, and no paper is made', async (applicant, characters) => {
    const paper = { ...samplePapers('zh-CN').receipt, applicant };
    expect(await press.render(paper)).toEqual({ ok: false, code: 'papers.glyph_missing', params: { characters } });
  });

  test('is found wherever it stands, also deep in a list', async () => {
    const paper = samplePapers('zh-CN')['correction-notice'];
    if (paper.kind !== 'correction-notice') throw new Error('kind');
    const defects = paper.defects.map((defect) => ({ ...defect, remedy: `${defect.remedy}\u{20000}` }));
    expect(await press.render({ ...paper, defects })).toMatchObject({ code: 'papers.glyph_missing', params: { characters: '\u{20000}' } });
  });

  test('is not everything rare: characters of Extension A and Hong Kong are drawn', () => {
    expect(missingCharacters(readFonts(), ['㐂䶮嘅咗喺啲嚟堃喆犇骉'])).toEqual([]);
  });
});

describe('a paper with much in it', () => {
  test('goes on to further pages, each with its number, and loses nothing', async () => {
    const paper = samplePapers('zh-CN')['correction-notice'];
    if (paper.kind !== 'correction-notice') throw new Error('kind');
    const defects = Array.from({ length: 20 }, () => paper.defects).flat().map((defect, index) => ({ ...defect, material: `第${index + 1}项材料` }));
    const { pdf, pages } = await rendered({ ...paper, defects });
    expect(pages).toBeGreaterThan(5);
    const shown = squeezed(textOf(pdf));
    for (const { material } of defects) expect(shown).toContain(material);
    for (let page = 1; page <= pages; page += 1) expect(shown).toContain(squeezed(`第 ${page} 页，共 ${pages} 页`));
  });

  test('grows a ticket as long as it needs, on one strip', async () => {
    const paper = samplePapers('zh-HK')['receipt-ticket'];
    if (paper.kind !== 'receipt-ticket') throw new Error('kind');
    const length = (pdf: Uint8Array): number => Number(/\/MediaBox \[0 0 226\.77 ([\d.]+)\]/.exec(Buffer.from(pdf).toString('latin1'))?.[1]);
    const short = await rendered(paper);
    const long = await rendered({ ...paper, materials: Array.from({ length: 10 }, () => paper.materials).flat() });
    expect([short.pages, long.pages]).toEqual([1, 1]);
    expect(length(long.pdf)).toBeGreaterThan(length(short.pdf) + 27 * 12);
  });
});

/** Every day that a paper shows, with its sentence and strip. */
const daysOf = (paper: Paper): readonly PaperDay[] => Object.values(paper).filter((part): part is PaperDay => typeof part === 'object' && part !== null && 'explanation' in part);
/** The words that stand for pictures, read aloud in their place: text strings of ISO 32000-2 §7.9.2, with a byte order mark in UTF-16, else in Latin letters. */
const readAloud = (pdf: Uint8Array): string =>
  [...Buffer.from(pdf).toString('latin1').matchAll(/\/Alt \(((?:\\.|[^\\)])*)\)/gs)].map(([, text = '']) => {
    const bytes = Buffer.from(text.replace(/\\([nrtbf()\\])/g, (_, one: string) => ({ n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' })[one] ?? one), 'latin1');
    return bytes[0] === 0xfe ? bytes.subarray(2).swap16().toString('utf16le') : bytes.toString('latin1');
  }).join('\n');

describe('a day on a paper', () => {
  test.each(every.filter(([, , paper]) => daysOf(paper).length > 0))('%s, %s: is said in the sentence everybody reads', async (_kind, _language, paper) => {
    const shown = squeezed(textOf((await rendered(paper)).pdf));
    for (const day of daysOf(paper)) expect(shown).toContain(squeezed(day.explanation));
  });

  test.each(languages)('has its days drawn below it and read aloud as sentences (%s)', async (language) => {
    const paper = samplePapers(language)['limit-notice'];
    const { pdf } = await rendered(paper);
    const aloud = readAloud(pdf);
    const said = (paper.kind === 'limit-notice' ? paper.promised.strip : []).filter((cell) => cell.due || cell.state === 'start').map((cell) => sayStripDay(cell, language, '2026-12-17'));
    expect(said).toHaveLength(2);
    for (const sentence of said) expect(aloud).toContain(sentence);
    expect(aloud).toContain('罗市监测〔2026〕12 号');
    expect(squeezed(textOf(pdf))).toContain(squeezed(papersMessages['paper.strip.key.counted'][language]));
  });

  test('that is far away is printed as sentences of runs; on the roll there is the sentence alone', async () => {
    const far = sampleDay('zh-CN', '2026-02-02T02:00:00.000Z', 120, 'accepted');
    const sentences = far.strip.map((cell) => squeezed(sayStripDay(cell, 'zh-CN', far.on)));
    expect(far.strip.some((cell) => cell.days > 1)).toBe(true);
    const paper = samplePapers('zh-CN')['acceptance-notice'];
    if (paper.kind !== 'acceptance-notice') throw new Error('kind');
    const shown = squeezed(textOf((await rendered({ ...paper, promised: far })).pdf));
    for (const sentence of sentences) expect(shown).toContain(sentence);
    const ticket = squeezed(textOf((await rendered(samplePapers('zh-CN')['receipt-ticket'])).pdf));
    expect(ticket).not.toContain(squeezed(papersMessages['paper.strip.key.counted']['zh-CN']));
  });

  test('changes the bytes when one day of its strip does', async () => {
    const paper = samplePapers('zh-CN').receipt;
    if (paper.kind !== 'receipt') throw new Error('kind');
    const strip = paper.day.strip.map((cell, index) => (index === 1 ? { ...cell, state: 'weekend' as const, n: null } : cell));
    expect((await rendered({ ...paper, day: { ...paper.day, strip } })).sha256).not.toBe((await rendered(paper)).sha256);
  });
});

describe('days on papers', () => {
  test('are those of Shenzhen, whatever the time zone of the machine', () => {
    expect(dayOf('2026-11-22T16:00:00Z')).toBe('2026-11-23');
    expect(dayOf('2026-11-22T15:59:59Z')).toBe('2026-11-22');
    expect(momentInWords('2026-12-31T16:05:00Z', 'zh-CN')).toBe('2027年1月1日 00:05');
    expect(dayWithWeekday('2026-12-03', 'zh-HK')).toBe('2026年12月3日（星期四）');
    expect(dayWithWeekday('2026-12-06', 'en')).toBe('Sunday, 6 December 2026');
  });
});

describe('the press on its thread', () => {
  const folder = path.resolve('node_modules/.cache/yimen-paper-press-test');
  const workerFile = pathToFileURL(path.join(folder, 'paper-worker.mjs'));
  beforeAll(async () => {
    await mkdir(folder, { recursive: true });
    await build({ entryPoints: [path.join(import.meta.dirname, 'paper-worker.ts')], outfile: path.join(folder, 'paper-worker.mjs'), bundle: true, packages: 'external', platform: 'node', format: 'esm', target: 'node20', logLevel: 'error' });
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('makes the same bytes as on the calling thread, refuses the same, and leaves other requests free to run', async () => {
    const onThread = openPaperPress({ workerFile });
    const { receipt, ...others } = samplePapers('zh-CN');
    const papers = Object.values(others);
    await onThread.render(receipt);
    const before = performance.eventLoopUtilization();
    const results = await Promise.all(papers.map((paper) => onThread.render(paper)));
    const away = performance.eventLoopUtilization(before).utilization;
    const beforeHere = performance.eventLoopUtilization();
    const here = await Promise.all(papers.map(rendered));
    // Drawing takes hundreds of milliseconds; on the calling thread the loop is busy for nearly all of them.
    expect(away).toBeLessThan(performance.eventLoopUtilization(beforeHere).utilization / 2);
    expect(results.map((result) => result.ok && result.sha256)).toEqual(here.map(({ sha256 }) => sha256));
    expect(await onThread.render({ ...receipt, applicant: '𠮷' })).toMatchObject({ ok: false, code: 'papers.glyph_missing' });
    await onThread.close();
  });

  test('ends when idle and starts again for the next paper', async () => {
    const onThread = openPaperPress({ workerFile, idleMs: 20 });
    const first = await onThread.render(samplePapers('en').result);
    await pause(300);
    const second = await onThread.render(samplePapers('en').result);
    expect(first.ok && second.ok && first.sha256 === second.sha256).toBe(true);
    await onThread.close();
  });

  test('that breaks rejects what was waiting and works again for the next paper', async () => {
    const broken = openPaperPress({ workerFile: new URL('data:text/javascript,throw new Error("planted")') });
    await expect(broken.render(samplePapers('en').result)).rejects.toThrow('planted');
    const closing = openPaperPress({ workerFile });
    const waiting = closing.render(samplePapers('en').result);
    await Promise.all([expect(waiting).rejects.toThrow('thread ended'), closing.close()]);
    expect((await closing.render(samplePapers('en').result)).ok).toBe(true);
    await closing.close();
  });
});
