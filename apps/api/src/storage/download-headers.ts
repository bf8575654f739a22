import { type Disposition, isInlineMediaType } from '@share-my-files/contract';
import { create } from 'content-disposition';

/** Keeps only media types that run no script; the others become `application/octet-stream`. */
export const contentTypeOf = (mediaType: string): string => {
  if (!isInlineMediaType(mediaType)) return 'application/octet-stream';
  return mediaType === 'text/plain' ? 'text/plain; charset=utf-8' : mediaType;
};

/** Returns the response headers that S3 sends; they are part of the signed URL. */
export const downloadHeaders = (file: { name: string; mediaType: string }, disposition: Disposition) => ({
  contentType: contentTypeOf(file.mediaType),
  contentDisposition: create(file.name, {
    type: isInlineMediaType(file.mediaType) ? disposition : 'attachment',
  }),
});
