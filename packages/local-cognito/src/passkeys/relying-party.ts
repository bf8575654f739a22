import { isLoopbackOrigin } from '@share-my-files/local-server';
import { CognitoError } from '../errors.ts';
import type { PoolSettings } from '../settings/pool-settings.ts';

/** The relying party of the pool's passkeys. */
export type RelyingParty = { id: string; userVerification: 'preferred' | 'required' };

type WebAuthnSettings = Pick<PoolSettings, 'allowedFirstAuthFactors' | 'webAuthn'>;

/** Whether users can sign in with passkeys. */
export const hasPasskeys = ({ allowedFirstAuthFactors, webAuthn }: WebAuthnSettings): boolean =>
  allowedFirstAuthFactors.includes('WEB_AUTHN') && webAuthn.relyingPartyId !== null;

/** Throws WebAuthnNotEnabledException or WebAuthnConfigurationMissingException in a pool without passkeys. */
export const relyingPartyOf = ({ allowedFirstAuthFactors, webAuthn }: WebAuthnSettings): RelyingParty => {
  const { relyingPartyId, userVerification } = webAuthn;
  if (!allowedFirstAuthFactors.includes('WEB_AUTHN')) {
    throw new CognitoError('WebAuthnNotEnabledException', 'Passkeys are not enabled in this user pool.');
  }
  if (relyingPartyId === null) {
    throw new CognitoError('WebAuthnConfigurationMissingException', 'The user pool has no relying party id.');
  }
  return { id: relyingPartyId, userVerification };
};

/** Whether the origin may use the passkeys: a page of this machine whose host is the relying party. */
export const isOriginOf = ({ id }: RelyingParty, origin: string): boolean =>
  isLoopbackOrigin(origin) && new URL(origin).hostname === id && new URL(origin).origin === origin;
