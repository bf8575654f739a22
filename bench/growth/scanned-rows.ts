import pg from 'pg';

const counters = `select relname as table, seq_scan::int as scans, seq_tup_read::int + (
  select coalesce(sum(idx_tup_read), 0)::int from pg_stat_user_indexes i where i.relid = t.relid
) as rows from pg_stat_user_tables t`;

/** What the database did for one request. */
export type ScannedRows = { rows: number; sequentiallyScanned: string[] };

/** Counts what the database does for one request, which `work` sends `requests` times before it disconnects. */
export const countScannedRows = async (
  databaseUrl: string,
  requests: number,
  work: () => Promise<void>,
): Promise<ScannedRows> => {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('select pg_stat_reset()');
    await work();
    const { rows } = await client.query<{ table: string; scans: number; rows: number }>(counters);
    const sum = rows.reduce((total, row) => total + row.rows, 0);
    const scanned = rows.filter(({ scans }) => scans >= requests).map(({ table }) => table);
    return { rows: Math.round(sum / requests), sequentiallyScanned: scanned };
  } finally {
    await client.end();
  }
};
