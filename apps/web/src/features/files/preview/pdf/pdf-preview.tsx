import type { Item } from '@share-my-files/contract';
import { type LoadContent, LoadedContent } from '../loaded-content.tsx';
import type { OpenedPdf } from './open-pdf.ts';
import { PdfPages } from './pdf-pages.tsx';
import './pdf.css';

const loadPdf: LoadContent<OpenedPdf> = async (file, signal) => {
  const { openPdf } = await import('./open-pdf.ts');
  return await openPdf(file, signal);
};

export const PdfPreview = ({ item }: { readonly item: Item }) => (
  <LoadedContent item={item} load={loadPdf}>
    {(opened) => <PdfPages opened={opened} />}
  </LoadedContent>
);
