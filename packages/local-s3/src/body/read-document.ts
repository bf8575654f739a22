import { S3Error } from '../protocol/errors.ts';
import { parseXml } from '../protocol/xml.ts';
import type { OpenOptions, RequestBody } from './request-body.ts';

// The largest document is CompleteMultipartUpload with 10,000 parts and their checksums: about 2 MB.
const maxDocumentBytes = 4 * 1024 * 1024;

/** Reads and verifies a body as text. Throws `MaxMessageLengthExceeded` above 4 MiB. */
export const readText = async (body: RequestBody, options?: OpenOptions) => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body.open(options).bytes) {
    size += chunk.length;
    if (size > maxDocumentBytes) throw new S3Error('MaxMessageLengthExceeded');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
};

/** Reads and parses the XML body of an operation. */
export const readXml = async (body: RequestBody, root: string, options?: OpenOptions) =>
  parseXml(await readText(body, options), root);
