import type { Download, Item } from '@share-my-files/contract';
import { useState } from 'react';
import { Skeleton } from '#components/skeleton.tsx';
import { isItemGone } from '../api/item-gone.ts';
import { BrokenPreview } from './broken-preview.tsx';
import { GoneItem } from './gone-item.tsx';
import { MediaPreview } from './media-preview.tsx';
import { NoPreview } from './no-preview.tsx';
import { PreviewError } from './preview-error.tsx';
import { previewKindOf } from './preview-kind.ts';
import { usePreviewUrl } from './preview-url.ts';
import { TextPreview } from './text-preview.tsx';
import './preview.css';

/**
 * Half of a URL's lifetime. `expiresAt` is a time of the server's clock: in a browser with a fast clock every URL would
 * seem expired, and a video that it cannot play would be requested endlessly.
 */
const freshMillisecondsOf = ({ expiresInSeconds }: Download): number => (expiresInSeconds * 1000) / 2;

type PreviewProps = { readonly item: Item };

const ShownPreview = ({ item }: PreviewProps) => {
  const { data: download, dataUpdatedAt, error, refetch } = usePreviewUrl(item.id);
  const [brokenUrl, setBrokenUrl] = useState<string | null>(null);
  const onRetry = () => void refetch();

  if (isItemGone(error)) return <GoneItem />;
  if (download === undefined) {
    if (error === null) return <Skeleton className="preview__skeleton" />;
    return <PreviewError error={error} onRetry={onRetry} />;
  }
  const { url } = download;
  if (url === brokenUrl) return <BrokenPreview url={url} onRetry={onRetry} />;

  const onBroken = () => setBrokenUrl(url);
  // A video can play, or stay paused, for longer than its URL is valid.
  const isFresh = () => Date.now() - dataUpdatedAt < freshMillisecondsOf(download);
  const onInterrupted = () => (isFresh() ? onBroken() : onRetry());

  const kind = previewKindOf(item.mediaType);
  if (kind === 'image') {
    return <img className="preview__image" src={url} alt={item.name} onError={onBroken} />;
  }
  if (kind === 'text') return <TextPreview url={url} sizeBytes={item.sizeBytes} onRetry={onRetry} />;
  if (kind === 'none') return <NoPreview />;
  return <MediaPreview kind={kind} url={url} onInterrupted={onInterrupted} />;
};

/** Previews a file only with elements that run no script; other files can only be downloaded. */
export const Preview = ({ item }: PreviewProps) =>
  previewKindOf(item.mediaType) === 'none' ? <NoPreview /> : <ShownPreview item={item} />;
