import type { VerifiedRegistrationResponse } from '@simplewebauthn/server';
import { CognitoError } from '../errors.ts';
import type { RegistrationCredential } from './credential-schema.ts';
import type { RelyingParty } from './relying-party.ts';
import { loadWebAuthn, loadWebAuthnHelpers } from './web-authn-library.ts';

const ES256 = -7;
const RS256 = -257;

/** The signature algorithms of Cognito's passkeys, by their IANA numbers for COSE. */
export const signatureAlgorithms = [ES256, RS256];

/** Error for a malformed, unsigned or known credential, or one with another algorithm. */
export const credentialNotSupported = (options?: ErrorOptions) =>
  Object.assign(
    new CognitoError('WebAuthnCredentialNotSupportedException', 'The passkey is not supported.'),
    options,
  );

const toCognitoError = (error: unknown): CognitoError =>
  error instanceof Error && error.name === 'UnexpectedRPIDHash'
    ? new CognitoError('WebAuthnRelyingPartyMismatchException', 'The passkey is for another relying party.')
    : credentialNotSupported({ cause: error });

// Other attestation formats would look up certificates on the network.
const assertWithoutCertificates = async ({ response }: RegistrationCredential): Promise<void> => {
  const { decodeAttestationObject } = await loadWebAuthnHelpers();
  const format = decodeAttestationObject(Buffer.from(response.attestationObject, 'base64url')).get('fmt');
  if (format !== 'none' && format !== 'packed') throw credentialNotSupported();
};

/** The expected challenge, origin and relying party of a registration. */
export type ExpectedRegistration = { challenge: string; origin: string; relyingParty: RelyingParty };

/**
 * Verifies a registration as in WebAuthn, section 7.1. Throws WebAuthnRelyingPartyMismatchException or
 * WebAuthnCredentialNotSupportedException.
 */
export const verifyRegistration = async (
  credential: RegistrationCredential,
  { challenge, origin, relyingParty }: ExpectedRegistration,
): Promise<NonNullable<VerifiedRegistrationResponse['registrationInfo']>> => {
  const { id, rawId, type, response } = credential;
  try {
    await assertWithoutCertificates(credential);
    const { verifyRegistrationResponse } = await loadWebAuthn();
    const { registrationInfo } = await verifyRegistrationResponse({
      response: { id, rawId, type, response, clientExtensionResults: {} },
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: relyingParty.id,
      requireUserVerification: relyingParty.userVerification === 'required',
      supportedAlgorithmIDs: signatureAlgorithms,
    });
    if (registrationInfo === undefined || registrationInfo.credential.id !== id)
      throw credentialNotSupported();
    return registrationInfo;
  } catch (error) {
    throw toCognitoError(error);
  }
};
