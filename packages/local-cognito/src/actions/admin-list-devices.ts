import { z } from 'zod';
import type { Action } from '../aws-json/action.ts';
import type { Devices } from '../devices/devices.ts';
import type { PoolSettings } from '../settings/pool-settings.ts';
import type { UserRepository } from '../users/user-repository.ts';
import { defineUserAction } from './admin-action.ts';
import { toDeviceType } from './device-description.ts';
import { limit, pageToken, username, userPoolId } from './request-fields.ts';

const requestSchema = z.object({
  UserPoolId: userPoolId,
  Username: username,
  Limit: limit,
  PaginationToken: pageToken,
});

type Dependencies = { settings: PoolSettings; users: UserRepository; devices: Devices };

/** Lists the confirmed devices of a user. */
export const createAdminListDevices = (pool: Dependencies): Action =>
  defineUserAction(pool, requestSchema, ({ Limit, PaginationToken }, { sub }) => {
    const { items, next } = pool.devices.listOf(sub, { limit: Limit, token: PaginationToken });
    return { Devices: items.map(toDeviceType), ...(next && { PaginationToken: next }) };
  });
