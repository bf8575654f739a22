import { UNKNOWN } from '../user-sessions/device-type.ts';
import type { UserSession } from '../user-sessions/user-sessions.ts';

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
