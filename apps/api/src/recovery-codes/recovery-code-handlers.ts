import type { recoveryCodeOperations } from '@share-my-files/contract';
import type { Handlers } from '#http/handlers.ts';
import type { RecoveryCodeService } from './recovery-code-service.ts';
import type { RecoveryService } from './recovery-service.ts';

type RecoveryServices = { recoveryCodes: RecoveryCodeService; recovery: RecoveryService };

export const createRecoveryCodeHandlers = ({
  recoveryCodes,
  recovery,
}: RecoveryServices): Handlers<typeof recoveryCodeOperations> => ({
  getRecoveryCodes: ({ user }) => recoveryCodes.getStatus(user.id),
  createRecoveryCodes: ({ user }) => recoveryCodes.create(user.id),
  deleteRecoveryCodes: ({ user }) => recoveryCodes.delete(user.id),
  startRecovery: ({ body }) => recovery.start(body),
  redeemRecoveryCode: ({ body }) => recovery.redeem(body),
});
