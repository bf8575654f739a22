import { z } from 'zod';
import { type Action, defineAction } from '../aws-json/action.ts';
import type { UserPool } from '../composition/user-pool.ts';
import { readDeviceOf } from './device-description.ts';
import { deviceKey, token } from './request-fields.ts';

const requestSchema = z.object({
  AccessToken: token,
  DeviceKey: deviceKey,
  DeviceRememberedStatus: z.enum(['remembered', 'not_remembered']).optional(),
});

/** Remembers a device of the user, so that it can prove itself at sign-ins, or no more. */
export const createUpdateDeviceStatus = (pool: Pick<UserPool, 'authenticate' | 'devices'>): Action =>
  defineAction(requestSchema, async ({ AccessToken, DeviceKey, DeviceRememberedStatus }) => {
    const device = readDeviceOf(pool, await pool.authenticate(AccessToken), DeviceKey);
    if (DeviceRememberedStatus !== undefined) {
      pool.devices.setRemembered(device.deviceKey, DeviceRememberedStatus === 'remembered');
    }
    return {};
  });
