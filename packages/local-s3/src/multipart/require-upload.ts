import { S3Error } from '../protocol/errors.ts';
import type { S3Request } from '../protocol/s3-request.ts';
import type { Store } from '../store/open-store.ts';
import type { Upload } from '../store/uploads.ts';

/** Returns the open upload of the request, or undefined if its bucket or key is another. */
export const findUpload = ({ uploads }: Store, { bucket, key, query }: S3Request): Upload | undefined => {
  const upload = uploads.find(query.get('uploadId') ?? '');
  return upload?.bucket === bucket && upload.key === key ? upload : undefined;
};

/** Returns the open upload of the request. Throws `NoSuchUpload`. */
export const requireUpload = (store: Store, request: S3Request): Upload => {
  const upload = findUpload(store, request);
  if (!upload)
    throw new S3Error('NoSuchUpload', { details: { UploadId: request.query.get('uploadId') ?? '' } });
  return upload;
};
