import type { Played } from './play.ts';

/** Unmasked readings without a record of their own (INV-14): those whose answer named a record that is not there, and those of which fewer records exist than readings were answered. */
export async function revealsUnlogged({ office, reveals }: Played): Promise<readonly string[]> {
  const missing: string[] = [];
  const counted = new Map<string, number>();
  for (const one of reveals) {
    if (one.recordId !== null) {
      const { rowCount } = await office.fresh.owner.query('select 1 from platform.access_records where record_id = $1', [one.recordId]);
      if (rowCount !== 1) missing.push(`${one.what} of matter ${one.matterId}`);
    } else counted.set(`${one.matterId} ${one.staffId}`, (counted.get(`${one.matterId} ${one.staffId}`) ?? 0) + 1);
  }
  for (const [key, answered] of counted) {
    const [matterId, staffId] = key.split(' ');
    const { rows } = await office.fresh.owner.query<{ n: number }>(
      `select count(*)::int as n from platform.access_records where matter_id = $1 and actor ->> 'id' = $2 and outcome = 'done' and not of_command and act not like '%reveal%'`, [matterId, staffId]);
    if ((rows[0]?.n ?? 0) < answered) missing.push(`${answered - (rows[0]?.n ?? 0)} readings of the file of matter ${matterId}`);
  }
  return missing;
}
