import type { Download } from '@share-my-files/contract';
import { fetchBytes } from '#lib/fetch-body.ts';
import { ProblemError } from '#lib/problem-error.ts';
import { toProblemError } from '#lib/to-problem-error.ts';

/** Reads a part of a file from storage; the end of the file can make it shorter. */
export type ReadRange = (start: number, length: number, signal?: AbortSignal) => Promise<Uint8Array>;

// S3 responds 416 to a range of an empty object.
const isThere = ({ ok, status }: Response): boolean => ok || status === 416;

/** Sends no token: the URL authorizes the request. */
export const fetchRange = async (url: string, start: number, length: number, signal?: AbortSignal) => {
  const { response, body } = await fetchBytes(url, {
    headers: { Range: `bytes=${start}-${start + length - 1}` },
    ...(signal && { signal }),
  });
  if (!isThere(response)) throw toProblemError({ status: response.status, requestId: undefined }, undefined);
  return response.status === 416 ? new Uint8Array() : body;
};

const isExpired = (error: unknown): boolean => error instanceof ProblemError && error.status === 403;

/** Reads through a presigned URL, and requests another one when storage no longer accepts it. */
export const createReadRange = (requestUrl: () => Promise<Download>): ReadRange => {
  let url: string | undefined;
  const readOnce: ReadRange = async (start, length, signal) => {
    url ??= (await requestUrl()).url;
    return await fetchRange(url, start, length, signal);
  };
  return async (...range) => {
    const isFirstUse = url === undefined;
    try {
      return await readOnce(...range);
    } catch (error) {
      if (!isExpired(error)) throw error;
      url = undefined;
      if (isFirstUse) throw error;
      return await readOnce(...range);
    }
  };
};
