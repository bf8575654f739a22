import {
  type AttributeType,
  CognitoIdentityProviderClient,
  GetUserCommand,
  GlobalSignOutCommand,
  NotAuthorizedException,
  UserNotConfirmedException,
  UserNotFoundException,
} from '@aws-sdk/client-cognito-identity-provider';
import { emailSchema } from '@share-my-files/contract';
import { awsClientLimits } from '#aws-client.ts';
import { unauthenticated, unavailable } from '#errors.ts';

/** Who a user is according to Cognito. */
export type Profile = { email: string; emailVerified: boolean; name: string };

/** What Cognito itself is asked; a token it refuses is 401, an outage 503. */
export type UserPool = {
  /** Reads the profile that belongs to an access token, which holds neither e-mail nor name. */
  readProfile: (accessToken: string) => Promise<Profile>;
  /** Revokes all the tokens that the holder of this one has. */
  signOutEverywhere: (accessToken: string) => Promise<void>;
};

const refusals = [NotAuthorizedException, UserNotConfirmedException, UserNotFoundException];

const throwAppError = (error: unknown): never => {
  if (refusals.some((refusal) => error instanceof refusal)) throw unauthenticated(error);
  throw unavailable('The sign-in service', error);
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

export const openUserPool = (region: string, endpoint: string | undefined): UserPool => {
  const cognito = new CognitoIdentityProviderClient({
    region,
    ...(endpoint !== undefined && { endpoint }),
    ...awsClientLimits,
  });

  return {
    readProfile: async (AccessToken) => {
      const { UserAttributes } = await cognito.send(new GetUserCommand({ AccessToken })).catch(throwAppError);
      return toProfile(UserAttributes ?? []);
    },

    signOutEverywhere: async (AccessToken) => {
      await cognito.send(new GlobalSignOutCommand({ AccessToken })).catch(throwAppError);
    },
  };
};
