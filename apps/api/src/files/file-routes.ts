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
    response.json(await files.readItem(userIdOf(request), parseId(request.params.id)));
  });

  router.patch('/items/:id', async (request, response) => {
    const itemId = parseId(request.params.id);
    const { name } = parseRequest(updateItemSchema, request.body);
    response.json(await files.rename(userIdOf(request), itemId, name));
  });

  router.post('/items/:id/trash', async (request, response) => {
    response.json(await files.trash(userIdOf(request), parseId(request.params.id)));
  });

  router.post('/items/:id/restore', async (request, response) => {
    response.json(await files.restore(userIdOf(request), parseId(request.params.id)));
  });

  router.delete('/items/:id', async (request, response) => {
    await files.deleteForEver(userIdOf(request), parseId(request.params.id));
    response.status(204).end();
  });

  router.get('/items/:id/download', async (request, response) => {
    const itemId = parseId(request.params.id);
    const { disposition } = parseRequest(downloadQuerySchema, request.query);
    response.json(await files.download(userIdOf(request), itemId, disposition));
  });

  return router;
};
