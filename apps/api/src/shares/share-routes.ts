import { putGrantSchema } from '@share-my-files/contract';
import { userIdOf } from '#auth/signed-in-user.ts';
import { createRouter } from '#http/create-router.ts';
import { parseId, parseRequest } from '#http/parse-request.ts';
import type { ShareService } from './share-service.ts';

export const createShareRoutes = (shares: ShareService) => {
  const router = createRouter();

  router.get('/items/:id/grants', async (request, response) => {
    response.json(await shares.listGrants(userIdOf(request), parseId(request.params.id)));
  });

  router.put('/items/:id/grants', async (request, response) => {
    const itemId = parseId(request.params.id);
    const wish = parseRequest(putGrantSchema, request.body);
    response.json(await shares.putGrant(userIdOf(request), itemId, wish));
  });

  router.delete('/items/:id/grants/:grantId', async (request, response) => {
    const [itemId, grantId] = [parseId(request.params.id), parseId(request.params.grantId)];
    await shares.revokeGrant(userIdOf(request), itemId, grantId);
    response.status(204).end();
  });

  return router;
};
