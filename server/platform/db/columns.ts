import type pg from 'pg';

/** Every column of every table of ours, as `schema.table.column`, in the order of the tables. Views have none of their own. */
export async function columnsInDatabase(client: Pick<pg.Client, 'query'>): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(`
    select n.nspname || '.' || c.relname || '.' || a.attname as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
    where c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
    order by n.nspname, c.relname, a.attnum`);
  return rows.map((row) => row.name);
}
