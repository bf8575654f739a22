import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { PoolSettings } from '../settings/pool-settings.ts';

/** A second factor that the pool can require. */
export type MfaMethod = PoolSettings['enabledMfas'][number];

/** A change of one method. Without `isPreferred`, the preference stays. */
export type MfaPreference = { isEnabled: boolean; isPreferred?: boolean };

const rowsSchema = z.array(
  z
    .object({ method: z.enum(['SOFTWARE_TOKEN_MFA', 'EMAIL_OTP']), is_preferred: z.literal([0, 1]) })
    .transform(({ method, is_preferred }) => ({ method, isPreferred: is_preferred === 1 })),
);

/** The second factors that users enabled. */
export type MfaPreferences = ReturnType<typeof createMfaPreferences>;

/** Stores what SetUserMFAPreference sets. A user prefers at most one method. */
export const createMfaPreferences = (database: DatabaseSync) => {
  const select = database.prepare(
    "SELECT method, is_preferred FROM mfa_preferences WHERE sub = ? AND method <> 'WEB_AUTHN'",
  );
  const enable = database.prepare(
    'INSERT OR IGNORE INTO mfa_preferences (sub, method, is_preferred) VALUES (?, ?, 0)',
  );
  const disable = database.prepare('DELETE FROM mfa_preferences WHERE sub = ? AND method = ?');
  const prefer = database.prepare('UPDATE mfa_preferences SET is_preferred = (method = ?) WHERE sub = ?');
  const selectPasskey = database.prepare(
    "SELECT 1 FROM mfa_preferences WHERE sub = ? AND method = 'WEB_AUTHN'",
  );
  const doNotPrefer = database.prepare(
    'UPDATE mfa_preferences SET is_preferred = 0 WHERE method = ? AND sub = ?',
  );

  return {
    of: (sub: string) => rowsSchema.parse(select.all(sub)),
    /** Whether the user lets a passkey count as both factors. It is never preferred. */
    hasPasskey: (sub: string): boolean => selectPasskey.get(sub) !== undefined,
    setPasskey: (sub: string, isEnabled: boolean) => {
      (isEnabled ? enable : disable).run(sub, 'WEB_AUTHN');
    },
    set: (sub: string, method: MfaMethod, { isEnabled, isPreferred }: MfaPreference) => {
      if (!isEnabled) {
        disable.run(sub, method);
        return;
      }
      enable.run(sub, method);
      if (isPreferred !== undefined) (isPreferred ? prefer : doNotPrefer).run(method, sub);
    },
  };
};
