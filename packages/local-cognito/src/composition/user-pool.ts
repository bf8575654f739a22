import { randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { createTransaction, StartError, type Transaction } from '@share-my-files/local-server';
import { createFindClient, type FindClient } from '../clients/find-client.ts';
import { createDevices, type Devices } from '../devices/devices.ts';
import { createGroups, type Groups } from '../groups/groups.ts';
import type { Callers } from '../http/callers.ts';
import { createMailbox, type Mailbox } from '../mailbox/mailbox.ts';
import { createMfaPreferences, type MfaPreferences } from '../mfa/mfa-preferences.ts';
import { createSecondFactors, type SecondFactors } from '../mfa/second-factors.ts';
import { createSoftwareTokens, type SoftwareTokens } from '../mfa/software-tokens.ts';
import { createPasskeys, type Passkeys } from '../passkeys/passkeys.ts';
import type { PoolSettings } from '../settings/pool-settings.ts';
import { type AuthSessions, createAuthSessions } from '../sign-in/auth-sessions.ts';
import {
  createPasswordChallenges,
  type PasswordChallenges,
} from '../sign-in/password/password-challenges.ts';
import { createSignInLockout, type SignInLockout } from '../sign-in/sign-in-lockout.ts';
import { createPoolValues, findOrCreate, type PoolValues } from '../store/pool-values.ts';
import {
  type Authenticate,
  type AuthenticateSession,
  createAuthenticateSession,
} from '../tokens/access-token-verifier.ts';
import { createSessionRepository } from '../tokens/session-repository.ts';
import { createSessions, type Sessions } from '../tokens/sessions.ts';
import { loadSigningKeys, type SigningKeys } from '../tokens/signing-keys.ts';
import { createTokenIssuer, type TokenIssuer } from '../tokens/token-issuer.ts';
import { createUserSessions, type UserSessions } from '../user-sessions/user-sessions.ts';
import { type Accounts, createAccounts } from '../users/accounts.ts';
import { type AttemptLimits, createAttemptLimits } from '../users/attempt-limits.ts';
import { createDeliverCode, type DeliverCode } from '../users/code-delivery.ts';
import { createPasswords, type Passwords } from '../users/passwords.ts';
import { createPendingEmails, type PendingEmails } from '../users/pending-emails.ts';
import { createUserRepository, type UserRepository } from '../users/user-repository.ts';
import { createVerificationCodes, type VerificationCodes } from '../users/verification-codes.ts';

/** The parts of a pool. Only this folder uses the whole: features name the parts that they need. */
export type UserPool = {
  settings: PoolSettings;
  now: () => number;
  keys: SigningKeys;
  transaction: Transaction;
  users: UserRepository;
  pendingEmails: PendingEmails;
  groups: Groups;
  devices: Devices;
  passwords: Passwords;
  accounts: Accounts;
  limits: AttemptLimits;
  codes: VerificationCodes;
  mailbox: Mailbox;
  deliverCode: DeliverCode;
  /** For passwords. */
  lockout: SignInLockout;
  /** For emailed codes as first factor. */
  emailOtpLockout: SignInLockout;
  secondFactorLockout: SignInLockout;
  softwareTokens: SoftwareTokens;
  mfaPreferences: MfaPreferences;
  secondFactors: SecondFactors;
  passwordChallenges: PasswordChallenges;
  authSessions: AuthSessions;
  passkeys: Passkeys;
  sessions: Sessions;
  userSessions: UserSessions;
  tokenIssuer: TokenIssuer;
  findClient: FindClient;
  authenticate: Authenticate;
  authenticateSession: AuthenticateSession;
};

const loadSimulationSecret = (values: PoolValues): Buffer =>
  Buffer.from(
    findOrCreate(values, 'simulation-secret', () => randomBytes(32).toString('hex')),
    'hex',
  );

const assertSamePool = (values: PoolValues, userPoolId: string): void => {
  const storedId = findOrCreate(values, 'user-pool-id', () => userPoolId);
  // Each stored password is hashed together with the name of the pool.
  if (storedId !== userPoolId) {
    throw new StartError(`The data folder belongs to pool ${storedId}, not ${userPoolId}.`);
  }
};

/**
 * Composes a pool on an open database. Creates its keys and secrets on the first start. Throws `StartError`
 * if the database holds another pool.
 */
export const createUserPool = async (
  database: DatabaseSync,
  settings: PoolSettings,
  now: () => number,
  callers: Callers,
): Promise<UserPool> => {
  const values = createPoolValues(database);
  assertSamePool(values, settings.userPoolId);
  const keys = await loadSigningKeys(values);
  const transaction = createTransaction(database);
  const passwords = createPasswords({ database, settings, now });
  const limits = createAttemptLimits(database, now);
  const codes = createVerificationCodes({ database, limits, now });
  // Pending codes went to the old address: invalidate them.
  const users = createUserRepository(database, now, codes.discardAll);
  const mailbox = createMailbox(database, now);
  const repository = createSessionRepository(database, now);
  const groups = createGroups(database, now);
  const devices = createDevices(database, now);
  const tokenIssuer = createTokenIssuer({ settings, keys, groups, now });
  const authenticateSession = await createAuthenticateSession({
    settings,
    keys,
    sessions: repository,
    users,
    now,
  });
  const { revoke } = repository;
  const userSessions = createUserSessions({ database, settings, callers, revoke, now });
  const softwareTokens = createSoftwareTokens(database, now);
  const mfaPreferences = createMfaPreferences(database);

  return {
    settings,
    now,
    keys,
    transaction,
    users,
    pendingEmails: createPendingEmails(database),
    groups,
    devices,
    passwords,
    accounts: createAccounts({ users, passwords, secret: loadSimulationSecret(values) }),
    limits,
    codes,
    mailbox,
    deliverCode: createDeliverCode(codes, mailbox),
    lockout: createSignInLockout(database, now, 'password'),
    emailOtpLockout: createSignInLockout(database, now, 'email-otp'),
    secondFactorLockout: createSignInLockout(database, now, 'second-factor'),
    softwareTokens,
    mfaPreferences,
    secondFactors: createSecondFactors({ settings, softwareTokens, mfaPreferences }),
    passwordChallenges: createPasswordChallenges(now),
    authSessions: createAuthSessions({ passwords, now }),
    passkeys: createPasskeys({ database, settings, transaction, now }),
    sessions: createSessions({
      repository,
      users,
      isConfirmedDevice: (deviceKey) => devices.find(deviceKey) !== undefined,
      issuer: tokenIssuer,
      tracking: userSessions,
      transaction,
      now,
    }),
    userSessions,
    tokenIssuer,
    findClient: createFindClient(settings),
    authenticate: async (...token) => (await authenticateSession(...token)).user,
    authenticateSession,
  };
};
