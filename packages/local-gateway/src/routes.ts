/** A route of the gateway. `{proxy+}`, as the last segment, stands for one or more segments. */
export type Route = {
  method: string;
  path: string;
  /** Scopes of which an access token must have one; `null` for a route without an authorizer. */
  scopes: readonly string[] | null;
};

const segmentsOf = (path: string): string[] => path.split('/').slice(1);

const matchesPath = (routePath: string, path: string): boolean => {
  const [pattern, segments] = [segmentsOf(routePath), segmentsOf(path)];
  const isGreedy = pattern.at(-1) === '{proxy+}';
  const literal = isGreedy ? pattern.slice(0, -1) : pattern;
  const hasLength = isGreedy ? segments.length > literal.length : segments.length === literal.length;
  return hasLength && literal.every((segment, index) => segment === segments[index]);
};

// More literal segments are more specific, and a path without `{proxy+}` is more specific than one with it.
const specificity = ({ path }: Route): number =>
  segmentsOf(path).filter((segment) => segment !== '{proxy+}').length * 2 + (path.includes('{') ? 0 : 1);

const mostSpecific = (routes: readonly Route[]): Route | undefined =>
  routes.toSorted((a, b) => specificity(b) - specificity(a))[0];

const hasMethod =
  (method: string) =>
  (route: Route): boolean =>
    route.method === 'ANY' || route.method === method;

/** HTTP API: the most specific of the routes that have this method and path. */
export const findHttpRoute = (routes: readonly Route[], method: string, path: string): Route | undefined =>
  mostSpecific(routes.filter((route) => hasMethod(method)(route) && matchesPath(route.path, path)));

/** REST API: the most specific resource decides alone, even if it lacks the method. */
export const findRestRoute = (routes: readonly Route[], method: string, path: string): Route | undefined => {
  const resource = mostSpecific(routes.filter((route) => matchesPath(route.path, path)))?.path;
  return routes.find((route) => route.path === resource && hasMethod(method)(route));
};

/** What `{proxy+}` stands for in this path, if the route has it. */
export const proxyOf = (route: Route, path: string): string | undefined =>
  route.path.endsWith('/{proxy+}')
    ? segmentsOf(path)
        .slice(segmentsOf(route.path).length - 1)
        .join('/')
    : undefined;
