import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fileDraft } from '../../contract/matters.ts';
import { randomUUID } from 'node:crypto';
import { exportMyData } from '../../contract/privacy.ts';
import { allowanceOffice, type AllowanceOffice } from '../../server/testing/allowance-office.ts';
import type { Client } from '../../server/testing/app.ts';

/** Files of an archive by its central directory (PKWARE APPNOTE 6.3, 4.3.12), read here apart from what wrote it. Stored files only. */
function filesOf(zip: Buffer): ReadonlyMap<string, Buffer> {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  const files = new Map<string, Buffer>();
  for (let at = zip.readUInt32LE(end + 16), n = zip.readUInt16LE(end + 10); n > 0; n -= 1) {
    const [method, size, nameLength, place] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28), zip.readUInt32LE(at + 42)];
    if (method !== 0) throw new Error('compressed');
    const start = place + 30 + zip.readUInt16LE(place + 26) + zip.readUInt16LE(place + 28);
    files.set(zip.subarray(at + 46, at + 46 + nameLength).toString('utf8'), zip.subarray(start, start + size));
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return files;
}

interface Copy {
  readonly particulars: { readonly name: string; readonly number: string };
  readonly matters: readonly { readonly matterId: string; readonly number: string; readonly seq: number; readonly materials: readonly { readonly files: readonly { readonly fileId: string }[] }[] }[];
  readonly drafts: { readonly drafts: readonly { readonly draftId: string }[] };
}

describe('A copy of everything, of each of a sample of persons (PIPL art. 45, P-10)', () => {
  let t: AllowanceOffice;
  const sample: { readonly partyId: string; readonly client: Client; readonly name: string }[] = [];
  beforeAll(async () => {
    t = await allowanceOffice();
    for (let n = 0; n < 5; n += 1) {
      const { partyId, client, person } = await t.somebody();
      sample.push({ partyId, client, name: person.name['zh-CN'] });
      for (let filed = 0; filed < n; filed += 1) {
        const matterId = await t.filedAtWindow(partyId);
        if (filed % 2 === 1) await t.accepted(matterId);
      }
      if (n > 1) {
        const draft = await t.completeDraft(client);
        await client.good(fileDraft, { params: { draftId: draft.draftId }, body: { commandId: randomUUID() } });
      }
      if (n > 2) await t.completeDraft(client);
    }
    await t.work();
  });
  afterAll(() => t.drop());

  test('it holds each matter, file and draft that the database knows of that person by another question, and nobody else’s', async () => {
    let [matters, uploaded] = [0, 0];
    for (const { partyId, client, name } of sample) {
      const copy = await client.call(exportMyData, {});
      expect(copy.status, copy.text.slice(0, 300)).toBe(200);
      const files = filesOf(copy.bytes);
      const data = JSON.parse(files.get('data.json')?.toString('utf8') ?? '') as Copy;
      expect(data.particulars.name).toBe(name);
      const known = (await t.fresh.owner.query<{ matter_id: string; number: string; seq: number }>(
        `select m.matter_id, m.number, m.seq from matters.matters m where exists (select from platform.facts f where f.matter_id = m.matter_id and f.seq = 1 and f.content ->> 'partyId' = $1) or m.party_id = $1::uuid order by m.matter_id`, [partyId])).rows;
      expect(data.matters.map(({ matterId, number, seq }) => ({ matter_id: matterId, number, seq })).sort((a, b) => (a.matter_id < b.matter_id ? -1 : 1))).toEqual(known);
      const drafts = (await t.fresh.owner.query<{ id: string }>('select draft_id as id from matters.drafts where owner_party = $1 order by 1', [partyId])).rows.map(({ id }) => id);
      expect(data.drafts.drafts.map(({ draftId }) => draftId).sort()).toEqual(drafts);
      for (const { number, materials } of data.matters) {
        expect([...files.keys()].some((path) => path === `matters/${number}/receipt.pdf`)).toBe(true);
        for (const { fileId } of materials.flatMap((one) => one.files)) {
          const [path, bytes] = [...files].find(([one]) => one.startsWith(`matters/${number}/`) && one.includes(`/${fileId.slice(0, 8)}-`)) ?? [];
          // Files are named by their content (C-DU-3): what came out is what went in.
          expect([path === undefined, createHash('sha256').update(bytes ?? '').digest('hex')]).toEqual([false, fileId]);
          uploaded += 1;
        }
      }
      matters += known.length;
      const whole = copy.bytes.toString('latin1');
      for (const other of sample.filter((one) => one.partyId !== partyId)) expect(whole).not.toContain(other.partyId);
      const proof = await t.fresh.owner.query<{ seq: number; hash: string }>(`select f.seq, encode(f.hash, 'hex') as hash from platform.facts f where f.matter_id = any($1::uuid[])`, [known.map((one) => one.matter_id)]);
      expect(proof.rows.length).toBe(known.reduce((sum, one) => sum + one.seq, 0));
    }
    expect([matters, uploaded > 4]).toEqual([13, true]);
  });
});
