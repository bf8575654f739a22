import { createOpenApiDocument } from '@share-my-files/contract/openapi';
import { renderPage } from './page.ts';

export { style } from './style.ts';

export const openApiDocument = createOpenApiDocument();

export const page = renderPage(openApiDocument);
