import { renderXml, type XmlValue } from './xml.ts';

/** Bytes that are read at most once, and closed in any case. */
type ResponseBytes = { bytes: AsyncIterable<Buffer>; close(): Promise<void> };

/** The response of an operation. The server adds request id, date and CORS headers. */
export type S3Response = {
  status: number;
  headers?: Record<string, string | number>;
  body?: string | ResponseBytes;
};

/** A 200 whose body is a document. */
export const xmlResponse = (root: string, content: XmlValue): S3Response => ({
  status: 200,
  headers: { 'content-type': 'application/xml' },
  body: renderXml(root, content),
});
