import type { BlobReader } from '../store/blobs.ts';
import { renderXml, type XmlValue } from './xml.ts';

/** What an operation answers; the server adds request id, date and CORS headers. */
export type S3Response = {
  status: number;
  headers?: Record<string, string | number>;
  body?: string | BlobReader;
};

/** A 200 whose body is a document. */
export const xmlResponse = (root: string, content: XmlValue): S3Response => ({
  status: 200,
  headers: { 'content-type': 'application/xml' },
  body: renderXml(root, content),
});
