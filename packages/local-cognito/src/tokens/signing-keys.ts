import {
  type CryptoKey,
  calculateJwkThumbprint,
  exportJWK,
  exportPKCS8,
  generateKeyPair,
  importPKCS8,
  type JWK,
} from 'jose';
import type { Secrets } from '../store/secrets.ts';

const ALGORITHM = 'RS256';

/** A key pair of the pool: the private half to sign with, the public half as the JWKS shows it. */
export type SigningKey = { kid: string; privateKey: CryptoKey; publicJwk: JWK };

/** Cognito signs access tokens and ID tokens with different keys. */
export type SigningKeys = { access: SigningKey; id: SigningKey };

const createPrivateKey = async (): Promise<string> => {
  const { privateKey } = await generateKeyPair(ALGORITHM, { modulusLength: 2048, extractable: true });
  return exportPKCS8(privateKey);
};

const loadSigningKey = async (secrets: Secrets, name: string): Promise<SigningKey> => {
  const stored = secrets.find(name);
  const pem = stored ?? (await createPrivateKey());
  if (stored === undefined) secrets.insert(name, pem);

  const privateKey = await importPKCS8(pem, ALGORITHM, { extractable: true });
  const { kty, n, e } = await exportJWK(privateKey);
  const kid = await calculateJwkThumbprint({ kty, n, e } as JWK);
  return { kid, privateKey, publicJwk: { alg: ALGORITHM, e, kid, kty, n, use: 'sig' } as JWK };
};

/** Loads the pool's keys, and makes them on the first start; a new key would end every session. */
export const loadSigningKeys = async (secrets: Secrets): Promise<SigningKeys> => ({
  access: await loadSigningKey(secrets, 'access-token-signing-key'),
  id: await loadSigningKey(secrets, 'id-token-signing-key'),
});

/** The public keys as RFC 7517 has them, under `/<poolId>/.well-known/jwks.json`. */
export const toJwks = ({ access, id }: SigningKeys) => ({ keys: [id.publicJwk, access.publicJwk] });
