/** Paths below `/api` of the OpenAPI document and of the page that renders it. */
export const documentationPaths = {
  document: '/openapi.json',
  page: '/docs',
  style: '/docs.css',
} as const;
