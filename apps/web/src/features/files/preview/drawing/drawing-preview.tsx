import type { Item } from '@share-my-files/contract';
import { type LoadContent, LoadedContent } from '../loaded-content.tsx';
import { MediaPreview } from '../media/media-preview.tsx';
import { readText } from '../text/read-text.ts';
import { UnreadableFileError } from '../unreadable-file-error.ts';
import { measureDrawing } from './measure-drawing.ts';

const maximumBytes = 4 * 1024 * 1024;
const maximumElements = 100_000;

/** A few nested references draw more than a browser ever finishes, and the whole page would wait for it. */
const checkDrawing: LoadContent<true> = async (file, signal) => {
  const { text, truncatedAt } = await readText(file, signal, maximumBytes);
  const tooLarge = new UnreadableFileError({ title: 'This drawing is too large to show' });
  if (truncatedAt !== undefined) throw tooLarge;
  const elements = measureDrawing(text);
  if (elements === undefined) throw new UnreadableFileError({ title: 'This drawing is damaged' });
  if (elements > maximumElements) throw tooLarge;
  return true;
};

/** An SVG, as a picture that runs no script and loads nothing. */
export const DrawingPreview = ({ item }: { readonly item: Item }) => (
  <LoadedContent item={item} load={checkDrawing}>
    {() => <MediaPreview item={item} kind="image" />}
  </LoadedContent>
);
