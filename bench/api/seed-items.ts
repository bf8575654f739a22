import pg from 'pg';

/** Inserts files of one owner. */
export const seedItems = async (databaseUrl: string, ownerId: string, count: number): Promise<void> => {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(
    `insert into items (id, owner_id, name, media_type, size_bytes, object_key, state, kind, place_key)
     select id, $1, 'holiday ' || number || '.jpg', 'image/jpeg', 1000 + number, id, 'ready', 'file', id
     from (select gen_random_uuid() as id, number from generate_series(1, $2::int) as number) as files`,
    [ownerId, count],
  );
  await client.query('vacuum analyze');
  await client.end();
};
