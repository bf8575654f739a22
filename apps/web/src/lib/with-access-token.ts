import { SignedOutError } from './signed-out-error.ts';

/** The part of the session that requests use; a token is `null` if the session has ended. */
export type TokenSession = {
  accessToken(): Promise<string | null>;
  renewAccessToken(rejected: string): Promise<string | null>;
  signInAgain(): Promise<void>;
};

type AuthorizedRequest<Answer> = {
  session: TokenSession;
  send: (accessToken: string) => Promise<Answer>;
  isRejection: (error: unknown) => boolean;
};

const requireToken = async (session: TokenSession, token: string | null): Promise<string> => {
  if (token !== null) return token;
  await session.signInAgain();
  const newToken = await session.accessToken();
  if (newToken === null) throw new SignedOutError();
  return newToken;
};

/**
 * Sends a request with the access token, and once more with a new one if it is rejected. Waits for the user to sign in
 * again if the session has ended.
 */
export const withAccessToken = async <Answer>(request: AuthorizedRequest<Answer>): Promise<Answer> => {
  const { session, send, isRejection } = request;
  const token = await requireToken(session, await session.accessToken());
  try {
    return await send(token);
  } catch (error) {
    if (!isRejection(error)) throw error;
    return await send(await requireToken(session, await session.renewAccessToken(token)));
  }
};
