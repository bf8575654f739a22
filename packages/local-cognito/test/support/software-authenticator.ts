import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';

const flags = { userPresent: 0x01, userVerified: 0x04, attestedCredentialData: 0x40 };

/** Deviations of the authenticator and its browser. */
export type Deviation = {
  origin?: string;
  relyingPartyId?: string;
  isUserPresent?: boolean;
  isUserVerified?: boolean;
  challenge?: string;
  type?: string;
  crossOrigin?: boolean;
  signCount?: number;
};

const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest();

const base64url = (data: Uint8Array) => Buffer.from(data).toString('base64url');

// COSE_Key of RFC 9053: 1 is the key type, 3 the algorithm; negative labels are parameters of the type.
const coseKey = {
  ES256: (key: KeyObject) => {
    const { x = '', y = '' } = key.export({ format: 'jwk' });
    return new Map<number, number | Uint8Array>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Buffer.from(x, 'base64url')],
      [-3, Buffer.from(y, 'base64url')],
    ]);
  },
  RS256: (key: KeyObject) => {
    const { n = '', e = '' } = key.export({ format: 'jwk' });
    return new Map<number, number | Uint8Array>([
      [1, 3],
      [3, -257],
      [-1, Buffer.from(n, 'base64url')],
      [-2, Buffer.from(e, 'base64url')],
    ]);
  },
  EdDSA: (key: KeyObject) => {
    const { x = '' } = key.export({ format: 'jwk' });
    return new Map<number, number | Uint8Array>([
      [1, 1],
      [3, -8],
      [-1, 6],
      [-2, Buffer.from(x, 'base64url')],
    ]);
  },
};

const generateKey = {
  ES256: () => generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  RS256: () => generateKeyPairSync('rsa', { modulusLength: 2048 }),
  EdDSA: () => generateKeyPairSync('ed25519'),
};

/** An authenticator with one credential, and its browser: WebAuthn Level 3. */
export const createSoftwareAuthenticator = (algorithm: keyof typeof coseKey = 'ES256') => {
  const { publicKey, privateKey } = generateKey[algorithm]();
  const credentialId = randomBytes(32);
  let signCount = 0;

  const authenticatorData = (deviation: Deviation, attested?: Uint8Array) => {
    const { relyingPartyId = 'localhost', isUserPresent = true, isUserVerified = true } = deviation;
    signCount = deviation.signCount ?? signCount + 1;
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(signCount);
    const flag =
      (isUserPresent ? flags.userPresent : 0) |
      (isUserVerified ? flags.userVerified : 0) |
      (attested ? flags.attestedCredentialData : 0);
    return Buffer.concat([sha256(relyingPartyId), Buffer.of(flag), counter, attested ?? Buffer.alloc(0)]);
  };

  const clientData = (type: string, challenge: string, deviation: Deviation) =>
    Buffer.from(
      JSON.stringify({
        type: deviation.type ?? type,
        challenge: deviation.challenge ?? challenge,
        origin: deviation.origin ?? 'http://localhost:5173',
        crossOrigin: deviation.crossOrigin ?? false,
      }),
    );

  const envelope = {
    id: base64url(credentialId),
    rawId: base64url(credentialId),
    type: 'public-key',
    clientExtensionResults: {},
    authenticatorAttachment: 'cross-platform',
  };

  return {
    credentialId: envelope.id,
    /** Returns the credential of `navigator.credentials.create`. */
    create: ({ challenge }: { challenge: string }, deviation: Deviation = {}) => {
      const length = Buffer.alloc(2);
      length.writeUInt16BE(credentialId.length);
      const key = isoCBOR.encode(coseKey[algorithm](publicKey));
      const attested = Buffer.concat([Buffer.alloc(16), length, credentialId, key]);
      const attestation = new Map<string, string | Uint8Array | Map<string, never>>([
        ['fmt', 'none'],
        ['attStmt', new Map<string, never>()],
        ['authData', authenticatorData(deviation, attested)],
      ]);
      return {
        ...envelope,
        response: {
          clientDataJSON: base64url(clientData('webauthn.create', challenge, deviation)),
          attestationObject: base64url(isoCBOR.encode(attestation)),
          transports: ['usb'],
        },
      };
    },
    /** Returns the credential of `navigator.credentials.get`. */
    get: ({ challenge }: { challenge: string }, deviation: Deviation = {}) => {
      const data = authenticatorData(deviation);
      const client = clientData('webauthn.get', challenge, deviation);
      const signature = createSign('sha256').update(data).update(sha256(client)).sign(privateKey);
      return {
        ...envelope,
        response: {
          clientDataJSON: base64url(client),
          authenticatorData: base64url(data),
          signature: base64url(signature),
        },
      };
    },
  };
};
