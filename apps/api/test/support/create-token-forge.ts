import { randomUUID } from 'node:crypto';
import type { Fetcher } from 'aws-jwt-verify/https';
import { decodeJwt, exportJWK, generateKeyPair, SignJWT } from 'jose';

/** An undefined claim is omitted from the token. */
type Forgery = { claims?: Record<string, string | number | undefined>; header?: { kid?: string } };

const now = () => Math.floor(Date.now() / 1000);

/** Signs tokens as the pool would, with a key of the test that is added to the pool's key set. */
export const createTokenForge = async () => {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const kid = randomUUID();
  const jwk = { ...(await exportJWK(publicKey)), kid, alg: 'RS256', use: 'sig' };

  return {
    kid,
    now,
    publicKey,
    wrapKeyFetcher: (fetcher: Fetcher): Fetcher => ({
      fetch: async (uri) => {
        const { keys } = JSON.parse(Buffer.from(await fetcher.fetch(uri)).toString());
        return new TextEncoder().encode(JSON.stringify({ keys: [...keys, jwk] })).buffer;
      },
    }),
    /** Signs the claims of a user's token again, except for the forgery. */
    sign: (accessToken: string, { claims = {}, header = {} }: Forgery = {}, key = privateKey) =>
      new SignJWT({ ...decodeJwt(accessToken), jti: randomUUID(), ...claims })
        .setProtectedHeader({ alg: 'RS256', kid, ...header })
        .sign(key),
  };
};
