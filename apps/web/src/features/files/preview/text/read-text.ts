import type { ReadableFile } from '../loaded-content.tsx';
import { UnreadableFileError } from '../unreadable-file-error.ts';

/** More text would be slow to lay out, and nobody reads it in a dialog. */
const previewTextBytes = 256 * 1024;

const isUtf16 = ([first, second]: Uint8Array): boolean =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);

const encodingOf = (bytes: Uint8Array): string => (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be');

/** The end may be in the middle of a character: `stream` leaves it out. */
const decode = (bytes: Uint8Array): string => {
  if (isUtf16(bytes)) return new TextDecoder(encodingOf(bytes)).decode(bytes, { stream: true });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
};

export type FileText = {
  readonly text: string;
  /** The bytes that were read, if there are more of them. */
  readonly truncatedAt: number | undefined;
};

/** Reads the first bytes of a file as text, in UTF-8, UTF-16 with its mark, or else Windows-1252. */
export const readText = async (
  { sizeBytes, readRange }: Pick<ReadableFile, 'sizeBytes' | 'readRange'>,
  signal: AbortSignal,
  maximumBytes = previewTextBytes,
): Promise<FileText> => {
  const text = decode(await readRange(0, maximumBytes, signal));
  if (text.includes('\0')) throw new UnreadableFileError({ title: 'This file is not text' });
  return { text, truncatedAt: sizeBytes > maximumBytes ? maximumBytes : undefined };
};
