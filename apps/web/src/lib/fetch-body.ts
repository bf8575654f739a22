import { NetworkError } from './network-error.ts';

const isAbort = (error: unknown): boolean => error instanceof Error && error.name === 'AbortError';

const fetchBody = async <Body>(
  url: string,
  options: RequestInit,
  readBody: (response: Response) => Promise<Body>,
) => {
  try {
    const response = await fetch(url, options);
    return { response, body: await readBody(response) };
  } catch (error) {
    if (isAbort(error)) throw error;
    throw new NetworkError({ cause: error });
  }
};

/** Fetches a response with its text, whatever its status. Throws `NetworkError` if it does not arrive completely. */
export const fetchText = (url: string, options: RequestInit) =>
  fetchBody(url, options, (response) => response.text());

/** Like `fetchText`, for bytes. */
export const fetchBytes = (url: string, options: RequestInit) =>
  fetchBody(url, options, async (response) => new Uint8Array(await response.arrayBuffer()));
