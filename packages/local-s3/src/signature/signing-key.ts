import { createHash, createHmac } from 'node:crypto';

/** The day, region and service that a signature is bound to. */
export type CredentialScope = { date: string; region: string; service: string };

/** The scope as it stands in credentials and strings to sign. */
export const formatScope = ({ date, region, service }: CredentialScope) =>
  `${date}/${region}/${service}/aws4_request`;

const hmac = (key: string | Buffer, data: string) => createHmac('sha256', key).update(data).digest();

/** The key of Signature Version 4 for one day, region and service. */
export const deriveSigningKey = (
  secretAccessKey: string,
  { date, region, service }: CredentialScope,
): Buffer => hmac(hmac(hmac(hmac(`AWS4${secretAccessKey}`, date), region), service), 'aws4_request');

/** The hexadecimal signature of a string to sign. */
export const sign = (signingKey: Buffer, stringToSign: string) =>
  hmac(signingKey, stringToSign).toString('hex');

/** SHA-256 in hexadecimal, as every step of Signature Version 4 wants it. */
export const sha256Hex = (data: string | Buffer) => createHash('sha256').update(data).digest('hex');
