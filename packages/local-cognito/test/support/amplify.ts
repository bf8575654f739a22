import type { LocalCognito } from '@share-my-files/local-cognito';
import { Amplify } from 'aws-amplify';
import { cognitoUserPoolsTokenProvider } from 'aws-amplify/auth/cognito';
import { onTestFinished, vi } from 'vitest';

/** Configures the real client for one test, signed out. */
export const configureAmplify = async (
  { userPoolId, userPoolClientId, endpoint }: LocalCognito,
  userPoolEndpoint = endpoint,
): Promise<void> => {
  // Amplify warns about every endpoint that is not AWS's.
  const warn = vi.spyOn(console, 'warn').mockReturnValue();
  Amplify.configure({ Auth: { Cognito: { userPoolId, userPoolClientId, userPoolEndpoint } } });
  warn.mockRestore();
  await cognitoUserPoolsTokenProvider.tokenOrchestrator.clearTokens();
  onTestFinished(() => cognitoUserPoolsTokenProvider.tokenOrchestrator.clearTokens());
};
