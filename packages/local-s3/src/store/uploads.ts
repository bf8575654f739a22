import type { DatabaseSync } from 'node:sqlite';
import type { ChecksumAlgorithm, ChecksumType } from '../checksum/checksum.ts';
import { afterPrefix } from './key-range.ts';

/** An open multipart upload. */
export type Upload = {
  id: string;
  bucket: string;
  key: string;
  initiatedAt: number;
  /** Headers of the completed object. */
  headers: Record<string, string>;
  checksum: { algorithm: ChecksumAlgorithm; type: ChecksumType } | undefined;
};

/** Start of a page: after this upload, or after all uploads of the key if `id` is undefined. */
type UploadMarker = { key: string; id: string | undefined };

/** Queries about open uploads. */
export type Uploads = {
  find(id: string): Upload | undefined;
  insert(upload: Upload): void;
  remove(id: string): void;
  /** Sorted by key, then by time. */
  list(bucket: string, prefix: string, after: UploadMarker, limit: number): Upload[];
};

type UploadRow = {
  id: string;
  bucket: string;
  key: string;
  initiated_at: number;
  headers: string;
  checksum: string | null;
};

const toUpload = ({ initiated_at, headers, checksum, ...row }: UploadRow): Upload => ({
  ...row,
  initiatedAt: initiated_at,
  headers: JSON.parse(headers),
  checksum: checksum === null ? undefined : JSON.parse(checksum),
});

/** Prepares the queries. */
export const createUploads = (database: DatabaseSync): Uploads => {
  const find = database.prepare('SELECT * FROM uploads WHERE id = ?');
  const insert = database.prepare(
    'INSERT INTO uploads (id, bucket, key, initiated_at, headers, checksum) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const remove = database.prepare('DELETE FROM uploads WHERE id = ?');
  const list = database.prepare(`
    SELECT * FROM uploads
    WHERE bucket = ? AND key >= ? AND key < CAST(? AS TEXT) AND (key, id) > (?, CAST(? AS TEXT))
    ORDER BY key, id LIMIT ?`);
  return {
    find: (id) => {
      const row = find.get(id) as UploadRow | undefined;
      return row && toUpload(row);
    },
    insert: ({ id, bucket, key, initiatedAt, headers, checksum }) =>
      void insert.run(
        id,
        bucket,
        key,
        initiatedAt,
        JSON.stringify(headers),
        checksum ? JSON.stringify(checksum) : null,
      ),
    remove: (id) => void remove.run(id),
    list: (bucket, prefix, after, limit) => {
      const afterId = after.id === undefined ? afterPrefix('') : Buffer.from(after.id);
      const rows = list.all(bucket, prefix, afterPrefix(prefix), after.key, afterId, limit) as UploadRow[];
      return rows.map(toUpload);
    },
  };
};
