import type { Express } from 'express';

type Layer = {
  route?: { path: string; stack: { method?: string }[] };
  handle: { stack?: Layer[] };
};

const routesOf = (layers: Layer[]): string[] =>
  layers.flatMap(({ route, handle }) =>
    route === undefined
      ? routesOf(handle.stack ?? [])
      : [...new Set(route.stack.map(({ method = 'all' }) => `${method.toUpperCase()} ${route.path}`))],
  );

/** Every route that the app has, as `METHOD /path`, or `ALL /path` for all methods. */
export const listRoutes = (app: Express): string[] => routesOf(app.router.stack as Layer[]);
