import { fetchText } from '#lib/fetch-text.ts';
import { toProblemError } from '#lib/to-problem-error.ts';

// S3 responds 416 to a range of an empty object.
const isThere = ({ ok, status }: Response): boolean => ok || status === 416;

/** Returns the first bytes of a file as text. Sends no token: the URL authorizes the request. */
export const getFirstBytes = async (url: string, bytes: number, signal: AbortSignal): Promise<string> => {
  const { response, text } = await fetchText(url, { headers: { Range: `bytes=0-${bytes - 1}` }, signal });
  if (!isThere(response)) throw toProblemError({ status: response.status, requestId: undefined }, undefined);
  return text;
};
