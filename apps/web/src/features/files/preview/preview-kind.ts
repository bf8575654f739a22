import { type Item, isInlineMediaType } from '@share-my-files/contract';
import { languageOf } from './code/languages.ts';
import { extensionOf } from './extension.ts';

export type PreviewKind =
  | 'image'
  | 'drawing'
  | 'video'
  | 'audio'
  | 'text'
  | 'code'
  | 'markdown'
  | 'csv'
  | 'zip'
  | 'pdf'
  | 'none';

type File = Pick<Item, 'name' | 'mediaType'>;

const svg = 'image/svg+xml';

/** `canPlayType` is not asked: Chromium's denies `video/quicktime` and `audio/x-flac`, which it plays. */
const mediaKindOf = (mediaType: string): PreviewKind | undefined => {
  if (mediaType === svg) return 'drawing';
  if (!isInlineMediaType(mediaType)) return undefined;
  return (['image', 'video', 'audio'] as const).find((kind) => mediaType.startsWith(`${kind}/`));
};

const kindsOfExtensions: Readonly<Record<string, PreviewKind>> = {
  csv: 'csv',
  log: 'text',
  markdown: 'markdown',
  md: 'markdown',
  pdf: 'pdf',
  tsv: 'csv',
  txt: 'text',
  zip: 'zip',
};

const kindsOfMediaTypes: Readonly<Record<string, PreviewKind>> = {
  'application/pdf': 'pdf',
  'application/x-zip-compressed': 'zip',
  'application/zip': 'zip',
  'text/csv': 'csv',
  'text/markdown': 'markdown',
  'text/tab-separated-values': 'csv',
};

const kindOfName = (name: string): PreviewKind | undefined =>
  kindsOfExtensions[extensionOf(name)] ??
  (languageOf({ name, mediaType: '' }) === undefined ? undefined : 'code');

/**
 * Returns how to preview a file. Browsers send a media type for few extensions and a wrong one for some: to them,
 * TypeScript is a video.
 */
export const previewKindOf = ({ name, mediaType }: File): PreviewKind => {
  const kind = mediaType === 'video/mp2t' ? undefined : mediaKindOf(mediaType);
  if (kind) return kind;
  return (
    kindOfName(name) ??
    kindsOfMediaTypes[mediaType] ??
    (languageOf({ name, mediaType }) === undefined ? undefined : 'code') ??
    (mediaType.startsWith('text/') ? 'text' : 'none')
  );
};
