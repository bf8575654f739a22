import { type VerifiedRegistrationResponse, verifyRegistrationResponse } from '@simplewebauthn/server';
import { COSEALG, decodeAttestationObject, isoBase64URL } from '@simplewebauthn/server/helpers';
import { CognitoError } from '../errors.ts';
import type { RegistrationCredential } from './credential-schema.ts';
import type { RelyingParty } from './relying-party.ts';

/** The signature algorithms of Cognito's passkeys, as IANA numbers them for COSE. */
export const signatureAlgorithms = [COSEALG.ES256, COSEALG.RS256];

/** A credential that cannot become a passkey: it is malformed, unsigned, of another algorithm, or known. */
export const credentialNotSupported = (options?: ErrorOptions) =>
  Object.assign(
    new CognitoError('WebAuthnCredentialNotSupportedException', 'The passkey is not supported.'),
    options,
  );

const toCognitoError = (error: unknown): CognitoError =>
  error instanceof Error && error.name === 'UnexpectedRPIDHash'
    ? new CognitoError('WebAuthnRelyingPartyMismatchException', 'The passkey is for another relying party.')
    : credentialNotSupported({ cause: error });

// No attestation is asked for, and certificates of other formats would be looked up on the network.
const assertWithoutCertificates = ({ response }: RegistrationCredential): void => {
  const format = decodeAttestationObject(isoBase64URL.toBuffer(response.attestationObject)).get('fmt');
  if (format !== 'none' && format !== 'packed') throw credentialNotSupported();
};

/** What a new passkey is bound to. */
export type ExpectedRegistration = { challenge: string; origin: string; relyingParty: RelyingParty };

/**
 * Registering a credential as in WebAuthn section 7.1. Throws WebAuthnRelyingPartyMismatchException or
 * WebAuthnCredentialNotSupportedException.
 */
export const verifyRegistration = async (
  credential: RegistrationCredential,
  { challenge, origin, relyingParty }: ExpectedRegistration,
): Promise<NonNullable<VerifiedRegistrationResponse['registrationInfo']>> => {
  const { id, rawId, type, response } = credential;
  try {
    assertWithoutCertificates(credential);
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
