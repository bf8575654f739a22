import { useQuery } from '@tanstack/react-query';
import { Skeleton } from '#components/skeleton.tsx';
import { getFirstBytes } from './get-first-bytes.ts';
import { NoPreview } from './no-preview.tsx';
import { PreviewError } from './preview-error.tsx';

type BrokenPreviewProps = { readonly url: string; readonly onRetry: () => void };

/** Elements do not tell whether they had no bytes or cannot show them: the first byte does. */
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
