import { Amplify } from 'aws-amplify';
import { fetchAuthSession, signOut } from 'aws-amplify/auth';
import { z } from 'zod';
import type { WebConfig } from '#config/web-config.ts';
import { NetworkError } from './network-error.ts';
import type { TokenSource, Tokens } from './session.ts';

// Amplify answers a refused refresh with no tokens for NotAuthorizedException and throws for these; its
// TokenOrchestrator keeps the tokens for every other error.
const sessionIsOver = new Set([
  'PasswordResetRequiredException',
  'RefreshTokenReuseException',
  'TokenRevokedException',
  'UserNotConfirmedException',
  'UserNotFoundException',
]);

const idTokenSchema = z.object({
  sub: z.string(),
  email: z.string(),
  name: z.string().optional(),
});

const fetchTokens = async (options = { forceRefresh: false }): Promise<Tokens | null> => {
  try {
    const { tokens } = await fetchAuthSession(options);
    if (tokens?.idToken === undefined) return null;
    const { sub, email, name } = idTokenSchema.parse(tokens.idToken.payload);
    return { accessToken: tokens.accessToken.toString(), user: { id: sub, email, name: name ?? email } };
  } catch (error) {
    if (error instanceof Error && sessionIsOver.has(error.name)) return null;
    throw new NetworkError({ cause: error });
  }
};

/** Configures Amplify, whose settings are global to the page, and reads the tokens through it. */
export const createCognitoTokenSource = (cognito: WebConfig['cognito']): TokenSource => {
  const { userPoolId, userPoolClientId, userPoolEndpoint } = cognito;
  Amplify.configure({
    Auth: {
      Cognito: { userPoolId, userPoolClientId, ...(userPoolEndpoint !== undefined && { userPoolEndpoint }) },
    },
  });
  return { fetchTokens, removeTokens: () => signOut() };
};
