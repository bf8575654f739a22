import { signInScopes } from '@share-my-files/contract';
import { Amplify, type AmplifyContext, createAmplifyContext, type ResourcesConfig } from 'aws-amplify';
import { cognitoCredentialsProvider, cognitoUserPoolsTokenProvider } from 'aws-amplify/auth/cognito';
import { ConsoleLogger, Hub } from 'aws-amplify/utils';
import { paths } from '#config/paths.ts';
import type { WebConfig } from '#config/web-config.ts';
import type { Departure } from './session.ts';

type CognitoConfig = WebConfig['cognito'];

const { tokenOrchestrator } = cognitoUserPoolsTokenProvider;

/** Returns the page to which Cognito redirects after a departure. */
export const pageAfter = (departure: Departure): string =>
  window.location.origin + (departure === 'account-deleted' ? paths.goodbye : paths.signIn);

const loginWithOAuth = ({ domain }: NonNullable<CognitoConfig['oauth']>) => ({
  oauth: {
    domain,
    scopes: [...signInScopes],
    redirectSignIn: [window.location.origin + paths.signInCallback],
    redirectSignOut: [pageAfter('signed-out'), pageAfter('account-deleted')],
    responseType: 'code' as const,
  },
});

const settingsOf = (cognito: CognitoConfig, options: { withOAuth: boolean }): ResourcesConfig => {
  const { userPoolId, userPoolClientId, userPoolEndpoint, oauth } = cognito;
  return {
    Auth: {
      Cognito: {
        userPoolId,
        userPoolClientId,
        ...(userPoolEndpoint !== undefined && { userPoolEndpoint }),
        ...(oauth !== undefined && options.withOAuth && { loginWith: loginWithOAuth(oauth) }),
      },
    },
  };
};

/** Keeps Amplify from warning, on every page, that the pool of local development is not at AWS. */
const withoutWarning = <Result>(configure: () => Result): Result => {
  ConsoleLogger.LOG_LEVEL = 'ERROR';
  const result = configure();
  ConsoleLogger.LOG_LEVEL = null;
  return result;
};

/** Returns Amplify's context for redirects to and from identity providers; it shares the tokens of the global one. */
export const createRedirectContext = (cognito: CognitoConfig): AmplifyContext =>
  withoutWarning(() =>
    createAmplifyContext(settingsOf(cognito, { withOAuth: true }), {
      Auth: { tokenProvider: cognitoUserPoolsTokenProvider, credentialsProvider: cognitoCredentialsProvider },
    }),
  );

// The end of a sign-in at an identity provider, successful or not.
const redirectEvents = new Set(['signInWithRedirect', 'signInWithRedirect_failure']);

const waitForCodeExchange = tokenOrchestrator.waitForInflightOAuth;

/** Resolves when this page has exchanged its authorization code. */
const createExchangeWait = () => {
  const { promise: isExchanged, resolve } = Promise.withResolvers<void>();
  Hub.listen('auth', ({ payload }) => {
    if (redirectEvents.has(payload.event)) resolve();
  });
  // Amplify's own promise misses an exchange that ends while the call is made, and would last five minutes.
  return () => Promise.race([waitForCodeExchange(), isExchanged]);
};

/**
 * Configures Amplify, whose settings are global to the page. By default, each tab waits while any tab is at an identity
 * provider, and its OAuth listener ends that sign-in: only the callback page may do either.
 * @see https://github.com/aws-amplify/amplify-js/blob/main/packages/auth/src/providers/cognito/tokenProvider/TokenOrchestrator.ts
 */
export const configureAmplify = (cognito: CognitoConfig): void => {
  const withOAuth = cognito.oauth !== undefined && window.location.pathname === paths.signInCallback;
  tokenOrchestrator.waitForInflightOAuth = withOAuth ? createExchangeWait() : async () => undefined;
  withoutWarning(() => Amplify.configure(settingsOf(cognito, { withOAuth })));
};
