import { createHmac, randomBytes } from 'node:crypto';
import { isEqualTimingSafe } from '@share-my-files/local-server';
import type { Credentials } from './credentials.ts';

/** What the holder of temporary credentials may reach, and until when, in milliseconds. */
export type SessionPolicy = { bucket: string; prefix: string; expiresAt: number };

/** Temporary credentials, as the AWS Security Token Service gives them out. */
export type SessionCredentials = Credentials & { sessionToken: string };

const mac = (sessionKey: string, text: string) => createHmac('sha256', sessionKey).update(text).digest();

// The token carries all that the endpoint has to know, so that nothing about it is stored anywhere.
const secretOf = (sessionKey: string, token: string) =>
  mac(sessionKey, `secret of ${token}`).toString('base64');

/**
 * Makes temporary credentials for one prefix of one bucket. Whoever has the key can make them: it is shared by
 * the endpoint and by what stands in for the Security Token Service beside it.
 */
export const createSessionCredentials = (sessionKey: string, policy: SessionPolicy): SessionCredentials => {
  const accessKeyId = `ASIA${randomBytes(8).toString('hex').toUpperCase()}`;
  const payload = Buffer.from(JSON.stringify({ accessKeyId, ...policy })).toString('base64url');
  const sessionToken = `${payload}.${mac(sessionKey, payload).toString('base64url')}`;
  return { accessKeyId, secretAccessKey: secretOf(sessionKey, sessionToken), sessionToken };
};

/** Gives what a session token stands for; undefined when it was not made with this key. */
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
