import { S3Error } from '../protocol/errors.ts';

const systemHeaders = ['cache-control', 'content-disposition', 'content-language', 'expires'] as const;

const maxMetadataBytes = 2048;
const metadataPrefix = 'x-amz-meta-';

const readMetadata = (headers: ReadonlyMap<string, string>) => {
  const metadata = [...headers].filter(([name]) => name.startsWith(metadataPrefix));
  const size = metadata.reduce(
    (sum, [name, value]) => sum + name.length - metadataPrefix.length + value.length,
    0,
  );
  if (size <= maxMetadataBytes) return metadata;
  throw new S3Error('MetadataTooLarge', { details: { Size: size, MaxSizeAllowed: maxMetadataBytes } });
};

// `aws-chunked` describes the transfer, the other codings describe the object.
const readContentEncoding = (value = '') =>
  value
    .split(',')
    .map((encoding) => encoding.trim())
    .filter((encoding) => encoding !== '' && encoding !== 'aws-chunked')
    .join(',');

/** Returns the headers to store with an object and to serve. Throws `MetadataTooLarge` above 2 KiB of metadata. */
export const readObjectHeaders = (headers: ReadonlyMap<string, string>): Record<string, string> => {
  const system = systemHeaders.map((name): [string, string] => [name, headers.get(name) ?? '']);
  return Object.fromEntries(
    [
      ['content-type', headers.get('content-type') || 'binary/octet-stream'] as const,
      ['content-encoding', readContentEncoding(headers.get('content-encoding'))] as const,
      ...system,
      ...readMetadata(headers),
    ].filter(([name, value]) => value !== '' || name.startsWith(metadataPrefix)),
  );
};
