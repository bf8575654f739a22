import { createPageFileRoutes } from '../http/page-files.ts';
import type { Route } from '../http/route.ts';

/** Serves the colours and elements that all pages share. */
export const createBaseStyleRoutes = (): Promise<Route[]> =>
  createPageFileRoutes(import.meta.dirname, [{ path: '/pages/base.css', name: 'base.css' }]);
