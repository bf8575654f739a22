/** A route. `{proxy+}` as the last segment matches one or more segments. */
export type Route = {
  method: string;
  path: string;
  /** An access token must have one of these scopes. `null` for a route without an authorizer. */
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

// More literal segments are more specific, and so is a path without `{proxy+}`.
const specificity = ({ path }: Route): number =>
  segmentsOf(path).filter((segment) => segment !== '{proxy+}').length * 2 + (path.includes('{') ? 0 : 1);

const mostSpecific = (routes: readonly Route[]): Route | undefined =>
  routes.toSorted((a, b) => specificity(b) - specificity(a))[0];

const hasMethod =
  (method: string) =>
  (route: Route): boolean =>
    route.method === 'ANY' || route.method === method;

/** Finds the route of an HTTP API: the most specific one with this method and path. */
export const findHttpRoute = (routes: readonly Route[], method: string, path: string): Route | undefined =>
  mostSpecific(routes.filter((route) => hasMethod(method)(route) && matchesPath(route.path, path)));

/** Finds the route of a REST API: the most specific path, even if it lacks the method. */
export const findRestRoute = (routes: readonly Route[], method: string, path: string): Route | undefined => {
  const resource = mostSpecific(routes.filter((route) => matchesPath(route.path, path)))?.path;
  return routes.find((route) => route.path === resource && hasMethod(method)(route));
};

/** Returns the part of the path that `{proxy+}` matches, or undefined. */
export const proxyOf = (route: Route, path: string): string | undefined =>
  route.path.endsWith('/{proxy+}')
    ? segmentsOf(path)
        .slice(segmentsOf(route.path).length - 1)
        .join('/')
    : undefined;
