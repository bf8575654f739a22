import type { AccountService } from '#account/account-service.ts';
import type { AccessTokenClaims } from '#auth/token-verifier.ts';
import type { Profile, UserPool } from '#auth/user-pool.ts';
import type { Database } from '#db/database.ts';
import { AppError, accountDeleted } from '#errors.ts';
import { deleteSession, type FoundSession, prepareFindSession, saveSession } from './session-repository.ts';
import { readTime } from './system-session-repository.ts';

type SessionConfirmationDependencies = {
  database: Database;
  userPool: Pick<UserPool, 'readProfile'>;
  accounts: Pick<AccountService, 'saveProfile'>;
  now: () => number;
};

/** Accepts a verified token whose session is alive at Cognito; throws `invalid_token`, `account_deleted` or `service_unavailable`. */
export type ConfirmSession = (claims: AccessTokenClaims, accessToken: string) => Promise<void>;

/** How long a confirmation by Cognito counts: the longest time in which a disabled user goes on. */
const confirmationSeconds = 60;

const pauseAfterOutageMilliseconds = 10_000;

const hasCode = (error: unknown, code: AppError['code']): boolean =>
  error instanceof AppError && error.code === code;

/** Creates the check of every request. Only the database's clock counts, and never that of Cognito. */
export const createSessionConfirmation = (dependencies: SessionConfirmationDependencies): ConfirmSession => {
  const { database, userPool, accounts, now } = dependencies;
  const findSession = prepareFindSession(database.queries, confirmationSeconds);
  const confirmations = new Map<string, Promise<void>>();
  let askAgainAt = 0;

  const askCognito = async (claims: AccessTokenClaims, accessToken: string): Promise<Profile> => {
    try {
      return await userPool.readProfile(accessToken);
    } catch (error) {
      if (hasCode(error, 'invalid_token')) await database.transaction((tx) => deleteSession(tx, claims));
      if (hasCode(error, 'service_unavailable')) askAgainAt = now() + pauseAfterOutageMilliseconds;
      throw error;
    }
  };

  /** Takes the time before it asks, so that a session that ends meanwhile counts as unconfirmed. */
  const confirm = async (claims: AccessTokenClaims, accessToken: string, found: FoundSession | undefined) => {
    const askedAt = await readTime(database.queries);
    const profile = await askCognito(claims, accessToken);
    await accounts.saveProfile(claims.userId, profile, found?.isConfirmed ? found : undefined);
    await database.transaction((tx) => saveSession(tx, claims, askedAt));
  };

  /** Requests with the same token share one call to Cognito; resolves to whether this request made it. */
  const confirmOnce = async (
    claims: AccessTokenClaims,
    accessToken: string,
    found: FoundSession | undefined,
  ): Promise<boolean> => {
    const running = confirmations.get(claims.tokenId);
    if (running !== undefined) return await running.then(() => false);
    const confirmation = confirm(claims, accessToken, found).finally(() =>
      confirmations.delete(claims.tokenId),
    );
    confirmations.set(claims.tokenId, confirmation);
    return await confirmation.then(() => true);
  };

  const accept: ConfirmSession = async (claims, accessToken) => {
    const found = await findSession(claims);
    if (found?.isDeleting) throw accountDeleted();
    if (found?.isFresh) return;
    const canGoOn = found?.isConfirmed ?? false;
    if (canGoOn && now() < askAgainAt) return;
    try {
      // A shared confirmation may have begun before the session ended, so look again.
      if (!(await confirmOnce(claims, accessToken, found))) await accept(claims, accessToken);
    } catch (error) {
      if (!canGoOn || !hasCode(error, 'service_unavailable')) throw error;
    }
  };
  return accept;
};
