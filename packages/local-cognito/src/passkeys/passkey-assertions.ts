import type { PoolSettings } from '../settings/pool-settings.ts';
import { readClientData } from './client-data.ts';
import { type AssertionCredential, assertionSchema } from './credential-schema.ts';
import type { Passkey, PasskeyRepository } from './passkey-repository.ts';
import { hasPasskeys, isOriginOf, type RelyingParty, relyingPartyOf } from './relying-party.ts';
import { loadWebAuthn } from './web-authn-library.ts';

const TIMEOUT_MILLISECONDS = 180_000;

type Dependencies = { settings: PoolSettings; repository: PasskeyRepository };

const parseCredential = (json: string): AssertionCredential | undefined => {
  try {
    return assertionSchema.parse(JSON.parse(json));
  } catch {
    return undefined;
  }
};

const verify = async (
  { id, rawId, type, response }: AssertionCredential,
  passkey: Passkey,
  { challenge, origin, relyingParty }: { challenge: string; origin: string; relyingParty: RelyingParty },
) => {
  const { verifyAuthenticationResponse } = await loadWebAuthn();
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: { id, rawId, type, response, clientExtensionResults: {} },
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: relyingParty.id,
      credential: { id: passkey.credentialId, publicKey: passkey.publicKey, counter: passkey.signCount },
      requireUserVerification: relyingParty.userVerification === 'required',
    });
    return verified ? authenticationInfo : undefined;
  } catch {
    // The library throws for every invalid assertion.
    return undefined;
  }
};

/** Authentication as in WebAuthn, section 7.2. The caller stores the challenge and accepts it once. */
export const createPasskeyAssertions = ({ settings, repository }: Dependencies) => ({
  /** Whether the user can sign in with a passkey. */
  isAvailableTo: (sub: string): boolean => hasPasskeys(settings) && repository.listOf(sub).length > 0,

  /** Returns the options for `navigator.credentials.get` as JSON, with a challenge in base64url. */
  requestOptions: async (sub: string, challenge: string, mustVerifyUser: boolean): Promise<string> => {
    const relyingParty = relyingPartyOf(settings);
    const { generateAuthenticationOptions } = await loadWebAuthn();
    const options = await generateAuthenticationOptions({
      rpID: relyingParty.id,
      challenge: Buffer.from(challenge, 'base64url'),
      timeout: TIMEOUT_MILLISECONDS,
      allowCredentials: repository.listOf(sub).map(({ credentialId }) => ({ id: credentialId })),
      userVerification: mustVerifyUser ? 'required' : relyingParty.userVerification,
    });
    return JSON.stringify(options);
  },

  /**
   * Verifies the browser's credential, as JSON, for a user's challenge and counts its use. Returns undefined
   * if it is invalid, otherwise whether the authenticator verified the user and is a separate one.
   */
  verify: async (
    sub: string,
    challenge: string,
    json: string,
  ): Promise<{ userVerified: boolean; isSecurityKey: boolean } | undefined> => {
    const relyingParty = relyingPartyOf(settings);
    const credential = parseCredential(json);
    const clientData = credential && readClientData(credential.response.clientDataJSON);
    const passkey = repository.listOf(sub).find(({ credentialId }) => credentialId === credential?.id);
    if (!credential || !clientData || !passkey) return undefined;
    const { origin, crossOrigin } = clientData;
    if (crossOrigin || !isOriginOf(relyingParty, origin)) return undefined;
    const info = await verify(credential, passkey, { challenge, origin, relyingParty });
    if (info === undefined || !repository.recordUse(passkey, info.newCounter)) return undefined;
    return { userVerified: info.userVerified, isSecurityKey: passkey.attachment === 'cross-platform' };
  },
});
