import { CognitoIdentityProvider, UsernameExistsException } from '@aws-sdk/client-cognito-identity-provider';
import { credentials, origins, region, userPoolClientId, userPoolId } from '../dev/local-aws.ts';
import type { Settings } from '../dev/settings.ts';
import { createDemoClient, type DemoClient } from './demo-client.ts';
import type { DemoPerson } from './people.ts';

const createUser = async (pool: CognitoIdentityProvider, { name, email, password }: DemoPerson) => {
  const user = { UserPoolId: userPoolId, Username: email };
  const attributes = { name, email, email_verified: 'true' };
  await pool.adminCreateUser({
    ...user,
    MessageAction: 'SUPPRESS',
    UserAttributes: Object.entries(attributes).map(([Name, Value]) => ({ Name, Value })),
  });
  await pool.adminSetUserPassword({ ...user, Password: password, Permanent: true });
};

const signIn = async (pool: CognitoIdentityProvider, { email, password }: DemoPerson): Promise<string> => {
  const { AuthenticationResult } = await pool.initiateAuth({
    ClientId: userPoolClientId,
    AuthFlow: 'USER_AUTH',
    AuthParameters: { USERNAME: email, PREFERRED_CHALLENGE: 'PASSWORD', PASSWORD: password },
  });
  return AuthenticationResult?.AccessToken ?? '';
};

/** Creates an account and calls the API in its name; resolves to `undefined` if the account exists. */
export const openAccount = async (
  settings: Settings,
  person: DemoPerson,
): Promise<DemoClient | undefined> => {
  const { api, cognito: endpoint } = origins(settings);
  const pool = new CognitoIdentityProvider({ endpoint, region, credentials });
  try {
    await createUser(pool, person);
    return createDemoClient(api, await signIn(pool, person));
  } catch (error) {
    if (error instanceof UsernameExistsException) return undefined;
    throw error;
  } finally {
    pool.destroy();
  }
};
