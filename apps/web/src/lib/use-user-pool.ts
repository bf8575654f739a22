import { NetworkError } from './network-error.ts';
import { useSession } from './session-context.tsx';
import { type TokenSession, withAccessToken } from './with-access-token.ts';

/**
 * Calls an operation of the user pool for the signed-in user. Operations of Amplify read the access token that the session
 * has just renewed; others receive it.
 */
export type CallUserPool = <Answer>(operation: (accessToken: string) => Promise<Answer>) => Promise<Answer>;

// Cognito uses one error name for a rejected token and for a wrong password. A wrong password must not be retried,
// because Cognito counts failed attempts.
const isTokenRejection = (error: unknown): boolean =>
  error instanceof Error &&
  error.name === 'NotAuthorizedException' &&
  !error.message.startsWith('Incorrect username or password');

const explainNetworkError = (error: unknown): never => {
  throw error instanceof Error && error.name === 'NetworkError' ? new NetworkError({ cause: error }) : error;
};

const createCallUserPool =
  (session: TokenSession): CallUserPool =>
  (operation) =>
    withAccessToken({
      session,
      send: (accessToken) => operation(accessToken).catch(explainNetworkError),
      isRejection: isTokenRejection,
    });

/** Returns a function that renews a rejected access token and waits for the user if the session has ended. */
export const useUserPool = (): CallUserPool => createCallUserPool(useSession());

/** The same for changes of what proves the user's identity: asks for a recent sign-in first. */
export const useProvenUserPool = (): CallUserPool => {
  const session = useSession();
  return async (operation) => {
    await session.requireRecentSignIn();
    return createCallUserPool(session)(operation);
  };
};
