import {
  type CreatedRecoveryCodes,
  type RecoveryCodeStatus,
  recoveryCodesPerSet,
} from '@share-my-files/contract';
import type { AccountService } from '#account/account-service.ts';
import { lockAccount } from '#account/quota-service.ts';
import type { Database } from '#db/database.ts';
import { createRecoveryCode, hashRecoveryCode } from './recovery-code.ts';
import { countRecoveryCodes, deleteRecoveryCodes, insertRecoveryCodes } from './recovery-code-repository.ts';
import type { RecoveryMails } from './recovery-mail-service.ts';

type RecoveryCodeServiceDependencies = {
  database: Database;
  accounts: Pick<AccountService, 'getMe'>;
  mails: Pick<RecoveryMails, 'announceCreation'>;
};

export type RecoveryCodeService = ReturnType<typeof createRecoveryCodeService>;

export const createRecoveryCodeService = ({
  database,
  accounts,
  mails,
}: RecoveryCodeServiceDependencies) => ({
  getStatus: async (userId: string): Promise<RecoveryCodeStatus> => {
    const { left, createdAt } = await countRecoveryCodes(database.queries, userId);
    return { left, createdAt: createdAt?.toISOString() ?? null };
  },

  /** Replaces the set of a user. Interrupted removals end with it, so that none removes a new authenticator app. */
  create: async (userId: string): Promise<CreatedRecoveryCodes> => {
    const codes = Array.from({ length: recoveryCodesPerSet }, createRecoveryCode);
    const hashes = codes.map((code) => hashRecoveryCode(userId, code.replaceAll('-', '')));
    await database.transaction(async (tx) => {
      await lockAccount(tx, userId);
      await deleteRecoveryCodes(tx, userId);
      await insertRecoveryCodes(tx, userId, hashes);
    });
    await mails.announceCreation(await accounts.getMe(userId));
    return { codes };
  },

  delete: (userId: string): Promise<void> => database.transaction((tx) => deleteRecoveryCodes(tx, userId)),
});
