/**
 * A position in the UTF-8 byte order of keys, which is the order of every S3 listing and of SQLite's TEXT.
 * It is kept as bytes, since the position after all keys of a prefix is no valid text.
 */
export type KeyPosition = Buffer;

/** Right after one key. */
export const afterKey = (key: string): KeyPosition => Buffer.from(key);

/** After every key that begins with the prefix: UTF-8 has no byte 0xFF. */
export const afterPrefix = (prefix: string): KeyPosition =>
  Buffer.concat([Buffer.from(prefix), Buffer.from([0xff])]);

/** The part of the key up to and including the first delimiter behind the prefix, if there is one. */
export const commonPrefix = (key: string, prefix: string, delimiter: string) => {
  if (delimiter === '') return undefined;
  const index = key.indexOf(delimiter, prefix.length);
  return index < 0 ? undefined : key.slice(0, index + delimiter.length);
};
