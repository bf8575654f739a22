import type { Item } from '@share-my-files/contract';
import { ScrollRegion } from '#components/scroll-region.tsx';
import { askWorker } from '../ask-worker.ts';
import { type LoadContent, LoadedContent } from '../loaded-content.tsx';
import { SanitizedNodes } from '../sanitized-nodes.tsx';
import { type FileText, readText } from '../text/read-text.ts';
import { TruncationNote } from '../text/truncation-note.tsx';
import type { HighlightedCode } from './highlight.ts';
import { languageOf } from './languages.ts';
import './code.css';

type Code = Omit<FileText, 'text'> & { readonly nodes: DocumentFragment };

const allowed = { elements: ['span'], attributes: ['class'] };

const loadCode: LoadContent<Code> = async (file, signal) => {
  const { text: code, truncatedAt } = await readText(file, signal);
  const worker = new Worker(new URL('./highlight-worker.ts', import.meta.url), { type: 'module' });
  const question: HighlightedCode = { code, language: languageOf(file) ?? 'xml' };
  const html = await askWorker<HighlightedCode, string>(worker, question, signal);
  const { sanitize } = await import('../sanitize.ts');
  return { nodes: sanitize(html, allowed), truncatedAt };
};

export const CodePreview = ({ item }: { readonly item: Item }) => (
  <LoadedContent item={item} load={loadCode}>
    {({ nodes, truncatedAt }) => (
      <>
        <ScrollRegion label="Code" className="preview__text preview__code">
          <SanitizedNodes nodes={nodes} />
        </ScrollRegion>
        <TruncationNote truncatedAt={truncatedAt} />
      </>
    )}
  </LoadedContent>
);
