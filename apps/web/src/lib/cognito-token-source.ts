import { describeIdentityProvider, type IdentityProvider, signInScopes } from '@share-my-files/contract';
import { Amplify } from 'aws-amplify';
import { fetchAuthSession, signOut } from 'aws-amplify/auth';
import { ConsoleLogger, Hub } from 'aws-amplify/utils';
import { z } from 'zod';
import { paths } from '#config/paths.ts';
import type { WebConfig } from '#config/web-config.ts';
import { createBeginSignIn } from './cognito-second-sign-in.ts';
import { refreshInOneTab } from './cognito-token-refresher.ts';
import { NetworkError } from './network-error.ts';
import type { Departure, TokenSource, Tokens } from './session.ts';
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

const accessTokenSchema = z.object({ auth_time: z.number() });

const idTokenSchema = z.object({
  sub: z.string(),
  email: z.string(),
  // Identity providers may set it to text.
  email_verified: z.union([z.boolean(), z.string()]).optional(),
  name: z.string().optional(),
  identities: z.array(z.object({ providerName: z.string() })).optional(),
});

const pageAfter = (departure: Departure): string =>
  window.location.origin + (departure === 'account-deleted' ? paths.goodbye : paths.signIn);

const loginWithOAuth = ({ domain }: NonNullable<WebConfig['cognito']['oauth']>) => ({
  oauth: {
    domain,
    scopes: [...signInScopes],
    redirectSignIn: [window.location.origin + paths.signInCallback],
    redirectSignOut: [pageAfter('signed-out'), pageAfter('account-deleted')],
    responseType: 'code' as const,
  },
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

// The end of a sign-in at an identity provider, successful or not.
const redirectEvents = new Set(['signInWithRedirect', 'signInWithRedirect_failure']);

/**
 * Amplify defers calls while a sign-in at an identity provider is in progress. A call made just as it ends misses the end
 * and would wait for five minutes, so it is repeated.
 */
const fetchSession = async (options: { forceRefresh: boolean }) => {
  const redirect = Promise.withResolvers<void>();
  const stop = Hub.listen('auth', ({ payload }) => {
    if (redirectEvents.has(payload.event)) redirect.resolve();
  });
  try {
    const again = redirect.promise.then(() => fetchAuthSession(options));
    return await Promise.race([fetchAuthSession(options), again]);
  } finally {
    stop();
  }
};

const readTokens = async (
  providers: readonly IdentityProvider[] | undefined,
  options = { forceRefresh: false },
): Promise<Tokens | null> => {
  try {
    const { tokens } = await fetchSession(options);
    if (tokens?.idToken === undefined) return null;
    const { sub, email, email_verified, name, identities } = idTokenSchema.parse(tokens.idToken.payload);
    const user = {
      id: sub,
      email,
      isEmailVerified: String(email_verified ?? true) === 'true',
      name: name ?? email,
      provider: labelOfProvider(identities, providers),
    };
    const { auth_time } = accessTokenSchema.parse(tokens.accessToken.payload);
    return { accessToken: tokens.accessToken.toString(), user, authenticatedAt: auth_time * 1000 };
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
  (hasProviders: boolean): TokenSource['removeTokens'] =>
  async (departure = 'signed-out') => {
    const leave = () =>
      hasProviders ? signOut({ global: false, oauth: { redirectUrl: pageAfter(departure) } }) : signOut();
    try {
      await withTokenLock(leave);
    } catch (error) {
      if (!(error instanceof NetworkError)) throw error;
      await leave();
    }
  };

/** Keeps Amplify from warning, on every page, that the pool of local development is not at AWS. */
const configure: typeof Amplify.configure = (...settings) => {
  ConsoleLogger.LOG_LEVEL = 'ERROR';
  Amplify.configure(...settings);
  ConsoleLogger.LOG_LEVEL = null;
};

/** Configures Amplify, whose settings are global to the page, and reads the tokens through it. */
export const createCognitoTokenSource = (cognito: WebConfig['cognito']): TokenSource => {
  const { userPoolId, userPoolClientId, userPoolEndpoint, oauth } = cognito;
  configure({
    Auth: {
      Cognito: {
        userPoolId,
        userPoolClientId,
        ...(userPoolEndpoint !== undefined && { userPoolEndpoint }),
        ...(oauth !== undefined && { loginWith: loginWithOAuth(oauth) }),
      },
    },
  });
  refreshInOneTab();
  return {
    fetchTokens: createFetchTokens(oauth?.providers),
    removeTokens: createRemoveTokens(oauth !== undefined),
    beginSignIn: createBeginSignIn(cognito),
  };
};
