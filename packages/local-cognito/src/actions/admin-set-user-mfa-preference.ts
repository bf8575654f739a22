import type { Transaction } from '@share-my-files/local-server';
import { z } from 'zod';
import type { Action } from '../aws-json/action.ts';
import type { MfaPreferences } from '../mfa/mfa-preferences.ts';
import type { SecondFactors } from '../mfa/second-factors.ts';
import { mfaSettingsFields, setMfaPreferences } from '../mfa/set-mfa-preferences.ts';
import type { PoolSettings } from '../settings/pool-settings.ts';
import type { UserRepository } from '../users/user-repository.ts';
import { defineUserAction } from './admin-action.ts';
import { username, userPoolId } from './request-fields.ts';

const requestSchema = z.object({ UserPoolId: userPoolId, Username: username, ...mfaSettingsFields });

type Dependencies = {
  settings: PoolSettings;
  users: UserRepository;
  mfaPreferences: MfaPreferences;
  secondFactors: SecondFactors;
  transaction: Transaction;
};

/** Enables, disables and prefers second factors of a user. */
export const createAdminSetUserMfaPreference = (pool: Dependencies): Action =>
  defineUserAction(pool, requestSchema, (request, user) => {
    setMfaPreferences(pool, user, request);
    return {};
  });
