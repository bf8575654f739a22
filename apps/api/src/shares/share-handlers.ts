import type { shareOperations } from '@share-my-files/contract';
import type { Handlers } from '#http/handlers.ts';
import type { ShareService } from './share-service.ts';

export const createShareHandlers = (shares: ShareService): Handlers<typeof shareOperations> => ({
  listGrants: ({ user, params }) => shares.listGrants(user.id, params.itemId),
  putGrant: ({ user, params, body }) => shares.putGrant(user.id, params.itemId, body),
  revokeGrant: ({ user, params }) => shares.revokeGrant(user.id, params.itemId, params.grantId),
});
