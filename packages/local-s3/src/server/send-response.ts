import type { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { S3Error } from '../protocol/errors.ts';
import type { S3Response } from '../protocol/s3-response.ts';
import { renderErrorXml } from '../protocol/xml.ts';

/** Sends a response. Rejects if the client disconnects before the last byte. */
export const sendResponse = async (response: ServerResponse, { status, headers, body }: S3Response) => {
  if (typeof body === 'object') {
    try {
      response.writeHead(status, headers);
      await pipeline(body.bytes, response);
    } finally {
      await body.close();
    }
    return;
  }
  // HEAD announces the length of a body that it does not send.
  const length = headers?.['content-length'] ?? Buffer.byteLength(body ?? '');
  response.writeHead(
    status,
    status === 204 || status === 304 ? headers : { ...headers, 'content-length': length },
  );
  response.end(body);
};

/** Creates a response with S3's error document. */
export const errorResponse = (error: S3Error, resource: string, requestId: string): S3Response => ({
  status: error.status,
  headers: error.status === 304 ? error.headers : { ...error.headers, 'content-type': 'application/xml' },
  ...(error.status !== 304 && {
    body: renderErrorXml({
      Code: error.code,
      Message: error.message,
      ...error.details,
      Resource: resource,
      RequestId: requestId,
      HostId: 'local-s3',
    }),
  }),
});
