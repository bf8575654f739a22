import { createLinkSchema } from '@share-my-files/contract';
import { userIdOf } from '#auth/signed-in-user.ts';
import { createRouter } from '#http/create-router.ts';
import { parseId, parseRequest } from '#http/parse-request.ts';
import type { LinkService } from './link-service.ts';

export const createLinkRoutes = (links: LinkService) => {
  const router = createRouter();

  router.get('/items/:id/links', async (request, response) => {
    response.json(await links.listLinks(userIdOf(request), parseId(request.params.id)));
  });

  router.post('/items/:id/links', async (request, response) => {
    const itemId = parseId(request.params.id);
    const wish = parseRequest(createLinkSchema, request.body);
    response.status(201).json(await links.createLink(userIdOf(request), itemId, wish));
  });

  router.delete('/links/:id', async (request, response) => {
    await links.revokeLink(userIdOf(request), parseId(request.params.id));
    response.status(204).end();
  });

  return router;
};
