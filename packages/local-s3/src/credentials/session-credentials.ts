import { createHmac, randomBytes } from 'node:crypto';
import { isEqualTimingSafe } from '@share-my-files/local-server';
import type { Credentials } from './credentials.ts';

/** Limits of temporary credentials: a prefix of one bucket, and the time of expiry in milliseconds. */
export type SessionPolicy = { bucket: string; prefix: string; expiresAt: number };

/** Temporary credentials in the form of the AWS Security Token Service. */
export type SessionCredentials = Credentials & { sessionToken: string };

const mac = (sessionKey: string, text: string) => createHmac('sha256', sessionKey).update(text).digest();

// The token contains everything that verifies it, so that the endpoint stores no sessions.
const secretOf = (sessionKey: string, token: string) =>
  mac(sessionKey, `secret of ${token}`).toString('base64');

/**
 * Creates temporary credentials for one prefix of one bucket. The session key is shared by the endpoint and the
 * local stand-in for the Security Token Service.
 */
export const createSessionCredentials = (sessionKey: string, policy: SessionPolicy): SessionCredentials => {
  const accessKeyId = `ASIA${randomBytes(8).toString('hex').toUpperCase()}`;
  const payload = Buffer.from(JSON.stringify({ accessKeyId, ...policy })).toString('base64url');
  const sessionToken = `${payload}.${mac(sessionKey, payload).toString('base64url')}`;
  return { accessKeyId, secretAccessKey: secretOf(sessionKey, sessionToken), sessionToken };
};

/** Returns the credentials and the policy of a session token, or undefined if another key made it. */
export const openSessionToken = (
  sessionKey: string,
  sessionToken: string,
): (Credentials & { policy: SessionPolicy }) | undefined => {
  const [payload = '', signature = ''] = sessionToken.split('.');
  if (!isEqualTimingSafe(Buffer.from(signature, 'base64url'), mac(sessionKey, payload))) return undefined;
  const { accessKeyId, ...policy } = JSON.parse(
    Buffer.from(payload, 'base64url').toString(),
  ) as SessionPolicy & {
    accessKeyId: string;
  };
  return { accessKeyId, secretAccessKey: secretOf(sessionKey, sessionToken), policy };
};
