import { describeIdentityProvider, type IdentityProvider } from '@share-my-files/contract';
import { fetchAuthSession, signOut } from 'aws-amplify/auth';
import { z } from 'zod/mini';
import type { WebConfig } from '#config/web-config.ts';
import { configureAmplify, createRedirectContext, pageAfter } from './cognito-amplify.ts';
import { createBeginSignIn } from './cognito-second-sign-in.ts';
import { refreshInOneTab } from './cognito-token-refresher.ts';
import { NetworkError } from './network-error.ts';
import type { TokenSource, Tokens } from './session.ts';
import { withTimeLimit } from './with-time-limit.ts';
import { withTokenLock } from './with-token-lock.ts';

// When a refresh is rejected, Amplify returns no tokens for NotAuthorizedException and throws for these errors; its
// TokenOrchestrator keeps the tokens for every other error.
const sessionIsOver = new Set([
  'PasswordResetRequiredException',
  'RefreshTokenReuseException',
  'TokenRevokedException',
  'UserNotConfirmedException',
  'UserNotFoundException',
]);

const accessTokenSchema = z.object({ auth_time: z.number(), iat: z.number() });

const idTokenSchema = z.object({
  sub: z.string(),
  email: z.string(),
  // Identity providers may set it to text.
  email_verified: z.optional(z.union([z.boolean(), z.string()])),
  name: z.optional(z.string()),
  identities: z.optional(z.array(z.object({ providerName: z.string() }))),
});

const labelOfProvider = (
  [identity]: { providerName: string }[] = [],
  providers: readonly IdentityProvider[] = [],
): string | undefined =>
  identity &&
  (
    providers.find(({ name }) => name === identity.providerName) ??
    describeIdentityProvider(identity.providerName)
  ).label;

const readTokens = async (
  providers: readonly IdentityProvider[] | undefined,
  options = { forceRefresh: false },
): Promise<Tokens | null> => {
  try {
    const { tokens } = await withTimeLimit(fetchAuthSession(options));
    if (tokens?.idToken === undefined) return null;
    const { sub, email, email_verified, name, identities } = idTokenSchema.parse(tokens.idToken.payload);
    const user = {
      id: sub,
      email,
      isEmailVerified: String(email_verified ?? true) === 'true',
      name: name ?? email,
      provider: labelOfProvider(identities, providers),
    };
    const { auth_time, iat } = accessTokenSchema.parse(tokens.accessToken.payload);
    return { accessToken: tokens.accessToken.toString(), user, authenticationAgeSeconds: iat - auth_time };
  } catch (error) {
    if (error instanceof Error && sessionIsOver.has(error.name)) return null;
    throw new NetworkError({ cause: error });
  }
};

const createFetchTokens =
  (providers: readonly IdentityProvider[] | undefined): TokenSource['fetchTokens'] =>
  async ({ rejected } = { rejected: '' }) => {
    const tokens = await readTokens(providers);
    return tokens?.accessToken === rejected ? await readTokens(providers, { forceRefresh: true }) : tokens;
  };

/** Signs out under the lock, so that no other tab stores tokens afterwards, but does not wait for a tab that hangs. */
const createRemoveTokens =
  (cognito: WebConfig['cognito']): TokenSource['removeTokens'] =>
  async (departure = 'signed-out') => {
    const leave = () =>
      cognito.oauth
        ? signOut(createRedirectContext(cognito), {
            global: false,
            oauth: { redirectUrl: pageAfter(departure) },
          })
        : signOut();
    try {
      await withTokenLock(leave);
    } catch (error) {
      if (!(error instanceof NetworkError)) throw error;
      await leave();
    }
  };

/** Configures Amplify and reads the tokens through it. */
export const createCognitoTokenSource = (cognito: WebConfig['cognito']): TokenSource => {
  configureAmplify(cognito);
  refreshInOneTab();
  return {
    fetchTokens: createFetchTokens(cognito.oauth?.providers),
    removeTokens: createRemoveTokens(cognito),
    beginSignIn: createBeginSignIn(cognito),
  };
};
