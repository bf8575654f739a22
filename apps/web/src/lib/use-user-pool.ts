import { NetworkError } from './network-error.ts';
import { useSession } from './session-context.tsx';
import { type TokenSession, withAccessToken } from './with-access-token.ts';
import { withTimeLimit } from './with-time-limit.ts';

type Options = {
  /** The browser asks the user for something meanwhile, so that there is no time limit. */
  waitsForUser?: true;
};

/**
 * Calls an operation of the user pool for the signed-in user. Operations of Amplify read the access token that the session
 * has just renewed; others receive it. Throws NetworkError after 15 s without an answer.
 */
export type CallUserPool = <Answer>(
  operation: (accessToken: string) => Promise<Answer>,
  options?: Options,
) => Promise<Answer>;

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
  (operation, { waitsForUser = false } = {}) =>
    withAccessToken({
      session,
      send: (accessToken) => {
        const answer = operation(accessToken).catch(explainNetworkError);
        return waitsForUser ? answer : withTimeLimit(answer);
      },
      isRejection: isTokenRejection,
    });

/** Returns a function that renews a rejected access token and waits for the user if the session has ended. */
export const useUserPool = (): CallUserPool => createCallUserPool(useSession());

/** The same for changes of what proves the user's identity: asks for a recent sign-in first. */
export const useProvenUserPool = (): CallUserPool => {
  const session = useSession();
  return async (operation, options) => {
    await session.requireRecentSignIn();
    return createCallUserPool(session)(operation, options);
  };
};
