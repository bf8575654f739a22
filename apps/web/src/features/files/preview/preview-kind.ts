import { isInlineMediaType } from '@share-my-files/contract';

export type PreviewKind = 'image' | 'video' | 'audio' | 'text' | 'none';

/** How a file can be shown in the page; only media types that run no script are shown at all. */
export const previewKindOf = (mediaType: string): PreviewKind => {
  if (!isInlineMediaType(mediaType)) return 'none';
  if (mediaType.startsWith('image/')) return 'image';
  if (mediaType.startsWith('video/')) return 'video';
  return mediaType.startsWith('audio/') ? 'audio' : 'text';
};
