import { invalidArgument, S3Error } from './errors.ts';

/** Parses `x-amz-copy-source`: percent-encoded bucket and key, with an optional leading slash. */
export const parseCopySource = (header: string): { bucket: string; key: string } => {
  if (header.includes('?versionId='))
    throw new S3Error('NotImplemented', { message: 'A version of a copy source is not implemented.' });
  const malformed = () =>
    invalidArgument(
      'Copy Source must mention the source bucket and key: sourcebucket/sourcekey',
      'x-amz-copy-source',
      header,
    );
  let source: string;
  try {
    source = decodeURIComponent(header);
  } catch {
    throw malformed();
  }
  const [, bucket, key] = /^\/?([^/]+)\/(.+)$/s.exec(source) ?? [];
  if (!bucket || !key) throw malformed();
  return { bucket, key };
};
