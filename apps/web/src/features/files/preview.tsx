import type { Item } from '@share-my-files/contract';
import { useState } from 'react';
import { ErrorState } from '#components/error-state.tsx';
import { Skeleton } from '#components/skeleton.tsx';
import { MediaPreview } from './media-preview.tsx';
import { NoPreview } from './no-preview.tsx';
import { previewKindOf } from './preview-kind.ts';
import { usePreviewUrl } from './preview-url.ts';
import { TextPreview } from './text-preview.tsx';
import './preview.css';

type PreviewProps = { readonly item: Item };

const ImagePreview = ({ url, name }: { readonly url: string; readonly name: string }) => {
  const [isBroken, setIsBroken] = useState(false);
  if (isBroken) return <NoPreview />;
  return <img className="preview__image" src={url} alt={name} onError={() => setIsBroken(true)} />;
};

const ShownPreview = ({ item }: PreviewProps) => {
  const { data: download, error, refetch } = usePreviewUrl(item.id);
  if (download === undefined) {
    if (error === null) return <Skeleton className="preview__skeleton" />;
    return (
      <ErrorState title="The preview could not be loaded" error={error} onRetry={() => void refetch()} />
    );
  }

  const renewExpired = () => {
    const hasExpired = Date.now() >= Date.parse(download.expiresAt);
    if (hasExpired) void refetch();
    return hasExpired;
  };

  const kind = previewKindOf(item.mediaType);
  if (kind === 'image') return <ImagePreview url={download.url} name={item.name} />;
  if (kind === 'text') return <TextPreview itemId={item.id} url={download.url} sizeBytes={item.sizeBytes} />;
  if (kind === 'none') return <NoPreview />;
  return <MediaPreview kind={kind} url={download.url} onExpired={renewExpired} />;
};

/** Shows a file by elements that run nothing in it; everything else is only ever downloaded. */
export const Preview = ({ item }: PreviewProps) =>
  previewKindOf(item.mediaType) === 'none' ? <NoPreview /> : <ShownPreview item={item} />;
