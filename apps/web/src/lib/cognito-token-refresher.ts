import { cognitoUserPoolsTokenProvider, refreshAuthTokens } from 'aws-amplify/auth/cognito';
import { withTokenLock } from './with-token-lock.ts';

type Refresh = typeof refreshAuthTokens;

const { authTokenStore, tokenOrchestrator } = cognitoUserPoolsTokenProvider;

/** Refreshes tokens, or returns those that another tab has stored meanwhile. */
const refreshOnce: Refresh = (input) =>
  withTokenLock(async () => {
    const { accessToken, signInDetails } = input.tokens;
    const stored = await authTokenStore.loadTokens();
    const isReplaced = stored?.accessToken.toString() !== accessToken.toString();
    if (stored !== null && isReplaced) return { ...stored, username: input.username };
    const tokens = await refreshAuthTokens(input);
    // Amplify stores them too, but only after the next tab has the lock.
    await tokenOrchestrator.setTokens({ tokens: { ...tokens, ...(signInDetails && { signInDetails }) } });
    return tokens;
  });

/** Makes every call of Amplify refresh tokens in one tab at a time. */
export const refreshInOneTab = (): void => tokenOrchestrator.setTokenRefresher(refreshOnce);
