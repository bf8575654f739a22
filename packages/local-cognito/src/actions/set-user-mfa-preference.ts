import type { Transaction } from '@share-my-files/local-server';
import { z } from 'zod';
import { type Action, defineAction } from '../aws-json/action.ts';
import type { MfaPreferences } from '../mfa/mfa-preferences.ts';
import type { SecondFactors } from '../mfa/second-factors.ts';
import { mfaSettingsFields, setMfaPreferences } from '../mfa/set-mfa-preferences.ts';
import type { PoolSettings } from '../settings/pool-settings.ts';
import type { Authenticate } from '../tokens/access-token-verifier.ts';
import { token } from './request-fields.ts';

const requestSchema = z.object({ AccessToken: token, ...mfaSettingsFields });

type Dependencies = {
  settings: PoolSettings;
  authenticate: Authenticate;
  mfaPreferences: MfaPreferences;
  secondFactors: SecondFactors;
  transaction: Transaction;
};

/** Enables, disables and prefers second factors of the signed-in user. */
export const createSetUserMfaPreference = (pool: Dependencies): Action =>
  defineAction(requestSchema, async ({ AccessToken, ...settings }) => {
    setMfaPreferences(pool, await pool.authenticate(AccessToken), settings);
    return {};
  });
