import { S3Error } from '../protocol/errors.ts';
import type { S3Request } from '../protocol/s3-request.ts';
import type { Store } from '../store/open-store.ts';
import type { Upload } from '../store/uploads.ts';

/** The open upload that the request names, if it is one of this bucket and key. */
export const findUpload = ({ uploads }: Store, { bucket, key, query }: S3Request): Upload | undefined => {
  const upload = uploads.find(query.get('uploadId') ?? '');
  return upload?.bucket === bucket && upload.key === key ? upload : undefined;
};

/** The same, or `NoSuchUpload`. */
export const requireUpload = (store: Store, request: S3Request): Upload => {
  const upload = findUpload(store, request);
  if (!upload)
    throw new S3Error('NoSuchUpload', { details: { UploadId: request.query.get('uploadId') ?? '' } });
  return upload;
};
