import { z } from 'zod';
import type { Action } from '../aws-json/action.ts';
import { addOnNotEnabled } from '../errors.ts';
import type { PoolSettings } from '../settings/pool-settings.ts';
import type { UserRepository } from '../users/user-repository.ts';
import { defineUserAction } from './admin-action.ts';
import { username, userPoolId } from './request-fields.ts';

const requestSchema = z.object({ UserPoolId: userPoolId, Username: username });

type Dependencies = { settings: PoolSettings; users: UserRepository };

/** Throws UserPoolAddOnNotEnabledException: only threat protection records the events of a user. */
export const createAdminListUserAuthEvents = (pool: Dependencies): Action =>
  defineUserAction(pool, requestSchema, ({ UserPoolId }) => {
    throw addOnNotEnabled(UserPoolId);
  });
