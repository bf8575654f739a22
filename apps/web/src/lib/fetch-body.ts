import { NetworkError } from './network-error.ts';

const isAbort = (error: unknown): boolean => error instanceof Error && error.name === 'AbortError';

/** Fetches a response with its text, whatever its status. Throws `NetworkError` if it does not arrive completely. */
export const fetchText = async (url: string, options: RequestInit) => {
  try {
    const response = await fetch(url, options);
    return { response, text: await response.text() };
  } catch (error) {
    if (isAbort(error)) throw error;
    throw new NetworkError({ cause: error });
  }
};
