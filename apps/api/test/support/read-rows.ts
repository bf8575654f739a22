import type { Database } from '#db/database.ts';
import { grants, items, links, recoveryCodes, shareNotices, uploads, users } from '#db/schema.ts';

// Without the profile and the sessions, which authentication itself updates.
const userColumns = {
  id: users.id,
  usedBytes: users.usedBytes,
  reservedBytes: users.reservedBytes,
  sessionsChangedAt: users.sessionsChangedAt,
  deletingAt: users.deletingAt,
};

/** Reads all rows that an operation can change. */
export const readRows = async ({ queries }: Database) => ({
  users: await queries.select(userColumns).from(users).orderBy(users.id),
  items: await queries.select().from(items).orderBy(items.id),
  uploads: await queries.select().from(uploads).orderBy(uploads.id),
  grants: await queries.select().from(grants).orderBy(grants.id),
  links: await queries.select().from(links).orderBy(links.id),
  recoveryCodes: await queries.select().from(recoveryCodes).orderBy(recoveryCodes.id),
  notices: await queries
    .select()
    .from(shareNotices)
    .orderBy(shareNotices.ownerId, shareNotices.itemId, shareNotices.email),
});
