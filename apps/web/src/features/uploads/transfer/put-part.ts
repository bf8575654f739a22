import axios, { isAxiosError } from 'axios';
import { StorageError } from './storage-error.ts';

export type SignedPut = { readonly url: string; readonly headers: Readonly<Record<string, string>> };

type PutOptions = { readonly signal: AbortSignal; readonly onSent: (sentBytes: number) => void };

// Fetch standard, "forbidden request-header": the browser sets these itself and warns if a script does.
const setByTheBrowser = new Set(['content-length', 'host']);

const headersOf = ({ headers }: SignedPut): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !setByTheBrowser.has(name.toLowerCase())));

/** Sends one part straight to S3. axios must have no interceptors: S3 must never receive our tokens. */
export const putPart = async (
  part: SignedPut,
  bytes: Blob,
  { signal, onSent }: PutOptions,
): Promise<void> => {
  try {
    await axios.put(part.url, bytes, {
      // Otherwise axios adds a Content-Type, which the signature does not cover.
      headers: { 'Content-Type': false, ...headersOf(part) },
      signal,
      onUploadProgress: ({ loaded }) => onSent(Math.min(loaded, bytes.size)),
    });
  } catch (error) {
    if (signal.aborted || !isAxiosError(error)) throw error;
    throw new StorageError(error.response?.status, { cause: error });
  }
};
