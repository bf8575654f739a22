import type { linkOperations } from '@share-my-files/contract';
import type { Handlers } from '#http/handlers.ts';
import type { LinkService } from './link-service.ts';

export const createLinkHandlers = (links: LinkService): Handlers<typeof linkOperations> => ({
  listLinks: ({ user, params }) => links.listLinks(user.id, params.itemId),
  createLink: ({ user, params, body }) => links.createLink(user.id, params.itemId, body),
  revokeLink: ({ user, params }) => links.revokeLink(user.id, params.linkId),
  openLink: ({ body }) => links.openLink(body.secret),
  downloadLink: ({ body }) => links.downloadLink(body.secret, body.disposition),
});
