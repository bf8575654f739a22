import { randomUUID } from 'node:crypto';
import { CognitoIdentityProvider } from '@aws-sdk/client-cognito-identity-provider';
import { inject } from 'vitest';
import type { ApiClient } from '../../src/lib/api-client.ts';
import { createCallOperation } from '../../src/lib/call-operation.ts';
import { createFetchRequest } from '../../src/lib/fetch-request.ts';

export const password = 'Correct-horse-9';

/** Returns the AWS SDK's client of the pool, past every proxy. */
export const createPoolClient = () =>
  new CognitoIdentityProvider({
    endpoint: inject('servers').cognitoEndpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });

const createDirectClient = (accessToken: string): ApiClient => {
  const send = createFetchRequest(inject('servers').apiOrigin);
  return { call: createCallOperation((request) => send({ ...request, accessToken })) };
};

export type TestUser = {
  readonly email: string;
  readonly name: string;
  readonly accessToken: string;
  /** Calls the API past every proxy, as another device of this user does. */
  readonly api: ApiClient;
};

/** Starts a session of the user on another device, and returns its access token. */
export const signInElsewhere = async (email: string): Promise<string> => {
  const { AuthenticationResult } = await createPoolClient().initiateAuth({
    ClientId: inject('servers').userPoolClientId,
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME: email, PASSWORD: password },
  });
  return AuthenticationResult?.AccessToken ?? '';
};

/** Adds a confirmed user to the pool and signs in once. */
export const createUser = async (): Promise<TestUser> => {
  const { userPoolId: UserPoolId } = inject('servers');
  const pool = createPoolClient();
  const email = `ana-${randomUUID()}@example.com`;
  const name = 'Ana';
  await pool.adminCreateUser({
    UserPoolId,
    Username: email,
    MessageAction: 'SUPPRESS',
    UserAttributes: Object.entries({ email, email_verified: 'true', name }).map(([Name, Value]) => ({
      Name,
      Value,
    })),
  });
  await pool.adminSetUserPassword({ UserPoolId, Username: email, Password: password, Permanent: true });
  const accessToken = await signInElsewhere(email);
  return { email, name, accessToken, api: createDirectClient(accessToken) };
};
