/**
 * A position in the UTF-8 byte order of keys, the order of S3's listings and of SQLite's TEXT. Bytes, because the
 * position after all keys of a prefix is not valid UTF-8.
 */
export type KeyPosition = Buffer;

/** Returns the position after a key. */
export const afterKey = (key: string): KeyPosition => Buffer.from(key);

/** Returns the position after all keys with the prefix: UTF-8 has no byte 0xFF. */
export const afterPrefix = (prefix: string): KeyPosition =>
  Buffer.concat([Buffer.from(prefix), Buffer.from([0xff])]);

/** Returns the key up to and including the first delimiter after the prefix, or undefined. */
export const commonPrefix = (key: string, prefix: string, delimiter: string) => {
  if (delimiter === '') return undefined;
  const index = key.indexOf(delimiter, prefix.length);
  return index < 0 ? undefined : key.slice(0, index + delimiter.length);
};
