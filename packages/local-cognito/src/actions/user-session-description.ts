import { operationNotEnabled, resourceNotFound } from '../errors.ts';
import type { PoolSettings } from '../settings/pool-settings.ts';
import { UNKNOWN } from '../user-sessions/device-type.ts';
import type { UserSession, UserSessions } from '../user-sessions/user-sessions.ts';

/** Maps a session to the SessionDescriptionType of the API model. `originJti` is that of the caller. */
export const describeUserSession = (session: UserSession, originJti?: string) => ({
  SessionId: session.sessionId,
  SessionType: 'TOKEN',
  ClientId: session.clientId,
  CreateDate: session.createdAt / 1000,
  LastActiveDate: session.lastActiveAt / 1000,
  DeviceType: session.deviceType,
  LastIPAddress: session.ipAddress,
  LastLocation: { Country: UNKNOWN },
  IsCurrentSession: session.originJti === originJti,
});

/** Throws OperationNotEnabledException unless the pool tracks sessions. */
export const assertTracked = ({ userSessionTracking }: Pick<PoolSettings, 'userSessionTracking'>): void => {
  if (userSessionTracking === 'ENABLED') return;
  throw operationNotEnabled('User session tracking is not enabled for the user pool.');
};

/** Returns an active session of a user, or throws ResourceNotFoundException. */
export const getUserSession = (userSessions: UserSessions, sub: string, sessionId: string): UserSession => {
  const session = userSessions.find(sub, sessionId);
  if (session === undefined) throw resourceNotFound('Session does not exist.');
  return session;
};
