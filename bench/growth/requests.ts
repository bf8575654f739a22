import { createHash } from 'node:crypto';
import type { HttpRequest } from '../measure/request-rate.ts';
import { runStatements } from './databases.ts';

// Seeded with zeros, so that they cannot be those of another row.
const uploadId = '00000000-0000-4000-8000-000000000006';
const secret = 'A'.repeat(43);
const secretHash = createHash('sha256').update(secret).digest('base64url');

/** Adds an upload of the owner with 100 parts to send, and the secret of one link. */
export const prepareRequests = (databaseUrl: string, ownerId: string): Promise<void> =>
  runStatements(databaseUrl, [
    `insert into items (id, owner_id, name, media_type, size_bytes, object_key, state)
     values ('${uploadId}', '${ownerId}', 'film.mp4', 'video/mp4', 838860800, 'film', 'uploading')`,
    `insert into uploads (id, item_id, multipart_upload_id, part_size_bytes, part_count, state, expires_at)
     values ('${uploadId}', '${uploadId}', 'film', 8388608, 100, 'open', now() + interval '1 day')`,
    `update links set secret_hash = '${secretHash}' where item_id = (
       select id from items where owner_id = '${ownerId}' and trashed_at is null and state = 'ready' limit 1
     )`,
    'vacuum analyze',
  ]);

const post = (url: string, body: object): HttpRequest => ({
  url,
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

const readItemId = async (url: string, headers: Record<string, string>): Promise<string> => {
  const response = await fetch(url, { headers });
  const { items } = (await response.json()) as { items: { id: string }[] };
  return items[0]?.id ?? '';
};

/** The requests of a signed-in owner, and of a visitor with a link. */
export const createRequests = async (
  endpoint: string,
  authorization: string,
): Promise<Record<string, HttpRequest>> => {
  const api = `${endpoint}/api`;
  const headers = { authorization };
  const itemId = await readItemId(`${api}/items`, headers);
  const signParts = post(`${api}/uploads/${uploadId}/parts`, {
    parts: [1, 2, 3, 4].map((partNumber) => ({ partNumber, checksumSha256: `${'A'.repeat(43)}=` })),
  });
  return {
    'list of 50': { url: `${api}/items?limit=50`, headers },
    '50 shared with me': { url: `${api}/items?view=shared&limit=50`, headers },
    trash: { url: `${api}/items?view=trash`, headers },
    'one item': { url: `${api}/items/${itemId}`, headers },
    'link by secret': post(`${api}/public/links/open`, { secret }),
    '4 part URLs': { ...signParts, headers: { ...signParts.headers, ...headers } },
  };
};
