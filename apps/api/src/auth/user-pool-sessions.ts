import {
  AdminUserGlobalSignOutCommand,
  type CognitoIdentityProviderClient,
  GlobalSignOutCommand,
  ListUserSessionsCommand,
  OperationNotEnabledException,
  ResourceNotFoundException,
  RevokeUserSessionCommand,
  type SessionDescriptionType,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Session } from '@share-my-files/contract';
import { AppError } from '#errors.ts';
import { ignoreMissingUser, throwAppError } from './user-pool-errors.ts';

/** Sessions of a token's user; throws `session_tracking_off` if the pool does not track them. */
export type UserPoolSessions = {
  list: (accessToken: string) => Promise<Session[]>;
  /** Revokes the tokens of another session. Idempotent. */
  revoke: (accessToken: string, sessionId: string) => Promise<void>;
  /** Revokes all tokens of the token's user. */
  revokeAll: (accessToken: string) => Promise<void>;
  /** Revokes all tokens of a user, with the permissions of the API. Idempotent. */
  revokeAllOf: (userId: string) => Promise<void>;
};

const throwSessionError = (error: unknown): never => {
  if (!(error instanceof OperationNotEnabledException)) return throwAppError(error);
  const message =
    'The user pool of this installation does not track sessions. Sign out on all devices instead.';
  throw new AppError('session_tracking_off', message, { cause: error });
};

// Cognito writes this word for a device or a place that it could not find out.
const orNull = (text: string | undefined): string | null =>
  text === undefined || text === '' || text.toLowerCase() === 'unknown' ? null : text;

const toSession = ({
  SessionId = '',
  DeviceType,
  LastLocation,
  ...rest
}: SessionDescriptionType): Session => {
  const createdAt = rest.CreateDate ?? new Date(0);
  const place = [LastLocation?.City, LastLocation?.Country].filter((part) => orNull(part) !== null);
  return {
    id: SessionId,
    device: orNull(DeviceType),
    place: orNull(place.join(', ')),
    createdAt: createdAt.toISOString(),
    lastActiveAt: (rest.LastActiveDate ?? createdAt).toISOString(),
    isCurrent: rest.IsCurrentSession ?? false,
  };
};

export const createUserPoolSessions = (
  cognito: CognitoIdentityProviderClient,
  UserPoolId: string,
): UserPoolSessions => ({
  // One page: Cognito returns up to 125 sessions, and a user has at most 100.
  list: async (AccessToken) => {
    const { Sessions = [] } = await cognito
      .send(new ListUserSessionsCommand({ AccessToken }))
      .catch(throwSessionError);
    const sessions = Sessions.filter(({ SessionType }) => SessionType === 'TOKEN').map(toSession);
    return sessions.sort((a, b) => b.lastActiveAt.localeCompare(a.lastActiveAt));
  },

  revoke: async (AccessToken, SessionId) => {
    // With the session of Cognito's sign-in pages from which it came: it would start new ones without a password.
    const command = new RevokeUserSessionCommand({
      AccessToken,
      SessionId,
      RevokeAssociatedSessions: 'LINKED',
    });
    await cognito.send(command).catch((error: unknown) => {
      if (!(error instanceof ResourceNotFoundException)) throwSessionError(error);
    });
  },

  revokeAll: async (AccessToken) => {
    await cognito.send(new GlobalSignOutCommand({ AccessToken })).catch(throwAppError);
  },

  revokeAllOf: async (Username) => {
    const command = new AdminUserGlobalSignOutCommand({ UserPoolId, Username });
    await cognito.send(command).catch(ignoreMissingUser);
  },
});
