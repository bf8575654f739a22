import { formatBytes } from '#lib/format-bytes.ts';

/** Says that the preview shows only the beginning of the file. */
export const TruncationNote = ({ truncatedAt }: { readonly truncatedAt: number | undefined }) =>
  truncatedAt !== undefined && (
    <p className="preview__note">
      Showing the first {formatBytes(truncatedAt)}. Download the file to read the rest.
    </p>
  );
