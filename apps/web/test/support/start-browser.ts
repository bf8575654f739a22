import { cognitoUserPoolsTokenProvider } from 'aws-amplify/auth/cognito';
import { inject } from 'vitest';
import { signInWithPassword } from '../../src/features/auth/cognito/start-sign-in.ts';
import { createCognitoTokenSource } from '../../src/lib/cognito-token-source.ts';
import type { OtherTabs } from '../../src/lib/session.ts';
import { createUser, password } from './create-user.ts';
import { startFaultProxy } from './fault-proxy.ts';

export const noOtherTabs: OtherTabs = { broadcast: () => undefined, listen: () => undefined };

const createKeyValueStorage = () => {
  const items = new Map<string, string>();
  return {
    items,
    setItem: async (key: string, value: string) => void items.set(key, value),
    getItem: async (key: string) => items.get(key) ?? null,
    removeItem: async (key: string) => void items.delete(key),
    clear: async () => items.clear(),
  };
};

/** Gives one test Amplify with an empty key-value storage, and a proxy in front of the real pool. */
export const startBrowser = async () => {
  const { cognitoEndpoint, userPoolId, userPoolClientId } = inject('servers');
  const pool = await startFaultProxy(cognitoEndpoint);
  const tokenSource = createCognitoTokenSource({
    userPoolId,
    userPoolClientId,
    userPoolEndpoint: pool.origin,
  });
  const storage = createKeyValueStorage();
  cognitoUserPoolsTokenProvider.setKeyValueStorage(storage);
  return { pool, tokenSource, storage };
};

/** The same for a new, signed-in user. */
export const startSignedInBrowser = async () => {
  const [user, browser] = await Promise.all([createUser(), startBrowser()]);
  const signIn = () => signInWithPassword(user.email, password);
  await signIn();
  browser.pool.requests.length = 0;
  return { ...browser, user, signIn };
};
