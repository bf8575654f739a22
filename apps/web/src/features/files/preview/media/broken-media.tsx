import { useQuery } from '@tanstack/react-query';
import { Skeleton } from '#components/skeleton.tsx';
import { NoPreview } from '../no-preview.tsx';
import { PreviewError } from '../preview-error.tsx';
import type { PreviewKind } from '../preview-kind.ts';
import { fetchRange } from '../read-range.ts';

type BrokenMediaProps = { readonly kind: PreviewKind; readonly url: string; readonly onRetry: () => void };

const titles: Partial<Record<PreviewKind, string>> = {
  image: 'This picture is damaged, or your browser cannot show it',
  video: 'This video is damaged, or your browser cannot play it',
  audio: 'This sound is damaged, or your browser cannot play it',
};

/** Fetches the first byte to find out whether the file could not be fetched or cannot be shown. */
export const BrokenMedia = ({ kind, url, onRetry }: BrokenMediaProps) => {
  const { error, isSuccess } = useQuery({
    queryKey: ['preview-is-there', url],
    queryFn: ({ signal }) => fetchRange(url, 0, 1, signal),
    gcTime: 0,
  });
  if (isSuccess) return <NoPreview title={titles[kind]} />;
  if (error !== null) return <PreviewError error={error} onRetry={onRetry} />;
  return <Skeleton className="preview__skeleton" />;
};
