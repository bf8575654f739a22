import { createHash, createHmac } from 'node:crypto';
import { region, credentials as rootCredentials } from './start-test-s3.ts';

export const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest('hex');
const hmac = (key: string | Buffer, data: string) => createHmac('sha256', key).update(data).digest();

type UnsignedRequest = {
  method: string;
  /** With its query in canonical order. */
  url: string;
  headers?: Record<string, string>;
  payloadHash: string;
  time?: Date;
  credentials?: { accessKeyId: string; secretAccessKey: string };
};

/** Signs requests that the SDK cannot create. */
export const signRequest = ({
  method,
  url,
  headers = {},
  payloadHash,
  time = new Date(),
  credentials = rootCredentials,
}: UnsignedRequest) => {
  const { host, pathname, search } = new URL(url);
  const query = search.slice(1).replace(/(^|&)([^&=]+)(?=&|$)/g, '$1$2=');
  const signedAt = time.toISOString().replace(/[-:]|\.\d+/g, '');
  const scope = `${signedAt.slice(0, 8)}/${region}/s3/aws4_request`;
  const key = [signedAt.slice(0, 8), region, 's3', 'aws4_request'].reduce<string | Buffer>(
    hmac,
    `AWS4${credentials.secretAccessKey}`,
  );
  const sign = (text: string) => hmac(key, text).toString('hex');

  const all: Record<string, string> = {
    ...headers,
    host,
    'x-amz-date': signedAt,
    'x-amz-content-sha256': payloadHash,
  };
  const names = Object.keys(all).sort();
  const canonical = [
    method,
    pathname,
    query,
    ...names.map((name) => `${name}:${all[name]}`),
    '',
    names.join(';'),
    payloadHash,
  ];
  const signature = sign(['AWS4-HMAC-SHA256', signedAt, scope, sha256(canonical.join('\n'))].join('\n'));
  const { host: _, ...sent } = all;
  return {
    headers: {
      ...sent,
      authorization: `AWS4-HMAC-SHA256 Credential=${credentials.accessKeyId}/${scope}, SignedHeaders=${names.join(';')}, Signature=${signature}`,
    },
    signature,
    /** Returns the signature of the next chunk or of the trailers. */
    chain: (kind: string, previous: string, hashes: string[]) =>
      sign([kind, signedAt, scope, previous, ...hashes].join('\n')),
  };
};
