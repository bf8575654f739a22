import {
  CognitoIdentityProviderClient,
  GetUserCommand,
  NotAuthorizedException,
  UserNotConfirmedException,
  UserNotFoundException,
} from '@aws-sdk/client-cognito-identity-provider';
import { emailSchema } from '@share-my-files/contract';
import { unauthenticated, unavailable } from '#errors.ts';

/** Who a user is according to Cognito. */
export type Profile = { email: string; emailVerified: boolean; name: string };

/** Reads the profile that belongs to an access token, which holds neither e-mail nor name. */
export type ReadProfile = (accessToken: string) => Promise<Profile>;

const refusals = [NotAuthorizedException, UserNotConfirmedException, UserNotFoundException];

const toAppError = (error: unknown) =>
  refusals.some((refusal) => error instanceof refusal)
    ? unauthenticated(error)
    : unavailable('The sign-in service', error);

export const createProfileReader = (region: string, endpoint: string | undefined): ReadProfile => {
  const cognito = new CognitoIdentityProviderClient({
    region,
    ...(endpoint !== undefined && { endpoint }),
    maxAttempts: 2,
    requestHandler: { connectionTimeout: 2_000, requestTimeout: 4_000, throwOnRequestTimeout: true },
  });

  return async (accessToken) => {
    const { UserAttributes = [] } = await cognito
      .send(new GetUserCommand({ AccessToken: accessToken }))
      .catch((error: unknown) => {
        throw toAppError(error);
      });
    const attributes = new Map(UserAttributes.map(({ Name, Value }) => [Name, Value ?? '']));
    const email = emailSchema.safeParse(attributes.get('email'));
    return {
      email: email.data ?? '',
      emailVerified: email.success && attributes.get('email_verified') === 'true',
      name: attributes.get('name') ?? '',
    };
  };
};
