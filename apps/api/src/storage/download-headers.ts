import { type Disposition, isInlineMediaType } from '@share-my-files/contract';
import { create } from 'content-disposition';

/** Only types that run no script keep their name; a browser must never guess what the rest may be. */
export const contentTypeOf = (mediaType: string): string => {
  if (!isInlineMediaType(mediaType)) return 'application/octet-stream';
  return mediaType === 'text/plain' ? 'text/plain; charset=utf-8' : mediaType;
};

/** The headers S3 is told to answer with; they are signed, so a visitor cannot change them. */
export const downloadHeaders = (file: { name: string; mediaType: string }, disposition: Disposition) => ({
  contentType: contentTypeOf(file.mediaType),
  contentDisposition: create(file.name, {
    type: isInlineMediaType(file.mediaType) ? disposition : 'attachment',
  }),
});
