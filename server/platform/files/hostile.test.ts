import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { filesMessages } from '../../../contract/messages/files.ts';
import { newDataKey } from '../crypto/index.ts';
import { openVault, safeName } from './index.ts';
import type { FileRefusalCode, Vault } from './index.ts';
import { exif, jpeg, jpegSegment, objectStream, pdf, png, pngClaiming, pngWith, streamObject, webp, zip } from './odd-files.ts';

const latin = (text: string): Buffer => Buffer.from(text, 'latin1');
const js = '<< /S /JavaScript /JS (app.alert(1)) >>';
const bomb = deflateSync(Buffer.alloc(200 * 1_048_576));
const lied = pngClaiming(8, 8);

/** Name the sender gives, content, and the refusal it deserves; null where it is harmless and must be taken. */
const corpus: readonly (readonly [string, string, Buffer, FileRefusalCode | null])[] = [
  ['an empty file', 'a.pdf', Buffer.alloc(0), 'files.empty'],
  ['a single byte', 'a.pdf', latin('%'), 'files.type_not_accepted'],
  ['only a PDF header', 'a.pdf', latin('%PDF-1.7\n'), 'files.damaged'],
  ['a PDF without its end', 'a.pdf', pdf().subarray(0, 300), 'files.damaged'],
  ['a PDF without a page', 'a.pdf', latin('%PDF-1.7\n1 0 obj <<>> endobj\nstartxref\n0\n%%EOF\n'), 'files.damaged'],
  ['a PDF of version 3', 'a.pdf', pdf('', '', '%PDF-3.0\n'), 'files.type_not_accepted'],
  ['a PDF header one byte late', 'a.pdf', pdf('', '', ' %PDF-1.7\n'), 'files.type_not_accepted'],
  ['a PDF header behind 500 bytes of shell', 'a.pdf', pdf('', '', `#!/bin/sh\n${'# '.repeat(250)}\n%PDF-1.7\n`), 'files.type_not_accepted'],
  ['script in an action', 'a.pdf', pdf('', `5 0 obj ${js} endobj\n`), 'files.active_content'],
  ['script named with an escape: /J#61vaScript', 'a.pdf', pdf('', '5 0 obj << /S /J#61vaScript /J#53 5 0 R >> endobj\n'), 'files.active_content'],
  ['script named wholly in escapes', 'a.pdf', pdf('', '5 0 obj << /S /#4A#61#76#61#53#63#72#69#70#74 >> endobj\n'), 'files.active_content'],
  ['/JS with a reference only', 'a.pdf', pdf('', '5 0 obj << /JS 6 0 R >> endobj\n'), 'files.active_content'],
  ['/JS with a hexadecimal string, no space', 'a.pdf', pdf('', '5 0 obj <</JS<6170702e>>> endobj\n'), 'files.active_content'],
  ['an open action that goes to a page', 'a.pdf', pdf('/OpenAction << /S /GoTo /D [3 0 R /Fit] >>'), null],
  ['an open action that goes to a page, by reference', 'a.pdf', pdf('/OpenAction 5 0 R', '5 0 obj\n<< /Type /Action /S /GoTo /D [3 0 R /Fit] >>\nendobj\n'), null],
  ['an open action that goes to a page and then further', 'a.pdf', pdf('/OpenAction << /S /GoTo /D [3 0 R /Fit] /Next 5 0 R >>'), 'files.active_content'],
  ['an open action that opens a web address', 'a.pdf', pdf('/OpenAction << /S /URI /URI (http://x) >>'), 'files.active_content'],
  ['an open action that opens a web address, by reference', 'a.pdf', pdf('/OpenAction 5 0 R', '5 0 obj\n<< /S /URI /URI (http://x) >>\nendobj\n'), 'files.active_content'],
  ['an open action that opens a file elsewhere', 'a.pdf', pdf('/OpenAction << /S /GoToR /F (x) >>'), 'files.active_content'],
  ['an open action that refers to nothing', 'a.pdf', pdf('/OpenAction 5 0 R'), 'files.active_content'],
  ['an open action of which a later version is not harmless', 'a.pdf', pdf('/OpenAction 5 0 R', '5 0 obj\n[3 0 R /Fit]\nendobj\n5 0 obj\n<< /S /URI >>\nendobj\n'), 'files.active_content'],
  ['an open action that goes to a page, its object in an object stream', 'a.pdf', pdf('/OpenAction 7 0 R', objectStream('<< /S /GoTo /D [3 0 R /Fit] >>')), null],
  ['an open action with a harmless decoy, its real object in an object stream', 'a.pdf', pdf('/OpenAction 7 0 R', Buffer.concat([latin('7 0 obj\n[3 0 R /Fit]\nendobj\n'), objectStream('<< /S /URI /URI (http://x) >>')])), 'files.active_content'],
  ['an ordinary link to a web address', 'a.pdf', pdf('', '5 0 obj\n<< /Type /Annot /Subtype /Link /A << /S /URI /URI (https://x) >> >>\nendobj\n'), null],
  ['an open action that only names the page to open at', 'a.pdf', pdf('/OpenAction [3 0 R /Fit]'), null],
  ['a program to launch', 'a.pdf', pdf('', '5 0 obj << /S /Launch /F (cmd.exe) >> endobj\n'), 'files.active_content'],
  ['additional actions of the catalogue', 'a.pdf', pdf('/AA << /WC 5 0 R >>'), 'files.active_content'],
  ['additional actions by reference', 'a.pdf', pdf('/AA 5 0 R'), 'files.active_content'],
  ['an embedded file', 'a.pdf', pdf('/Names << /EmbeddedFiles 5 0 R >>'), 'files.active_content'],
  ['an embedded file stream', 'a.pdf', pdf('', streamObject('/Type /EmbeddedFile', latin('MZ'))), 'files.active_content'],
  ['rich media', 'a.pdf', pdf('', '5 0 obj << /Subtype /RichMedia >> endobj\n'), 'files.active_content'],
  ['an XFA form', 'a.pdf', pdf('/AcroForm << /XFA [(template) 5 0 R] >>'), 'files.active_content'],
  ['a form that submits', 'a.pdf', pdf('', '5 0 obj << /S /SubmitForm /F (http://x) >> endobj\n'), 'files.active_content'],
  ['a jump into an embedded document', 'a.pdf', pdf('', '5 0 obj << /S /GoToE >> endobj\n'), 'files.active_content'],
  ['script in a deflated object stream', 'a.pdf', pdf('', objectStream(js)), 'files.active_content'],
  ['script in an object stream with an escaped type', 'a.pdf', pdf('', objectStream(js, '/Type /Obj#53tm /N 1 /First 4 /Filter /Fl#61teDecode')), 'files.active_content'],
  ['script in an object stream without a type', 'a.pdf', pdf('', objectStream(js, '/N 1 /First 4 /Filter /FlateDecode')), 'files.active_content'],
  ['script in an object stream whose filter stands in a list', 'a.pdf', pdf('', objectStream(js, '/Type /ObjStm /N 1 /First 4 /Filter [ /FlateDecode ]')), 'files.active_content'],
  ['script in an object stream that claims to be plain', 'a.pdf', pdf('', objectStream(js, '/Type /ObjStm /N 1 /First 4')), 'files.active_content'],
  ['script in an object stream behind a lying string', 'a.pdf', pdf('', objectStream(js, '/Type /ObjStm /N 1 /Filter /FlateDecode /X ( 1 0 obj ) /First 4')), 'files.active_content'],
  ['script in a plain object stream', 'a.pdf', pdf('', streamObject('/Type /ObjStm /N 1 /First 4', latin(`7 0 ${js}`))), 'files.active_content'],
  ['script in an object stream, its end word planted inside', 'a.pdf', pdf('', streamObject('/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode', deflateSync(latin(`7 0 (endstream) ${js}`), { level: 0 }))), 'files.active_content'],
  ['an object stream deflated twice', 'a.pdf', pdf('', streamObject('/Type /ObjStm /N 1 /First 4 /Filter [/FlateDecode /FlateDecode]', deflateSync(deflateSync(latin(js))))), 'files.not_examinable'],
  ['an object stream in another code', 'a.pdf', pdf('', streamObject('/Type /ObjStm /N 1 /First 4 /Filter /ASCIIHexDecode', latin(Buffer.from(js).toString('hex')))), 'files.not_examinable'],
  ['an object stream with a predictor', 'a.pdf', pdf('', objectStream(js, '/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /DecodeParms << /Predictor 12 >>')), 'files.not_examinable'],
  ['an object stream of rubbish', 'a.pdf', pdf('', streamObject('/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode', latin('rubbish'))), 'files.not_examinable'],
  ['a harmless object stream', 'a.pdf', pdf('', objectStream('<< /Title (JS) >>')), null],
  ['an object stream nested in the data of a picture', 'a.pdf', pdf('', streamObject('/Subtype /Image', latin('9 0 obj << /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode >>'))), 'files.not_examinable'],
  ['script as plain bytes within the data of a picture', 'a.pdf', pdf('', streamObject('/Subtype /Image', latin(`5 0 obj ${js} endobj`))), 'files.active_content'],
  ['script hidden behind a stream that a comment pretends', 'a.pdf', pdf('', `% stream\n5 0 obj ${js} endobj\n`), 'files.active_content'],
  ['short names that only chance put into picture data', 'a.pdf', pdf('', streamObject('/Subtype /Image', latin('\x01/JS (\x02/AA <\x03'))), null],
  ['a page stream that inflates to 200 MB', 'a.pdf', pdf('', streamObject('/Filter /FlateDecode', bomb)), null],
  ['five of them: a bomb', 'a.pdf', pdf('', Buffer.concat(Array.from({ length: 5 }, () => streamObject('/Filter /FlateDecode', bomb)))), 'files.expands_too_much'],
  ['an object stream that inflates to 200 MB', 'a.pdf', pdf('', streamObject('/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode', bomb)), 'files.expands_too_much'],
  ['a page stream deflated twice', 'a.pdf', pdf('', streamObject('/Filter [/FlateDecode /FlateDecode]', deflateSync(bomb))), 'files.not_examinable'],
  ['an encrypted PDF', 'a.pdf', pdf('', '5 0 obj << /Encrypt 6 0 R >> endobj\n'), 'files.password_protected'],
  ['an encrypted PDF with unreadable objects', 'a.pdf', pdf('', Buffer.concat([streamObject('/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode', latin('??')), streamObject('/Type /XRef /Encrypt 6 0 R', latin('x'))])), 'files.password_protected'],
  ['a PDF with a ZIP behind it', 'a.pdf', Buffer.concat([pdf(), zip('run.sh')]), 'files.ambiguous_content'],
  ['a PDF with a ZIP inside a stream at its end', 'a.pdf', pdf('', streamObject('/X 1', zip('a.class'))), 'files.ambiguous_content'],
  ['a PDF with text behind its end', 'a.pdf', Buffer.concat([pdf(), latin('echo hello')]), 'files.ambiguous_content'],
  ['a PDF with spaces and zeros behind its end', 'a.pdf', Buffer.concat([pdf(), latin('\r\n\0\0\0 \n')]), null],
  ['a PDF that is also a web page', 'a.pdf', pdf('', '', '%PDF-1.7\n<html><script>alert(1)</script>\n'), 'files.ambiguous_content'],
  ['a PDF that is also PHP', 'a.pdf', pdf('', '% <?php system($_GET[0]); ?>\n'), 'files.ambiguous_content'],
  ['a PDF with a RAR behind its head', 'a.pdf', pdf('', 'Rar!\x1a\x07\x01\0'), 'files.ambiguous_content'],
  ['a PDF called a picture', 'a.jpg', pdf(), 'files.name_mismatch'],
  ['a PDF called a program', 'Rechnung.pdf.exe', pdf(), 'files.name_mismatch'],
  ['a PDF with a dot in its Chinese name and no extension', '收入证明 2.0 版', pdf(), null],
  ['a PDF whose name climbs out of the folder', '../../../../etc/cron.d/evil.pdf', pdf(), null],
  ['a PDF whose name climbs in the Windows way', '..\\..\\windows\\system32\\evil.pdf', pdf(), null],
  ['a PDF whose name turns its reading direction', 'gepj\u202efdp.exe', pdf(), 'files.name_mismatch'],
  ['a PDF whose name has a zero in it', 'a.exe\0.pdf', pdf(), null],
  ['an SVG with script', 'a.svg', latin('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), 'files.type_not_accepted'],
  ['an SVG called PNG', 'a.png', latin('<?xml version="1.0"?><svg onload="alert(1)"/>'), 'files.type_not_accepted'],
  ['a web page called PDF', 'a.pdf', latin('<!DOCTYPE html><html><body>hi'), 'files.type_not_accepted'],
  ['a shell script', 'a.pdf', latin('#!/bin/sh\nrm -rf ~\n'), 'files.type_not_accepted'],
  ['JavaScript', 'a.js', latin('alert(document.cookie)'), 'files.type_not_accepted'],
  ['a Windows program', 'a.png', latin('MZ\x90\0\x03'), 'files.type_not_accepted'],
  ['a Linux program', 'a', latin('\x7fELF\x02\x01'), 'files.type_not_accepted'],
  ['a Word document with macros', 'a.docm', zip('word/vbaProject.bin'), 'files.type_not_accepted'],
  ['a ZIP whose entry climbs out of the folder', 'a.zip', zip('../../evil'), 'files.type_not_accepted'],
  ['an old Word document', 'a.doc', Buffer.from('d0cf11e0a1b11ae10000', 'hex'), 'files.type_not_accepted'],
  ['a GIF', 'a.gif', latin('GIF89a'), 'files.type_not_accepted'],
  ['a HEIC from a phone', 'IMG_1.HEIC', latin('\0\0\0\x18ftypheic\0\0\0\0'), 'files.type_not_accepted'],
  ['a film', 'a.mp4', latin('\0\0\0\x18ftypisom'), 'files.type_not_accepted'],
  ['a JPEG that is cut', 'a.jpg', jpeg().subarray(0, -10), 'files.damaged'],
  ['a JPEG without a frame', 'a.jpg', Buffer.from('ffd8ffe0000400004a46ffd9', 'hex'), 'files.damaged'],
  ['a JPEG with two frames of different size', 'a.jpg', jpeg({ extra: [jpegSegment(0xc0, '\x08\0\x01\0\x01\x01\x01\x11\0')] }), 'files.damaged'],
  ['a JPEG of no width', 'a.jpg', jpeg({ width: 0 }), 'files.damaged'],
  ['a JPEG bomb of 65,535 × 65,535', 'a.jpg', jpeg({ width: 65_535, height: 65_535 }), 'files.image_too_large'],
  ['a JPEG of 108 megapixels, as phones make', 'a.jpg', jpeg({ width: 12_000, height: 9_000 }), null],
  ['a JPEG with place and device', 'a.jpeg', jpeg({ extra: [exif(6)] }), null],
  ['a JPEG with a ZIP behind it', 'a.jpg', jpeg({ tail: zip('a.jar') }), 'files.ambiguous_content'],
  ['a JPEG with a web page in its comment', 'a.jpg', jpeg({ extra: [jpegSegment(0xfe, '<script>alert(1)</script>')] }), 'files.ambiguous_content'],
  ['a JPEG with PHP far behind', 'a.jpg', jpeg({ extra: [jpegSegment(0xfe, ' '.repeat(5000)), jpegSegment(0xfe, '<?php x();')] }), 'files.ambiguous_content'],
  ['a JPEG that is also a PDF', 'a.jpg', jpeg({ extra: [jpegSegment(0xfe, '%PDF-1.7')] }), 'files.ambiguous_content'],
  ['a JPEG with a film behind it, as phones make', 'a.jpg', jpeg({ tail: latin('\0\0\0\x18ftypmp42moov') }), null],
  ['a JPEG called PNG', 'a.png', jpeg(), 'files.name_mismatch'],
  ['a PNG bomb of 50,000 × 50,000', 'a.png', pngClaiming(50_000, 50_000), 'files.image_too_large'],
  ['a PNG of 4 billion pixels in one row', 'a.png', pngClaiming(0xffffffff, 1), 'files.image_too_large'],
  ['a PNG of no height', 'a.png', pngClaiming(8, 0), 'files.damaged'],
  ['a PNG that is cut', 'a.png', png().subarray(0, -6), 'files.damaged'],
  ['a PNG whose piece claims 4 GB', 'a.png', Buffer.concat([lied.subarray(0, 33), Buffer.from('ffffffff49444154', 'hex')]), 'files.damaged'],
  ['a PNG with a script in its text', 'a.png', pngWith('tEXt', 'Comment\0<script>alert(1)</script>'), 'files.ambiguous_content'],
  ['a PNG with a ZIP behind it', 'a.png', Buffer.concat([png(), zip('a')]), 'files.ambiguous_content'],
  ['a WebP whose length lies', 'a.webp', Buffer.concat([webp(), latin('more')]), 'files.damaged'],
  ['a WebP of 16,777,216 × 16,777,216', 'a.webp', webp({}, 16_777_216, 16_777_216), 'files.image_too_large'],
  ['a WebP with metadata', 'a.webp', webp({ EXIF: 'x' }), null],
];

let root: string;
let vault: Vault;
const dataKey = newDataKey();
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'yimen-hostile-'));
  vault = await openVault({ root, leastFreeBytes: 0 });
});
afterAll(() => rm(root, { recursive: true, force: true }));

describe('what people and attackers hand in', () => {
  test.each(corpus)('%s', async (_, declaredName, content, refusal) => {
    const result = await vault.put(content, { dataKey, declaredName });
    expect(result.ok ? null : result.code).toBe(refusal);
    const fileId = createHash('sha256').update(content).digest('hex');
    expect((await vault.read(fileId, dataKey)).ok).toBe(refusal === null);
    if (result.ok) await vault.remove(fileId, dataKey);
  });

  test('leaves nothing behind, inside the vault or outside', async () => {
    const left = await readdir(root, { recursive: true, withFileTypes: true });
    expect(left.filter((entry) => entry.isFile())).toEqual([]);
    expect(await readdir(path.dirname(root))).not.toContain('evil.pdf');
  });

  test('is a corpus of more than sixty, and every refusal in it has its sentence', () => {
    expect(corpus.length).toBeGreaterThan(60);
    for (const [, , , code] of corpus) if (code !== null) expect(filesMessages[code].en).not.toBe('');
  });

  test('with random bytes never makes the inspection fail, whatever the type it begins like', async () => {
    for (let round = 0; round < 200; round += 1) {
      const noise = createHash('shake256', { outputLength: 3000 }).update(`${round}`).digest();
      const starts = [pdf(), jpeg(), png(), webp()];
      const start = starts[round % 4] ?? pdf();
      const content = Buffer.concat([start.subarray(0, 8 + (round * 7) % start.length), noise]);
      const result = await vault.put(content, { dataKey, declaredName: 'noise' });
      if (result.ok) expect(result.file.sizeBytes).toBe(content.length);
      else expect(Object.keys(filesMessages)).toContain(result.code);
    }
  });
});

describe('a name as it is shown', () => {
  test.each([
    ['../../../etc/passwd', 'passwd'],
    ['C:\\Users\\张三\\证明.pdf', '证明.pdf'],
    ['gepj\u202efdp.exe', 'gepjfdp.exe'],
    ['a\0b\nc.pdf', 'abc.pdf'],
    ['...', ''],
    ['.htaccess', 'htaccess'],
    ['CON<>:"|?*.pdf', 'CON.pdf'],
    [`${'长'.repeat(200)}.pdf`, `${'长'.repeat(115)}….pdf`],
    ['e\u0301.pdf', 'é.pdf'],
  ])('%j is shown as %j', (declared, shown) => {
    expect(safeName(declared)).toBe(shown);
  });
});
