import { downloadItem, type ExportedFile } from '@share-my-files/contract';
import type { ApiClient } from '#lib/api-client.ts';
import { NetworkError } from '#lib/network-error.ts';
import { ProblemError } from '#lib/problem-error.ts';
import type { FileDestination } from './file-destination.ts';
import { FileNotSavedError } from './file-not-saved-error.ts';
import type { SavedName } from './name-saved-files.ts';

export type NamedFile = ExportedFile & { readonly savedAs: SavedName };

type SaveFiles = {
  readonly api: ApiClient;
  readonly destination: FileDestination;
  readonly signal: AbortSignal;
  readonly onSaved: (file: NamedFile) => void;
  readonly onFailed: (file: NamedFile, reason: string) => void;
};

// `fetch` and the streams of its responses report a lost connection as a TypeError.
const explainNetworkError = (error: unknown): unknown =>
  error instanceof TypeError ? new NetworkError({ cause: error }) : error;

const isGone = (error: unknown): boolean => error instanceof ProblemError && error.code === 'not_found';

/** Signs each URL just before it is needed, because it expires within minutes. */
const saveFile = async (file: NamedFile, { api, destination, signal }: SaveFiles): Promise<void> => {
  const query = { disposition: 'attachment' } as const;
  try {
    const { url } = await api.call(downloadItem, { params: { itemId: file.id }, query, signal });
    const response = await fetch(url, { signal });
    if (!response.ok) throw new FileNotSavedError('The file could not be read. Please try again.');
    await destination.save(file.savedAs, response, signal);
  } catch (error) {
    if (isGone(error)) throw new FileNotSavedError('The file is no longer there.', { cause: error });
    throw explainNetworkError(error);
  }
};

/** Saves one file after another until the signal aborts; throws what would stop all others as well. */
export const saveFiles = async (files: readonly NamedFile[], options: SaveFiles): Promise<void> => {
  for (const file of files) {
    if (options.signal.aborted) return;
    try {
      await saveFile(file, options);
      options.onSaved(file);
    } catch (error) {
      if (options.signal.aborted) return;
      if (!(error instanceof FileNotSavedError)) throw error;
      options.onFailed(file, error.message);
    }
  }
};
