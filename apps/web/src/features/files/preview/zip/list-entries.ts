import { Reader, ZipReader } from '@zip.js/zip.js/lib/zip-core-external.js';
import type { ReadableFile } from '../loaded-content.tsx';
import { UnreadableFileError } from '../unreadable-file-error.ts';

const maximumEntries = 1_000;

/** The list of 1,000 entries with long names is shorter; a longer one would only fill the memory. */
const maximumBytes = 16 * 1024 * 1024;

export type ZipEntry = {
  readonly name: string;
  readonly sizeBytes: number;
  readonly isFolder: boolean;
  readonly isEncrypted: boolean;
};

export type ZipEntries = { readonly entries: readonly ZipEntry[]; readonly hasMore: boolean };

class RangeReader extends Reader<ReadableFile> {
  readonly #file: ReadableFile;
  readonly #signal: AbortSignal;

  constructor(file: ReadableFile, signal: AbortSignal) {
    super(file);
    this.#file = file;
    this.#signal = signal;
    this.size = file.sizeBytes;
  }

  override async readUint8Array(start: number, length: number): Promise<Uint8Array> {
    if (length > maximumBytes)
      throw new UnreadableFileError({ title: 'This archive has too many entries to show' });
    const available = Math.min(length, this.size - start);
    return available <= 0 ? new Uint8Array() : await this.#file.readRange(start, available, this.#signal);
  }
}

const isOfLibrary = (error: unknown): boolean => error instanceof Error && error.constructor === Error;

/** Reads the directory at the end of a ZIP file; extracts nothing, so sizes are what the archive claims. */
export const listEntries = async (file: ReadableFile, signal: AbortSignal): Promise<ZipEntries> => {
  const reader = new ZipReader(new RangeReader(file, signal), { strictness: 'tolerant' });
  const entries: ZipEntry[] = [];
  try {
    for await (const { filename, uncompressedSize, directory, encrypted } of reader.getEntriesGenerator()) {
      if (entries.length === maximumEntries) return { entries, hasMore: true };
      entries.push({
        name: filename,
        sizeBytes: uncompressedSize,
        isFolder: directory,
        isEncrypted: encrypted,
      });
    }
    return { entries, hasMore: false };
  } catch (cause) {
    if (!isOfLibrary(cause) && !(cause instanceof RangeError)) throw cause;
    throw new UnreadableFileError({ title: 'This ZIP archive is damaged' }, { cause });
  }
};
