import type { Transaction } from '@share-my-files/local-server';
import { CognitoError, limitExceeded } from '../errors.ts';
import type { PoolSettings } from '../settings/pool-settings.ts';
import type { User } from '../users/user-repository.ts';
import { readClientData } from './client-data.ts';
import type { RegistrationCredential } from './credential-schema.ts';
import type { PasskeyRegistrations, Registrant } from './passkey-registrations.ts';
import type { PasskeyRepository } from './passkey-repository.ts';
import { isOriginOf, type RelyingParty, relyingPartyOf } from './relying-party.ts';
import { credentialNotSupported, signatureAlgorithms, verifyRegistration } from './verify-registration.ts';
import { loadWebAuthn } from './web-authn-library.ts';

const PASSKEYS_PER_USER = 20;

type Dependencies = {
  settings: PoolSettings;
  repository: PasskeyRepository;
  registrations: PasskeyRegistrations;
  transaction: Transaction;
};

const friendlyNameOf = ({ authenticatorAttachment }: RegistrationCredential): string =>
  authenticatorAttachment === 'platform' ? 'Passkey on this device' : 'Passkey on another device';

/** The two steps of a registration. Both throw in a pool without passkeys and for the 21st passkey. */
export const createPasskeyEnrolment = ({
  settings,
  repository,
  registrations,
  transaction,
}: Dependencies) => {
  const listBelowLimit = (sub: string) => {
    const passkeys = repository.listOf(sub);
    if (passkeys.length >= PASSKEYS_PER_USER) throw limitExceeded();
    return passkeys;
  };

  const verifyClientData = (
    registrant: Registrant,
    relyingParty: RelyingParty,
    { response }: RegistrationCredential,
  ) => {
    const clientData = readClientData(response.clientDataJSON);
    if (clientData === undefined) throw credentialNotSupported();
    registrations.take(registrant, clientData.challenge);
    if (clientData.crossOrigin || !isOriginOf(relyingParty, clientData.origin)) {
      throw new CognitoError('WebAuthnOriginNotAllowedException', 'The origin of the page is not allowed.');
    }
    return clientData;
  };

  return {
    /** Returns the options for `navigator.credentials.create`, with binary values in base64url. */
    begin: async (user: User, clientId: string) => {
      const relyingParty = relyingPartyOf(settings);
      const excludeCredentials = listBelowLimit(user.sub).map(({ credentialId }) => ({ id: credentialId }));
      const challenge = registrations.begin({ sub: user.sub, clientId });
      const { generateRegistrationOptions } = await loadWebAuthn();
      return generateRegistrationOptions({
        rpName: relyingParty.id,
        rpID: relyingParty.id,
        userID: new TextEncoder().encode(user.sub),
        userName: user.attributes.email,
        userDisplayName: user.attributes.name ?? user.attributes.email,
        challenge: Buffer.from(challenge, 'base64url'),
        excludeCredentials,
        authenticatorSelection: {
          residentKey: 'required',
          userVerification: relyingParty.userVerification,
        },
        supportedAlgorithmIDs: signatureAlgorithms,
      });
    },

    /** Stores the new passkey. Throws the WebAuthn exceptions of CompleteWebAuthnRegistration. */
    complete: async (registrant: Registrant, credential: RegistrationCredential): Promise<void> => {
      const relyingParty = relyingPartyOf(settings);
      const { challenge, origin } = verifyClientData(registrant, relyingParty, credential);
      const verified = await verifyRegistration(credential, { challenge, origin, relyingParty });
      transaction(() => {
        listBelowLimit(registrant.sub);
        if (repository.has(credential.id)) throw credentialNotSupported();
        repository.insert(registrant.sub, {
          credentialId: credential.id,
          publicKey: verified.credential.publicKey,
          signCount: verified.credential.counter,
          friendlyName: friendlyNameOf(credential),
          relyingPartyId: relyingParty.id,
          attachment: credential.authenticatorAttachment ?? null,
          transports: credential.response.transports,
        });
      });
    },
  };
};
