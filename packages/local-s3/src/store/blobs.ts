import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rm } from 'node:fs/promises';
import path from 'node:path';

/** One file of bytes, never changed after it was written. */
export type Blob = { id: string; size: number };

/** A piece of a blob: from `start` up to, not including, `end`. */
type BlobRange = { id: string; start: number; end: number };

/** Bytes to be read once, and closed whether they were read or not. */
export type BlobReader = { bytes: AsyncIterable<Buffer>; close(): Promise<void> };

/** The files that hold the bytes. A blob counts only once a row of the database names it. */
export type Blobs = {
  /** Writes all bytes and forces them to disk; leaves no file when the source throws. */
  write(source: AsyncIterable<Buffer>): Promise<Blob>;
  /** Opens the ranges; from this call on, `remove` leaves them alone until they are closed. */
  read(ranges: readonly BlobRange[]): BlobReader;
  remove(ids: readonly string[]): Promise<void>;
  /** Removes every file that `isReferenced` does not know: what a crash left behind. */
  collect(isReferenced: (id: string) => boolean): Promise<void>;
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
      if (bytesRead === 0) throw new Error(`The blob ${path.basename(file)} is shorter than its row says.`);
      position += bytesRead;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
}

/** Keeps blobs in `<dataDirectory>/blobs`. */
export const openBlobs = async (dataDirectory: string): Promise<Blobs> => {
  const directory = path.join(dataDirectory, 'blobs');
  await mkdir(directory, { recursive: true });
  const readers = new Map<string, number>();
  const doomed = new Set<string>();
  const fileOf = (id: string) => path.join(directory, id);

  const hold = (ids: readonly string[]) => {
    for (const id of ids) readers.set(id, (readers.get(id) ?? 0) + 1);
  };

  const release = async (ids: readonly string[]) => {
    for (const id of ids) {
      const others = (readers.get(id) ?? 0) - 1;
      if (others > 0) readers.set(id, others);
      else readers.delete(id);
    }
    await remove(ids.filter((id) => doomed.has(id)));
  };

  const remove = async (ids: readonly string[]) => {
    for (const id of ids) {
      if (readers.has(id)) doomed.add(id);
      else {
        doomed.delete(id);
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
      hold(ids);
      async function* bytes() {
        for (const range of ranges) yield* readRange(fileOf(range.id), range);
      }
      return { bytes: bytes(), close: () => release(ids) };
    },

    remove,

    async collect(isReferenced) {
      const ids = await readdir(directory);
      await remove(ids.filter((id) => !isReferenced(id)));
    },
  };
};
