import { downloadLinkSchema, openLinkSchema } from '@share-my-files/contract';
import { createRouter } from '#http/create-router.ts';
import { parseRequest } from '#http/parse-request.ts';
import type { LinkService } from './link-service.ts';

/** For anybody who has a link. The secret comes in the body, where no log and no referrer sees it. */
export const createPublicLinkRoutes = (links: LinkService) => {
  const router = createRouter();

  router.post('/public/links/open', async (request, response) => {
    const { secret } = parseRequest(openLinkSchema, request.body);
    response.json(await links.openLink(secret));
  });

  router.post('/public/links/download', async (request, response) => {
    const { secret, disposition } = parseRequest(downloadLinkSchema, request.body);
    response.json(await links.downloadByLink(secret, disposition));
  });

  return router;
};
