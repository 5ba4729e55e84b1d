import { setImmediate as nextTurn } from 'node:timers/promises';
import { constants, createInflate } from 'node:zlib';
import { refuseFile } from './refusals.ts';
import type { FileRefusal } from './refusals.ts';

/** Pages as counted from page objects; a file edited in place may count a page twice. */
export type PdfFindings = { ok: true; pages: number };

// Names (ISO 32000-2 §7.3.5) by which a PDF acts on its reader or carries other files: actions §12.6.4, additional actions
// §12.6.3, embedded files §7.11.4, rich media §13.7, XFA forms (Annex K). URI stays allowed: an ordinary link.
const activeNames = new Set([
  'JavaScript', 'Launch', 'EmbeddedFile', 'EmbeddedFiles', 'RichMedia', 'RichMediaContent', 'SubmitForm', 'ImportData', 'GoToE', 'Rendition', 'OpenAction',
]);
/** Such short names stand in compressed data by chance: believed only before the kind of value they take, JS and AA also only outside of stream data. */
const shortActiveNames: Readonly<Record<string, RegExp>> = { JS: /^[(<\d]/, AA: /^[<\d]/, XFA: /^[[\d]/ };

/** All inflated data of one file together. A hundred-page scan stays below; a bomb of 1 MB would reach 1 GB. */
const inflatedLimit = 768 * 1024 * 1024;
const objectStreamLimit = 32 * 1024 * 1024;

type Scan = {
  active?: string;
  encrypted: boolean;
  pages: number;
  objectStreams: number;
  nestedObjectStream: boolean;
  /** Objects that an open action refers to, by number and generation. */
  openedBy: string[];
  /** Objects within object streams, by number: whether they do nothing but go to a page (all versions of them). */
  goesToPage: Map<string, boolean>;
};

/**
 * Looks through a PDF for content that acts, without trusting its cross-reference table: every object between streams, every object
 * stream after inflating (§7.5.7), and the raw bytes of other streams, names unescaped (/J#61vaScript). What cannot be looked into
 * (encrypted, unusual filters on object streams) is refused, not waved through. Yields to other work every few megabytes.
 */
export async function inspectPdf(bytes: Buffer): Promise<PdfFindings | FileRefusal> {
  const end = bytes.lastIndexOf('%%EOF');
  if (end < 0 || bytes.lastIndexOf('startxref') < 0) return refuseFile('files.damaged');
  if (/[^\s\0]/.test(bytes.toString('latin1', end + 5))) return refuseFile('files.ambiguous_content');
  const scan: Scan = { encrypted: false, pages: 0, objectStreams: 0, nestedObjectStream: false, openedBy: [], goesToPage: new Map() };
  const problem = await walk(bytes, scan);
  // An encrypted file's object streams look like rubbish before its trailer says why: the password is the more useful answer.
  if (scan.encrypted || (problem !== undefined && bytes.includes('/Encrypt'))) return refuseFile('files.password_protected');
  if (scan.active !== undefined) return refuseFile('files.active_content', { found: scan.active });
  if (problem !== undefined) return problem;
  if (!scan.openedBy.every((reference) => opensAtPage(bytes, reference, scan.goesToPage))) return refuseFile('files.active_content', { found: '/OpenAction' });
  if (scan.nestedObjectStream) return refuseFile('files.not_examinable');
  if (scan.pages === 0) return refuseFile('files.damaged');
  return { ok: true, pages: scan.pages };
}

/** Goes from stream to stream; what lies between them is objects. */
async function walk(bytes: Buffer, scan: Scan): Promise<FileRefusal | undefined> {
  let at = 0;
  let inflated = 0;
  while (at < bytes.length) {
    const keyword = nextStreamKeyword(bytes, at);
    const objectStreamsBefore = scan.objectStreams;
    await scanNames(bytes, at, keyword ?? bytes.length, scan, 'objects');
    if (keyword === undefined) return undefined;
    const start = keyword + (bytes[keyword + 6] === 0x0d && bytes[keyword + 7] === 0x0a ? 8 : 7);
    const dictionary = dictionaryBefore(bytes, Math.max(at, keyword - 16_384), keyword);
    const namedSo = scan.objectStreams > objectStreamsBefore;
    const look = namedSo || (/\/First[\s\d]/.test(dictionary) && /\/N[\s\d]/.test(dictionary)) ? lookIntoObjects : lookIntoData;
    const result = await look(bytes, start, dictionary, scan, inflatedLimit - inflated);
    if (!result.ok) return result;
    inflated += result.inflated;
    const close = bytes.indexOf('endstream', start + result.consumed);
    const stop = close < 0 ? bytes.length : close;
    await scanNames(bytes, start, stop, scan, 'data');
    at = stop + 9;
    if (scan.active !== undefined || scan.encrypted) return undefined;
  }
  return undefined;
}

/** `stream` followed by an end of line (§7.3.8.1) and not part of `endstream`. */
function nextStreamKeyword(bytes: Buffer, from: number): number | undefined {
  for (let at = bytes.indexOf('stream', from); at >= 0; at = bytes.indexOf('stream', at + 6)) {
    const after = bytes[at + 6];
    if ((after === 0x0a || after === 0x0d) && bytes.toString('latin1', Math.max(0, at - 3), at) !== 'end') return at;
  }
  return undefined;
}

/** The text from the last `obj` up to the keyword, names unescaped. A string in it may lie about its start: whoever uses it must not depend on that. */
function dictionaryBefore(bytes: Buffer, from: number, keyword: number): string {
  const text = bytes.toString('latin1', from, keyword).split(/\bobj\b/).pop() ?? '';
  return text.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

type StreamLook = { ok: true; inflated: number; consumed: number } | FileRefusal;

function filtersOf(dictionary: string): string[] {
  return /\/Filter\s*(\[[^\]]*\]|\/[A-Za-z0-9]+)/.exec(dictionary)?.[1]?.match(/\/[A-Za-z0-9]+/g) ?? [];
}

/** Pictures, fonts, page contents: not read, only measured, so that a small file cannot fill a viewer's memory. */
async function lookIntoData(bytes: Buffer, start: number, dictionary: string, _scan: Scan, room: number): Promise<StreamLook> {
  const filters = filtersOf(dictionary);
  if (filters.filter((name) => name === '/FlateDecode').length > 1) return refuseFile('files.not_examinable'); // deflate in deflate multiplies a bomb's factor
  if (filters[0] !== '/FlateDecode') return { ok: true, inflated: 0, consumed: 0 };
  const size = await inflate(bytes.subarray(start), room, false);
  return size.tooMuch ? refuseFile('files.expands_too_much') : { ok: true, inflated: size.length, consumed: 0 };
}

/** Only plain deflate or no filter, and no predictor: what writers write. Anything cleverer could hide names from this scan. Read both raw and inflated, whatever the dictionary claims. */
async function lookIntoObjects(bytes: Buffer, start: number, dictionary: string, scan: Scan, room: number): Promise<StreamLook> {
  const filters = filtersOf(dictionary);
  const understood = filters.length === 0 ? !dictionary.includes('/Filter') : filters.length === 1 && filters[0] === '/FlateDecode';
  if (!understood || /\/(Predictor|Crypt|FFilter)(?![A-Za-z])/.test(dictionary)) return refuseFile('files.not_examinable');
  const stop = bytes.indexOf('endstream', start);
  if (filters.length === 0) await scanNames(bytes, start, stop < 0 ? bytes.length : stop, scan, 'objects');
  const inflated = await inflate(bytes.subarray(start), Math.min(room, objectStreamLimit), true);
  if (inflated.tooMuch) return refuseFile('files.expands_too_much');
  if (inflated.length === 0 && filters.length > 0) return refuseFile('files.not_examinable');
  const objects = Buffer.concat(inflated.parts);
  await scanNames(objects, 0, objects.length, scan, 'objects');
  noteObjects(objects, dictionary, scan);
  return { ok: true, inflated: inflated.length, consumed: inflated.length > 0 ? inflated.consumed : 0 };
}

type Inflated = { length: number; consumed: number; tooMuch: boolean; parts: Buffer[] };

/** Inflates to the end of the deflate stream (whatever Length claims), as far as it goes if it is broken, and never past `limit` bytes. */
function inflate(bytes: Buffer, limit: number, keep: boolean): Promise<Inflated> {
  return new Promise((resolve) => {
    const result: Inflated = { length: 0, consumed: 0, tooMuch: false, parts: [] };
    const engine = createInflate({ finishFlush: constants.Z_SYNC_FLUSH, chunkSize: 65_536 });
    const finish = (): void => {
      result.consumed = Math.min(engine.bytesWritten, bytes.length);
      engine.destroy();
      resolve(result);
    };
    engine.on('data', (part: Buffer) => {
      result.length += part.length;
      if (keep) result.parts.push(part);
      if (result.length > limit) { result.tooMuch = true; finish(); }
    });
    engine.once('end', finish);
    engine.once('error', finish); // broken data: what came before is what a forgiving reader would see
    engine.end(bytes);
  });
}

const delimiter = /[\s\0()<>[\]{}/%]/;

/** Goes through the names of a stretch; slices keep the event loop free. */
async function scanNames(bytes: Buffer, from: number, to: number, scan: Scan, where: 'objects' | 'data'): Promise<void> {
  let previous = '';
  let turnAt = from + 2_000_000;
  for (let at = bytes.indexOf(0x2f, from); at >= 0 && at < to; at = bytes.indexOf(0x2f, at + 1)) {
    const name = nameAt(bytes, at + 1, Math.min(to, at + 80));
    note(name, previous, () => bytes.toString('latin1', at, Math.min(to, at + 240)), scan, where);
    if (scan.active !== undefined) return;
    previous = name;
    if (at > turnAt) { turnAt = at + 2_000_000; await nextTurn(); }
  }
}

function note(name: string, previous: string, context: () => string, scan: Scan, where: 'objects' | 'data'): void {
  if (name === 'OpenAction') noteOpening(context(), scan);
  else if (activeNames.has(name)) scan.active = `/${name}`;
  const value = Object.hasOwn(shortActiveNames, name) && (where === 'objects' || name === 'XFA') ? shortActiveNames[name] : undefined;
  if (value?.test(context().replace(/^\/[^\s()<>[\]{}/%]+[\s\0]*/, '')) === true) scan.active = `/${name}`;
  if (name === 'ObjStm' && where === 'data') scan.nestedObjectStream = true;
  if (where === 'data') return;
  if (name === 'ObjStm') scan.objectStreams += 1;
  if (name === 'Encrypt') scan.encrypted = true;
  if (name === 'Page' && previous === 'Type') scan.pages += 1;
}

/**
 * An open action may choose the page to open at: a destination (§12.3.2) or a go-to action (§12.6.4.2); many honest writers set one. What
 * else an action could be is refused by its own name, wherever it stands; only opening a web address or another file has none of those
 * names, and so must be kept out here. A reference is looked up when the whole file is known.
 */
function noteOpening(context: string, scan: Scan): void {
  const value = context.replace(/^\/[^\s()<>[\]{}/%]+[\s\0]*/, '');
  const reference = /^(\d{1,7}) (\d{1,5}) R\b/.exec(value);
  if (reference !== null) scan.openedBy.push(`${reference[1]} ${reference[2]}`);
  else if (!goesToPage(value)) scan.active = '/OpenAction';
}

/** Every version of the object, between the streams or within one, must only go to a page; and there must be one. */
function opensAtPage(file: Buffer, reference: string, inStreams: Map<string, boolean>): boolean {
  const head = Buffer.from(`${reference} obj`);
  const inStream = inStreams.get(reference.split(' ')[0] ?? '');
  if (inStream === false) return false;
  let found = inStream === true ? 1 : 0;
  for (let at = file.indexOf(head); at >= 0; at = file.indexOf(head, at + 1)) {
    if (/\d/.test(file.toString('latin1', at - 1, at))) continue; // 15 0 obj when 5 0 obj is looked for
    if (!goesToPage(file.toString('latin1', at + head.length, at + 400).trimStart())) return false;
    found += 1;
  }
  return found > 0;
}

/** The head of an object stream says which objects it holds and where (§7.5.7). */
function noteObjects(objects: Buffer, dictionary: string, scan: Scan): void {
  const first = Number(/\/First\s+(\d+)/.exec(dictionary)?.[1] ?? 0);
  for (const [, number = '', offset] of objects.toString('latin1', 0, Math.min(first, 1_000_000)).matchAll(/(\d+)\s+(\d+)/g)) {
    const at = first + Number(offset);
    const harmless = goesToPage(objects.toString('latin1', at, at + 400).trimStart());
    scan.goesToPage.set(number, harmless && scan.goesToPage.get(number) !== false);
  }
}

function goesToPage(value: string): boolean {
  if (value.startsWith('[')) return true;
  const action = /^<<([^<>#%()]*)>>/.exec(value)?.[1] ?? '';
  return /\/S\s*\/GoTo(?![A-Za-z])/.test(action) && !/\/Next/.test(action);
}

/** A name's characters with #xx undone (§7.3.5), up to the next delimiter. */
function nameAt(bytes: Buffer, from: number, to: number): string {
  let name = '';
  for (let at = from; at < to; at += 1) {
    const letter = String.fromCharCode(bytes[at] ?? 0);
    if (delimiter.test(letter)) break;
    const hex = letter === '#' ? bytes.toString('latin1', at + 1, at + 3) : '';
    if (/^[0-9a-f]{2}$/i.test(hex)) { name += String.fromCharCode(parseInt(hex, 16)); at += 2; } else name += letter;
  }
  return name;
}
