import { signPartsSchema, startUploadSchema } from '@share-my-files/contract';
import { userIdOf } from '#auth/signed-in-user.ts';
import { createRouter } from '#http/create-router.ts';
import { parseId, parseRequest } from '#http/parse-request.ts';
import type { UploadService } from './upload-service.ts';

export const createUploadRoutes = (uploads: UploadService) => {
  const router = createRouter();

  router.post('/uploads', async (request, response) => {
    const file = parseRequest(startUploadSchema, request.body);
    response.status(201).json(await uploads.start(userIdOf(request), file));
  });

  router.get('/uploads', async (request, response) => {
    response.json(await uploads.list(userIdOf(request)));
  });

  router.post('/uploads/:id/parts', async (request, response) => {
    const uploadId = parseId(request.params.id);
    const parts = parseRequest(signPartsSchema, request.body);
    response.json(await uploads.signParts(userIdOf(request), uploadId, parts));
  });

  router.get('/uploads/:id', async (request, response) => {
    response.json(await uploads.readStatus(userIdOf(request), parseId(request.params.id)));
  });

  router.post('/uploads/:id/complete', async (request, response) => {
    response.status(202).json(await uploads.complete(userIdOf(request), parseId(request.params.id)));
  });

  router.delete('/uploads/:id', async (request, response) => {
    await uploads.cancel(userIdOf(request), parseId(request.params.id));
    response.status(204).end();
  });

  return router;
};
