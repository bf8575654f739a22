import { z } from 'zod';
import { type Action, defineAction } from '../aws-json/action.ts';
import type { Devices } from '../devices/devices.ts';
import type { Authenticate } from '../tokens/access-token-verifier.ts';
import { toDeviceType } from './device-description.ts';
import { deviceKey, token } from './request-fields.ts';

const requestSchema = z.object({ AccessToken: token, DeviceKey: deviceKey });

/** Returns a device of the user. */
export const createGetDevice = (pool: { authenticate: Authenticate; devices: Devices }): Action =>
  defineAction(requestSchema, async ({ AccessToken, DeviceKey }) => {
    const { sub } = await pool.authenticate(AccessToken);
    return { Device: toDeviceType(pool.devices.getOf(sub, DeviceKey)) };
  });
