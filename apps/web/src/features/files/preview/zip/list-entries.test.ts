import { TextReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js/lib/zip-core-external.js';
import { expect, test } from 'vitest';
import { UnreadableFileError } from '../unreadable-file-error.ts';
import { listEntries } from './list-entries.ts';

const createZip = async (names: readonly string[]): Promise<Uint8Array> => {
  const writer = new ZipWriter(new Uint8ArrayWriter(), { level: 0, useWebWorkers: false });
  for (const name of names) {
    if (name.endsWith('/')) await writer.add(name, undefined, { directory: true });
    else await writer.add(name, new TextReader('words'));
  }
  return await writer.close();
};

const { signal } = new AbortController();

/** Lists the entries of an archive that may be larger than its known end, and counts what was read. */
const list = async (end: Uint8Array, sizeBytes = end.length) => {
  let readBytes = 0;
  const readRange = async (start: number, length: number) => {
    readBytes += length;
    const missing = sizeBytes - end.length;
    const bytes = new Uint8Array(length);
    bytes.set(end.subarray(Math.max(0, start - missing), Math.max(0, start - missing + length)));
    return bytes;
  };
  const file = { name: 'a.zip', mediaType: 'application/zip', sizeBytes, readRange };
  return { ...(await listEntries(file, signal)), readBytes };
};

test('lists folders and files with their sizes, in any script', async () => {
  const { entries, hasMore } = await list(
    await createZip(['photos/', 'photos/写真.txt', '../../etc/passwd']),
  );

  expect(entries).toEqual([
    { name: 'photos/', sizeBytes: 0, isFolder: true, isEncrypted: false },
    { name: 'photos/写真.txt', sizeBytes: 5, isFolder: false, isEncrypted: false },
    { name: '../../etc/passwd', sizeBytes: 5, isFolder: false, isEncrypted: false },
  ]);
  expect(hasMore).toBe(false);
});

test('lists the first 1,000 entries of many', async () => {
  const names = Array.from({ length: 1_001 }, (_, index) => `${index}.txt`);

  const { entries, hasMore } = await list(await createZip(names));

  expect(entries).toHaveLength(1_000);
  expect(hasMore).toBe(true);
});

const findEnd = (zip: Uint8Array): number => Buffer.from(zip).lastIndexOf('PK\x05\x06', undefined, 'latin1');

test('reads a bomb of 4 GB without extracting it', async () => {
  const zip = await createZip(['bomb.txt']);
  const directory = Buffer.from(zip).indexOf('PK\x01\x02', 0, 'latin1');
  new DataView(zip.buffer, zip.byteOffset).setUint32(directory + 24, 0xfffffff0, true);

  const { entries, readBytes } = await list(zip);

  expect(entries).toMatchObject([{ name: 'bomb.txt', sizeBytes: 0xfffffff0 }]);
  expect(readBytes).toBeLessThan(200_000);
});

test('does not read a directory of 900 MB', async () => {
  const zip = await createZip(['a.txt']);
  const end = new DataView(zip.buffer, zip.byteOffset);
  end.setUint32(findEnd(zip) + 12, 900_000_000, true);
  end.setUint32(findEnd(zip) + 16, 0, true);

  await expect(list(zip, 1_000_000_000)).rejects.toThrow('too many entries');
});

test.each([
  ['empty of entries and end', new Uint8Array(1_000)],
  ['too short', new Uint8Array(3)],
  ['cut off', Buffer.from('PK\x03\x04 and no more of it', 'latin1')],
  ['HTML', Buffer.from('<script>steal()</script>'.repeat(10))],
])('says that a file which is %s is damaged', async (_, bytes) => {
  await expect(list(bytes)).rejects.toThrow(UnreadableFileError);
});

test('says that an archive with a broken directory is damaged', async () => {
  const zip = await createZip(['a.txt', 'b.txt']);
  zip.fill(0, Buffer.from(zip).indexOf('PK\x01\x02', 0, 'latin1'), findEnd(zip));

  await expect(list(zip)).rejects.toThrow('damaged');
});
