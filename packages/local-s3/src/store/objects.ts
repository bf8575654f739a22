import type { DatabaseSync } from 'node:sqlite';
import type { Checksum } from '../checksum/checksum.ts';
import { afterPrefix, type KeyPosition } from './key-range.ts';

/** An object without its bytes, which are in the parts with its id as owner. */
export type StoredObject = {
  id: string;
  bucket: string;
  key: string;
  size: number;
  /** Without quotes. */
  etag: string;
  lastModified: number;
  /** System headers such as Content-Type and x-amz-meta-*, by lower-case name. */
  headers: Record<string, string>;
  checksum: Checksum | undefined;
};

/** Queries about objects. */
export type Objects = {
  find(bucket: string, key: string): StoredObject | undefined;
  insert(object: StoredObject): void;
  remove(id: string): void;
  /** Returns the first object after the position whose key begins with the prefix. */
  findNext(bucket: string, prefix: string, after: KeyPosition): StoredObject | undefined;
};

type ObjectRow = {
  id: string;
  bucket: string;
  key: string;
  size: number;
  etag: string;
  last_modified: number;
  headers: string;
  checksum: string | null;
};

const toObject = ({ last_modified, headers, checksum, ...row }: ObjectRow): StoredObject => ({
  ...row,
  lastModified: last_modified,
  headers: JSON.parse(headers),
  checksum: checksum === null ? undefined : JSON.parse(checksum),
});

const toObjectIfAny = (row: unknown) => (row === undefined ? undefined : toObject(row as ObjectRow));

/** Prepares the queries. */
export const createObjects = (database: DatabaseSync): Objects => {
  const find = database.prepare('SELECT * FROM objects WHERE bucket = ? AND key = ?');
  const insert = database.prepare(
    'INSERT INTO objects (id, bucket, key, size, etag, last_modified, headers, checksum) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const remove = database.prepare('DELETE FROM objects WHERE id = ?');
  const findNext = database.prepare(`
    SELECT * FROM objects
    WHERE bucket = ? AND key >= ? AND key > CAST(? AS TEXT) AND key < CAST(? AS TEXT)
    ORDER BY key LIMIT 1`);
  return {
    find: (bucket, key) => toObjectIfAny(find.get(bucket, key)),
    findNext: (bucket, prefix, after) =>
      toObjectIfAny(findNext.get(bucket, prefix, after, afterPrefix(prefix))),
    insert: ({ id, bucket, key, size, etag, lastModified, headers, checksum }) =>
      void insert.run(
        id,
        bucket,
        key,
        size,
        etag,
        lastModified,
        JSON.stringify(headers),
        checksum ? JSON.stringify(checksum) : null,
      ),
    remove: (id) => void remove.run(id),
  };
};
