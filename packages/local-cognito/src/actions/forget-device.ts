import { z } from 'zod';
import { type Action, defineAction } from '../aws-json/action.ts';
import type { Devices } from '../devices/devices.ts';
import type { Authenticate } from '../tokens/access-token-verifier.ts';
import { deviceKey, token } from './request-fields.ts';

const requestSchema = z.object({ AccessToken: token, DeviceKey: deviceKey });

/** Forgets a device of the user. It is unknown at its next sign-in. */
export const createForgetDevice = (pool: { authenticate: Authenticate; devices: Devices }): Action =>
  defineAction(requestSchema, async ({ AccessToken, DeviceKey }) => {
    const { sub } = await pool.authenticate(AccessToken);
    const device = pool.devices.getOf(sub, DeviceKey);
    pool.devices.remove(device.deviceKey);
    return {};
  });
