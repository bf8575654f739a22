import { randomBytes } from 'node:crypto';
import { deviceNotFound, incorrectUsernameOrPassword, invalidParameter } from '../errors.ts';
import type { PoolSettings } from '../settings/pool-settings.ts';
import type { ChallengeAnswer, ChallengeResponder } from '../sign-in/auth-flow.ts';
import type { AuthSessions, OpenChallenge } from '../sign-in/auth-sessions.ts';
import type { CompleteSignIn } from '../sign-in/complete-sign-in.ts';
import { isProof, passwordClaimSchema } from '../sign-in/password/password-claim.ts';
import { readPublicValue } from '../sign-in/password/srp-challenge.ts';
import { createServerKeyPair } from '../srp/server-proof.ts';
import { deviceGroupKeyOf } from './device-keys.ts';
import type { Device, Devices } from './devices.ts';

const SECRET_BLOCK_BYTES = 64;

type Dependencies = {
  settings: PoolSettings;
  devices: Devices;
  authSessions: AuthSessions;
  now: () => number;
};

// Read again at each step: a device forgotten in between proves nothing.
const readDevice = (
  { devices }: Dependencies,
  { signIn }: OpenChallenge<'DEVICE_SRP_AUTH' | 'DEVICE_PASSWORD_VERIFIER'>,
  { responses }: ChallengeAnswer,
): Device => {
  const device = devices.find(signIn.deviceKey ?? '');
  const isMeant = device?.deviceKey === responses.DEVICE_KEY && device?.sub === signIn.account.sub;
  if (device === undefined || !isMeant || !device.isRemembered) throw deviceNotFound();
  return device;
};

/** The challenge DEVICE_SRP_AUTH: the first step of SRP with the password of the device. */
export const createDeviceSrpAuth =
  (pool: Dependencies): ChallengeResponder =>
  (answer) => {
    const challenge = pool.authSessions.findAnswered(answer, 'DEVICE_SRP_AUTH');
    const { signIn, consume } = challenge;
    const { deviceKey, verifier } = readDevice(pool, challenge, answer);
    const clientValue = readPublicValue(answer.responses.SRP_A);
    const server = createServerKeyPair(verifier.verifier);
    const secretBlock = randomBytes(SECRET_BLOCK_BYTES).toString('base64');
    consume();
    return {
      ChallengeName: 'DEVICE_PASSWORD_VERIFIER',
      ChallengeParameters: {
        SALT: verifier.salt.toString(16),
        SRP_B: server.publicValue.toString(16),
        SECRET_BLOCK: secretBlock,
        USERNAME: signIn.account.sub,
        DEVICE_KEY: deviceKey,
      },
      Session: pool.authSessions.open(signIn, {
        DEVICE_PASSWORD_VERIFIER: { clientValue, server, secretBlock },
      }),
    };
  };

/** The challenge DEVICE_PASSWORD_VERIFIER: the second step. It accepts one response. */
export const createDevicePasswordVerifier =
  (pool: Dependencies & { completeSignIn: CompleteSignIn }): ChallengeResponder =>
  (answer) => {
    const claim = passwordClaimSchema.safeParse(answer.responses);
    if (!claim.success) throw invalidParameter('Missing required parameter for DEVICE_PASSWORD_VERIFIER');
    const challenge = pool.authSessions.findAnswered(answer, 'DEVICE_PASSWORD_VERIFIER');
    const { signIn, state, consume } = challenge;
    const device = readDevice(pool, challenge, answer);
    consume();
    const owner = { poolName: deviceGroupKeyOf(device.deviceKey), userId: device.deviceKey };
    const exchange = { ...state, owner, verifier: device.verifier.verifier };
    const isMeant = claim.data.PASSWORD_CLAIM_SECRET_BLOCK === state.secretBlock;
    if (!isMeant || !isProof(exchange, claim.data, pool.now())) throw incorrectUsernameOrPassword();
    const replacesMfa = pool.settings.deviceConfiguration?.challengeRequiredOnNewDevice === true;
    return pool.completeSignIn({
      ...signIn,
      isDeviceProven: true,
      ...(replacesMfa && { secondFactor: 'DEVICE' }),
    });
  };
