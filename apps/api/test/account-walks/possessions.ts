import type { NewDeviceMetadataType } from '@aws-sdk/client-cognito-identity-provider';
import type { createSoftwareAuthenticator } from '../../../../packages/local-cognito/test/support/software-authenticator.ts';
import type { RememberedDevice } from './remembered-device.ts';

type Passkey = ReturnType<typeof createSoftwareAuthenticator>;

/** What somebody has and knows, and could use to get into an account. */
export type Possessions = {
  password?: string | undefined;
  /** The addresses whose mail they read. */
  mailboxes: string[];
  /** The secret in their authenticator app. */
  authenticatorSecret?: string | undefined;
  passkeys: Passkey[];
  recoveryCodes: string[];
  /** The new device of the last sign-in, which Cognito remembers once it is confirmed. */
  newDevice?: NewDeviceMetadataType | undefined;
  device?: RememberedDevice | undefined;
};

/** What somebody has who has only `some` of it. */
export const only = (some: Partial<Possessions>): Possessions => ({
  mailboxes: [],
  passkeys: [],
  recoveryCodes: [],
  ...some,
});
