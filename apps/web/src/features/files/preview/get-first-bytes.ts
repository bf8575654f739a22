import axios from 'axios';
import { toApiError } from '#lib/to-api-error.ts';

// S3 responds 416 to a range of an empty object.
const isThere = (status: number): boolean => (status >= 200 && status < 300) || status === 416;

/**
 * Returns the first bytes of a file as text. Uses a client without interceptors: the URL authorizes the request, and S3
 * must never receive our tokens.
 */
export const getFirstBytes = async (url: string, bytes: number, signal: AbortSignal): Promise<string> => {
  const options = { responseType: 'text', validateStatus: isThere, signal } as const;
  try {
    const { data } = await axios.get<string>(url, {
      ...options,
      headers: { Range: `bytes=0-${bytes - 1}` },
    });
    return data;
  } catch (error) {
    throw toApiError(error);
  }
};
