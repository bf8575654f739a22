import { S3Error } from '../protocol/errors.ts';

/** Reads a stream of bytes by line and by count, holding no more than one chunk of it. */
export type ByteReader = {
  /** The next line without its CRLF; throws `IncompleteBody` at the end of the stream. */
  line(): Promise<string>;
  /** The next `count` bytes as they arrive; throws `IncompleteBody` when the stream ends earlier. */
  bytes(count: number): AsyncGenerator<Buffer, void>;
  /** Lets go of the stream, at whatever byte of it. */
  close(): Promise<void>;
};

const maxLineBytes = 8 * 1024;

/** Wraps a stream of buffers. */
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
