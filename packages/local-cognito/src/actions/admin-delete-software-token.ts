import type { Transaction } from '@share-my-files/local-server';
import { z } from 'zod';
import type { Action } from '../aws-json/action.ts';
import type { MfaPreferences } from '../mfa/mfa-preferences.ts';
import type { SoftwareTokens } from '../mfa/software-tokens.ts';
import type { PoolSettings } from '../settings/pool-settings.ts';
import type { UserRepository } from '../users/user-repository.ts';
import { defineUserAction } from './admin-action.ts';
import { username, userPoolId } from './request-fields.ts';

const requestSchema = z.object({ UserPoolId: userPoolId, Username: username });

type Dependencies = {
  settings: PoolSettings;
  users: UserRepository;
  softwareTokens: SoftwareTokens;
  mfaPreferences: MfaPreferences;
  transaction: Transaction;
};

/** Deletes the authenticator app of a user who has lost it, and its preference. */
export const createAdminDeleteSoftwareToken = (pool: Dependencies): Action =>
  defineUserAction(pool, requestSchema, (_request, { sub }) => {
    pool.transaction(() => {
      pool.softwareTokens.remove(sub);
      pool.mfaPreferences.set(sub, 'SOFTWARE_TOKEN_MFA', { isEnabled: false });
    });
    return {};
  });
