import { z } from 'zod';
import type { Action } from '../aws-json/action.ts';
import type { Devices } from '../devices/devices.ts';
import type { PoolSettings } from '../settings/pool-settings.ts';
import type { UserRepository } from '../users/user-repository.ts';
import { defineUserAction } from './admin-action.ts';
import { toDeviceType } from './device-description.ts';
import { deviceKey, username, userPoolId } from './request-fields.ts';

const requestSchema = z.object({ UserPoolId: userPoolId, Username: username, DeviceKey: deviceKey });

type Dependencies = { settings: PoolSettings; users: UserRepository; devices: Devices };

/** Returns a device of a user. */
export const createAdminGetDevice = (pool: Dependencies): Action =>
  defineUserAction(pool, requestSchema, ({ DeviceKey }, { sub }) => ({
    Device: toDeviceType(pool.devices.getOf(sub, DeviceKey)),
  }));
