import { randomUUID } from 'node:crypto';
import { CognitoIdentityProvider } from '@aws-sdk/client-cognito-identity-provider';
import { apiBasePath } from '@share-my-files/contract';
import axios from 'axios';
import { inject } from 'vitest';
import type { ApiClient } from '../../src/lib/api-client.ts';
import { createCallOperation } from '../../src/lib/call-operation.ts';

export const password = 'Correct-horse-9';

/** Returns the AWS SDK's client of the pool, past every proxy. */
export const createPoolClient = () =>
  new CognitoIdentityProvider({
    endpoint: inject('servers').cognitoEndpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });

// Node's own adapter: the one of a page may call only the origin of the page.
const createDirectClient = (accessToken: string): ApiClient => ({
  call: createCallOperation(
    axios.create({
      adapter: 'http',
      baseURL: `${inject('servers').apiOrigin}${apiBasePath}`,
      headers: { Authorization: `Bearer ${accessToken}` },
    }),
  ),
});

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
