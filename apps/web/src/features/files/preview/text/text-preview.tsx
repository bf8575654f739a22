import { ScrollRegion } from '#components/scroll-region.tsx';
import { Skeleton } from '#components/skeleton.tsx';
import { formatBytes } from '#lib/format-bytes.ts';
import { PreviewError } from './preview-error.tsx';
import { previewTextBytes, usePreviewText } from './preview-text.ts';

type TextPreviewProps = {
  readonly url: string;
  readonly sizeBytes: number;
  readonly onRetry: () => void;
};

const FetchedText = ({ url, sizeBytes, onRetry }: TextPreviewProps) => {
  const { data: text, error } = usePreviewText(url);
  if (error !== null) return <PreviewError error={error} onRetry={onRetry} />;
  if (text === undefined) return <Skeleton className="preview__skeleton" />;
  return (
    <>
      <ScrollRegion label="Text" className="preview__text">
        <pre>{text}</pre>
      </ScrollRegion>
      {sizeBytes > previewTextBytes && (
        <p className="preview__note">
          Showing the first {formatBytes(previewTextBytes)}. Download the file to read the rest.
        </p>
      )}
    </>
  );
};

/** An empty file is not fetched: S3 has no range of it. */
export const TextPreview = (props: TextPreviewProps) =>
  props.sizeBytes === 0 ? <p className="preview__note">This file is empty.</p> : <FetchedText {...props} />;
