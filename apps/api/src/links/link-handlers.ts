import { type linkOperations, stepUpAgeSeconds } from '@share-my-files/contract';
import { requireRecentSignIn } from '#auth/require-recent-sign-in.ts';
import type { Handlers } from '#http/handlers.ts';
import type { LinkService } from './link-service.ts';

export const createLinkHandlers = (links: LinkService): Handlers<typeof linkOperations> => ({
  listLinks: ({ user, params }) => links.listLinks(user.id, params.itemId),
  createLink: async ({ user, params, body }) => {
    if (body.expiresInSeconds === null) requireRecentSignIn(user, stepUpAgeSeconds);
    return await links.createLink(user.id, params.itemId, body);
  },
  revokeLink: ({ user, params }) => links.revokeLink(user.id, params.linkId),
  openLink: ({ body }) => links.openLink(body.secret),
  downloadLink: ({ body }) => links.downloadLink(body.secret, body.disposition),
});
