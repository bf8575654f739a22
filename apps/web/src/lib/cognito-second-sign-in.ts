import { cognitoUserPoolsTokenProvider } from 'aws-amplify/auth/cognito';
import type { WebConfig } from '#config/web-config.ts';
import { callPoolAction } from './call-pool-action.ts';
import { SignedOutError } from './signed-out-error.ts';
import type { SecondSignIn } from './step-up.ts';

const createMemoryStorage = () => {
  const items = new Map<string, string>();
  return {
    items,
    setItem: async (key: string, value: string) => void items.set(key, value),
    getItem: async (key: string) => items.get(key) ?? null,
    removeItem: async (key: string) => void items.delete(key),
    clear: async () => items.clear(),
  };
};

const revoke = async (cognito: WebConfig['cognito'], token: string | undefined): Promise<void> => {
  if (token === undefined) return;
  const request = { ClientId: cognito.userPoolClientId, Token: token };
  // An outage must not undo the sign-in.
  await callPoolAction(cognito, 'RevokeToken', request).catch(() => undefined);
};

/**
 * Hides the tokens of the present session from Amplify, which refuses to sign in a user who is signed in. The tokens stay
 * in the browser's storage, so that a reload, a cancelled sign-in and the other tabs continue with them.
 */
export const createBeginSignIn = (cognito: WebConfig['cognito']) => async (): Promise<SecondSignIn> => {
  const { authTokenStore } = cognitoUserPoolsTokenProvider;
  const storage = authTokenStore.getKeyValueStorage();
  const replaced = await authTokenStore.loadTokens();
  const beside = createMemoryStorage();
  cognitoUserPoolsTokenProvider.setKeyValueStorage(beside);

  const showPresent = () => cognitoUserPoolsTokenProvider.setKeyValueStorage(storage);
  return {
    discard: showPresent,
    replace: async () => {
      const proven = await authTokenStore.loadTokens();
      const isSameUser = proven?.accessToken.payload.sub === replaced?.accessToken.payload.sub;
      if (proven === null || !isSameUser) throw new SignedOutError();
      showPresent();
      await authTokenStore.clearTokens();
      for (const [key, value] of beside.items) await storage.setItem(key, value);
      await revoke(cognito, replaced?.refreshToken);
    },
  };
};
