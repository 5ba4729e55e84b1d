import { readFileSync } from 'node:fs';
import { webcrypto } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { chanceOf, madeTrust, makeReceipt, recordOf, sha256, log, witnesses, cosignatureLine, receiptText, signerOf } from './made-receipts.ts';
import { spoiled } from './mutations.ts';
import { askSecondProgram, pythonIsThere, type Question } from './second-program.ts';
import { openVerifier, type Answer, type Trust } from './verifier-script.ts';

/** How many spoiled receipts; a long run sets it higher. Seed and count are in the failure text. */
const count = Number(process.env.VERIFIER_MUTATIONS ?? 600);
const seed = Number(process.env.VERIFIER_SEED ?? 20261123);
const page = openVerifier();
const browsers = await page.chooseEd25519(webcrypto.subtle);

const golden = JSON.parse(readFileSync(new URL('../ledger-vectors/tlog/derived-tlog-proofs.json', import.meta.url), 'utf8')) as {
  readonly vkey: string;
  readonly proofs: readonly { readonly entryUtf8: string; readonly proofText: string }[];
};
const salt = sha256('salt');
const made = ([[1, 0], [2, 1], [7, 6], [300, 17], [1000, 999]] as const).flatMap(([size, index]) =>
  (['whole', 'leaf', 'hash', 'nothing'] as const).map((carried) => ({ ...makeReceipt(recordOf('{"item":"居住证","pages":3}', salt, index), size, index, carried), carried })),
);

const trusts: readonly Trust[] = [{ logs: [golden.vkey], witnesses: [], quorum: null }, madeTrust];

/** The page's answers with both ways to check signatures; they must be one. */
async function askPage(questions: readonly Question[], own: boolean): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const { receipt, trust, entry, leafHash } of questions) {
    answers.push(await page.verify(receipt, trusts[trust] as Trust, { ed25519: own ? page.ownEd25519 : browsers, ...(entry ? { entry } : {}), ...(leafHash ? { leafHash } : {}) }));
  }
  return answers;
}

const shortFacts = (answer: { readonly code: string; readonly facts: Answer['facts'] }): unknown => [answer.code, answer.code === 'genuine' ? answer.facts : null];

interface Spoiled extends Question {
  readonly how: string;
  readonly original: string;
}

function spoiledReceipts(): Spoiled[] {
  const chance = chanceOf(seed);
  const genuine = new Set([...golden.proofs.map((proof) => proof.proofText), ...made.map((receipt) => receipt.text)]);
  const all: Spoiled[] = [];
  for (let i = 0; all.length < count; i++) {
    const proof = golden.proofs[i % golden.proofs.length] as (typeof golden.proofs)[number];
    const receipt = made[i % made.length] as (typeof made)[number];
    const isGolden = i % 2 === 0;
    const original = isGolden ? proof.proofText : receipt.text;
    const other = isGolden ? (golden.proofs[Math.floor(chance() * golden.proofs.length)]?.proofText ?? '') : (made[Math.floor(chance() * made.length)]?.text ?? '');
    const { how, bytes } = spoiled(original, other, chance);
    if (genuine.has(bytes.toString('utf8'))) continue;
    all.push({ how, original, receipt: new Uint8Array(bytes), ...(isGolden ? { trust: 0, entry: Buffer.from(proof.entryUtf8) } : { trust: 1, ...(receipt.carried === 'nothing' ? { leafHash: receipt.leafHash } : {}) }) });
  }
  return all;
}

/** What a receipt with this text proves, whoever of the witnesses signed and whatever unknown lines stand below. */
const proved = (answer: Answer): unknown => (answer.facts ? { ...answer.facts, witnesses: null, content: null, leaf: null } : null);

describe(`spoiled receipts (seed ${seed}, ${count})`, () => {
  const questions = spoiledReceipts();
  let answers: readonly Answer[] = [];
  beforeAll(async () => {
    answers = await askPage(questions, false);
  }, 3_600_000);

  it('of the golden log: none is accepted; of ours: none proves anything that its original does not', async () => {
    const accepted = questions.map((question, i) => ({ question, answer: answers[i] as Answer })).filter(({ answer }) => answer.genuine);
    expect(accepted.filter(({ question }) => question.trust === 0).map(({ question }) => [question.how, Buffer.from(question.receipt).toString()])).toEqual([]);
    for (const { question, answer } of accepted) {
      const [before] = await askPage([{ receipt: Buffer.from(question.original), trust: question.trust, ...(question.leafHash ? { leafHash: question.leafHash } : {}) }], false);
      expect(proved(answer)).toEqual(proved(before as Answer));
      // What can be lost or added without harm: a third party's line among the signatures.
      expect(answer.facts?.witnesses.length).toBeGreaterThanOrEqual(2);
    }
    expect(new Set(answers.map((answer) => answer.code)).size).toBeGreaterThan(12);
  });

  it('are judged alike by the browser’s Ed25519 and our own, with the same reason', async () => {
    const some = questions.slice(0, 240);
    expect((await askPage(some, true)).map(shortFacts)).toEqual(answers.slice(0, some.length).map(shortFacts));
  });

  it.skipIf(!pythonIsThere)('are judged alike by the page and the second program, with the same reason and the same facts', async () => {
    const second = askSecondProgram(trusts, questions);
    const different = questions.map((question, i) => ({ how: question.how, page: shortFacts(answers[i] as Answer), second: shortFacts(second[i] as Answer), text: Buffer.from(question.receipt).toString() })).filter((one) => JSON.stringify(one.page) !== JSON.stringify(one.second));
    expect(different).toEqual([]);
  }, 3_600_000);
});

interface Asked {
  readonly receipt: Uint8Array;
  readonly leafHash?: Uint8Array;
  readonly entry?: Uint8Array;
  readonly trust?: Trust;
}

/** Asks all ways, the second program once for all, and expects one code for each. */
async function codesOf(asked: readonly Asked[]): Promise<string[]> {
  const answers: Answer[] = [];
  for (const question of asked) answers.push(await pagesAnswer(question));
  if (pythonIsThere) {
    const second = askSecondProgram(asked.map(({ trust = madeTrust }) => trust), asked.map((question, i) => ({ ...question, trust: i })));
    expect(second.map(shortFacts)).toEqual(answers.map(shortFacts));
  }
  return answers.map((answer) => answer.code);
}

const codeOf = async (question: Asked, trust: Trust = madeTrust): Promise<string> => (await codesOf([{ ...question, trust }]))[0] ?? '';

/** The page's answer, the same with both ways to check signatures. */
async function pagesAnswer({ trust = madeTrust, ...question }: Asked): Promise<Answer> {
  const options = { ...(question.leafHash ? { leafHash: question.leafHash } : {}), ...(question.entry ? { entry: question.entry } : {}) };
  const [own, webcryptos] = [await page.verify(question.receipt, trust, { ed25519: page.ownEd25519, ...options }), await page.verify(question.receipt, trust, { ed25519: browsers, ...options })];
  expect(shortFacts(own)).toEqual(shortFacts(webcryptos));
  return own;
}

const receipt = makeReceipt(recordOf('{"item":"居住证"}', salt), 20, 4);
const bare = makeReceipt(recordOf('{"item":"居住证"}', salt), 20, 4, 'nothing');
const withParts = (parts: Partial<typeof receipt.parts>): Uint8Array => Buffer.from(receiptText({ ...receipt.parts, ...parts }));
const extraOf = (text: string): Uint8Array => withParts({ extra: Buffer.from(text) });

describe('both verifiers', () => {
  it('say genuine, in which log, at which place, when witnesses signed and what was enclosed', async () => {
    const answer = await page.verify(Buffer.from(receipt.text), madeTrust, { ed25519: browsers });
    expect(answer).toMatchObject({
      genuine: true,
      facts: { origin: 'yimen.example/cases/v1', index: 4, size: 20, quorum: 2, content: { item: '居住证' }, leaf: { kind: 'matter_filed' }, witnesses: [{ name: 'archives.example/w', seconds: 1795419605 }, { name: 'audit.example/w', seconds: 1795419606 }] },
    });
    expect(await codeOf({ receipt: Buffer.from(receipt.text) })).toBe('genuine');
  });

  it('want the record or its fingerprint, and the right one', async () => {
    expect(await codeOf({ receipt: Buffer.from(bare.text) })).toBe('record.missing');
    expect(await codeOf({ receipt: Buffer.from(bare.text), leafHash: bare.leafHash })).toBe('genuine');
    expect(await codeOf({ receipt: Buffer.from(bare.text), entry: Buffer.from(recordOf('{"item":"居住证"}', salt).leaf) })).toBe('genuine');
    expect(await codeOf({ receipt: Buffer.from(bare.text), leafHash: sha256('another') })).toBe('proof.wrong');
    expect(await codeOf({ receipt: Buffer.from(receipt.text), leafHash: sha256('another') })).toBe('record.other_record');
  });

  it('refuse content or salt that the record does not commit to, and a record that is not canonical', async () => {
    const { whole } = recordOf('{"item":"居住证"}', salt);
    expect(await codeOf({ receipt: extraOf(whole.replace('居住证', '身份证')) })).toBe('record.other_content');
    expect(await codeOf({ receipt: extraOf(whole.replace(salt.toString('base64'), sha256('x').toString('base64'))) })).toBe('record.other_content');
    expect(await codeOf({ receipt: extraOf(whole.replace('"seq":1', '"seq":2')) })).toBe('proof.wrong');
    const crooked = [`${whole} `, whole.replace('"seq":1', '"seq":1.0'), whole.replace('"seq":1', '"seq":01'), whole.replace('"seq":1', '"seq":-0'), whole.replace('"seq":1', '"seq":1e400'), whole.replace('"seq":1', '"seq":NaN'), whole.replace('"seq":1', '"seq":12345678901234567890123'), whole.replace('"seq":1', '"seq":1,"seq":1'), whole.replace('居住证', '\\u5c45'), whole.replace('居住证', '\\ud800'), whole.replace('居住证', '\\/'), `\ufeff${whole}`, '{}', '[]', 'null', '"x"', '{"leaf":[]}', '{"leaf":{},"more":1}', `{"leaf":{"a":${'['.repeat(70)}${']'.repeat(70)}}}`, '['.repeat(50_000), '{"__proto__":{"leaf":{}}}', whole.replace(/"salt":"[^"]*"/, '"salt":7'), whole.replace(/"salt":"[^"]*"/, '"salt":""')];
    const codes = await codesOf(crooked.map((text) => ({ receipt: extraOf(text) })));
    expect(crooked.map((text, i) => [text.slice(0, 200), codes[i]])).toEqual(crooked.map((text) => [text.slice(0, 200), 'record.not_readable']));
    expect(await codeOf({ receipt: withParts({ extra: Buffer.from([0xff, 0xfe, 0x7b]) }) })).toBe('record.not_readable');
  });

  it('write numbers and order names as RFC 8785 does', async () => {
    const chance = chanceOf(seed);
    const view = new DataView(new ArrayBuffer(8));
    const numbers = Array.from({ length: 3000 }, (_none, i) => {
      for (let byte = 0; byte < 8; byte++) view.setUint8(byte, Math.floor(chance() * 256));
      return i % 3 === 0 ? Math.floor(chance() * 1e9) / 10 ** Math.floor(chance() * 12) : i % 3 === 1 ? (chance() - 0.5) * 10 ** Math.floor(chance() * 44 - 22) : view.getFloat64(0);
    }).filter((number) => Number.isFinite(number));
    const edges = [0, 1, -1, 1e20, 1e21, 123e18, 1e-6, 1e-7, 1.5e-7, 5e-324, 1.7976931348623157e308, 9007199254740993, 0.1, 22.54, 100, 1e22];
    const content = page.canonicalJson({ numbers: [...edges, ...numbers], 'é': 1, 'z': 2, '\u{1F600}': 3, '\ufb33': 4, 'a\u0000\u001f"\\\b\f\n\r\t\u007f\u2028': 5, '': null, t: [true, false, {}] }, 0) ?? '';
    const whole = makeReceipt(recordOf(content, salt), 3, 1);
    expect(await codeOf({ receipt: Buffer.from(whole.text) })).toBe('genuine');
  });

  it('want more than half of the witnesses, or as many as they are told', async () => {
    const [first = '', second = '', third = ''] = receipt.parts.signatures;
    expect(await codeOf({ receipt: withParts({ signatures: [first, second] }) })).toBe('witness.too_few');
    expect(await codeOf({ receipt: withParts({ signatures: [first, second] }) }, { ...madeTrust, quorum: null })).toBe('witness.too_few');
    expect(await codeOf({ receipt: withParts({ signatures: [first, second] }) }, { ...madeTrust, quorum: 1 })).toBe('genuine');
    expect(await codeOf({ receipt: withParts({ signatures: [first, third, second] }) }, { ...madeTrust, quorum: null })).toBe('genuine');
    expect(await codeOf({ receipt: withParts({ signatures: [first] }) }, { ...madeTrust, quorum: 0 })).toBe('genuine');
    expect(await codeOf({ receipt: withParts({ signatures: [first, second, second] }) })).toBe('signature.twice');
    expect(await codeOf({ receipt: withParts({ signatures: [second, third] }) })).toBe('signature.missing');
  });

  it('take no cosignature of another time, another text or the wrong length', async () => {
    const [first = '', second = ''] = receipt.parts.signatures;
    const archives = witnesses[0];
    if (!archives) throw new Error('no witness');
    const cosigned = (note: string, change: (bytes: Buffer) => Buffer): string => {
      const line = cosignatureLine(archives, note, 1795419605n);
      const bytes = Buffer.from(line.trim().split(' ')[2] ?? '', 'base64');
      return `\u2014 ${archives.name} ${change(bytes).toString('base64')}\n`;
    };
    const later = (bytes: Buffer): Buffer => Buffer.concat([bytes.subarray(0, 11), Buffer.from([(bytes[11] ?? 0) + 1]), bytes.subarray(12)]);
    for (const line of [cosigned(receipt.parts.note, later), cosigned(`${receipt.parts.note}x\n`, (bytes) => bytes), cosigned(receipt.parts.note, (bytes) => Buffer.concat([bytes, Buffer.from([0])])), cosigned(receipt.parts.note, (bytes) => bytes.subarray(0, -1)), cosignatureLine(archives, receipt.parts.note, 2n ** 53n)]) {
      expect(await codeOf({ receipt: withParts({ signatures: [first, second, line].filter((one, i) => i !== 1 || one === line) }) })).toBe('signature.wrong');
    }
    expect(await codeOf({ receipt: withParts({ signatures: [...receipt.parts.signatures, '\u2014 stranger.example AAAAAAA=\n'] }) })).toBe('genuine');
  });

  it('accept only sound keys with their own id, in their own place, once', async () => {
    const bytes = Buffer.from(receipt.text);
    const weak = (key: Buffer): string => {
      const material = Buffer.concat([Buffer.from([1]), key]);
      return `${log.name}+${sha256(log.name, '\n', material).subarray(0, 4).toString('hex')}+${material.toString('base64')}`;
    };
    const [witness = ''] = madeTrust.witnesses;
    const codes = async (logs: readonly string[], others: readonly string[] = madeTrust.witnesses, quorum: number | null = 2) => codeOf({ receipt: bytes }, { logs, witnesses: others, quorum });
    expect(await codes([])).toBe('log.unknown');
    expect(await codes([signerOf('other.example/cases/v1', 1, 'log').keyText])).toBe('log.unknown');
    expect(await codes([signerOf(log.name, 1, 'another key').keyText])).toBe('signature.missing');
    expect(await codes([witness], [])).toBe('key.other_kind');
    expect(await codes([log.keyText, log.keyText])).toBe('key.twice');
    expect(await codes([log.keyText], [witness, signerOf('second.example', 4, 'archives.example/w').keyText])).toBe('key.twice');
    expect(await codes([log.keyText], madeTrust.witnesses, 4)).toBe('key.quorum_too_large');
    expect(await codes([log.keyText.replace(/\+([0-9a-f])/, (_all, digit: string) => `+${digit === '0' ? '1' : '0'}`)])).toBe('key.other_id');
    const malformed = ['', '+', 'a+b', 'name+00000000+', log.keyText.replace('+', ' +'), `${log.keyText} `, log.keyText.slice(0, -1), log.keyText.toUpperCase()];
    expect(await codesOf(malformed.map((text) => ({ receipt: bytes, trust: { logs: [text], witnesses: madeTrust.witnesses, quorum: 2 } })))).toEqual(malformed.map(() => 'key.malformed'));
    const small = ['00'.repeat(32), `01${'00'.repeat(31)}`, `ec${'ff'.repeat(30)}7f`, `${'00'.repeat(31)}80`, 'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a', '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05', `ed${'ff'.repeat(30)}7f`, `02${'00'.repeat(31)}`];
    const weakCodes = await codesOf(small.map((key) => ({ receipt: bytes, trust: { logs: [weak(Buffer.from(key, 'hex'))], witnesses: madeTrust.witnesses, quorum: 2 } })));
    expect(small.map((key, i) => [key, weakCodes[i]])).toEqual(small.map((key) => [key, 'key.weak']));
  });

  it('put line ends right only when asked, and then change nothing else', async () => {
    const mailed = `\ufeff \r\n${receipt.text.replaceAll('\n', '\r\n').trimEnd()}\r\n\r\n`;
    expect(await codeOf({ receipt: Buffer.from(mailed) })).toBe('receipt.control_sign');
    expect(Buffer.from(page.tidied(Buffer.from(mailed))).toString()).toBe(receipt.text);
    expect(await codeOf({ receipt: Buffer.from(receipt.text.trimEnd()) })).toBe('checkpoint.malformed');
  });

  it('read no further than one mebibyte and 64 signatures', async () => {
    expect(await codeOf({ receipt: Buffer.alloc(1048577, 'a') })).toBe('receipt.too_long');
    const strangers = (n: number): string[] => Array.from({ length: n }, () => '\u2014 stranger.example AAAAAAA=\n');
    expect(await codeOf({ receipt: withParts({ signatures: [...receipt.parts.signatures, ...strangers(61)] }) })).toBe('genuine');
    expect(await codeOf({ receipt: withParts({ signatures: [...receipt.parts.signatures, ...strangers(62)] }) })).toBe('checkpoint.signature_malformed');
  });
});
