import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rm } from 'node:fs/promises';
import path from 'node:path';

/** An immutable file of bytes. */
export type Blob = { id: string; size: number };

/** A range of a blob, without the byte at `end`. */
type BlobRange = { id: string; start: number; end: number };

/** Bytes to read at most once and always to close. */
export type BlobReader = { bytes: AsyncIterable<Buffer>; close(): Promise<void> };

/** The files with the bytes. A blob exists for readers once a row references it. */
export type Blobs = {
  /** Writes all bytes and syncs them to disk. Removes the file if the source throws. */
  write(source: AsyncIterable<Buffer>): Promise<Blob>;
  /** Opens the ranges. `remove` waits for the reader to be closed. */
  read(ranges: readonly BlobRange[]): BlobReader;
  remove(ids: readonly string[]): Promise<void>;
  /** Removes blobs that no row references, left by a crash. */
  removeUnreferenced(isReferenced: (id: string) => boolean): Promise<void>;
};

const readBytes = 256 * 1024;

const syncDirectory = async (directory: string) => {
  const handle = await open(directory);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

async function* readRange(file: string, { start, end }: BlobRange) {
  const handle = await open(file);
  try {
    for (let position = start; position < end; ) {
      const { buffer, bytesRead } = await handle.read({
        buffer: Buffer.allocUnsafe(Math.min(readBytes, end - position)),
        position,
      });
      if (bytesRead === 0) throw new Error(`The blob ${path.basename(file)} is shorter than its row states.`);
      position += bytesRead;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
}

/** Opens the folder `<dataDirectory>/blobs`. */
export const openBlobs = async (dataDirectory: string): Promise<Blobs> => {
  const directory = path.join(dataDirectory, 'blobs');
  await mkdir(directory, { recursive: true });
  const readers = new Map<string, number>();
  const removals = new Set<string>();
  const fileOf = (id: string) => path.join(directory, id);

  const retain = (ids: readonly string[]) => {
    for (const id of ids) readers.set(id, (readers.get(id) ?? 0) + 1);
  };

  const release = async (ids: readonly string[]) => {
    for (const id of ids) {
      const others = (readers.get(id) ?? 0) - 1;
      if (others > 0) readers.set(id, others);
      else readers.delete(id);
    }
    await remove(ids.filter((id) => removals.has(id)));
  };

  const remove = async (ids: readonly string[]) => {
    for (const id of ids) {
      if (readers.has(id)) removals.add(id);
      else {
        removals.delete(id);
        await rm(fileOf(id), { force: true });
      }
    }
  };

  return {
    async write(source) {
      const id = randomUUID();
      const handle = await open(fileOf(id), 'wx');
      try {
        let size = 0;
        for await (const bytes of source) {
          await handle.writeFile(bytes);
          size += bytes.length;
        }
        await handle.sync();
        await syncDirectory(directory);
        return { id, size };
      } catch (error) {
        await rm(fileOf(id), { force: true });
        throw error;
      } finally {
        await handle.close();
      }
    },

    read(ranges) {
      const ids = ranges.map(({ id }) => id);
      retain(ids);
      async function* bytes() {
        for (const range of ranges) yield* readRange(fileOf(range.id), range);
      }
      return { bytes: bytes(), close: () => release(ids) };
    },

    remove,

    async removeUnreferenced(isReferenced) {
      const ids = await readdir(directory);
      await remove(ids.filter((id) => !isReferenced(id)));
    },
  };
};
