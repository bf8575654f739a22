import { z } from 'zod';
import { type Action, defineAction } from '../action.ts';
import { readDeviceOf } from '../devices/device-description.ts';
import type { UserPool } from '../user-pool.ts';
import { deviceKey, token } from './request-fields.ts';

const requestSchema = z.object({ AccessToken: token, DeviceKey: deviceKey });

/** Forgets a device of the user; it is unknown at its next sign-in. */
export const createForgetDevice = (pool: Pick<UserPool, 'authenticate' | 'devices'>): Action =>
  defineAction(requestSchema, async ({ AccessToken, DeviceKey }) => {
    const device = readDeviceOf(pool, await pool.authenticate(AccessToken), DeviceKey);
    pool.devices.remove(device.deviceKey);
    return {};
  });
