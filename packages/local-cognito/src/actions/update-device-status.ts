import { z } from 'zod';
import { type Action, defineAction } from '../aws-json/action.ts';
import type { Devices } from '../devices/devices.ts';
import type { Authenticate } from '../tokens/access-token-verifier.ts';
import { deviceKey, token } from './request-fields.ts';

const requestSchema = z.object({
  AccessToken: token,
  DeviceKey: deviceKey,
  DeviceRememberedStatus: z.enum(['remembered', 'not_remembered']).optional(),
});

/** Sets whether a device of the user is remembered. Only remembered devices can authenticate. */
export const createUpdateDeviceStatus = (pool: { authenticate: Authenticate; devices: Devices }): Action =>
  defineAction(requestSchema, async ({ AccessToken, DeviceKey, DeviceRememberedStatus }) => {
    const { sub } = await pool.authenticate(AccessToken);
    const device = pool.devices.getOf(sub, DeviceKey);
    if (DeviceRememberedStatus !== undefined) {
      pool.devices.setRemembered(device.deviceKey, DeviceRememberedStatus === 'remembered');
    }
    return {};
  });
