import { CognitoIdentityProvider } from '@aws-sdk/client-cognito-identity-provider';
import type { LocalCognito } from '@share-my-files/local-cognito';
import { onTestFinished } from 'vitest';

/** The AWS SDK of an administrator, for one test. */
export const createAdminClient = ({ endpoint }: Pick<LocalCognito, 'endpoint'>): CognitoIdentityProvider => {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new CognitoIdentityProvider({ endpoint, region: 'us-east-1', credentials });
  onTestFinished(() => client.destroy());
  return client;
};
