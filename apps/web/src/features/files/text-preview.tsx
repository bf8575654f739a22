import { Skeleton } from '#components/skeleton.tsx';
import { formatBytes } from '#lib/format-bytes.ts';
import { NoPreview } from './no-preview.tsx';
import { previewTextBytes, usePreviewText } from './preview-text.ts';

type TextPreviewProps = { readonly itemId: string; readonly url: string; readonly sizeBytes: number };

const FetchedText = ({ itemId, url, sizeBytes }: TextPreviewProps) => {
  const { data: text, isError } = usePreviewText(itemId, url);
  if (isError) return <NoPreview />;
  if (text === undefined) return <Skeleton className="preview__skeleton" />;
  return (
    <>
      <pre className="preview__text">{text}</pre>
      {sizeBytes > previewTextBytes && (
        <p className="preview__note">
          This is the beginning, {formatBytes(previewTextBytes)}. Download the file to read all of it.
        </p>
      )}
    </>
  );
};

/** S3 has no range to give of an empty object, so that nothing is asked for. */
export const TextPreview = (props: TextPreviewProps) =>
  props.sizeBytes === 0 ? <p className="preview__note">This file is empty.</p> : <FetchedText {...props} />;
