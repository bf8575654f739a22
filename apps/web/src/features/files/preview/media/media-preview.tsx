import type { Download, Item } from '@share-my-files/contract';
import { useState } from 'react';
import { Skeleton } from '#components/skeleton.tsx';
import { PreviewError } from '../preview-error.tsx';
import { BrokenMedia } from './broken-media.tsx';
import { ImagePreview } from './image-preview.tsx';
import { MediaPlayer } from './media-player.tsx';
import { useMediaUrl } from './media-url.ts';

/**
 * Half of a URL's lifetime. `expiresAt` is a time of the server's clock: in a browser with a fast clock every URL would
 * seem expired, and a video that it cannot play would be requested endlessly.
 */
const freshMillisecondsOf = ({ expiresInSeconds }: Download): number => (expiresInSeconds * 1000) / 2;

type MediaPreviewProps = { readonly item: Item; readonly kind: 'image' | 'video' | 'audio' };

/** Previews a file with an element of the browser, which runs no script of the file. */
export const MediaPreview = ({ item, kind }: MediaPreviewProps) => {
  const { data: download, dataUpdatedAt, error, refetch } = useMediaUrl(item.id);
  const [brokenUrl, setBrokenUrl] = useState<string | null>(null);
  const onRetry = () => void refetch();

  if (download === undefined) {
    if (error === null) return <Skeleton className="preview__skeleton" />;
    return <PreviewError error={error} onRetry={onRetry} />;
  }
  const { url } = download;
  if (url === brokenUrl) return <BrokenMedia kind={kind} url={url} onRetry={onRetry} />;

  const onBroken = () => setBrokenUrl(url);
  // A video can play, or stay paused, for longer than its URL is valid.
  const isFresh = () => Date.now() - dataUpdatedAt < freshMillisecondsOf(download);
  const onInterrupted = () => (isFresh() ? onBroken() : onRetry());

  if (kind === 'image') return <ImagePreview name={item.name} url={url} onBroken={onBroken} />;
  return <MediaPlayer kind={kind} name={item.name} url={url} onInterrupted={onInterrupted} />;
};
