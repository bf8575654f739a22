import { downloadItem, type Item } from '@share-my-files/contract';
import { useQuery } from '@tanstack/react-query';
import CloudOff from 'lucide-react/icons/cloud-off';
import { type ReactNode, useState } from 'react';
import { EmptyState } from '#components/empty-state.tsx';
import { Skeleton } from '#components/skeleton.tsx';
import { useApi } from '#lib/api-context.tsx';
import { NoPreview } from './no-preview.tsx';
import { PreviewError } from './preview-error.tsx';
import { createReadRange, type ReadRange } from './read-range.ts';
import { UnreadableFileError } from './unreadable-file-error.ts';

/** What a preview reads: the file's facts, and its bytes by ranges. */
export type ReadableFile = Pick<Item, 'name' | 'mediaType' | 'sizeBytes'> & { readonly readRange: ReadRange };

export type LoadContent<Content> = (file: ReadableFile, signal: AbortSignal) => Promise<Content>;

type LoadedContentProps<Content> = {
  readonly item: Item;
  readonly load: LoadContent<Content>;
  readonly children: (content: Content) => ReactNode;
};

const useReadRange = (itemId: string): ReadRange => {
  const api = useApi();
  const [readRange] = useState(() =>
    createReadRange(() => api.call(downloadItem, { params: { itemId }, query: { disposition: 'inline' } })),
  );
  return readRange;
};

/** Loads what a preview of this file shows; the previews' libraries are loaded in `load`. */
export const LoadedContent = <Content,>({ item, load, children }: LoadedContentProps<Content>) => {
  const readRange = useReadRange(item.id);
  const { data, error, refetch, isPaused } = useQuery({
    queryKey: ['preview', item.id, item.name],
    queryFn: ({ signal }) => load({ ...item, readRange }, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    structuralSharing: false,
  });
  if (data !== undefined) return children(data);
  if (error instanceof UnreadableFileError) return <NoPreview {...error.reason} />;
  if (error !== null) return <PreviewError error={error} onRetry={() => void refetch()} />;
  if (!isPaused) return <Skeleton className="preview__skeleton" />;
  return (
    <EmptyState
      icon={CloudOff}
      title="You are offline"
      text="The preview appears when you are online again."
    />
  );
};
