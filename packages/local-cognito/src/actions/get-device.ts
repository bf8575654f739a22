import { z } from 'zod';
import { type Action, defineAction } from '../aws-json/action.ts';
import type { UserPool } from '../composition/user-pool.ts';
import { readDeviceOf, toDeviceType } from './device-description.ts';
import { deviceKey, token } from './request-fields.ts';

const requestSchema = z.object({ AccessToken: token, DeviceKey: deviceKey });

/** Tells about one device of the user. */
export const createGetDevice = (pool: Pick<UserPool, 'authenticate' | 'devices'>): Action =>
  defineAction(requestSchema, async ({ AccessToken, DeviceKey }) => {
    return { Device: toDeviceType(readDeviceOf(pool, await pool.authenticate(AccessToken), DeviceKey)) };
  });
