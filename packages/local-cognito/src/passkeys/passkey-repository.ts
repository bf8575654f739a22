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
 * A credential as WebAuthn section 4 defines it: `publicKey` is in COSE form, `createdAt` in milliseconds, and
 * `position` grows with each that is registered.
 */
export type Passkey = z.output<typeof passkeyRow>;

/** The only place that reads and writes passkeys. */
export type PasskeyRepository = ReturnType<typeof createPasskeyRepository>;

/** Keeps the passkeys of the pool's users; they go with their user. */
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
    /** The user's passkeys, oldest first; `after` is the position that the list begins behind. */
    listOf: (sub: string, after = 0): Passkey[] => select.all(sub, after).map((row) => passkeyRow.parse(row)),
    /** Tells whether anybody has this credential. */
    has: (credentialId: string): boolean => exists.get(credentialId) !== undefined,
    /** Gives false when another sign-in has changed the counter meanwhile, or the passkey is gone. */
    recordUse: ({ credentialId, signCount }: Passkey, newSignCount: number): boolean =>
      count.run(newSignCount, credentialId, signCount).changes > 0,
    /** Gives false when the user has no such passkey. */
    remove: (sub: string, credentialId: string): boolean => remove.run(sub, credentialId).changes > 0,
  };
};
