import { z } from 'zod';
import { type Action, defineAction } from '../aws-json/action.ts';
import type { Devices } from '../devices/devices.ts';
import { deviceNotFound, invalidParameter } from '../errors.ts';
import type { PoolSettings } from '../settings/pool-settings.ts';
import { prime } from '../srp/group.ts';
import type { AuthenticateSession } from '../tokens/access-token-verifier.ts';
import { deviceKey, token } from './request-fields.ts';

const MAXIMUM_DIGITS = 1024;

const base64Number = z
  .string()
  .min(1)
  .max(MAXIMUM_DIGITS)
  .regex(/^[A-Za-z0-9+/]+={0,2}$/)
  .transform((text) => BigInt(`0x0${Buffer.from(text, 'base64').toString('hex')}`));

const requestSchema = z.object({
  AccessToken: token,
  DeviceKey: deviceKey,
  DeviceName: z.string().min(1).max(1024).optional(),
  DeviceSecretVerifierConfig: z.object({ PasswordVerifier: base64Number, Salt: base64Number }),
});

type Dependencies = { settings: PoolSettings; authenticateSession: AuthenticateSession; devices: Devices };

/** Registers the device of the tokens with the verifier of its own password. */
export const createConfirmDevice = ({ settings, authenticateSession, devices }: Dependencies): Action =>
  defineAction(requestSchema, async (request) => {
    const { user, session } = await authenticateSession(request.AccessToken);
    const { DeviceKey, DeviceName = null, DeviceSecretVerifierConfig } = request;
    const { PasswordVerifier: verifier, Salt: salt } = DeviceSecretVerifierConfig;
    const { deviceConfiguration } = settings;
    if (deviceConfiguration === undefined || session.deviceKey !== DeviceKey) throw deviceNotFound();
    if (devices.find(DeviceKey) !== undefined) throw invalidParameter('Device is already confirmed.');
    if (verifier < 2n || verifier >= prime) throw invalidParameter('Invalid device secret verifier.');
    const isPrompted = deviceConfiguration.deviceOnlyRememberedOnUserPrompt;
    devices.insert({
      deviceKey: DeviceKey,
      sub: user.sub,
      name: DeviceName,
      isRemembered: !isPrompted,
      verifier: { salt, verifier },
    });
    return { UserConfirmationNecessary: isPrompted };
  });
