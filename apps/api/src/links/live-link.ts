import { and, gt, isNull, or, sql } from 'drizzle-orm';
import { links } from '#db/schema.ts';

// The database's clock decides, so that every process agrees on when a link is over.
export const isLive = and(
  isNull(links.revokedAt),
  or(isNull(links.expiresAt), gt(links.expiresAt, sql`now()`)),
);
