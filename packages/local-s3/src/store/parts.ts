import type { DatabaseSync } from 'node:sqlite';
import type { ChecksumAlgorithm } from '../checksum/checksum.ts';

/** Checksum of the bytes of a part, in Base64. */
type PartChecksum = { algorithm: ChecksumAlgorithm; value: string };

/** A part of an object or an upload: one blob. */
export type Part = {
  number: number;
  blob: string;
  size: number;
  /** Without quotes. */
  etag: string;
  lastModified: number;
  checksum: PartChecksum | undefined;
};

/** Queries about the parts of objects and uploads. */
export type Parts = {
  find(owner: string, number: number): Part | undefined;
  /** Sorted by number, starting after `after`. */
  list(owner: string, page?: { after: number; limit: number }): Part[];
  insert(owner: string, part: Part): void;
  /** Removes a part and returns its blob. */
  remove(owner: string, number: number): string[];
  removeAll(owner: string): string[];
  hasBlob(blob: string): boolean;
};

type PartRow = {
  number: number;
  blob: string;
  size: number;
  etag: string;
  last_modified: number;
  checksum: string | null;
};

const toPart = ({ last_modified, checksum, ...row }: PartRow): Part => ({
  number: row.number,
  blob: row.blob,
  size: row.size,
  etag: row.etag,
  lastModified: last_modified,
  checksum: checksum === null ? undefined : JSON.parse(checksum),
});

const blobsOf = (rows: unknown[]) => (rows as { blob: string }[]).map(({ blob }) => blob);

/** Prepares the queries. */
export const createParts = (database: DatabaseSync): Parts => {
  const find = database.prepare('SELECT * FROM parts WHERE owner = ? AND number = ?');
  const list = database.prepare('SELECT * FROM parts WHERE owner = ? AND number > ? ORDER BY number LIMIT ?');
  const insert = database.prepare(
    'INSERT INTO parts (owner, number, blob, size, etag, last_modified, checksum) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const remove = database.prepare('DELETE FROM parts WHERE owner = ? AND number = ? RETURNING blob');
  const removeAll = database.prepare('DELETE FROM parts WHERE owner = ? RETURNING blob');
  const findBlob = database.prepare('SELECT 1 FROM parts WHERE blob = ?');
  return {
    find: (owner, number) => {
      const row = find.get(owner, number) as PartRow | undefined;
      return row && toPart(row);
    },
    list: (owner, { after, limit } = { after: 0, limit: -1 }) =>
      (list.all(owner, after, limit) as PartRow[]).map(toPart),
    insert: (owner, { number, blob, size, etag, lastModified, checksum }) =>
      void insert.run(
        owner,
        number,
        blob,
        size,
        etag,
        lastModified,
        checksum ? JSON.stringify(checksum) : null,
      ),
    remove: (owner, number) => blobsOf(remove.all(owner, number)),
    removeAll: (owner) => blobsOf(removeAll.all(owner)),
    hasBlob: (blob) => findBlob.get(blob) !== undefined,
  };
};
