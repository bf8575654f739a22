import { SignedOutError } from './signed-out-error.ts';

/** The part of the session that requests use; a token is `null` if the session has ended. */
export type TokenSession = {
  accessToken(): Promise<string | null>;
  renewAccessToken(rejected: string): Promise<string | null>;
  signInAgain(): Promise<void>;
  /** Asks the user to prove their identity if that has not happened since the token was sent. */
  proveIdentity(rejected: string): Promise<void>;
};

type AuthorizedRequest<Answer> = {
  session: TokenSession;
  send: (accessToken: string) => Promise<Answer>;
  isRejection: (error: unknown) => boolean;
  /** Whether the request requires a more recent sign-in (RFC 9470). */
  needsProof?: (error: unknown) => boolean;
};

const requireToken = async (session: TokenSession, token: string | null): Promise<string> => {
  if (token !== null) return token;
  await session.signInAgain();
  const newToken = await session.accessToken();
  if (newToken === null) throw new SignedOutError();
  return newToken;
};

const sendProven = async <Answer>(request: AuthorizedRequest<Answer>, token: string): Promise<Answer> => {
  const { session, send, needsProof = () => false } = request;
  try {
    return await send(token);
  } catch (error) {
    if (!needsProof(error)) throw error;
    await session.proveIdentity(token);
    return await send(await requireToken(session, await session.accessToken()));
  }
};

/**
 * Sends a request with the access token, and once more with a new one if it is rejected. Waits for the user to sign in
 * again if the session has ended or the request requires it.
 */
export const withAccessToken = async <Answer>(request: AuthorizedRequest<Answer>): Promise<Answer> => {
  const { session, isRejection } = request;
  const token = await requireToken(session, await session.accessToken());
  try {
    return await sendProven(request, token);
  } catch (error) {
    if (!isRejection(error)) throw error;
    return await sendProven(request, await requireToken(session, await session.renewAccessToken(token)));
  }
};
