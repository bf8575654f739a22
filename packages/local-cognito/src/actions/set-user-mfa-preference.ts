import { z } from 'zod';
import { type Action, defineAction } from '../aws-json/action.ts';
import type { UserPool } from '../composition/user-pool.ts';
import { mfaSettingsFields, setMfaPreferences } from '../mfa/set-mfa-preferences.ts';
import { token } from './request-fields.ts';

const requestSchema = z.object({ AccessToken: token, ...mfaSettingsFields });

type Dependencies = Pick<UserPool, 'authenticate' | 'mfaPreferences' | 'secondFactors' | 'transaction'>;

/** Turns second factors of the signed-in user on and off, and prefers one of them. */
export const createSetUserMfaPreference = (pool: Dependencies): Action =>
  defineAction(requestSchema, async ({ AccessToken, ...settings }) => {
    setMfaPreferences(pool, await pool.authenticate(AccessToken), settings);
    return {};
  });
