import { expect, test } from 'vitest';
import { UnreadableFileError } from '../unreadable-file-error.ts';
import { readText } from './read-text.ts';

const { signal } = new AbortController();

const read = (bytes: Uint8Array, maximumBytes?: number) =>
  readText(
    { sizeBytes: bytes.length, readRange: async (start, length) => bytes.subarray(start, start + length) },
    signal,
    maximumBytes,
  );

test.each([
  ['UTF-8', Buffer.from('Grüße 写真')],
  ['UTF-8 with a mark', Buffer.from('\ufeffGrüße 写真')],
  ['UTF-16, little end first', Buffer.from('\ufeffGrüße 写真', 'utf16le')],
  ['UTF-16, big end first', Buffer.from('\ufeffGrüße 写真', 'utf16le').swap16()],
])('reads %s', async (_, bytes) => {
  expect((await read(bytes)).text).toBe('Grüße 写真');
});

test('reads bytes that are no UTF-8 as Windows-1252', async () => {
  expect((await read(Buffer.from('Grüße', 'latin1'))).text).toBe('Grüße');
});

test('reads only the beginning, and leaves out a character that is cut', async () => {
  expect(await read(Buffer.from('aé'), 2)).toEqual({ text: 'a', truncatedAt: 2 });
  expect(await read(Buffer.from('aé'), 3)).toEqual({ text: 'aé', truncatedAt: undefined });
});

test('says that bytes with zeros are not text', async () => {
  await expect(read(Buffer.from('PK\0\0'))).rejects.toThrow(UnreadableFileError);
});
