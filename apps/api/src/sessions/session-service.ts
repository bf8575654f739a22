import type { SessionConfirmation, SessionList } from '@share-my-files/contract';
import type { SignedInUser } from '#auth/signed-in-user.ts';
import type { UserPool } from '#auth/user-pool.ts';
import type { Database } from '#db/database.ts';
import { AppError, conflict, notFound, unauthenticated } from '#errors.ts';
import { listConfirmations, requireConfirmations } from './session-repository.ts';
import { deleteOldSessions } from './system-session-repository.ts';

type SessionServiceDependencies = {
  database: Database;
  userPool: Pick<UserPool, 'sessions'>;
};

export type SessionService = ReturnType<typeof createSessionService>;

/**
 * Ends sessions at Cognito first: if it cannot be reached, nothing has changed and the caller gets the error. Then every
 * session of the user has to be confirmed again, because no claim of a token contains Cognito's id of its session.
 */
export const createSessionService = ({ database, userPool }: SessionServiceDependencies) => {
  const confirmAllAgain = async (userId: string): Promise<void> => {
    if (!(await database.transaction((tx) => requireConfirmations(tx, userId)))) throw unauthenticated();
  };

  return {
    listSessions: async (accessToken: string): Promise<SessionList> => ({
      sessions: await userPool.sessions.list(accessToken),
    }),

    listConfirmations: async (userId: string): Promise<SessionConfirmation[]> => {
      const confirmations = await listConfirmations(database.queries, userId);
      return confirmations.map(({ sessionId, confirmedAt }) => ({
        sessionId,
        confirmedAt: confirmedAt.toISOString(),
      }));
    },

    endSession: async ({ id, accessToken }: SignedInUser, sessionId: string): Promise<void> => {
      const sessions = await userPool.sessions.list(accessToken);
      const session = sessions.find((candidate) => candidate.id === sessionId);
      if (session === undefined) throw notFound();
      if (session.isCurrent) throw conflict('This is the device that you are using. Sign out instead.');
      await userPool.sessions.revoke(accessToken, sessionId);
      await confirmAllAgain(id);
    },

    endOtherSessions: async ({ id, accessToken }: SignedInUser): Promise<void> => {
      const others = (await userPool.sessions.list(accessToken)).filter(({ isCurrent }) => !isCurrent);
      // One after another: Cognito limits the calls per second.
      for (const session of others) await userPool.sessions.revoke(accessToken, session.id);
      await confirmAllAgain(id);
    },

    signOutEverywhere: async ({ id, accessToken }: SignedInUser): Promise<void> => {
      await userPool.sessions.revokeAll(accessToken).catch(async (error: unknown) => {
        // Already revoked: an earlier attempt may have reached Cognito, but not the database.
        if (error instanceof AppError && error.code === 'invalid_token') await confirmAllAgain(id);
        throw error;
      });
      await confirmAllAgain(id);
    },

    /** Ends every session of a user who has no access token. Idempotent. */
    endAllOf: async (userId: string): Promise<void> => {
      await userPool.sessions.revokeAllOf(userId);
      await database.transaction((tx) => requireConfirmations(tx, userId));
    },

    deleteOldSessions: (limit: number): Promise<void> =>
      database.transaction((tx) => deleteOldSessions(tx, limit)),
  };
};
