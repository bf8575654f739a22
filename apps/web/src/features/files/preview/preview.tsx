import type { Item } from '@share-my-files/contract';
import type { ComponentType } from 'react';
import { CodePreview } from './code/code-preview.tsx';
import { CsvPreview } from './csv/csv-preview.tsx';
import { DrawingPreview } from './drawing/drawing-preview.tsx';
import { MarkdownPreview } from './markdown/markdown-preview.tsx';
import { MediaPreview } from './media/media-preview.tsx';
import { NoPreview } from './no-preview.tsx';
import { PdfPreview } from './pdf/pdf-preview.tsx';
import { type PreviewKind, previewKindOf } from './preview-kind.ts';
import { TextPreview } from './text/text-preview.tsx';
import { typeNameOf } from './type-name.ts';
import { ZipPreview } from './zip/zip-preview.tsx';
import './preview.css';

type PreviewProps = { readonly item: Item };

type MediaKind = 'image' | 'video' | 'audio';

const contents: Record<Exclude<PreviewKind, MediaKind | 'none'>, ComponentType<PreviewProps>> = {
  text: TextPreview,
  code: CodePreview,
  markdown: MarkdownPreview,
  csv: CsvPreview,
  zip: ZipPreview,
  pdf: PdfPreview,
  drawing: DrawingPreview,
};

/** Shows a file without running anything in it; files of other kinds can only be downloaded. */
export const Preview = ({ item }: PreviewProps) => {
  if (item.kind === 'folder') return <NoPreview title="This is a folder" text="Open it to see its files." />;
  const kind = previewKindOf(item);
  if (kind === 'none') return <NoPreview title={`${typeNameOf(item)} can't be previewed`} />;
  // S3 has no range of an empty object.
  if (item.sizeBytes === 0) return <p className="preview__note">This file is empty.</p>;
  if (kind === 'image' || kind === 'video' || kind === 'audio')
    return <MediaPreview item={item} kind={kind} />;
  const Content = contents[kind];
  return <Content item={item} />;
};
