import { randomBytes } from 'node:crypto';
import { invalidSession, notAuthorized } from '../errors.ts';
import type { UserPoolClient } from '../settings/client-settings.ts';
import type { ServerKeyPair } from '../srp/server-proof.ts';
import { type Account, isNameOf } from '../users/accounts.ts';
import type { Passwords } from '../users/passwords.ts';
import type { ChallengeAnswer, FirstFactorName } from './auth-flow.ts';

const HANDLE_BYTES = 96;
const SESSIONS_KEPT = 10_000;

/** A sign-in under way: whose it is, and what has been proven. The account may be a simulated one. */
export type SignIn = {
  client: UserPoolClient;
  account: Account;
  /** The device that the client says it runs on. */
  deviceKey?: string;
  /** Whether that device has proven that it is the one. */
  isDeviceProven?: boolean;
  firstFactor?: FirstFactorName;
  /** What was proven as second factor, or stands in for it. */
  secondFactor?: 'SOFTWARE_TOKEN_MFA' | 'EMAIL_OTP' | 'DEVICE' | 'WEB_AUTHN';
};

/** What is remembered of a challenge until it is answered. A feature that poses a challenge adds a line. */
export type ChallengeStates = {
  /** Not a challenge: the handle that ConfirmSignUp gives, and the flow USER_AUTH takes. */
  AUTO_SIGN_IN: Record<string, never>;
  /** Nor this: the handle that SignUp gives, and ConfirmSignUp takes. */
  CONFIRM_SIGN_UP: Record<string, never>;
  DEVICE_PASSWORD_VERIFIER: { clientValue: bigint; server: ServerKeyPair; secretBlock: string };
  DEVICE_SRP_AUTH: Record<string, never>;
  EMAIL_OTP: { code: string; use: 'first-factor' | 'second-factor' | 'setup' };
  MFA_SETUP: { hasVerifiedSoftwareToken: boolean };
  NEW_PASSWORD_REQUIRED: Record<string, never>;
  SELECT_CHALLENGE: Record<string, never>;
  SELECT_MFA_TYPE: Record<string, never>;
  SOFTWARE_TOKEN_MFA: Record<string, never>;
  WEB_AUTHN: { challenge: string };
};

/** A sign-in that waits for the answer to one of the challenges. */
export type OpenChallenge<Name extends keyof ChallengeStates> = {
  handle: string;
  signIn: SignIn;
  state: ChallengeStates[Name];
  /** Ends the session, because the answer was right. Throws when somebody else was faster. */
  useUp: () => void;
};

/** The challenges that wait for their answers. */
export type AuthSessions = ReturnType<typeof createAuthSessions>;

type StoredSession = {
  signIn: SignIn;
  challenges: Partial<ChallengeStates>;
  /** That of the password then: each password has its own. */
  salt: bigint | undefined;
  expiresAt: number;
};

type Dependencies = { passwords: Pick<Passwords, 'find'>; now: () => number };

/**
 * Keeps the `Session` of the API in memory, at most 10,000 of them, for the client's AuthSessionValidity. A
 * session outlives wrong answers: clients send the same one again. A right answer ends it, and so does a new
 * password: who has proven the old one must not go on.
 */
export const createAuthSessions = ({ passwords, now }: Dependencies) => {
  const sessions = new Map<string, StoredSession>();

  const saltOf = ({ account }: SignIn): bigint | undefined => passwords.find(account.sub)?.verifier.salt;

  const find = <Name extends keyof ChallengeStates>(
    handle: string | undefined,
    name: Name,
  ): OpenChallenge<Name> => {
    const session = sessions.get(handle ?? '');
    const state = session?.challenges[name];
    if (handle === undefined || session === undefined || state === undefined) throw invalidSession();
    if (session.expiresAt <= now()) throw notAuthorized('Invalid session for the user, session is expired.');
    if (session.salt !== saltOf(session.signIn)) throw invalidSession();
    const useUp = () => {
      if (!sessions.delete(handle)) throw invalidSession();
    };
    return { handle, signIn: session.signIn, state, useUp };
  };

  return {
    /** Lets a sign-in wait for the answer to any one of these challenges; gives the handle. */
    open: (signIn: SignIn, challenges: Partial<ChallengeStates>): string => {
      const [oldest] = sessions.keys();
      if (oldest !== undefined && sessions.size >= SESSIONS_KEPT) sessions.delete(oldest);
      const handle = randomBytes(HANDLE_BYTES).toString('base64url');
      const expiresAt = now() + signIn.client.authSessionValiditySeconds * 1000;
      sessions.set(handle, { signIn, challenges, salt: saltOf(signIn), expiresAt });
      return handle;
    },
    /** Throws NotAuthorizedException unless the handle is current and waits for this challenge. */
    find,
    /** Like `find`; the answer must also come from the same client and name the same user. */
    findAnswered: <Name extends keyof ChallengeStates>(
      { client, responses, session }: ChallengeAnswer,
      name: Name,
    ): OpenChallenge<Name> => {
      const challenge = find(session, name);
      const { signIn } = challenge;
      if (signIn.client.clientId !== client.clientId) throw invalidSession();
      if (!isNameOf(signIn.account, responses.USERNAME ?? '')) throw invalidSession();
      return challenge;
    },
  };
};
