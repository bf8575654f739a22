import { renderXml, type XmlValue } from './xml.ts';

/** Bytes to read at most once and always to close. */
type ResponseBytes = { bytes: AsyncIterable<Buffer>; close(): Promise<void> };

/** Response of an operation. The server adds request id, date and CORS headers. */
export type S3Response = {
  status: number;
  headers?: Record<string, string | number>;
  body?: string | ResponseBytes;
};

/** Creates a 200 response with an XML document. */
export const xmlResponse = (root: string, content: XmlValue): S3Response => ({
  status: 200,
  headers: { 'content-type': 'application/xml' },
  body: renderXml(root, content),
});
