import pg from 'pg';

const mebibyte = 1024 ** 2;

/** Inserts an open upload of 100 parts of 8 MiB, as if S3 had started it; resolves to its id. */
export const seedUpload = async (databaseUrl: string, ownerId: string): Promise<string> => {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ id: string }>(
    `with item as (
       insert into items (id, owner_id, name, media_type, size_bytes, object_key, state)
       values (gen_random_uuid(), $1, 'holiday.mp4', 'video/mp4', $2, gen_random_uuid(), 'uploading')
       returning id)
     insert into uploads (id, item_id, multipart_upload_id, part_size_bytes, part_count, state, expires_at)
     select gen_random_uuid(), id, 'bench', $3, 100, 'open', now() + interval '1 day' from item
     returning id`,
    [ownerId, 800 * mebibyte, 8 * mebibyte],
  );
  await client.end();
  const [upload] = rows;
  if (upload === undefined) throw new Error('No upload was inserted.');
  return upload.id;
};
