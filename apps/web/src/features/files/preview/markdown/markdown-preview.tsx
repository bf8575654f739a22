import type { Item } from '@share-my-files/contract';
import { ScrollRegion } from '#components/scroll-region.tsx';
import { askWorker } from '../ask-worker.ts';
import { type LoadContent, LoadedContent } from '../loaded-content.tsx';
import { SanitizedNodes } from '../sanitized-nodes.tsx';
import { type FileText, readText } from '../text/read-text.ts';
import { TruncationNote } from '../text/truncation-note.tsx';
import { makeLinksInert } from './inert-links.ts';
import './markdown.css';

type Document = Omit<FileText, 'text'> & { readonly nodes: DocumentFragment };

/** What markdown-it writes without HTML of the file. */
const allowed = {
  elements: 'a blockquote br code em h3 h4 h5 h6 hr li ol p pre s strong table tbody td th thead tr ul'.split(
    ' ',
  ),
  attributes: ['href', 'start'],
};

const loadMarkdown: LoadContent<Document> = async (file, signal) => {
  const { text, truncatedAt } = await readText(file, signal);
  const worker = new Worker(new URL('./markdown-worker.ts', import.meta.url), { type: 'module' });
  const html = await askWorker<string, string>(worker, text, signal);
  const { sanitize } = await import('../sanitize.ts');
  return { nodes: makeLinksInert(sanitize(html, allowed)), truncatedAt };
};

export const MarkdownPreview = ({ item }: { readonly item: Item }) => (
  <LoadedContent item={item} load={loadMarkdown}>
    {({ nodes, truncatedAt }) => (
      <>
        <ScrollRegion label="Document" className="preview__text">
          <SanitizedNodes className="preview__document" nodes={nodes} />
        </ScrollRegion>
        <TruncationNote truncatedAt={truncatedAt} />
      </>
    )}
  </LoadedContent>
);
