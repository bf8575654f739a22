import { z } from 'zod';
import { type Action, defineAction } from '../aws-json/action.ts';
import type { UserPool } from '../composition/user-pool.ts';
import { readDeviceOf } from './device-description.ts';
import { deviceKey, token } from './request-fields.ts';

const requestSchema = z.object({ AccessToken: token, DeviceKey: deviceKey });

/** Forgets a device of the user; it is unknown at its next sign-in. */
export const createForgetDevice = (pool: Pick<UserPool, 'authenticate' | 'devices'>): Action =>
  defineAction(requestSchema, async ({ AccessToken, DeviceKey }) => {
    const device = readDeviceOf(pool, await pool.authenticate(AccessToken), DeviceKey);
    pool.devices.remove(device.deviceKey);
    return {};
  });
