import { S3Error } from '../protocol/errors.ts';

/** A range of bytes without the byte at `end`. */
export type ByteRange = { start: number; end: number };

/**
 * Parses a single range of RFC 9110 section 14.1.2. As in S3, several ranges or an invalid header request the whole
 * object: the result is undefined. Throws `InvalidRange`.
 */
export const parseByteRange = (header: string | undefined, size: number): ByteRange | undefined => {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (header === undefined || (first === '' && last === '')) return undefined;
  if (first !== '' && last !== '' && Number(first) > Number(last)) return undefined;
  const start = first === '' ? Math.max(size - Number(last), 0) : Number(first);
  const end = first === '' || last === '' ? size : Math.min(Number(last) + 1, size);
  if (start < end) return { start, end };
  throw new S3Error('InvalidRange', {
    details: { RangeRequested: header, ActualObjectSize: size },
    headers: { 'content-range': `bytes */${size}` },
  });
};
