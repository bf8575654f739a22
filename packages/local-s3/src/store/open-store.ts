import path from 'node:path';
import { createTransaction, migrate, openDatabase, readMigrations } from '@share-my-files/local-server';
import { type Blob, type BlobReader, openBlobs } from './blobs.ts';
import { type Buckets, createBuckets } from './buckets.ts';
import { createObjects, type Objects, type StoredObject } from './objects.ts';
import { createParts, type Part, type Parts } from './parts.ts';
import { createUploads, type Uploads } from './uploads.ts';

/** Persistent state: rows in SQLite and the blobs that they reference. */
export type Store = {
  buckets: Buckets;
  objects: Pick<Objects, 'find' | 'findNext'>;
  uploads: Pick<Uploads, 'find' | 'list' | 'insert'>;
  parts: Pick<Parts, 'find' | 'list'>;
  /** Runs reads and writes in one transaction, then removes the blobs that lost their rows. */
  commit<T>(work: () => T): Promise<T>;
  /** Writes a new blob, then commits `work`. Removes the blob if no row references it afterwards. */
  commitBlob<T>(bytes: AsyncIterable<Buffer>, work: (blob: Blob) => T): Promise<T>;
  /** Within `commit`: inserts an object with a single part, or replaces the one with the same key. */
  putObject(object: StoredObject, part: Part): void;
  /** Within `commit`. */
  deleteObject(object: StoredObject): void;
  /** Within `commit`: inserts a part, or replaces the one with the same number. */
  putPart(uploadId: string, part: Part): void;
  /** Within `commit`: turns an upload into an object with the given parts. Copies no bytes. */
  completeUpload(object: StoredObject, partNumbers: ReadonlySet<number>): void;
  /** Within `commit`. */
  abortUpload(uploadId: string): void;
  /** Reads the bytes of an object from `start` to before `end`. */
  read(object: StoredObject, start: number, end: number): BlobReader;
  close(): void;
};

/** Returns the ranges of blobs that contain the object's bytes from `start` to before `end`. */
const sliceParts = (parts: readonly Part[], start: number, end: number) => {
  let offset = 0;
  return parts.flatMap(({ blob, size }) => {
    const range = { id: blob, start: Math.max(start - offset, 0), end: Math.min(end - offset, size) };
    offset += size;
    return range.start < range.end ? [range] : [];
  });
};

/** Opens and locks the folder, and removes blobs left by a crash. Throws `StartError` if the folder is in use. */
export const openStore = async (dataDirectory: string): Promise<Store> => {
  const database = openDatabase(dataDirectory, 'objects.db');
  migrate(database, readMigrations(path.join(import.meta.dirname, 'migrations')));
  const transaction = createTransaction(database);
  const [buckets, objects, uploads, parts] = [
    createBuckets(database),
    createObjects(database),
    createUploads(database),
    createParts(database),
  ];
  const blobs = await openBlobs(dataDirectory);
  await blobs.removeUnreferenced(parts.hasBlob);
  let orphans: string[] = [];

  const commit = async <T>(work: () => T) => {
    orphans = [];
    const result = transaction(work);
    await blobs.remove(orphans);
    return result;
  };

  const deleteObject = ({ id }: StoredObject) => {
    objects.remove(id);
    orphans.push(...parts.removeAll(id));
  };

  const replaceObject = (object: StoredObject) => {
    const previous = objects.find(object.bucket, object.key);
    if (previous) deleteObject(previous);
    objects.insert(object);
  };

  return {
    buckets,
    objects,
    uploads,
    parts,
    commit,
    async commitBlob(bytes, work) {
      const blob = await blobs.write(bytes);
      try {
        return await commit(() => work(blob));
      } catch (error) {
        // The error may have been thrown after the commit.
        if (!parts.hasBlob(blob.id)) await blobs.remove([blob.id]);
        throw error;
      }
    },
    putObject(object, part) {
      replaceObject(object);
      parts.insert(object.id, part);
    },
    deleteObject,
    putPart(uploadId, part) {
      orphans.push(...parts.remove(uploadId, part.number));
      parts.insert(uploadId, part);
    },
    completeUpload(object, partNumbers) {
      for (const { number } of parts.list(object.id)) {
        if (!partNumbers.has(number)) orphans.push(...parts.remove(object.id, number));
      }
      uploads.remove(object.id);
      replaceObject(object);
    },
    abortUpload(uploadId) {
      uploads.remove(uploadId);
      orphans.push(...parts.removeAll(uploadId));
    },
    read: (object, start, end) => blobs.read(sliceParts(parts.list(object.id), start, end)),
    close: () => database.close(),
  };
};
