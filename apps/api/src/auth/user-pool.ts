import {
  AdminDeleteUserCommand,
  type AttributeType,
  CognitoIdentityProviderClient,
  GetUserCommand,
  ListUsersCommand,
  type UserType,
} from '@aws-sdk/client-cognito-identity-provider';
import { emailSchema } from '@share-my-files/contract';
import { awsClientLimits } from '#aws-client.ts';
import { ignoreMissingUser, throwAppError, throwUnavailable } from './user-pool-errors.ts';
import { createUserPoolRecovery, type UserPoolRecovery } from './user-pool-recovery.ts';
import { createUserPoolSessions, type UserPoolSessions } from './user-pool-sessions.ts';

/** Profile of a user in Cognito. */
export type Profile = { email: string; emailVerified: boolean; name: string };

/** Calls to Cognito; throws `invalid_token` for a rejected token and `service_unavailable` for an outage. */
export type UserPool = {
  /** Reads the profile of a token's user; access tokens contain neither email nor name. */
  readProfile: (accessToken: string) => Promise<Profile>;
  sessions: UserPoolSessions;
  recovery: UserPoolRecovery;
  /** Resolves to whether the user exists and is not disabled, with the permissions of the API. */
  isEnabled: (userId: string) => Promise<boolean>;
  /** Deletes a user, with the permissions of the API. Idempotent. */
  deleteUser: (userId: string) => Promise<void>;
};

type UserPoolSettings = {
  region: string;
  userPoolId: string;
  clientId: string;
  cognitoEndpoint: string | undefined;
};

const toProfile = (userAttributes: AttributeType[]): Profile => {
  const attributes = new Map(userAttributes.map(({ Name, Value }) => [Name, Value ?? '']));
  const email = emailSchema.safeParse(attributes.get('email'));
  return {
    email: email.data ?? '',
    emailVerified: email.success && attributes.get('email_verified') === 'true',
    name: attributes.get('name') ?? '',
  };
};

export const openUserPool = ({
  region,
  userPoolId,
  clientId,
  cognitoEndpoint: endpoint,
}: UserPoolSettings): UserPool => {
  const cognito = new CognitoIdentityProviderClient({
    region,
    ...(endpoint !== undefined && { endpoint }),
    ...awsClientLimits,
  });

  // `AdminGetUser` takes no `sub` of a user of another provider.
  const findUsers = async (userId: string): Promise<UserType[]> => {
    const filter = new ListUsersCommand({ UserPoolId: userPoolId, Filter: `sub = "${userId}"` });
    return (await cognito.send(filter).catch(throwUnavailable)).Users ?? [];
  };

  return {
    readProfile: async (AccessToken) => {
      const { UserAttributes } = await cognito.send(new GetUserCommand({ AccessToken })).catch(throwAppError);
      return toProfile(UserAttributes ?? []);
    },
    sessions: createUserPoolSessions(cognito, userPoolId),
    recovery: createUserPoolRecovery(cognito, { userPoolId, clientId }),

    isEnabled: async (userId) => (await findUsers(userId)).some(({ Enabled }) => Enabled),

    deleteUser: async (userId) => {
      for (const { Username } of await findUsers(userId)) {
        const command = new AdminDeleteUserCommand({ UserPoolId: userPoolId, Username });
        await cognito.send(command).catch(ignoreMissingUser);
      }
    },
  };
};
