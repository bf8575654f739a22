import { S3Error } from '../protocol/errors.ts';

// Ignoring one of these would store or delete something other than what the client requested.
const unsupported = [
  /^x-amz-acl$/,
  /^x-amz-grant-/,
  /^x-amz-if-match-/,
  /^x-amz-object-lock-/,
  /^x-amz-server-side-encryption-/,
  /^x-amz-tagging$/,
  /^x-amz-website-redirect-location$/,
  /^x-amz-write-offset-bytes$/,
  /^x-amz-copy-source-server-side-encryption-/,
];

const expectedValues: Record<string, string> = {
  'x-amz-server-side-encryption': 'AES256',
  'x-amz-storage-class': 'STANDARD',
};

const isImplemented = (name: string, value: string) =>
  (expectedValues[name] ?? value) === value && !unsupported.some((pattern) => pattern.test(name));

/** Throws `NotImplemented` for a header that this endpoint would otherwise ignore. */
export const assertHeadersImplemented = (headers: ReadonlyMap<string, string>) => {
  for (const [name, value] of headers) {
    if (isImplemented(name, value)) continue;
    throw new S3Error('NotImplemented', {
      message: `The header ${name} requests a feature that is not implemented.`,
      details: { Header: name },
    });
  }
};
