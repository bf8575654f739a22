import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';

const rowSchema = z.object({ identity_id: z.string() });

/** The identities of the identity pool by user of the user pool. */
export type Identities = ReturnType<typeof createIdentities>;

/** Stores the identities in the database. An id is `<region>:<uuid>` and permanent. */
export const createIdentities = (database: DatabaseSync, region: string) => {
  const select = database.prepare('SELECT identity_id FROM identities WHERE sub = ?');
  const insert = database.prepare('INSERT INTO identities (identity_id, sub) VALUES (?, ?)');

  const find = (sub: string): string | undefined => {
    const row = select.get(sub);
    return row === undefined ? undefined : rowSchema.parse(row).identity_id;
  };

  return {
    find,
    findOrCreate: (sub: string): string => {
      const existing = find(sub);
      if (existing !== undefined) return existing;
      const identityId = `${region}:${randomUUID()}`;
      insert.run(identityId, sub);
      return identityId;
    },
  };
};
