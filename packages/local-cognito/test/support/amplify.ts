import type { LocalCognito } from '@share-my-files/local-cognito';
import { Amplify } from 'aws-amplify';
import { cognitoUserPoolsTokenProvider } from 'aws-amplify/auth/cognito';
import { onTestFinished, vi } from 'vitest';

/** Points the real client at a pool for one test; nobody is signed in at its beginning. */
export const configureAmplify = async (
  { userPoolId, userPoolClientId, endpoint }: LocalCognito,
  userPoolEndpoint = endpoint,
): Promise<void> => {
  // Amplify warns of every endpoint that is not AWS's own.
  const warn = vi.spyOn(console, 'warn').mockReturnValue();
  Amplify.configure({ Auth: { Cognito: { userPoolId, userPoolClientId, userPoolEndpoint } } });
  warn.mockRestore();
  await cognitoUserPoolsTokenProvider.tokenOrchestrator.clearTokens();
  onTestFinished(() => cognitoUserPoolsTokenProvider.tokenOrchestrator.clearTokens());
};
