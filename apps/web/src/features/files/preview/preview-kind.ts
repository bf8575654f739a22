import { isInlineMediaType } from '@share-my-files/contract';

export type PreviewKind = 'image' | 'video' | 'audio' | 'text' | 'none';

/**
 * Returns how to preview a media type; types that may run script have no preview. `canPlayType` is not asked: Chromium's
 * denies `video/quicktime` and `audio/x-flac`, which it plays.
 */
export const previewKindOf = (mediaType: string): PreviewKind => {
  if (!isInlineMediaType(mediaType)) return 'none';
  if (mediaType.startsWith('image/')) return 'image';
  if (mediaType.startsWith('video/')) return 'video';
  return mediaType.startsWith('audio/') ? 'audio' : 'text';
};
