import type { PasswordChallenge, RedeemRecoveryCode, StartRecovery } from '@share-my-files/contract';
import type { Logger } from 'pino';
import type { AccountService } from '#account/account-service.ts';
import { lockAccount } from '#account/quota-service.ts';
import type { UserPool } from '#auth/user-pool.ts';
import type { Database, Executor } from '#db/database.ts';
import { recoveryRejected, tooManyRequests } from '#errors.ts';
import type { SessionService } from '#sessions/session-service.ts';
import { hashRecoveryCode } from './recovery-code.ts';
import {
  claimRecoveryCode,
  completeRemoval,
  countFailures,
  countRecoveryCodes,
  makeRemovalDue,
  type RecoveryCodeKey,
  recordFailure,
} from './recovery-code-repository.ts';
import type { RecoveryMails } from './recovery-mail-service.ts';
import { claimDueRemoval, listDueRemovals } from './system-recovery-code-repository.ts';

const failuresPerHour = 5;

type RecoveryServiceDependencies = {
  database: Database;
  userPool: Pick<UserPool, 'recovery'>;
  accounts: Pick<AccountService, 'findActive'>;
  sessions: Pick<SessionService, 'endAllOf'>;
  mails: Pick<RecoveryMails, 'announceUse'>;
  logger: Logger;
};

export type RecoveryService = ReturnType<typeof createRecoveryService>;

/** Replaces a lost authenticator app by the password and a code, in steps that can be interrupted and repeated. */
export const createRecoveryService = (dependencies: RecoveryServiceDependencies) => {
  const { database, userPool, accounts, sessions, mails, logger } = dependencies;

  /** Locks the account, so that concurrent guesses cannot pass the limit together. */
  const claim = async (tx: Executor, userId: string, codeHash: string) => {
    if ((await accounts.findActive(tx, userId)) === undefined) return 'rejected';
    await lockAccount(tx, userId);
    if ((await countFailures(tx, userId)) >= failuresPerHour) return 'throttled';
    const codeId = await claimRecoveryCode(tx, userId, codeHash);
    if (codeId !== undefined) return { userId, codeId };
    await recordFailure(tx, userId);
    return 'rejected';
  };

  const announce = async (userId: string): Promise<void> => {
    const owner = await accounts.findActive(database.queries, userId);
    const { left } = await countRecoveryCodes(database.queries, userId);
    if (owner !== undefined) await mails.announceUse(owner, left);
  };

  /** The code is used already; it becomes complete last, so that every step before it is repeated if need be. */
  const removeAuthenticator = async (key: RecoveryCodeKey): Promise<void> => {
    try {
      await userPool.recovery.removeAuthenticator(key.userId);
      await sessions.endAllOf(key.userId);
    } catch (error) {
      await database.transaction((tx) => makeRemovalDue(tx, key));
      throw error;
    }
    await announce(key.userId);
    await database.transaction((tx) => completeRemoval(tx, key));
  };

  return {
    start: (start: StartRecovery): Promise<PasswordChallenge> => userPool.recovery.startPasswordProof(start),

    /** Counts wrong codes only with the right password, so that a stranger cannot use up the limit of an owner. */
    redeem: async ({ code, proof }: RedeemRecoveryCode): Promise<void> => {
      await userPool.recovery.requirePassword(proof);
      const { userId } = proof;
      const claimed = await database.transaction((tx) => claim(tx, userId, hashRecoveryCode(userId, code)));
      if (claimed === 'throttled') throw tooManyRequests('Too many wrong codes. Try again in an hour.');
      if (claimed === 'rejected') throw recoveryRejected();
      await removeAuthenticator(claimed);
    },

    /** Finishes up to `limit` interrupted removals until the signal aborts; resolves to the number of failures. */
    continueRemovals: async (limit: number, signal?: AbortSignal): Promise<number> => {
      let failures = 0;
      for (const key of await listDueRemovals(database.queries, limit)) {
        if (signal?.aborted) break;
        if (!(await database.transaction((tx) => claimDueRemoval(tx, key.codeId)))) continue;
        await removeAuthenticator(key).catch((err: unknown) => {
          failures += 1;
          logger.warn({ err, userId: key.userId }, 'failed to remove a lost authenticator app');
        });
      }
      return failures;
    },
  };
};
