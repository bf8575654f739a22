import { productName } from '@share-my-files/contract';
import { ExplainedError } from '#lib/explained-error.ts';
import { saveFromUrl } from '#lib/save-from-url.ts';
import { FileNotSavedError } from './file-not-saved-error.ts';
import type { SavedName } from './name-saved-files.ts';

/** Where files are saved; throws `FileNotSavedError` if the problem is the file. */
export type FileDestination = {
  save: (savedAs: SavedName, content: Response, signal: AbortSignal) => Promise<void>;
};

// TypeScript's types of the browser lack this method, which only some browsers have.
// https://wicg.github.io/file-system-access/#api-showdirectorypicker
declare global {
  interface Window {
    showDirectoryPicker?: (options: { mode: 'readwrite' }) => Promise<FileSystemDirectoryHandle>;
  }
}

export const canChooseFolder = (): boolean => window.showDirectoryPicker !== undefined;

const openFile = async (directory: FileSystemDirectoryHandle, name: string) => {
  try {
    return await directory.getFileHandle(name, { create: true });
  } catch (cause) {
    if (cause instanceof TypeError) {
      throw new FileNotSavedError('Your browser does not save files with this name.', { cause });
    }
    throw cause;
  }
};

const explainDeviceError = (error: unknown): unknown => {
  if (!(error instanceof DOMException)) return error;
  if (error.name === 'QuotaExceededError') {
    return new ExplainedError('There is not enough space on this device.', { cause: error });
  }
  if (error.name === 'NotAllowedError' || error.name === 'NotFoundError') {
    return new ExplainedError('Your browser can no longer save files in this folder.', { cause: error });
  }
  return error;
};

/** Streams each file into a folder of its own below the chosen one, so that nothing of the user is overwritten. */
const createFolder = (chosen: FileSystemDirectoryHandle): FileDestination => {
  const write = async ({ folder, name }: SavedName, { body }: Response, signal: AbortSignal) => {
    const root = await chosen.getDirectoryHandle(productName, { create: true });
    const directory = await root.getDirectoryHandle(folder, { create: true });
    const file = await openFile(directory, name);
    try {
      await body?.pipeTo(await file.createWritable(), { signal });
    } catch (error) {
      // The browser has created an empty file.
      await directory.removeEntry(name).catch(() => undefined);
      throw error;
    }
  };
  return {
    save: async (...file) => {
      await write(...file).catch((error: unknown) => {
        throw explainDeviceError(error);
      });
    },
  };
};

/** Saves one file after the other among the downloads of the browser, which keeps large ones on the disk. */
const createDownloads = (): FileDestination => {
  let previousUrl: string | undefined;
  return {
    save: async ({ name }, content) => {
      const url = URL.createObjectURL(await content.blob());
      saveFromUrl(url, name);
      // The browser reads a URL after the click, so it is revoked with the next file.
      if (previousUrl !== undefined) URL.revokeObjectURL(previousUrl);
      previousUrl = url;
    },
  };
};

/** Asks for a folder where the browser can; resolves to `undefined` if the user chose none. */
export const chooseDestination = async (): Promise<FileDestination | undefined> => {
  if (window.showDirectoryPicker === undefined) return createDownloads();
  try {
    return createFolder(await window.showDirectoryPicker({ mode: 'readwrite' }));
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return;
    throw error;
  }
};
