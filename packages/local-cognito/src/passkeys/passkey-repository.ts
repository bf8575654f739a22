import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';

const passkeyRow = z
  .object({
    position: z.int(),
    credential_id: z.string(),
    public_key: z.instanceof(Uint8Array<ArrayBuffer>),
    sign_count: z.int(),
    friendly_name: z.string(),
    relying_party_id: z.string(),
    attachment: z.string().nullable(),
    transports: z.string().transform((json) => z.array(z.string()).parse(JSON.parse(json))),
    created_at: z.int(),
  })
  .transform((row) => ({
    position: row.position,
    credentialId: row.credential_id,
    publicKey: row.public_key,
    signCount: row.sign_count,
    friendlyName: row.friendly_name,
    relyingPartyId: row.relying_party_id,
    attachment: row.attachment,
    transports: row.transports,
    createdAt: row.created_at,
  }));

/**
 * A credential of WebAuthn, section 4. `publicKey` is in COSE format, `createdAt` in milliseconds, and
 * `position` increases with each registration.
 */
export type Passkey = z.output<typeof passkeyRow>;

/** The only place that reads and writes passkeys. */
export type PasskeyRepository = ReturnType<typeof createPasskeyRepository>;

/** Stores the passkeys of the pool's users. They are deleted with their user. */
export const createPasskeyRepository = (database: DatabaseSync, now: () => number) => {
  const insert = database.prepare(`
    INSERT INTO passkeys
      (credential_id, sub, public_key, sign_count, friendly_name, relying_party_id, attachment, transports, created_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const select = database.prepare('SELECT * FROM passkeys WHERE sub = ? AND position > ? ORDER BY position');
  const exists = database.prepare('SELECT 1 FROM passkeys WHERE credential_id = ?');
  const count = database.prepare(
    'UPDATE passkeys SET sign_count = ? WHERE credential_id = ? AND sign_count = ?',
  );
  const remove = database.prepare('DELETE FROM passkeys WHERE sub = ? AND credential_id = ?');

  return {
    insert: (sub: string, passkey: Omit<Passkey, 'position' | 'createdAt'>) => {
      const { credentialId, publicKey, signCount, friendlyName, relyingPartyId } = passkey;
      const transports = JSON.stringify(passkey.transports);
      insert.run(
        ...[credentialId, sub, publicKey, signCount, friendlyName, relyingPartyId],
        ...[passkey.attachment, transports, now()],
      );
    },
    /** The user's passkeys after a position, oldest first. */
    listOf: (sub: string, after = 0): Passkey[] => select.all(sub, after).map((row) => passkeyRow.parse(row)),
    /** Whether any user has the credential. */
    has: (credentialId: string): boolean => exists.get(credentialId) !== undefined,
    /** Returns false if a concurrent sign-in changed the counter or the passkey is gone. */
    recordUse: ({ credentialId, signCount }: Passkey, newSignCount: number): boolean =>
      count.run(newSignCount, credentialId, signCount).changes > 0,
    /** Returns false if the user has no such passkey. */
    remove: (sub: string, credentialId: string): boolean => remove.run(sub, credentialId).changes > 0,
  };
};
