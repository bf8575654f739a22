import { requiredScope } from './sign-in.ts';

/** A route as API Gateway names it: `{proxy+}` stands for one or more path segments. */
export type GatewayRoute = {
  method: 'ANY' | 'GET' | 'POST';
  path: string;
  /** Scopes of which an access token must have one; `null` for a route that anybody may call. */
  scopes: readonly string[] | null;
};

/**
 * All that a gateway in front of the API lets through; the most specific route wins. A route without scopes
 * would make the authorizer of a REST API take ID tokens, so none of those that need a token goes without.
 */
export const gatewayRoutes: readonly GatewayRoute[] = [
  { method: 'GET', path: '/healthz', scopes: null },
  { method: 'GET', path: '/readyz', scopes: null },
  { method: 'POST', path: '/api/public/{proxy+}', scopes: null },
  { method: 'ANY', path: '/api/{proxy+}', scopes: [requiredScope] },
];
