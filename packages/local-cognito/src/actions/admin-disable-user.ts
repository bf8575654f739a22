import type { Transaction } from '@share-my-files/local-server';
import { z } from 'zod';
import type { Action } from '../aws-json/action.ts';
import type { PoolSettings } from '../settings/pool-settings.ts';
import type { Sessions } from '../tokens/sessions.ts';
import type { UserRepository } from '../users/user-repository.ts';
import { defineUserAction } from './admin-action.ts';
import { username, userPoolId } from './request-fields.ts';

const requestSchema = z.object({ UserPoolId: userPoolId, Username: username });

type Dependencies = {
  settings: PoolSettings;
  users: UserRepository;
  sessions: Sessions;
  transaction: Transaction;
};

/** Disables a user's sign-in and ends all sessions. */
export const createAdminDisableUser = (pool: Dependencies): Action =>
  defineUserAction(pool, requestSchema, (_request, user) => {
    pool.transaction(() => {
      pool.users.update(user.sub, { isEnabled: false });
      pool.sessions.revokeAllOf(user);
    });
    return {};
  });
