import {
  type CryptoKey,
  calculateJwkThumbprint,
  exportJWK,
  exportPKCS8,
  generateKeyPair,
  importPKCS8,
  type JWK,
} from 'jose';
import { z } from 'zod';
import type { PoolValues } from '../store/pool-values.ts';

const ALGORITHM = 'RS256';

/** A key pair of the pool: the private key, and the public key as in the JWKS. */
export type SigningKey = { kid: string; privateKey: CryptoKey; publicJwk: JWK };

/** Cognito signs access tokens and ID tokens with different keys. */
export type SigningKeys = { access: SigningKey; id: SigningKey };

// Selects the public fields. All others of an exported key are private.
const publicHalfSchema = z.object({ kty: z.literal('RSA'), n: z.string(), e: z.string() });

const createPrivateKey = async (): Promise<string> => {
  const { privateKey } = await generateKeyPair(ALGORITHM, { modulusLength: 2048, extractable: true });
  return exportPKCS8(privateKey);
};

const loadSigningKey = async (values: PoolValues, name: string): Promise<SigningKey> => {
  const stored = values.find(name);
  const pem = stored ?? (await createPrivateKey());
  if (stored === undefined) values.insert(name, pem);

  const privateKey = await importPKCS8(pem, ALGORITHM, { extractable: true });
  const publicHalf = publicHalfSchema.parse(await exportJWK(privateKey));
  const kid = await calculateJwkThumbprint(publicHalf);
  return { kid, privateKey, publicJwk: { ...publicHalf, alg: ALGORITHM, kid, use: 'sig' } };
};

/** Loads the pool's keys. Creates them on the first start, because new keys would end all sessions. */
export const loadSigningKeys = async (values: PoolValues): Promise<SigningKeys> => {
  const [access, id] = await Promise.all([
    loadSigningKey(values, 'access-token-signing-key'),
    loadSigningKey(values, 'id-token-signing-key'),
  ]);
  return { access, id };
};

/** Returns the public keys as a JWK set: RFC 7517. */
export const toJwks = ({ access, id }: SigningKeys) => ({ keys: [id.publicJwk, access.publicJwk] });
