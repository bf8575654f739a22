import { randomUUID } from 'node:crypto';
import type { Digests } from '../checksum/digest-bytes.ts';
import type { Blob } from '../store/blobs.ts';
import type { StoredObject } from '../store/objects.ts';
import type { Part } from '../store/parts.ts';

type Address = Pick<StoredObject, 'bucket' | 'key' | 'headers'>;

/** Creates the rows of an object with a single part, whose ETag is the MD5 of its bytes. */
export const singlePartObject = (
  address: Address,
  { id: blob, size }: Blob,
  { md5, checksum }: Digests,
  now: Date,
): { object: StoredObject; part: Part } => {
  const described = { size, etag: md5.toString('hex'), lastModified: now.getTime() };
  return {
    object: {
      ...address,
      ...described,
      id: randomUUID(),
      checksum: checksum && { ...checksum, type: 'FULL_OBJECT' },
    },
    part: { ...described, number: 1, blob, checksum },
  };
};
