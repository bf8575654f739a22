import { createHash } from 'node:crypto';
import { S3Error } from '../protocol/errors.ts';
import type { ChunkSignatures } from '../signature/chunk-signatures.ts';
import { type ByteReader, createByteReader } from './byte-reader.ts';

const minChunkBytes = 8192;

type AwsChunkedOptions = {
  /** Receives the trailers, by lower-case name, when the last byte is read. */
  trailers: Map<string, string>;
  /** If set, every chunk and the trailers must be signed. */
  signatures?: ChunkSignatures;
};

type ChunkHeader = { size: number; signature: string };

const parseChunkHeader = (line: string): ChunkHeader => {
  const [, size, signature = ''] =
    /^([0-9a-fA-F]{1,10})(?:;chunk-signature=([0-9a-f]{64}))?$/.exec(line) ?? [];
  if (size === undefined) throw new S3Error('InvalidRequest', { message: 'A chunk header is malformed.' });
  return { size: Number.parseInt(size, 16), signature };
};

async function* readChunk(
  reader: ByteReader,
  { size, signature }: ChunkHeader,
  signatures?: ChunkSignatures,
) {
  const hash = signatures && createHash('sha256');
  for await (const piece of reader.bytes(size)) {
    hash?.update(piece);
    yield piece;
  }
  if (hash) signatures?.verifyChunk(hash.digest('hex'), signature);
}

const readTrailers = async (reader: ByteReader, { trailers, signatures }: AwsChunkedOptions) => {
  for (let line = await reader.line(); line !== ''; line = await reader.line()) {
    const separator = line.indexOf(':');
    if (separator < 1) throw new S3Error('InvalidRequest', { message: 'A trailing header is malformed.' });
    trailers.set(line.slice(0, separator).trim().toLowerCase(), line.slice(separator + 1).trim());
  }
  signatures?.verifyTrailers(trailers);
};

async function* readPayload(reader: ByteReader, options: AwsChunkedOptions) {
  for (let previousSize = minChunkBytes; ; ) {
    const header = parseChunkHeader(await reader.line());
    if (header.size > 0 && previousSize < minChunkBytes) throw new S3Error('InvalidChunkSizeError');
    yield* readChunk(reader, header, options.signatures);
    if (header.size === 0) return readTrailers(reader, options);
    if ((await reader.line()) !== '') {
      throw new S3Error('InvalidRequest', { message: 'A chunk is longer than its header says.' });
    }
    previousSize = header.size;
  }
}

/**
 * Yields the payload of a body with `Content-Encoding: aws-chunked`:
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html.
 */
export async function* decodeAwsChunked(source: AsyncIterable<Buffer>, options: AwsChunkedOptions) {
  const reader = createByteReader(source);
  try {
    yield* readPayload(reader, options);
  } finally {
    await reader.close();
  }
}
