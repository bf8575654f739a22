import { documentationPaths } from '@share-my-files/contract';
import { createRouter } from '#http/create-router.ts';

// Loaded with the first request for it, so that it costs the start of the Lambda function nothing.
const load = () => import('./documentation.ts');

/** The OpenAPI document, and a page that renders it without any script. */
export const createDocumentationRoutes = () => {
  const router = createRouter();

  router.get(documentationPaths.document, async (_request, response) => {
    response.json((await load()).openApiDocument);
  });

  router.get(documentationPaths.page, async (_request, response) => {
    response.type('html').send((await load()).page);
  });

  router.get(documentationPaths.style, async (_request, response) => {
    response.type('css').send((await load()).style);
  });

  return router;
};
