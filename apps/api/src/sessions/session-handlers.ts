import type { sessionOperations } from '@share-my-files/contract';
import type { Handlers } from '#http/handlers.ts';
import type { SessionService } from './session-service.ts';

export const createSessionHandlers = (sessions: SessionService): Handlers<typeof sessionOperations> => ({
  listSessions: ({ user }) => sessions.listSessions(user.accessToken),
  endSession: ({ user, params }) => sessions.endSession(user, params.sessionId),
  endOtherSessions: ({ user }) => sessions.endOtherSessions(user),
  signOutEverywhere: ({ user }) => sessions.signOutEverywhere(user),
});
