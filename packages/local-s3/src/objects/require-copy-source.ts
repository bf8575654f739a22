import { parseCopySource } from '../protocol/copy-source.ts';
import { S3Error } from '../protocol/errors.ts';
import type { StoredObject } from '../store/objects.ts';
import type { Store } from '../store/open-store.ts';
import { findUnmetCondition } from './preconditions.ts';
import { requireObject } from './require-object.ts';

const prefix = 'x-amz-copy-source-';

/** Returns the object of `x-amz-copy-source`. Throws `NoSuchBucket`, `NoSuchKey` and `PreconditionFailed`. */
export const requireCopySource = (store: Store, headers: ReadonlyMap<string, string>): StoredObject => {
  const address = parseCopySource(headers.get('x-amz-copy-source') ?? '');
  const source = requireObject(store, address.bucket, address.key);
  const condition = findUnmetCondition(headers, source, prefix);
  if (condition === undefined) return source;
  throw new S3Error('PreconditionFailed', { details: { Condition: `${prefix}${condition}` } });
};
