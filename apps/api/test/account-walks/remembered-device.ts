import type {
  InitiateAuthCommandOutput,
  NewDeviceMetadataType,
} from '@aws-sdk/client-cognito-identity-provider';
import { createDeviceVerifier, createSrpSession, signSrpSessionWithDevice } from 'cognito-srp-helper';
import { formatTimestamp } from '../../../../packages/local-cognito/test/support/srp-client.ts';
import type { UserPool } from './user-pool.ts';

/** What a browser stores of a device that Cognito remembers: its key and the password of the device. */
export type RememberedDevice = { deviceKey: string; groupKey: string; password: string };

/** Makes the pool remember the new device of a sign-in. */
export const rememberDevice = async (
  { client }: UserPool,
  AccessToken: string,
  { DeviceKey = '', DeviceGroupKey = '' }: NewDeviceMetadataType,
): Promise<RememberedDevice> => {
  const { DeviceRandomPassword, DeviceSecretVerifierConfig } = createDeviceVerifier(
    DeviceKey,
    DeviceGroupKey,
  );
  await client.confirmDevice({ AccessToken, DeviceKey, DeviceSecretVerifierConfig });
  return { deviceKey: DeviceKey, groupKey: DeviceGroupKey, password: DeviceRandomPassword };
};

/** Answers the challenge `DEVICE_SRP_AUTH` by SRP with the password of the device. */
export const proveDevice = async (
  pool: UserPool,
  email: string,
  { deviceKey, groupKey, password }: RememberedDevice,
  challenge: InitiateAuthCommandOutput,
): Promise<InitiateAuthCommandOutput> => {
  const timestamp = formatTimestamp(new Date(pool.clock.now()));
  const session = { ...createSrpSession(email, '', pool.userPoolId, false), timestamp };
  const started = await pool.respond(email, challenge, { DEVICE_KEY: deviceKey, SRP_A: session.largeA });
  const answer = { ChallengeParameters: started.ChallengeParameters ?? {} };
  const { passwordSignature } = signSrpSessionWithDevice(session, answer, groupKey, password);
  return pool.respond(email, started, {
    DEVICE_KEY: deviceKey,
    PASSWORD_CLAIM_SECRET_BLOCK: started.ChallengeParameters?.SECRET_BLOCK ?? '',
    PASSWORD_CLAIM_SIGNATURE: passwordSignature,
    TIMESTAMP: timestamp,
  });
};
