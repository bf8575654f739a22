import { and, eq, sql } from 'drizzle-orm';
import type { Executor, Reader } from '#db/database.ts';
import { sessions, users } from '#db/schema.ts';

export type SessionKey = { userId: string; sessionId: string };

const now = sql`now()`.mapWith(sessions.confirmedAt);

/**
 * Prepares the query that every request begins with, because building and planning it takes longer than running it. It
 * finds the user of a session, and whether Cognito has confirmed the session since the user last ended one.
 */
export const prepareFindSession = (reader: Reader, freshSeconds: number) => {
  const { userId, sessionId } = {
    userId: sql.placeholder('userId'),
    sessionId: sql.placeholder('sessionId'),
  };
  const query = reader
    .select({
      email: users.email,
      emailVerified: users.emailVerified,
      name: users.name,
      deletingAt: users.deletingAt,
      changedAt: users.sessionsChangedAt,
      confirmedAt: sessions.confirmedAt,
      now,
    })
    .from(users)
    .leftJoin(sessions, and(eq(sessions.id, sessionId), eq(sessions.userId, users.id)))
    .where(eq(users.id, userId))
    .prepare('find_session');

  return async (key: SessionKey) => {
    const [found] = await query.execute(key);
    if (found === undefined) return;
    const { deletingAt, changedAt, confirmedAt, now: time, ...profile } = found;
    // Strictly after: of two instants in the same millisecond, the confirmation may be the older one.
    const isConfirmed = confirmedAt !== null && (changedAt === null || confirmedAt > changedAt);
    const ageMilliseconds = time.getTime() - (confirmedAt?.getTime() ?? 0);
    return {
      ...profile,
      isDeleting: deletingAt !== null,
      isConfirmed,
      isFresh: isConfirmed && ageMilliseconds < freshSeconds * 1000,
    };
  };
};

export type FoundSession = NonNullable<Awaited<ReturnType<ReturnType<typeof prepareFindSession>>>>;

/** Saves when Cognito was asked; the later one of two concurrent confirmations counts. */
export const saveSession = async (
  tx: Executor,
  { userId, sessionId }: SessionKey,
  confirmedAt: Date,
): Promise<void> => {
  await tx
    .insert(sessions)
    .values({ id: sessionId, userId, confirmedAt })
    .onConflictDoUpdate({
      target: sessions.id,
      set: { confirmedAt: sql`greatest(${sessions.confirmedAt}, excluded.confirmed_at)` },
      setWhere: eq(sessions.userId, userId),
    });
};

export const deleteSession = async (tx: Executor, { userId, sessionId }: SessionKey): Promise<void> => {
  await tx.delete(sessions).where(and(eq(sessions.id, sessionId), eq(sessions.userId, userId)));
};

export const listConfirmations = (reader: Reader, userId: string) =>
  reader
    .select({ sessionId: sessions.id, confirmedAt: sessions.confirmedAt })
    .from(sessions)
    .where(eq(sessions.userId, userId));

/** Makes every session of the user wait for a new confirmation; resolves to whether the user exists. */
export const requireConfirmations = async (tx: Executor, userId: string): Promise<boolean> => {
  const changed = await tx
    .update(users)
    .set({ sessionsChangedAt: sql`now()` })
    .where(eq(users.id, userId))
    .returning({ id: users.id });
  return changed.length === 1;
};
