import type { IncomingMessage } from 'node:http';

/** Reads a request body. Resolves with undefined if it is longer than `maximumBytes`. */
export const readBody = async (
  request: IncomingMessage,
  maximumBytes: number,
): Promise<Buffer | undefined> => {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    // Drain the request without keeping it, so that the client receives the response.
    if (length <= maximumBytes) chunks.push(chunk);
  }
  return length <= maximumBytes ? Buffer.concat(chunks) : undefined;
};
