import type { Item } from '@share-my-files/contract';
import { ScrollRegion } from '#components/scroll-region.tsx';
import { type LoadContent, LoadedContent } from '../loaded-content.tsx';
import { type FileText, readText } from './read-text.ts';
import { TruncationNote } from './truncation-note.tsx';

const loadText: LoadContent<FileText> = (file, signal) => readText(file, signal);

export const TextPreview = ({ item }: { readonly item: Item }) => (
  <LoadedContent item={item} load={loadText}>
    {({ text, truncatedAt }) => (
      <>
        <ScrollRegion label="Text" className="preview__text">
          <pre>{text}</pre>
        </ScrollRegion>
        <TruncationNote truncatedAt={truncatedAt} />
      </>
    )}
  </LoadedContent>
);
