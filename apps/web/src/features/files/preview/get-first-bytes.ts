import axios from 'axios';
import { toApiError } from '#lib/to-api-error.ts';

// S3 has no range to give of an empty object, but it is there.
const isThere = (status: number): boolean => (status >= 200 && status < 300) || status === 416;

/**
 * The first bytes of a file, as text. By a bare client: the URL carries its own right, and S3 has no business with
 * our tokens.
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
