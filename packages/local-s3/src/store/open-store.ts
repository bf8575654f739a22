import { createTransaction, migrate, openDatabase } from '@share-my-files/local-server';
import { type Blob, type BlobReader, openBlobs } from './blobs.ts';
import { type Buckets, createBuckets } from './buckets.ts';
import { migrations } from './migrations.ts';
import { createObjects, type Objects, type StoredObject } from './objects.ts';
import { createParts, type Part, type Parts } from './parts.ts';
import { createUploads, type Uploads } from './uploads.ts';

/** Everything the operations know of the disk. */
export type Store = {
  buckets: Buckets;
  objects: Pick<Objects, 'find' | 'findNext'>;
  uploads: Pick<Uploads, 'find' | 'list' | 'insert'>;
  parts: Pick<Parts, 'find' | 'list'>;
  /** Runs reads and writes as one; the blobs they let go of are removed afterwards. */
  commit<T>(work: () => T): Promise<T>;
  /** Writes bytes to a new blob, then commits; the blob is gone again when no row came to name it. */
  commitBlob<T>(bytes: AsyncIterable<Buffer>, work: (blob: Blob) => T): Promise<T>;
  /** Within `commit`: puts an object of one part in the place of the one that has its key. */
  putObject(object: StoredObject, part: Part): void;
  /** Within `commit`. */
  deleteObject(object: StoredObject): void;
  /** Within `commit`: puts a part in the place of the one that has its number. */
  putPart(uploadId: string, part: Part): void;
  /** Within `commit`: turns an upload into an object of the listed parts, copying nothing. */
  completeUpload(object: StoredObject, partNumbers: ReadonlySet<number>): void;
  /** Within `commit`. */
  abortUpload(uploadId: string): void;
  /** The bytes of an object from `start` up to, not including, `end`. */
  read(object: StoredObject, start: number, end: number): BlobReader;
  close(): void;
};

/** The pieces of the parts that make up the bytes from `start` up to `end` of the whole. */
const sliceParts = (parts: readonly Part[], start: number, end: number) => {
  let offset = 0;
  return parts.flatMap(({ blob, size }) => {
    const range = { id: blob, start: Math.max(start - offset, 0), end: Math.min(end - offset, size) };
    offset += size;
    return range.start < range.end ? [range] : [];
  });
};

/** Opens the folder, alone; throws `StartError`. Files that a crash left behind are removed. */
export const openStore = async (dataDirectory: string): Promise<Store> => {
  const database = openDatabase(dataDirectory, 'objects.db');
  migrate(database, migrations);
  const transaction = createTransaction(database);
  const [buckets, objects, uploads, parts] = [
    createBuckets(database),
    createObjects(database),
    createUploads(database),
    createParts(database),
  ];
  const blobs = await openBlobs(dataDirectory);
  await blobs.collect(parts.hasBlob);
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
        // The failure may have come after the commit.
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
