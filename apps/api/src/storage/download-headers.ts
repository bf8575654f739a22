import { type Disposition, isInlineMediaType } from '@share-my-files/contract';
import { create } from 'content-disposition';

// Pages can show it as an <img>, which runs no script; opened by itself it is saved.
const isDrawing = (mediaType: string, disposition: Disposition): boolean =>
  mediaType === 'image/svg+xml' && disposition === 'inline';

/** Keeps only media types that run no script; the others become `application/octet-stream`. */
export const contentTypeOf = (mediaType: string, disposition: Disposition = 'attachment'): string => {
  if (isDrawing(mediaType, disposition)) return mediaType;
  if (!isInlineMediaType(mediaType)) return 'application/octet-stream';
  return mediaType === 'text/plain' ? 'text/plain; charset=utf-8' : mediaType;
};

/** Returns the response headers that S3 sends; they are part of the signed URL. */
export const downloadHeaders = (file: { name: string; mediaType: string }, disposition: Disposition) => ({
  contentType: contentTypeOf(file.mediaType, disposition),
  contentDisposition: create(file.name, {
    type: isInlineMediaType(file.mediaType) ? disposition : 'attachment',
  }),
});
