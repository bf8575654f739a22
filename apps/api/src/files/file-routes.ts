import { downloadQuerySchema, listItemsQuerySchema, updateItemSchema } from '@share-my-files/contract';
import { userIdOf } from '#auth/signed-in-user.ts';
import { createRouter } from '#http/create-router.ts';
import { parseId, parseRequest } from '#http/parse-request.ts';
import type { FileService } from './file-service.ts';

export const createFileRoutes = (files: FileService) => {
  const router = createRouter();

  router.get('/items', async (request, response) => {
    const page = parseRequest(listItemsQuerySchema, request.query);
    response.json(await files.listItems(userIdOf(request), page));
  });

  router.get('/items/:id', async (request, response) => {
    response.json(await files.getItem(userIdOf(request), parseId(request.params.id)));
  });

  router.patch('/items/:id', async (request, response) => {
    const itemId = parseId(request.params.id);
    const changes = parseRequest(updateItemSchema, request.body);
    response.json(await files.updateItem(userIdOf(request), itemId, changes));
  });

  router.post('/items/:id/trash', async (request, response) => {
    response.json(await files.trashItem(userIdOf(request), parseId(request.params.id)));
  });

  router.post('/items/:id/restore', async (request, response) => {
    response.json(await files.restoreItem(userIdOf(request), parseId(request.params.id)));
  });

  router.delete('/items/:id', async (request, response) => {
    await files.deletePermanently(userIdOf(request), parseId(request.params.id));
    response.status(204).end();
  });

  router.get('/items/:id/download', async (request, response) => {
    const itemId = parseId(request.params.id);
    const { disposition } = parseRequest(downloadQuerySchema, request.query);
    response.json(await files.downloadItem(userIdOf(request), itemId, disposition));
  });

  return router;
};
