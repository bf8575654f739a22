import type { JWT } from 'aws-amplify/auth';
import { cognitoUserPoolsTokenProvider } from 'aws-amplify/auth/cognito';
import { sharedInMemoryStorage } from 'aws-amplify/utils';
import { z } from 'zod/mini';
import type { WebConfig } from '#config/web-config.ts';
import { callPoolAction } from './call-pool-action.ts';
import { SignedOutError } from './signed-out-error.ts';
import type { SecondSignIn } from './step-up.ts';

const replacedKey = 'share-my-files.replaced-session';

const revoke = async (cognito: WebConfig['cognito'], token: string | undefined): Promise<void> => {
  if (token === undefined) return;
  const request = { ClientId: cognito.userPoolClientId, Token: token };
  // An outage must not undo the sign-in.
  await callPoolAction(cognito, 'RevokeToken', request).catch(() => undefined);
};

const replacedSchema = z.object({ originId: z.optional(z.string()), refreshToken: z.optional(z.string()) });

// An identity provider signs the user in on another page; this tab remembers the session that it leaves meanwhile.
const replacedSession = {
  remember: (session: z.infer<typeof replacedSchema>): void =>
    sessionStorage.setItem(replacedKey, JSON.stringify(session)),
  take: () => {
    const stored = sessionStorage.getItem(replacedKey);
    sessionStorage.removeItem(replacedKey);
    return stored === null ? undefined : replacedSchema.parse(JSON.parse(stored));
  },
};

// Access tokens of one session have this claim in common, however often they are renewed.
const originIdOf = (tokens: { accessToken: JWT } | null): string | undefined =>
  z.optional(z.string()).parse(tokens?.accessToken.payload.origin_jti);

/** Revokes the session that a sign-in at an identity provider has replaced, if there was one. */
export const revokeReplacedSession = async (cognito: WebConfig['cognito']): Promise<void> => {
  const replaced = replacedSession.take();
  if (replaced === undefined) return;
  const present = await cognitoUserPoolsTokenProvider.authTokenStore.loadTokens();
  if (present !== null && originIdOf(present) !== replaced.originId) {
    await revoke(cognito, replaced.refreshToken);
  }
};

/**
 * Hides the tokens of the present session from Amplify, which refuses to sign in a user who is signed in. The tokens stay
 * in the browser's storage, so that a reload, a cancelled sign-in and the other tabs continue with them.
 */
export const createBeginSignIn = (cognito: WebConfig['cognito']) => async (): Promise<SecondSignIn> => {
  const { authTokenStore } = cognitoUserPoolsTokenProvider;
  const storage = authTokenStore.getKeyValueStorage();
  const replaced = await authTokenStore.loadTokens();
  replacedSession.remember({ originId: originIdOf(replaced), refreshToken: replaced?.refreshToken });
  await sharedInMemoryStorage.clear();
  cognitoUserPoolsTokenProvider.setKeyValueStorage(sharedInMemoryStorage);

  const showPresent = () => {
    replacedSession.take();
    cognitoUserPoolsTokenProvider.setKeyValueStorage(storage);
  };
  return {
    discard: showPresent,
    replace: async () => {
      const proven = await authTokenStore.loadTokens();
      const isSameUser = proven?.accessToken.payload.sub === replaced?.accessToken.payload.sub;
      if (proven === null || !isSameUser) throw new SignedOutError();
      showPresent();
      await authTokenStore.clearTokens();
      await authTokenStore.storeTokens(proven);
      await sharedInMemoryStorage.clear();
      await revoke(cognito, replaced?.refreshToken);
    },
  };
};
