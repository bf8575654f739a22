/** The methods that the API knows; anything else API Gateway refuses by itself. */
export const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** An HTTP method of the API. */
export type Method = (typeof methods)[number];

/** What API Gateway hands on, and whether it asks for a token first. */
export type ApiRoute = { path: string; methods: readonly Method[]; isPublic: boolean };

/**
 * Everything that API Gateway hands on. What anybody may call is spelled out; all the rest needs an access
 * token, also what has yet to be written.
 */
export const apiRoutes: readonly ApiRoute[] = [
  { path: '/api/{proxy+}', methods, isPublic: false },
  { path: '/api/public/{proxy+}', methods: ['POST'], isPublic: true },
  { path: '/healthz', methods: ['GET'], isPublic: true },
  { path: '/readyz', methods: ['GET'], isPublic: true },
];
