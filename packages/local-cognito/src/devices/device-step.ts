import { deviceNotFound } from '../errors.ts';
import type { SecondFactors } from '../mfa/second-factors.ts';
import type { PoolSettings } from '../settings/pool-settings.ts';
import type { ChallengeResponder, ChallengeResponders } from '../sign-in/auth-flow.ts';
import type { AuthSessions } from '../sign-in/auth-sessions.ts';
import type { SignInStep } from '../sign-in/complete-sign-in.ts';
import type { Devices } from './devices.ts';

type Dependencies = {
  settings: PoolSettings;
  devices: Devices;
  secondFactors: SecondFactors;
  authSessions: AuthSessions;
};

/**
 * Requires a remembered device to authenticate. With ChallengeRequiredOnNewDevice, this replaces a second
 * factor. Otherwise, users who require a second factor give only that.
 */
export const createDeviceStep =
  ({ settings, devices, secondFactors, authSessions }: Dependencies): SignInStep =>
  (signIn, user) => {
    const { deviceConfiguration } = settings;
    const { account, deviceKey, isDeviceProven, secondFactor } = signIn;
    if (deviceConfiguration === undefined || deviceKey === undefined || isDeviceProven) return undefined;
    const device = devices.find(deviceKey);
    if (device?.sub !== user.sub) throw deviceNotFound();
    const requiresMfa =
      !deviceConfiguration.challengeRequiredOnNewDevice && secondFactors.isRequiredFor(account);
    if (!device.isRemembered || requiresMfa || secondFactor !== undefined) return undefined;
    return {
      ChallengeName: 'DEVICE_SRP_AUTH',
      ChallengeParameters: {},
      Session: authSessions.open(signIn, { DEVICE_SRP_AUTH: {} }),
    };
  };

/**
 * Wraps responders to reject unconfirmed devices before the response counts: the client forgets the device
 * and retries without it.
 */
export const rejectUnknownDevices = (
  { settings, devices }: { settings: PoolSettings; devices: Devices },
  responders: ChallengeResponders,
): ChallengeResponders => {
  if (settings.deviceConfiguration === undefined) return responders;
  const guard =
    (respond: ChallengeResponder): ChallengeResponder =>
    (answer) => {
      const { DEVICE_KEY } = answer.responses;
      if (DEVICE_KEY !== undefined && devices.find(DEVICE_KEY) === undefined) throw deviceNotFound();
      return respond(answer);
    };
  return Object.fromEntries(Object.entries(responders).map(([name, respond]) => [name, guard(respond)]));
};
