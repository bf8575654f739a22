import { S3Error } from '../protocol/errors.ts';

/** Reads a byte stream by line or by count and buffers at most one chunk. */
export type ByteReader = {
  /** Returns the next line without CRLF. Throws `IncompleteBody` at the end of the stream. */
  line(): Promise<string>;
  /** Yields the next `count` bytes. Throws `IncompleteBody` if the stream ends earlier. */
  bytes(count: number): AsyncGenerator<Buffer, void>;
  /** Releases the stream, read to its end or not. */
  close(): Promise<void>;
};

const maxLineBytes = 8 * 1024;

/** Creates a reader of a stream of buffers. */
export const createByteReader = (source: AsyncIterable<Buffer>): ByteReader => {
  const iterator = source[Symbol.asyncIterator]();
  let buffered: Buffer = Buffer.alloc(0);

  const pull = async () => {
    const next = await iterator.next();
    if (next.done) throw new S3Error('IncompleteBody');
    return next.value;
  };

  return {
    async line() {
      for (;;) {
        const end = buffered.indexOf('\r\n');
        if (end >= 0) {
          const line = buffered.toString('latin1', 0, end);
          buffered = buffered.subarray(end + 2);
          return line;
        }
        if (buffered.length > maxLineBytes)
          throw new S3Error('InvalidRequest', { message: 'A chunk header is too long.' });
        buffered = Buffer.concat([buffered, await pull()]);
      }
    },
    async *bytes(count) {
      for (let missing = count; missing > 0; ) {
        if (buffered.length === 0) buffered = await pull();
        const piece = buffered.subarray(0, missing);
        buffered = buffered.subarray(piece.length);
        missing -= piece.length;
        yield piece;
      }
    },
    async close() {
      await iterator.return?.();
    },
  };
};
