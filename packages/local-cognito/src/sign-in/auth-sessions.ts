import { randomBytes } from 'node:crypto';
import type {
  AuthenticationLevel,
  AuthenticationMethod,
} from '../authentication-levels/authentication-level.ts';
import { invalidSession, notAuthorized } from '../errors.ts';
import type { UserPoolClient } from '../settings/client-settings.ts';
import type { ServerKeyPair } from '../srp/server-proof.ts';
import { type Account, isNameOf } from '../users/accounts.ts';
import type { Passwords } from '../users/passwords.ts';
import type { ChallengeAnswer, FirstFactorName } from './auth-flow.ts';

const HANDLE_BYTES = 96;
const SESSIONS_KEPT = 10_000;

/** The level that a step-up has to reach, and the methods that its access token proves. */
export type StepUpTarget = { targetLevel: AuthenticationLevel; credit: AuthenticationMethod[] };

/** A sign-in in progress: its account, possibly simulated, and what is proven. */
export type SignIn = Partial<StepUpTarget> & {
  client: UserPoolClient;
  account: Account;
  /** The device that the client claims to run on. */
  deviceKey?: string;
  /** Whether the device has authenticated. */
  isDeviceProven?: boolean;
  firstFactor?: FirstFactorName;
  /** Whether the passkey of the first factor is on a security key. */
  isSecurityKey?: boolean;
  /** The proven second factor or its substitute. */
  secondFactor?: 'SOFTWARE_TOKEN_MFA' | 'EMAIL_OTP' | 'DEVICE' | 'WEB_AUTHN';
};

/** The state of an open challenge. A feature with a challenge adds a line. */
export type ChallengeStates = {
  /** No challenge, but the handle from ConfirmSignUp to USER_AUTH. */
  AUTO_SIGN_IN: Record<string, never>;
  /** No challenge, but the handle from SignUp to ConfirmSignUp. */
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

/** A sign-in that waits for the response to a challenge. */
export type OpenChallenge<Name extends keyof ChallengeStates> = {
  handle: string;
  signIn: SignIn;
  state: ChallengeStates[Name];
  /** Ends the session after the right response. Throws if a concurrent response did so before. */
  consume: () => void;
};

/** The open challenges. */
export type AuthSessions = ReturnType<typeof createAuthSessions>;

type StoredSession = {
  signIn: SignIn;
  challenges: Partial<ChallengeStates>;
  /** The salt of the password at that time. Each password has its own. */
  salt: bigint | undefined;
  expiresAt: number;
};

type Dependencies = { passwords: Pick<Passwords, 'find'>; now: () => number };

/**
 * Stores the sessions of sign-ins in memory, at most 10,000, for the client's AuthSessionValidity. A wrong
 * response leaves the session open for a retry. A right response ends it, and so does a new password, because
 * the old one no longer counts as proof.
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
    const consume = () => {
      if (!sessions.delete(handle)) throw invalidSession();
    };
    return { handle, signIn: session.signIn, state, consume };
  };

  return {
    /** Opens a session that accepts the response to any of these challenges. Returns its handle. */
    open: (signIn: SignIn, challenges: Partial<ChallengeStates>): string => {
      const [oldest] = sessions.keys();
      if (oldest !== undefined && sessions.size >= SESSIONS_KEPT) sessions.delete(oldest);
      const handle = randomBytes(HANDLE_BYTES).toString('base64url');
      const expiresAt = now() + signIn.client.authSessionValiditySeconds * 1000;
      sessions.set(handle, { signIn, challenges, salt: saltOf(signIn), expiresAt });
      return handle;
    },
    /** Throws NotAuthorizedException unless the session is open and waits for this challenge. */
    find,
    /** Like `find`, but the response must come from the same client and name the same user. */
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
