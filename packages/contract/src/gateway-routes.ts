import { documentationPaths } from './documentation-paths.ts';
import { apiBasePath, type Operation } from './operation.ts';
import { operations } from './operations.ts';
import { requiredScope } from './sign-in.ts';

/** Route as API Gateway names it; `{proxy+}` stands for one or more path segments. */
export type GatewayRoute = {
  method: 'ANY' | Operation['method'];
  path: string;
  /** Scopes of which an access token needs one; `null` for a route that needs no token. */
  scopes: readonly string[] | null;
};

const openRoute = (method: GatewayRoute['method'], path: string): GatewayRoute => ({
  method,
  path,
  scopes: null,
});

const openOperations = Object.values<Operation>(operations).filter(({ access }) => access === 'anyone');

/**
 * Every route of a gateway in front of the API; the most specific one wins. The others all name a scope, because
 * the authorizer of a REST API accepts ID tokens on routes without one.
 */
export const gatewayRoutes: readonly GatewayRoute[] = [
  openRoute('GET', '/healthz'),
  openRoute('GET', '/readyz'),
  ...Object.values(documentationPaths).map((path) => openRoute('GET', apiBasePath + path)),
  ...openOperations.map(({ method, path }) => openRoute(method, apiBasePath + path)),
  { method: 'ANY', path: `${apiBasePath}/{proxy+}`, scopes: [requiredScope] },
];
