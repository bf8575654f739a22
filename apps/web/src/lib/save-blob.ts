import { saveFromUrl } from './save-from-url.ts';

/** Saves content of the page as a file. */
export const saveBlob = (content: Blob, name: string): void => {
  const url = URL.createObjectURL(content);
  saveFromUrl(url, name);
  URL.revokeObjectURL(url);
};
