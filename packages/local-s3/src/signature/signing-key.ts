import { createHash, createHmac } from 'node:crypto';

/** Day, region and service of a signature. */
export type CredentialScope = { date: string; region: string; service: string };

/** Formats a scope for credentials and strings to sign. */
export const formatScope = ({ date, region, service }: CredentialScope) =>
  `${date}/${region}/${service}/aws4_request`;

const hmac = (key: string | Buffer, data: string) => createHmac('sha256', key).update(data).digest();

/** Derives the key of Signature Version 4 for a scope. */
export const deriveSigningKey = (
  secretAccessKey: string,
  { date, region, service }: CredentialScope,
): Buffer => hmac(hmac(hmac(hmac(`AWS4${secretAccessKey}`, date), region), service), 'aws4_request');

/** Returns the hexadecimal signature of a string to sign. */
export const sign = (signingKey: Buffer, stringToSign: string) =>
  hmac(signingKey, stringToSign).toString('hex');

/** Returns SHA-256 in hexadecimal. */
export const sha256Hex = (data: string | Buffer) => createHash('sha256').update(data).digest('hex');
