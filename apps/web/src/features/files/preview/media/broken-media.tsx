import { useQuery } from '@tanstack/react-query';
import { Skeleton } from '#components/skeleton.tsx';
import { getFirstBytes } from './get-first-bytes.ts';
import { NoPreview } from './no-preview.tsx';
import { PreviewError } from './preview-error.tsx';

type BrokenPreviewProps = { readonly url: string; readonly onRetry: () => void };

/** Fetches the first byte to find out whether the file could not be fetched or cannot be shown. */
export const BrokenPreview = ({ url, onRetry }: BrokenPreviewProps) => {
  const { error, isSuccess } = useQuery({
    queryKey: ['preview-is-there', url],
    queryFn: ({ signal }) => getFirstBytes(url, 1, signal),
    gcTime: 0,
  });
  if (isSuccess) return <NoPreview />;
  if (error !== null) return <PreviewError error={error} onRetry={onRetry} />;
  return <Skeleton className="preview__skeleton" />;
};
