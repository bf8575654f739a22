import type { IncomingMessage, ServerResponse } from 'node:http';
import type { DigestedBytes } from '../checksum/digest-bytes.ts';
import { invalidArgument, S3Error } from '../protocol/errors.ts';
import type { S3Request } from '../protocol/s3-request.ts';
import { createChunkSignatures } from '../signature/chunk-signatures.ts';
import type { VerifiedSignature } from '../signature/verify-signature.ts';
import { decodeAwsChunked } from './aws-chunked.ts';
import { readExpectedDigests } from './expected-digests.ts';
import { verifyBody } from './verify-body.ts';

/** Options for reading a body. */
export type OpenOptions = {
  /** False if the x-amz-checksum-* headers describe an object, not the body. @default true */
  checksumIsOfBody: boolean;
};

/** The payload of a request. Nothing is read before `open` is called. */
export type RequestBody = {
  /** Announced size in bytes. */
  size: number | undefined;
  /** Throws if the headers that describe the body contradict each other. */
  open(options?: OpenOptions): DigestedBytes;
};

type Exchange = { message: IncomingMessage; response: ServerResponse };

async function* receive({ message, response }: Exchange): AsyncGenerator<Buffer> {
  if (message.headers.expect?.toLowerCase() === '100-continue') response.writeContinue();
  // Ending the loop early must keep the connection open: the client still has to read the error.
  yield* message.iterator({ destroyOnReturn: false });
}

const decode = (
  source: AsyncIterable<Buffer>,
  signature: VerifiedSignature,
  trailers: Map<string, string>,
): AsyncIterable<Buffer> => {
  switch (signature.payloadHash) {
    case 'STREAMING-UNSIGNED-PAYLOAD-TRAILER':
      return decodeAwsChunked(source, { trailers });
    case 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD':
      return decodeAwsChunked(source, {
        trailers,
        signatures: createChunkSignatures(signature, { hasTrailers: false }),
      });
    case 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER':
      return decodeAwsChunked(source, {
        trailers,
        signatures: createChunkSignatures(signature, { hasTrailers: true }),
      });
    default:
      return source;
  }
};

const assertPayloadHash = (payloadHash: string) => {
  if (/^(?:[0-9a-f]{64}|UNSIGNED-PAYLOAD|STREAMING-UNSIGNED-PAYLOAD-TRAILER)$/.test(payloadHash)) return;
  if (/^STREAMING-AWS4-HMAC-SHA256-PAYLOAD(?:-TRAILER)?$/.test(payloadHash)) return;
  throw invalidArgument(
    'x-amz-content-sha256 must be UNSIGNED-PAYLOAD, STREAMING-UNSIGNED-PAYLOAD-TRAILER, STREAMING-AWS4-HMAC-SHA256-PAYLOAD, STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER, or a valid sha256 value.',
    'x-amz-content-sha256',
    payloadHash,
  );
};

const readSize = (headers: ReadonlyMap<string, string>, payloadHash: string) => {
  const isStreaming = payloadHash.startsWith('STREAMING-');
  const size = headers.get(isStreaming ? 'x-amz-decoded-content-length' : 'content-length');
  if (size === undefined) return undefined;
  if (!/^\d{1,15}$/.test(size)) throw new S3Error('MissingContentLength');
  return Number(size);
};

/** Binds the payload of a request to its verified signature. */
export const createRequestBody = (
  exchange: Exchange,
  { headers }: S3Request,
  signature: VerifiedSignature,
): RequestBody => {
  assertPayloadHash(signature.payloadHash);
  const size = readSize(headers, signature.payloadHash);
  return {
    size,
    open: ({ checksumIsOfBody } = { checksumIsOfBody: true }) => {
      const digests = readExpectedDigests(headers, signature.payloadHash, checksumIsOfBody);
      const trailers = new Map<string, string>();
      return verifyBody(decode(receive(exchange), signature, trailers), { size, digests, trailers });
    },
  };
};
